"""Referrals: nothing leaves without a consent or a statutory exception; states, receipts, what is due."""

from datetime import timedelta

import pytest

from models.casework.case import Case
from models.errors import InvalidRecord
from models.linking.awaited import replies_due
from models.linking.referral import Referral
from models.people.consent import Consent
from models.people.person import Person
from models.process import NoSuchStep


@pytest.fixture
def person(store):
    person = Person.new(name="龙小花", birth="2016-03-21", id_kind="none")
    person.save()
    return person


def consent(person, **answers):
    one = Consent.new(person=person.id, kind="referral", by="guardian", giver="龙秀英", **answers)
    one.save()
    return one


def slip(person, **answers):
    one = Referral.new(person=person.id, agency="县人民医院", reason="哮喘", purpose="治疗", **answers)
    one.save()
    return one


def test_a_slip_begins_waiting_for_consent_and_has_a_number(person):
    one = slip(person)
    assert one.state == "awaiting" and one.number == "ZJD-0417-2026-A0001"


def test_it_is_not_sent_without_consent(person):
    with pytest.raises(InvalidRecord) as refused:
        slip(person).move("send")
    assert refused.value.problems[0].question == "consent"


@pytest.mark.parametrize(
    "answers",
    [{"kind": "general"}, {"state": "refused"}, {"withdrawn": "today"}, {"until": "before"}, {"receiver": "别的医院"}],
    ids=lambda answers: next(iter(answers)),
)
def test_a_consent_that_does_not_cover_it_does_not_do(store, person, answers):
    days = {"today": store.today(), "before": store.today()}
    given = consent(person)
    for name, value in answers.items():
        setattr(given, name, days.get(value, value))
    given.day = store.today() - timedelta(1)
    given.until = store.today() - timedelta(1) if "until" in answers else given.until
    given.save()
    with pytest.raises(InvalidRecord):
        slip(person, consent=given.id).move("send")


def test_somebody_elses_consent_does_not_do(person):
    other = Person.new(name="别人", id_kind="none")
    other.save()
    with pytest.raises(InvalidRecord):
        slip(person, consent=consent(other).id)


def test_with_consent_it_goes_out_and_comes_back_with_a_result(store, person):
    one = slip(person, consent=consent(person, receiver="县人民医院").id)
    one.move("send")
    one.answered, one.received_by = store.today(), "黄医生"
    one.move("accept")
    one.result = "served"
    one.move("complete")
    assert (one.state, one.settled) == ("done", store.today())


def test_a_consent_to_just_this_receiver_is_found_by_itself(person):
    consent(person)
    named = consent(person, receiver="县人民医院")
    assert slip(person).consent == named.id


def test_an_emergency_needs_its_reason_in_words(person):
    one = slip(person, basis="life")
    with pytest.raises(InvalidRecord):
        one.move("send")
    one.exception = "急性发作，先送医"
    one.move("send")
    assert one.state == "sent"


def test_no_other_way_leads_past_the_consent(person):
    one = slip(person)
    one.state = "sent"
    with pytest.raises(InvalidRecord):
        one.save()
    with pytest.raises(InvalidRecord):
        slip(person, state="accepted")


def test_passed_on_it_remembers_whom_it_asked_and_needs_a_consent_anew(store, person):
    one = slip(person, consent=consent(person).id)
    one.move("send")
    one.refusal, one.answered = "没有床位", store.today()
    one.move("refuse")
    one.move("pass_on")
    assert [(line["agency"], line["answer"]) for line in one.earlier] == [("县人民医院", "没有床位")]
    assert one.agency is None and one.consent is None
    one.agency = "市人民医院"
    with pytest.raises(InvalidRecord):
        one.move("send_again")
    one.consent = consent(person, receiver="市人民医院").id
    one.move("send_again")
    assert Referral.get_by_id(one.id).earlier[0]["agency"] == "县人民医院"


def test_one_that_comes_in_needs_no_consent_of_ours(person):
    one = slip(person, direction="in")
    assert one.state == "sent" and one.handed == ()
    with pytest.raises(NoSuchStep):
        one.move("send")


def test_a_slip_of_a_case_is_about_its_person(store, person):
    case = Case.new(person=person.id, source="01", worker=store.user)
    case.save()
    one = Referral.new(case=case.id, person=person.id, reason="x")
    one.save()
    assert one.person == person.id


def test_no_answer_in_time_is_due(store, noon, person):
    one = slip(person, consent=consent(person).id)
    one.move("send")
    assert not replies_due(store)
    store.clock = lambda: noon + timedelta(8)
    assert [(due.row, due.day) for due in replies_due(store)] == [(one.id, one.reply_by)]
