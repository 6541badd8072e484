"""Visits: order of dates, the dead and the gone, the next visit by rule."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models import dues
from models.fields import Line
from models.people.household import Household
from models.people.person import Person
from models.row_id import uuid7
from models.services.frequency import times_in_vain
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


def test_a_danger_found_by_a_check_stands_among_the_living_conditions(household):
    visit = a_visit(household, power="danger", house="danger", gas="ok", living=("food",))
    visit.save()
    assert visit.living == ("food", "house", "power")


def test_nothing_unusual_beside_a_danger_is_a_warning_with_a_repair(household):
    visit = a_visit(household, living=("fire", "none"))
    (problem,) = visit.problems()
    assert (problem.question, problem.blocks, problem.repair) == ("living", False, ("fire",))


def test_times_in_vain_are_counted_until_somebody_is_met(household):
    for day, met, attempt in ((1, "no", "1"), (3, "no", "2"), (5, "yes", None), (7, "no", "1")):
        visit = a_visit(household, day=date(2026, 9, day), met=met, seen=(uuid7(),) if met == "yes" else ())
        visit.save()
        assert visit.attempt == attempt


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(met=st.lists(st.sampled_from(["yes", "no"]), min_size=1, max_size=6))
def test_times_in_vain_are_those_at_the_end_of_the_course(store, met):
    household = Household.new(head="王𠮷明")
    household.save()
    for day, answer in enumerate(met, 1):
        last = a_visit(household, day=date(2026, 9, day), met=answer, seen=(uuid7(),))
        last.save()
    in_vain = len(met) - max((place for place, answer in enumerate(met, 1) if answer == "yes"), default=0)
    assert times_in_vain(last) == in_vain
    assert last.attempt == (str(min(in_vain, 3)) if in_vain else None)


def test_three_times_in_vain_are_asked_about(household):
    for day in (1, 2):
        a_visit(household, day=date(2026, 9, day), met="no").save()
    assert ("met", False) in asked(a_visit(household, met="no"))


def test_who_was_not_met_is_tried_again_soon(household):
    assert a_visit(household, met="no").next_day == date(2026, 9, 10)


def test_who_answered_instead_is_asked_only_where_nobody_was_met(household):
    visit = a_visit(household, met="yes", seen=(uuid7(),), answered_by="邻居", answered_relation="99")
    visit.save()
    assert (visit.answered_by, visit.answered_relation) == (None, None)


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    risk=st.sampled_from("0123"),
    members=st.lists(
        st.tuples(st.sampled_from("0123"), st.lists(st.sampled_from(["101", "103", "108", "112", "203"]), max_size=2)),
        max_size=3,
    ),
)
def test_nobody_waits_longer_than_the_strictest_rule_asks(store, risk, members):
    """高风险 weekly, 重点 monthly, 一般 quarterly; elders in special hardship monthly."""
    household = Household.new(head="王𠮷明", risk=risk)
    household.save()
    for number, (member_risk, categories) in enumerate(members):
        Person.new(name=f"甲{number}", household=household.id, risk=member_risk, categories=tuple(categories)).save()
    days = (a_visit(household).next_day - date(2026, 9, 3)).days
    risks, codes = {risk, *(one for one, _ in members)}, {code for _, found in members for code in found}
    bounds = [180] + [7] * ("3" in risks) + [30] * ("2" in risks) + [90] * ("1" in risks)
    bounds += [30] * bool(codes & {"103", "108", "112"}) + [90] * ("101" in codes)
    assert days == min(bounds)


def test_the_first_open_to_do_makes_the_visit_due(store, household):
    visit = a_visit(
        household,
        todos=(
            Line(what="买药", by=date(2026, 9, 10), done=date(2026, 9, 9)),
            Line(what="修灯", who="韦敏", by=date(2026, 9, 16)),
            Line(what="回访"),
        ),
    )
    visit.save()
    assert visit.todo_day == date(2026, 9, 16)
    (found,) = dues.todos(store, date(2026, 9, 18))
    assert (found.row, found.day, found.caption) == (visit.id, date(2026, 9, 16), "王𠮷明 · 修灯")
    assert dues.todos(store, date(2026, 9, 15)) == []
