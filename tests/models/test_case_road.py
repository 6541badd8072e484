"""The road of a case: seven steps, at most one in hand, and what leads on."""

from datetime import date

import casework_papers as papers
import pytest

from models import codes
from models.casework import road
from models.casework.coming import coming_of
from models.casework.conference import CaseConference
from models.fields import Line
from models.linking.referral import Referral
from models.row_id import uuid7
from models.team.staff import Staff

_MORE = {
    state: {"closed": date(2026, 8, 1), "close_reason": "01"} for state in ("closed", "follow", "archived")
}  # fmt: skip


def in_hand(case):
    return [step.name for step in road.steps_of(case) if step.state == "now"]


@pytest.mark.parametrize("state", [entry.code for entry in codes.choices("case_state")])
def test_at_most_one_step_is_in_hand(store, state):
    case = papers.a_case(state=state, **_MORE.get(state, {}))
    assert len(road.steps_of(case)) == 7
    assert len(in_hand(case)) == (0 if state in ("refused", "archived") else 1)


def test_a_step_without_a_paper_is_not_ticked(store):
    steps = {step.name: step.state for step in road.steps_of(papers.a_case(state="open"))}
    assert steps["Assessment"] == "todo" and steps["Plan"] == "now"


def test_an_intake_that_turns_away_leads_to_the_slip_and_to_saying_so(store):
    turned, referred = papers.a_case(state="assessing"), papers.a_case(state="assessing")
    papers.intake(turned, decision="refuse", why_not="不属服务范围")
    papers.intake(referred, decision="refer", why_not="归县医院")
    assert road.ahead_of(turned).move == "refuse"
    assert [table for table, _ in road.ahead_of(referred).missing] == ["referral"]
    papers.saved(Referral.new(case=referred.id, person=referred.person, worker=uuid7(), reason="需住院"))
    assert road.ahead_of(referred).move == "refer_on"


def test_a_case_taken_over_with_its_plan_in_words_stands_at_its_sessions(store):
    assert in_hand(papers.a_case(plan="每两周家访")) == ["Intervention"]


def test_an_evaluation_on_the_way_does_not_end_the_sessions(store):
    case = papers.a_case()
    papers.plan(case)
    papers.evaluation(case, stage="mid")
    assert in_hand(case) == ["Intervention"]
    papers.evaluation(case, stage="end")
    assert in_hand(case) == ["Closing"]


def test_what_leads_on_is_the_paper_that_is_missing_first_and_then_the_approval(store):
    case = papers.a_case(state="assessing")
    assert road.ahead_of(case).to == "Intake"
    papers.intake(case)
    ahead = road.ahead_of(case)
    assert (ahead.to, [table for table, _ in ahead.missing], ahead.move) == ("Assessment", ["case_assessment"], None)
    papers.assessment(case)
    assert road.ahead_of(case).move == "submit_opening"
    case.move("submit_opening")
    assert road.ahead_of(case) is None
    case.move("approve_opening")
    assert [table for table, _ in road.ahead_of(case).missing] == ["case_plan"]


def test_three_visits_after_closing_end_the_road(store):
    case = papers.a_case(state="closed", **_MORE["closed"])
    for day in (date(2026, 8, 30), date(2026, 9, 1), date(2026, 9, 2)):
        papers.follow_up(case, day)
    last = road.steps_of(case)[-1]
    assert (last.state, last.count, last.day) == ("done", 3, date(2026, 9, 2))


def test_the_states_are_told_with_who_and_why(store):
    case = papers.a_case()
    case.move("pause", why="住院")
    latest, first = road.been(case)
    assert (latest.state, latest.why, latest.user, first.state) == ("paused", "住院", store.user, "open")


def test_what_is_to_come_is_in_the_order_of_days_and_leaves_out_what_is_done(store):
    case = papers.a_case()
    goals = (Line(goal="按时到校", by=date(2026, 10, 1)), Line(goal="完成", by=date(2026, 9, 1), state="reached"))
    papers.plan(case, goals=goals)
    papers.session(case, date(2026, 9, 10), next_day=date(2026, 9, 24))
    tasks = (Line(what="联系父亲", by=date(2026, 9, 20)), Line(what="已办", by=date(2026, 9, 1), done=date(2026, 9, 2)))
    chair = Staff.alive().get().id
    told = {"chair": chair, "question": "转介", "decision": "观察", "tasks": tasks}
    papers.saved(CaseConference.new(case=case.id, day=date(2026, 9, 5), **told))
    assert [(day, what) for day, _, what in coming_of(case)] == [
        (date(2026, 9, 20), "联系父亲"), (date(2026, 9, 24), ""), (date(2026, 10, 1), "按时到校")
    ]  # fmt: skip


def test_a_case_without_any_paper_promises_nothing(store):
    assert coming_of(papers.a_case(worker=uuid7())) == []
