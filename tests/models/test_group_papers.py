"""Plans and evaluations of groups and activities: approval, budgets, rates worked out, what does not fit."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models import papers
from models.errors import InvalidRecord
from models.fields import Line
from models.people.person import Person
from models.process import NoSuchStep, NotYourStep
from models.row_id import uuid7
from models.services.activity import Activity, Attendance
from models.services.activity_evaluation import ActivityEvaluation
from models.services.activity_plan import ActivityPlan
from models.services.approval import with_amounts
from models.services.group import Group, GroupSession
from models.services.group_evaluation import GroupEvaluation, attendance_rate
from models.services.group_member import GroupMember, not_agreed, still_in
from models.services.group_plan import GroupPlan, planned


@pytest.fixture
def group(store):
    group = Group.new(name="夕阳红手工", kind="hobby", worker=uuid7(), started=date(2026, 9, 1))
    group.save()
    return group


@pytest.fixture
def activity(store):
    activity = Activity.new(name="重阳义诊", kind="clinic", day=date(2026, 9, 10))
    activity.save()
    return activity


def a_plan(group, **answers):
    answers.setdefault("agenda", (Line(topic="相识"),))
    return GroupPlan.new(group=group.id, background="独居老人多", goal="结识三人", **answers)


def asked(record):
    return [(problem.question, problem.blocks) for problem in record.problems()]


def test_a_plan_is_written_submitted_and_approved(store, group):
    plan = a_plan(group)
    plan.save()
    plan.move("submit")
    plan.move("approve")
    again = GroupPlan.get_by_id(plan.id)
    assert (again.state, again.approved_on) == ("approved", date(2026, 9, 15))
    assert again.approved_by == store.user


def test_a_plan_is_submitted_only_when_it_says_what_is_planned(store, group):
    plan = GroupPlan.new(group=group.id)
    plan.save()
    with pytest.raises(InvalidRecord) as caught:
        plan.move("submit")
    assert {problem.question for problem in caught.value.problems} == {"background", "goal", "agenda"}


def test_the_lead_approves_and_returns_with_a_reason(store, group):
    plan = a_plan(group)
    plan.save()
    plan.move("submit")
    with pytest.raises(NoSuchStep):
        plan.move("return")
    plan.move("return", why="预算缺来源")
    assert plan.state == "draft"
    worker = store.tables["staff"].new(name="潘晓燕", role="worker")
    worker.save()
    plan.move("submit")
    store.user = worker.id
    with pytest.raises(NotYourStep):
        plan.move("approve")


def test_what_was_approved_is_revised_with_a_reason_and_approved_anew(store, group):
    plan = a_plan(group)
    plan.save()
    plan.move("submit")
    plan.move("approve")
    plan.move("revise", why="换场地")
    assert (plan.state, plan.approved_by, plan.approved_on) == ("draft", None, None)


def test_an_amount_is_worked_out_from_price_and_quantity(store, group):
    plan = a_plan(group, budget=(Line(item="毛线", price=1250, quantity=8), Line(item="茶水", amount=6000)))
    plan.save()
    again = GroupPlan.get_by_id(plan.id)
    assert [line["amount"] for line in again.budget] == [10000, 6000]
    assert GroupPlan.budget.total(again.budget, "amount") == 16000


def test_an_amount_that_is_not_price_times_quantity_is_a_warning(store, group):
    plan = a_plan(group, budget=(Line(item="毛线", price=1250, quantity=8, amount=9000),))
    (problem,) = plan.problems()
    assert (problem.question, problem.blocks, problem.values) == ("budget", False, {"line": 1})


_money = st.none() | st.integers(0, 10**7)
_line = st.fixed_dictionaries({"item": st.just("x"), "price": _money, "quantity": st.none() | st.integers(0, 999)})


@settings(max_examples=50, deadline=None)
@given(lines=st.lists(_line, max_size=6))
def test_amounts_never_take_anything_from_a_budget(lines):
    filled = with_amounts(map(Line, lines))
    assert len(filled) == len(lines)
    for before, after in zip(lines, filled, strict=True):
        assert {name: after[name] for name in before} == before
        if before["price"] is not None and before["quantity"] is not None:
            assert after["amount"] == before["price"] * before["quantity"]


def test_members_at_most_are_not_fewer_than_at_least(group):
    assert asked(a_plan(group, least=12, most=8)) == [("most", True)]


def test_an_activity_is_planned_with_its_risks(store, activity):
    plan = ActivityPlan.new(activity=activity.id, goal="义诊", programme=(Line(content="量血压"),))
    plan.save()
    with pytest.raises(InvalidRecord) as caught:
        plan.move("submit")
    assert [problem.question for problem in caught.value.problems] == ["risks"]
    plan.risks = (Line(risk="weather", measure="改到室内"),)
    plan.move("submit")
    assert plan.state == "waiting"


def test_the_rate_is_counted_from_the_sheets_up_to_the_day_of_the_evaluation(store, group):
    days = (date(2026, 9, 2), date(2026, 9, 9), date(2026, 9, 14))
    sessions = [GroupSession.new(group=group.id, number=n, day=day) for n, day in enumerate(days, 1)]
    states = (("present", "late", "absent"), ("present", "present", "present"), ("absent", "absent", "absent"))
    people = [uuid7() for _ in range(3)]
    for session, marks in zip(sessions, states, strict=True):
        session.save()
        for person, state in zip(people, marks, strict=True):
            Attendance.new(session=session.id, person=person, state=state).save()
    assert attendance_rate(group.id, date(2026, 9, 10)) == 833
    evaluation = GroupEvaluation.new(group=group.id, day=date(2026, 9, 15))
    evaluation.save()
    assert (evaluation.held, evaluation.rate) == (3, "55.6 %")


def test_without_a_tick_there_is_no_rate(store, group):
    evaluation = GroupEvaluation.new(group=group.id)
    evaluation.save()
    assert (evaluation.held, evaluation.rate, evaluation.before_after) == (0, None, None)


def test_scores_before_and_after_become_means_of_those_scored_twice(store, group):
    for before, after in ((10, 14), (11, 16), (9, None)):
        GroupMember.new(group=group.id, person=uuid7(), before=before, after=after).save()
    evaluation = GroupEvaluation.new(group=group.id)
    evaluation.save()
    assert evaluation.before_after == "10.5 → 15.0"


@pytest.mark.parametrize(
    ("mean", "found"), [("4.6", []), ("５", []), ("5.5", [("mean", True)]), ("好", [("mean", True)])]
)
def test_a_mean_of_satisfaction_is_a_number_up_to_five(group, activity, mean, found):
    assert asked(GroupEvaluation.new(group=group.id, mean=mean)) == found
    assert asked(ActivityEvaluation.new(activity=activity.id, mean=mean)) == found


def test_no_more_are_satisfied_than_were_asked(activity):
    evaluation = ActivityEvaluation.new(activity=activity.id, asked=10, satisfied=11)
    assert asked(evaluation) == [("satisfied", True)]


def test_an_activity_is_evaluated_after_it_was_held(activity):
    assert asked(ActivityEvaluation.new(activity=activity.id, day=date(2026, 9, 9))) == [("day", True)]


def test_for_a_child_the_guardian_agrees(store, group):
    child = Person.new(name="莫小满", birth="2015-05-01", guardian="莫大山", guardian_phone="13912345678")
    child.save()
    member = GroupMember.new(group=group.id, person=child.id, consent="self")
    (problem,) = member.problems()
    assert (problem.question, problem.repair) == ("consent", "guardian")
    member.consent = "guardian"
    assert member.problems() == []
    assert (member.guardian, member.guardian_phone) == ("莫大山", "13912345678")


def a_member(group, name, **answers):
    person = Person.new(name=name)
    person.save()
    member = GroupMember.new(group=group.id, person=person.id, joined=date(2026, 9, 1), **answers)
    member.save()
    return member


def test_who_withdraws_consent_is_asked_to_leave_on_that_day(store, group):
    member = a_member(group, "次仁卓玛", consent="self", consented=date(2026, 9, 1))
    member.consent, member.withdrawn = "withdrawn", date(2026, 9, 10)
    (problem,) = member.problems()
    assert (problem.question, problem.blocks, problem.repair) == ("left", False, date(2026, 9, 10))
    member.left = problem.repair
    assert member.problems() == []


def test_consent_is_not_withdrawn_before_it_was_given(store, group):
    member = a_member(group, "次仁卓玛", consent="withdrawn", consented=date(2026, 9, 5), left=date(2026, 9, 6))
    member.withdrawn = date(2026, 9, 4)
    assert ("withdrawn", True) in asked(member)


def test_who_is_still_in_a_group_without_having_agreed(store, group, noon):
    states = ("self", "waiting", None, "refused", "withdrawn", "guardian")
    members = [a_member(group, f"甲{name}", consent=state) for name, state in zip("一二三四五六", states, strict=True)]
    members[3].left = date(2026, 9, 2)
    members[3].save()
    assert {one.consent for one in not_agreed(group.id, noon.date())} == {"waiting", None, "withdrawn"}
    assert still_in(group.id, noon.date()).count() == 5


def test_a_member_stands_in_the_file_of_the_group_on_the_day_of_joining(store, group):
    member = a_member(group, "次仁卓玛")
    assert [(paper.row, paper.day) for paper in papers.of(store, group)] == [(member.id, date(2026, 9, 1))]


def test_those_counted_by_category_are_no_more_than_those_not_named(store, activity):
    activity.unnamed, activity.audience = 5, (Line(category="203", people=6),)
    assert asked(activity) == [("audience", False)]
    activity.unnamed = 6
    assert asked(activity) == []


def test_a_session_begins_with_what_the_plan_says_of_it(group):
    assert planned(group.id, 1) == {}
    a_plan(group, agenda=(Line(topic="相识", aim="互相认识"), Line(topic="告别"))).save()
    assert planned(group.id, 1) == {"topic": "相识", "goal": "互相认识"}
    assert planned(group.id, 2) == {"topic": "告别"}
    assert planned(group.id, 3) == {}


def test_the_final_account_begins_with_the_budget(group):
    assert GroupEvaluation.new(group=group.id).account == ()
    a_plan(group, budget=(Line(item="毛线", price=1250, quantity=8), Line(item="茶水"))).save()
    account = GroupEvaluation.new(group=group.id).account
    assert [dict(line) for line in account] == [{"item": "毛线", "budgeted": 10000}, {"item": "茶水"}]


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    sheets=st.lists(st.lists(st.sampled_from(["present", "late", "absent"]), max_size=5), min_size=1, max_size=4),
    until=st.integers(1, 5),
)
def test_the_rate_is_those_who_came_of_all_named_whatever_the_sheets(store, sheets, until):
    group = Group.new(name="组", kind="hobby", worker=uuid7(), started=date(2026, 9, 1))
    group.save()
    for day, states in enumerate(sheets, 1):
        session = GroupSession.new(group=group.id, number=day, day=date(2026, 9, day))
        session.save()
        for state in states:
            Attendance.new(session=session.id, person=uuid7(), state=state).save()
    named = [state for states in sheets[:until] for state in states]
    rate = attendance_rate(group.id, date(2026, 9, until))
    if not named:
        assert rate is None
    else:
        came = sum(state != "absent" for state in named)
        assert 0 <= rate <= 1000 and abs(rate - 1000 * came / len(named)) <= 0.5
