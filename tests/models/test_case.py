"""Cases: opened, met, closed in that order, and closed with a reason."""

from datetime import date

import pytest

from models.casework.case import Case
from models.casework.session import CaseSession
from models.people.person import Person
from models.row_id import uuid7


@pytest.fixture
def person(store):
    person = Person.new(name="龙秀英", household=uuid7())
    person.save()
    return person


def a_case(person, **answers):
    return Case.new(person=person.id, source="02", worker=uuid7(), opened=date(2026, 3, 1), **answers)


def asked(record):
    return [(problem.question, problem.blocks) for problem in record.problems()]


def test_closing_a_case_needs_a_date_and_a_reason(person):
    assert asked(a_case(person, state="closed")) == [("closed", True), ("close_reason", True)]
    assert asked(a_case(person, state="closed", closed=date(2026, 9, 1), close_reason="01")) == []


def test_a_case_is_not_closed_before_it_was_opened(person):
    case = a_case(person, state="closed", closed=date(2026, 2, 28), close_reason="01")
    assert asked(case) == [("closed", True)]


def test_a_case_is_not_transferred_before_it_was_opened(person):
    assert asked(a_case(person, transferred=date(2026, 2, 1))) == [("transferred", True)]


def test_reopening_a_case_drops_its_end(person):
    case = a_case(person, state="closed", closed=date(2026, 9, 1), close_reason="01")
    case.save()
    case.state = "open"
    case.save()
    assert (case.closed, case.close_reason) == (None, None)


def test_a_case_belongs_to_the_household_of_its_person(person):
    case = a_case(person)
    case.save()
    assert case.household == person.household


@pytest.mark.parametrize(
    ("day", "found"),
    [(date(2026, 2, 1), [("day", False)]), (date(2026, 3, 1), []), (date(2026, 9, 2), [("day", False)])],
)
def test_a_session_outside_its_case_is_a_warning(person, day, found):
    case = a_case(person, state="closed", closed=date(2026, 9, 1), close_reason="01")
    case.save()
    assert asked(CaseSession.new(case=case.id, worker=uuid7(), day=day)) == found


def test_the_next_session_is_not_before_this_one(person):
    case = a_case(person)
    case.save()
    session = CaseSession.new(case=case.id, worker=uuid7(), day=date(2026, 9, 2), next_day=date(2026, 9, 1))
    assert asked(session) == [("next_day", True)]
