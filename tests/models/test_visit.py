"""Visits: order of dates, the dead and the gone, the next visit by rule."""

from datetime import date

import pytest

from models.people.household import Household
from models.people.person import Person
from models.records import uuid7
from models.services.visit import Visit


@pytest.fixture
def household(store):
    household = Household.new(head="王𠮷明", village="河口村", risk="1")
    household.save()
    return household


def a_visit(household, **answers):
    return Visit.new(household=household.id, visitors=(uuid7(),), day=answers.pop("day", date(2026, 9, 3)), **answers)


def asked(visit):
    return [(problem.question, problem.blocks) for problem in visit.problems()]


def test_the_next_visit_is_suggested_by_the_risk_of_the_household(household):
    assert a_visit(household).next_day == date(2026, 12, 2)


def test_the_strictest_member_sets_the_next_visit(household):
    Person.new(name="卢满仓", household=household.id, risk="3").save()
    Person.new(name="莫小满", household=household.id, categories=("112",)).save()
    assert a_visit(household).next_day == date(2026, 9, 10)


def test_the_next_visit_is_not_before_this_one_and_the_repair_is_the_rule(household):
    visit = a_visit(household, next_day=date(2026, 9, 2))
    (problem,) = visit.problems()
    assert (problem.question, problem.blocks, problem.repair) == ("next_day", True, date(2026, 12, 2))


def test_a_visit_lies_in_the_village_of_its_household(household):
    visit = a_visit(household)
    visit.save()
    assert Visit.get_by_id(visit.id).village == "河口村"


def test_a_visit_in_the_future_is_refused(household):
    assert asked(a_visit(household, day=date(2026, 9, 16))) == [("day", True)]


def test_seeing_the_dead_is_a_warning(household):
    gone = Person.new(name="莫某", state="died", since=date(2020, 1, 1), ended=date(2026, 9, 2))
    gone.save()
    (problem,) = a_visit(household, seen=(gone.id,)).problems()
    assert (problem.question, problem.blocks) == ("seen", False)
    assert problem.values == {"name": "莫某", "day": "2026-09-02"}
    assert a_visit(household, seen=(gone.id,), day=date(2026, 9, 2)).problems() == []


def test_seeing_one_whose_file_is_closed_is_a_warning(household):
    gone = Person.new(name="莫某", state="moved", since=date(2020, 1, 1), ended=date(2026, 9, 2))
    gone.save()
    assert asked(a_visit(household, seen=(gone.id,))) == [("seen", False)]


def test_a_second_visit_of_the_same_day_and_way_is_a_warning(household):
    a_visit(household).save()
    assert asked(a_visit(household)) == [("day", False)]
    assert asked(a_visit(household, way="phone")) == []


def test_a_visit_does_not_warn_of_itself(household):
    visit = a_visit(household)
    visit.save()
    assert visit.problems() == []


def test_who_was_met_should_be_named(household):
    assert asked(a_visit(household, met="yes")) == [("seen", False)]


def test_whether_it_is_solved_is_asked_where_something_was_found(household):
    visit = a_visit(household, solved="yes")
    visit.save()
    assert (visit.solved, visit.has_problem) == (None, "no")
    visit.problem, visit.solved = "房屋漏雨", "no"
    visit.save()
    assert (visit.solved, visit.has_problem) == ("no", "yes")
