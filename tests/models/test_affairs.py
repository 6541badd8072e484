"""The affairs tally, consent, staff: their rules."""

from datetime import date

import pytest

from models.month import Month
from models.office.affairs import Affair
from models.people.consent import Consent
from models.people.person import Person
from models.row_id import uuid7
from models.team.staff import Staff


def asked(record):
    return [(problem.question, problem.blocks) for problem in record.problems()]


def test_a_kind_stands_once_in_a_month(store):
    Affair.new(month="2026-08", kind="relief", accepted=3).save()
    assert asked(Affair.new(month="2026-08", kind="relief", accepted=1)) == [("kind", True)]
    assert asked(Affair.new(month="2026-08", kind="oldage", accepted=1)) == []
    assert asked(Affair.new(month="2026-09", kind="relief", accepted=1)) == []


def test_a_removed_row_makes_room(store):
    row = Affair.new(month="2026-08", kind="relief", accepted=3)
    row.save()
    row.remove()
    assert asked(Affair.new(month="2026-08", kind="relief", accepted=1)) == []


def test_nought_is_a_number_and_nothing_is_not(store):
    assert asked(Affair.new(month="2026-08", kind="relief", accepted=0)) == []
    assert asked(Affair.new(month="2026-08", kind="relief")) == [("accepted", True)]


@pytest.mark.parametrize("month", ["2026-13", "2026-1", "26-01", "2026-10", "每月"])
def test_a_month_is_a_month_and_has_come(store, month):
    assert ("month", True) in asked(Affair.new(month=month, kind="relief", accepted=1))
    assert ("month", True) in asked(
        Month.new(month=month, figures="{}", digest="0", signer=uuid7(), day=date(2026, 9, 1))
    )


@pytest.fixture
def child(store):
    child = Person.new(name="莫小满", birth="2014-05-06")
    child.save()
    return child


def test_under_14_the_guardian_agrees(child):
    consent = Consent.new(person=child.id, kind="general", day=date(2026, 9, 1))
    (problem,) = consent.problems()
    assert (problem.question, problem.blocks, problem.repair) == ("by", True, "guardian")
    consent.by = "guardian"
    assert asked(consent) == [("giver", False)]  # who that was is asked, and does not stop anybody
    consent.giver = "石桂花"
    assert asked(consent) == []


def test_a_guardians_consent_lasts_to_the_14th_birthday(child):
    consent = Consent.new(person=child.id, kind="general", by="guardian", day=date(2026, 9, 1))
    assert consent.until is None or consent.until == date(2028, 5, 6)
    assert type(consent).until.suggestion(consent) == date(2028, 5, 6)


def test_of_14_the_person_agrees(store):
    grown = Person.new(name="莫大满", birth="2012-09-01")
    grown.save()
    assert asked(Consent.new(person=grown.id, kind="general", day=date(2026, 9, 1))) == []


def test_consent_is_not_withdrawn_before_it_was_given_nor_when_it_was_refused(child):
    consent = Consent.new(
        person=child.id, kind="image", by="guardian", giver="石桂花", day=date(2026, 9, 2), until=None,
        withdrawn=date(2026, 9, 1),
    )  # fmt: skip
    assert asked(consent) == [("withdrawn", True)]
    consent.withdrawn, consent.state = date(2026, 9, 3), "refused"
    consent.save()
    assert consent.withdrawn is None  # what was refused is never asked about again


def test_nobody_leaves_before_joining(store):
    assert asked(Staff.new(name="韦敏", hired=date(2026, 9, 2), left=date(2026, 9, 1))) == [("left", True)]
