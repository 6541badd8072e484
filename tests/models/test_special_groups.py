"""Households, children in difficulty or left behind, guardianship, home modifications, pairings."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.errors import InvalidRecord
from models.fields import Line
from models.people import child_plan
from models.people.child_plan import ChildPlan
from models.people.guardianship import DANGERS, STRENGTHS, Guardianship, grade_of
from models.people.home_modification import HomeModification
from models.people.household import Household
from models.people.left_behind import LeftBehindChild
from models.people.pairing import Pairing
from models.people.person import Person


def household(**answers):
    made = Household.new(head="龙秀英", village="河口村", **answers)
    made.save()
    return made


def child(birth="2016-03-21", home=None):
    made = Person.new(name="龙小花", birth=birth, id_kind="none", household=home and home.id)
    made.save()
    return made


def doubts(record):
    return {problem.question for problem in record.problems() if not problem.blocks}


money = st.none() | st.integers(0, 10**8)


@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
@given(incomes=st.lists(money, min_size=4, max_size=4), count=st.none() | st.integers(0, 12))
def test_the_income_is_the_sum_of_four_kinds_and_blank_where_none_is_known(store, incomes, count):
    home = household(**dict(zip(("wages", "business", "property", "transfers"), incomes, strict=True)), count=count)
    known = [one for one in incomes if one is not None]
    assert home.income == (sum(known) if known else None)
    assert home.income_each == (sum(known) // 12 // count if known and count else None)


def test_members_not_on_file_and_supporters_stand_in_the_household(store):
    home = household(
        relatives=(Line(name="龙大", relation="20", income=300000, together="no"), Line(name="龙二")),
        supporters=(Line(name="龙三", monthly=20000, able="yes"),),
    )
    again = Household.get_by_id(home.id)
    assert [line["name"] for line in again.relatives] == ["龙大", "龙二"]
    assert Household.questions()["supporters"].total(again.supporters, "monthly") == 20000


def test_a_child_left_behind_is_under_sixteen(store):
    register = LeftBehindChild.new(person=child("2010-09-15").id, both_away="yes", grade="good", entrusted="yes")
    register.guardian = "龙秀英"
    assert "person" in doubts(register)
    register.person = child("2010-09-16").id
    assert not doubts(register)


def test_a_child_whom_nobody_guards_is_said_to_be_for_the_police(store):
    register = LeftBehindChild.new(person=child().id, both_away="yes", entrusted="no", grade="fair")
    assert "grade" in doubts(register)


def test_a_parent_at_home_who_can_be_guardian_makes_no_child_left_behind(store):
    register = LeftBehindChild.new(person=child().id, both_away="no", other_unable="no", grade="good")
    assert "other_unable" in doubts(register)


def plan(**answers):
    made = ChildPlan.new(person=child().id, troubles=("poor",), colour="yellow", services=("visits",), **answers)
    made.save()
    return made


def test_a_guardian_who_fails_suggests_the_report_with_one_key(store):
    one = plan(guarding="unreported")
    (problem,) = [problem for problem in one.problems() if problem.question == "services"]
    assert set(problem.repair) == {"visits", "report"}


@pytest.mark.parametrize(("risk", "doubted"), [("0", True), ("1", True), ("2", False), ("3", False)])
def test_a_colour_above_the_risk_of_the_file_is_said_for_visits_go_by_the_file(store, risk, doubted):
    one = plan()
    person = one.linked("person")
    person.risk = risk
    person.save()
    assert ("colour" in doubts(one)) == doubted


def test_a_plan_goes_from_draft_to_its_end_and_is_looked_at_again(store):
    one = plan(review=date(2026, 10, 1))
    assert not child_plan.reviews_due(store, date(2026, 12, 1))
    one.move("agree")
    one.move("begin")
    (due,) = child_plan.reviews_due(store, date(2026, 10, 1))
    assert (due.row, due.risk) == (one.id, "2")
    with pytest.raises(InvalidRecord):
        one.move("end")
    one.result = "已纳入保障"
    one.move("end")
    assert not child_plan.reviews_due(store, date(2026, 12, 1))


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_danger_is_danger_and_what_lacks_is_counted(store, data):
    answer = st.sampled_from(["yes", "no", "unknown", None])
    answers = {name: data.draw(answer, label=name) for name in STRENGTHS + DANGERS}
    one = Guardianship.new(person=child().id, guardian="龙秀英", **answers)
    one.derive()
    lacking = sum(answers[name] == "no" for name in STRENGTHS)
    if any(answers[name] == "yes" for name in DANGERS):
        assert one.grade == "danger"
    elif None not in answers.values() and "unknown" not in answers.values():
        assert one.grade == ("weak" if lacking >= 3 else "fair" if lacking else "good")
    assert bool([doubt for doubt in one.conflicts() if doubt.question == "lives_with"]) == (one.grade is None)


@settings(max_examples=100, deadline=None)
@given(answers=st.lists(st.sampled_from(["yes", "no", "unknown", None]), min_size=15, max_size=15))
def test_guardianship_has_no_grade_while_an_open_answer_could_change_it(answers):
    """An assessment without answers is not good."""

    def filled(strength, danger):
        given = [one if one in ("yes", "no") else strength for one in answers[:9]]
        return grade_of(given, [one if one in ("yes", "no") else danger for one in answers[9:]])

    best, worst = filled("yes", "no"), filled("no", "yes")
    assert grade_of(answers[:9], answers[9:]) == (best if best == worst else None)
    assert grade_of([None] * 9, [None] * 6) is None


def test_a_modification_is_approved_with_items_and_a_funder_and_adds_up(store):
    one = HomeModification.new(household=household().id, kinds=("age",))
    one.save()
    with pytest.raises(InvalidRecord):
        one.move("approve")
    one.items = (Line(what="扶手", cost=12000), Line(what="坡道", cost=30050))
    one.funder = "福彩公益金"
    one.move("approve")
    assert (one.cost, one.village) == (42050, "河口村")
    one.accepted_on = date(2026, 9, 1)
    with pytest.raises(InvalidRecord):
        one.move("accept")
    one.day, one.accepted_on = date(2026, 8, 1), date(2026, 9, 1)
    one.move("accept")


def test_a_pairing_is_of_the_persons_household(store):
    home = household()
    one = Pairing.new(person=child(home=home).id, helper="农志愿")
    one.save()
    assert one.household == home.id
    one.until = date(2020, 1, 1)
    with pytest.raises(InvalidRecord):
        one.save()
