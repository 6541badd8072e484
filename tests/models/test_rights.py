"""Consent, requests about one's own data, terms of keeping, sealed files, destruction under two signatures."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models import parameters
from models.access import FileSealed
from models.casework.case import Case
from models.casework.session import CaseSession
from models.errors import InvalidRecord
from models.fields import Day
from models.office.appeal import Appeal
from models.people.consent import TEMPLATE, Consent, answer_of, asked_anew
from models.people.household import Household
from models.people.person import Person
from models.people.retention import Destruction, expired, keep_until
from models.people.rights import RightsRequest, replies_due
from models.people.withdrawal import unsettled
from models.process import NotYourStep
from models.services.visit import Visit
from models.team.staff import Staff


def person(birth="1950-03-21", **answers):
    made = Person.new(name="龙秀英", birth=birth, id_kind="none", **answers)
    made.save()
    return made


def consent(person, kind="general", **answers):
    made = Consent.new(person=person.id, kind=kind, **answers)
    made.save()
    return made


def test_a_consent_carries_the_version_of_its_wording(store):
    assert consent(person()).template == TEMPLATE


def test_under_fourteen_the_guardian_agrees_and_at_fourteen_the_child_is_asked(store):
    child = person("2012-10-05")
    with pytest.raises(InvalidRecord) as refused:
        consent(child)
    assert refused.value.problems[0].repair == "guardian"
    assert consent(child, by="guardian", giver="龙大").until == date(2026, 10, 5)
    assert not asked_anew(store, date(2026, 10, 4))
    assert [due.day for due in asked_anew(store, date(2026, 10, 5))] == [date(2026, 10, 5)]


def test_a_guardians_consent_entered_from_the_list_ends_at_fourteen_too(store):
    child = person("2012-10-05")
    given = Consent.new(kind="general", by="guardian", giver="龙大")
    given.person = child.id  # chosen after the form was opened
    given.save()
    assert given.until == date(2026, 10, 5)
    given.until = date(2030, 1, 1)
    assert [problem.repair for problem in given.problems() if problem.question == "until"] == [date(2026, 10, 5)]
    assert consent(person(), day=date(2026, 9, 1)).until is None


def test_what_was_answered_is_known_by_day(store, noon):
    one, today = person(), store.today()
    assert answer_of(one, "image", today) == ""
    given = consent(one, "image", day=today - timedelta(9))
    assert answer_of(one, "image", today) == "agreed"
    given.withdrawn = today
    given.save()
    assert answer_of(one, "image", today) == "withdrawn"
    assert answer_of(one, "image", today - timedelta(1)) == "agreed"
    consent(one, "image", state="refused")
    assert answer_of(one, "image", today) == "refused"


def test_a_withdrawn_consent_asks_to_seal_the_file_or_for_another_ground(store):
    one, today = person(), store.today()
    given = consent(one, day=today - timedelta(9))
    assert unsettled(store, today) == []
    given.withdrawn = today - timedelta(2)
    given.save()
    assert [(due.row, due.day) for due in unsettled(store, today)] == [(one.id, today - timedelta(2))]
    assert [problem.code for problem in one.problems() if problem.question == "state"] == ["withdrawn"]
    one.legal_basis = "duty"
    one.save()
    assert unsettled(store, today) == [] and not one.problems()
    one.legal_basis = "consent"
    one.save()
    assert unsettled(store, today)
    consent(one, day=today)  # asked again, and agreed
    assert unsettled(store, today) == []


def test_a_refusal_leaves_no_ground_and_a_sealed_file_settles_it(store):
    one, today = person(), store.today()
    consent(one, state="refused")
    consent(one, "image", state="refused")
    assert [due.row for due in unsettled(store, today)] == [one.id]
    one.state, one.ended, one.seal_reason = "sealed", today, "withdrawn"
    one.save()
    assert unsettled(store, today) == []


def test_what_was_declined_is_an_answer_and_does_not_stand_in_the_file(store):
    one = person(declined=("income", "phone"))
    assert not one.problems()
    one.income = "打工"
    assert [problem.question for problem in one.problems()] == ["declined"]


def test_a_request_is_answered_within_its_term(store, noon):
    one = RightsRequest.new(person=person().id, kind="copy", content="要一份复印件")
    one.save()
    assert not replies_due(store, store.today() + timedelta(14))
    assert [due.row for due in replies_due(store, store.today() + timedelta(15))] == [one.id]
    with pytest.raises(InvalidRecord):
        one.move("settle")
    one.answer = "已交付打印件"
    one.move("settle")
    assert one.answered == store.today() and not replies_due(store, store.today() + timedelta(99))


def test_only_the_lead_declines_a_request(store):
    one = RightsRequest.new(person=person().id, kind="delete", content="全部删除", reason="法定保存期未满")
    one.save()
    member = Staff.new(name="农小妹", role="worker")
    member.save()
    store.user = member.id
    with pytest.raises(NotYourStep):
        one.move("decline")


days = st.dates(date(2000, 1, 1), date(2040, 1, 1))


@settings(max_examples=150, deadline=None)
@given(ended=days, years=st.integers(1, 30), birth=st.none() | days, adult=st.none() | st.integers(0, 10))
def test_nothing_is_kept_shorter_than_its_term_and_a_minors_not_before_coming_of_age(ended, years, birth, adult):
    until = keep_until(ended, years, birth and birth.isoformat(), adult)
    assert until.year >= ended.year + years
    if birth and adult is not None:
        assert until.year >= birth.year + parameters.value("adult_age") + adult
    else:
        assert until.year == ended.year + years


def test_a_file_ended_long_ago_is_on_the_list_and_a_childs_is_not(store):
    old = person("1930", state="died", ended=date(2020, 1, 1), since=date(2015, 1, 1))
    person("2015-01-01", state="moved", ended=date(2020, 1, 1), since=date(2016, 1, 1))
    assert [(one.table, one.row) for one in expired(store)] == [("person", old.id)]
    (line,) = Destruction.new().things
    assert (line["what"], line["name"], line["until"]) == ("服务对象", "龙秀英", date(2025, 1, 1))


def test_every_term_is_counted_from_a_day_of_its_form(store):
    for rule in parameters.table("retention"):
        questions = store.tables[rule["table"]].questions()
        assert isinstance(questions[rule["from"]], Day) and int(rule["years"]) > 0, rule


def test_a_settled_appeal_is_on_the_list_after_its_term_and_an_open_one_never(store):
    long_ago = date(2020, 1, 1)
    for solved in (long_ago, None):
        Appeal.new(about="路灯", received=long_ago, responded=long_ago, solved=solved, due=long_ago).save()
    assert [(one.table, one.ended) for one in expired(store)] == [("appeal", long_ago)]


def test_two_people_destroy(store):
    one = Destruction.new(appraisal="同意销毁")
    one.save()
    one.move("approve")
    assert one.approved_by == store.user
    one.destroyed_on, one.destroyed_by, one.way = store.today(), store.user, "shred"
    with pytest.raises(InvalidRecord):
        one.move("destroy")
    one.watched_by = Staff.get_by_id(store.user).name
    with pytest.raises(InvalidRecord):
        one.move("destroy")
    one.watched_by = "村委会 韦某"
    one.move("destroy")


def test_a_sealed_file_is_only_kept(store):
    household = Household.new(head="龙秀英")
    household.save()
    one = person()
    case = Case.new(person=one.id, source="01", worker=store.user)
    case.save()
    one.state, one.ended, one.seal_reason = "sealed", store.today(), "withdrawn"
    one.save()
    one.phone = "13912345678"
    with pytest.raises(InvalidRecord):
        one.save()
    with pytest.raises(FileSealed):
        Visit.new(seen=(one.id,), household=household.id, visitors=(store.user,)).save()
    with pytest.raises(FileSealed):
        CaseSession.new(case=case.id, worker=store.user).save()
    consent(one, "upward", state="refused")
    one.state, one.ended = "active", None
    one.save(why="本人重新同意")


def test_sealing_tells_of_cases_that_are_still_open(store):
    one = person()
    Case.new(person=one.id, source="01", worker=store.user).save()
    one.state, one.ended, one.seal_reason = "sealed", store.today(), "withdrawn"
    (doubt,) = [problem for problem in one.problems() if problem.question == "state"]
    assert (doubt.values, doubt.blocks) == ({"count": 1}, False)
