"""What is due, by rule and by what was agreed."""

from datetime import date, time

import pytest

from models import dues
from models.casework.case import Case
from models.casework.session import CaseSession
from models.people.consent import Consent
from models.people.household import Household
from models.people.person import Person
from models.row_id import uuid7
from models.services.visit import Visit
from models.volunteering.hours import VolunteerHours
from models.volunteering.volunteer import Volunteer

SOON = date(2026, 9, 30)


@pytest.fixture
def household(store):
    household = Household.new(head="石有田", village="桃坞村", risk="0")
    household.save()
    Person.new(name="石有田", household=household.id, categories=("101",), since=date(2026, 1, 5)).save()
    return household


def a_visit(household, day, next_day):
    visit = Visit.new(household=household.id, visitors=(uuid7(),), day=day, next_day=next_day)
    visit.next_day = next_day
    visit.save()
    return visit


def test_a_household_never_visited_is_due_by_its_rule(store, household):
    (found,) = dues.visits(store, SOON)
    assert (found.row, found.caption, found.last) == (household.id, "石有田", None)
    assert found.day == date(2026, 4, 5)  # 90 days after filing


def test_what_was_agreed_at_the_last_visit_counts(store, household):
    a_visit(household, date(2026, 6, 1), date(2026, 6, 10))
    last = a_visit(household, date(2026, 9, 1), date(2026, 9, 20))
    (found,) = dues.visits(store, SOON)
    assert (found.day, found.last) == (date(2026, 9, 20), date(2026, 9, 1))
    assert dues.visits(store, date(2026, 9, 19)) == []
    last.remove()
    assert dues.visits(store, SOON)[0].day == date(2026, 6, 10)


def test_the_rule_counts_from_the_last_visit_where_nothing_was_agreed(store, household):
    a_visit(household, date(2026, 6, 20), None)
    assert dues.visits(store, SOON)[0].day == date(2026, 9, 18)


def test_who_came_to_be_at_high_risk_does_not_wait_for_the_day_agreed_on_before(store, household):
    a_visit(household, date(2026, 9, 1), date(2026, 12, 1))
    assert dues.visits(store, SOON) == []
    (person,) = Person.alive()
    person.risk = "3"
    person.save()
    assert dues.visits(store, SOON)[0].day == date(2026, 9, 8)


def test_a_nearer_day_agreed_on_holds_at_high_risk_too(store, household):
    household.risk = "3"
    household.save()
    a_visit(household, date(2026, 9, 1), date(2026, 9, 3))
    assert dues.visits(store, SOON)[0].day == date(2026, 9, 3)


def test_a_household_that_nobody_on_file_lives_in_is_not_visited(store, household):
    (person,) = Person.alive()
    person.state, person.ended = "died", date(2026, 9, 1)
    person.save()
    assert dues.visits(store, SOON) == []


def test_the_longest_overdue_comes_first(store, household):
    another = Household.new(head="卢满仓", risk="3")
    another.save()
    Person.new(name="卢满仓", household=another.id, since=date(2026, 9, 1)).save()
    assert [found.caption for found in dues.visits(store, SOON)] == ["石有田", "卢满仓"]


def test_a_case_without_a_session_for_a_month_is_quiet(store):
    person = Person.new(name="龙秀英")
    person.save()
    case = Case.new(person=person.id, source="01", worker=uuid7(), opened=date(2026, 8, 1))
    case.save()
    assert [found.row for found in dues.quiet_cases(store)] == [case.id]
    CaseSession.new(case=case.id, worker=uuid7(), day=date(2026, 9, 10)).save()
    assert dues.quiet_cases(store) == []


def test_a_consent_running_out_is_due_until_it_is_renewed(store):
    person = uuid7()
    Consent.new(person=person, kind="image", day=date(2025, 10, 1), until=date(2026, 10, 1)).save()
    Consent.new(person=uuid7(), kind="image", day=date(2025, 10, 1), until=date(2027, 10, 1)).save()
    assert [found.day for found in dues.consents(store)] == [date(2026, 10, 1)]
    Consent.new(person=person, kind="image", day=date(2026, 9, 10), until=date(2027, 10, 1)).save()
    assert dues.consents(store) == []


def test_hours_are_late_after_ten_working_days(store):
    volunteer = Volunteer.new(name="何桂香")
    volunteer.save()
    for day in (date(2026, 8, 31), date(2026, 9, 1)):
        VolunteerHours.new(volunteer=volunteer.id, day=day, start=time(9), end=time(10)).save()
    assert [(found.last, found.day) for found in dues.late_hours(store)] == [(date(2026, 8, 31), date(2026, 9, 14))]


def test_what_is_due_follows_each_record_saved(store, household):
    assert [due.row for due in dues.visits(store, SOON)] == [household.id]
    visit = a_visit(household, date(2026, 9, 10), date(2026, 12, 1))
    assert dues.visits(store, SOON) == []
    visit.remove()
    found = dues.visits(store, SOON)
    found.clear()
    assert [due.row for due in dues.visits(store, SOON)] == [household.id]
