"""The papers of a case: what each works out, warns of and refuses."""

from datetime import date, time

import casework_papers as papers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import codes
from models.approvals import waiting_for_lead
from models.casework.assessment import CaseAssessment
from models.casework.case import Case
from models.casework.closure import CaseClosure
from models.casework.consultation import Consultation
from models.casework.crisis import CrisisReport, open_reports
from models.casework.evaluation import CaseEvaluation
from models.casework.follow_up import follow_ups_due
from models.casework.goals import course_of, mean_percent, numbered
from models.casework.handover import CaseHandover
from models.casework.plan import CasePlan
from models.casework.session import CaseSession, agreed_and_not_held, to_write_up
from models.casework.work import work_done
from models.errors import InvalidRecord
from models.fields import Line
from models.fields.answers import filled
from models.row_id import uuid7
from models.scales import definition
from models.scales.result import ScaleResult
from resources.language import Language


@pytest.fixture
def case(store):
    return papers.a_case()


def asked(record):
    return [(problem.question, problem.blocks) for problem in record.problems()]


# --- sessions ---


def test_beginning_and_end_give_the_length(case):
    session = papers.session(case, date(2026, 3, 10), start=time(15, 0), end=time(15, 50), minutes=5)
    assert session.minutes == 50
    session.end = time(14, 0)
    assert asked(session) == [("end", True)]


def test_sessions_are_numbered_by_day_and_contacts_in_between_are_not(case):
    days = {10: "session", 12: "contact", 5: "session", 20: "session"}
    made = {day: papers.session(case, date(2026, 3, day), kind=kind) for day, kind in days.items()}
    for session in made.values():
        session.save()
    turns = {day: CaseSession.get_by_id(session.id).turn for day, session in made.items()}
    assert turns == {5: 1, 10: 2, 12: None, 20: 3}


def test_a_short_contact_asks_for_less(case):
    short = CaseSession.new(case=case.id, worker=uuid7(), kind="contact")
    shown = [name for name, question in short.questions().items() if question.is_asked(short)]
    assert "notes" in shown and not {"progress", "techniques", "reaction"} & set(shown)


def test_an_interview_before_the_opening_belongs_to_the_intake(store):
    case = papers.a_case(opened=date(2026, 3, 10))
    early = CaseSession.new(case=case.id, worker=uuid7(), day=date(2026, 3, 5))
    assert asked(early) == [("day", False)]
    papers.intake(case, day=date(2026, 3, 2))
    assert asked(early) == []


def test_a_session_not_written_up_within_a_day_is_due(case, store):
    empty = papers.session(case, date(2026, 9, 10))
    papers.session(case, date(2026, 9, 11), notes="写好了")
    papers.session(case, date(2026, 9, 15))
    papers.session(case, date(2026, 9, 9), kind="contact")
    assert [(session.id, day) for session, day in to_write_up(store)] == [(empty.id, date(2026, 9, 11))]


def test_a_session_agreed_on_and_not_held_is_due_until_something_is_recorded(case, store):
    papers.session(case, date(2026, 9, 1), next_day=date(2026, 9, 8))
    assert [(c.id, day) for c, day in agreed_and_not_held(store)] == [(case.id, date(2026, 9, 8))]
    papers.session(case, date(2026, 9, 9), kind="contact")
    assert agreed_and_not_held(store) == []


# --- goals ---


def test_goals_keep_their_numbers_through_versions(case):
    first = papers.plan(case, goals=(Line(goal="每周到校5天"), Line(goal="外婆会用登记卡")))
    assert [goal["no"] for goal in first.goals] == [1, 2]
    second = first.revised()
    second.goals = (second.goals[1], Line(goal="情绪量表15分以下"))
    second.save()
    assert [(goal["no"], goal["goal"]) for goal in second.goals] == [(2, "外婆会用登记卡"), (3, "情绪量表15分以下")]
    assert (second.version, second.revises, second.state, second.signed) == (2, first.id, "draft", None)


def test_two_goals_of_one_number_are_told_apart_when_the_plan_is_saved(case):
    goals = (Line(goal="每周到校5天"), Line(goal="外婆会用登记卡"))
    plan = CasePlan.new(case=case.id, aim="按时到校", worker=case.worker, goals=goals)
    assert ("goals", True) not in asked(plan)
    plan.goals = tuple(Line(goal | {"no": 1}) for goal in plan.goals)
    plan.save()
    assert [goal["no"] for goal in plan.goals] == [1, 2]


@given(st.lists(st.one_of(st.none(), st.integers(1, 9)), max_size=6), st.lists(st.integers(1, 9), max_size=4))
def test_a_new_goal_never_gets_a_number_that_was_used(numbers, taken):
    goals = [Line(goal="目标", **({"no": number} if number else {})) for number in numbers]
    given_now = [goal["no"] for goal in numbered(goals, [Line(no=number) for number in taken])]
    fresh = [new for new, old in zip(given_now, numbers, strict=True) if old is None]
    kept = [new for new, old in zip(given_now, numbers, strict=True) if old and new == old]
    assert kept == list(dict.fromkeys(old for old in numbers if old)) and len(set(given_now)) == len(given_now)
    assert len(set(fresh)) == len(fresh) and not set(fresh) & ({*numbers, *taken} - {None})


def test_a_session_begins_with_the_goals_of_the_plan_and_what_was_last_said_of_them(case):
    papers.plan(case, goals=(Line(goal="每周到校5天", before="2天"), Line(goal="不再做", state="dropped")))
    line = CaseSession.new(case=case.id, worker=uuid7()).progress
    assert line == (Line(no=1, goal="每周到校5天", before="2天"),)
    papers.session(case, date(2026, 4, 1), progress=(Line(line[0] | {"scale": "-1", "now": "3天"}),))
    assert CaseEvaluation.new(case=case.id).attainment[0]["scale"] == "-1"


def test_the_course_of_a_goal_runs_over_sessions_and_evaluations(case):
    papers.plan(case)
    papers.session(case, date(2026, 4, 1), progress=(Line(no=1, goal="g", scale="-1"),))
    papers.session(case, date(2026, 5, 1), progress=(Line(no=1, goal="g", scale="0"),))
    papers.evaluation(case, date(2026, 6, 1), attainment=(Line(no=1, goal="g", scale="1", percent=90),))
    assert course_of(case.id, 1) == [
        (date(2026, 4, 1), "-1", None), (date(2026, 5, 1), "0", None), (date(2026, 6, 1), "1", 90)
    ]  # fmt: skip
    assert course_of(case.id, 2) == []


def test_a_plan_in_force_gives_way_to_the_next_that_is_signed_and_approved(case):
    first = papers.plan(case, signed=date(2026, 3, 6))
    first.move("submit")
    first.move("approve")
    second = first.revised()
    second.save()
    second.move("submit")
    with pytest.raises(InvalidRecord):
        second.move("approve")
    second.signed = second.day
    second.save()
    second.move("approve")
    states = {plan.version: plan.state for plan in CasePlan.alive()}
    assert states == {1: "replaced", 2: "agreed"}


@pytest.mark.parametrize(
    ("percents", "mean", "reached"),
    [((), None, None), ((100, 100), 100, "full"), ((100, 41), 71, "most"), ((0,), 0, "none"), ((69, 70), 70, "most")],
)
def test_how_far_the_goals_were_attained_is_the_mean_of_them(case, percents, mean, reached):
    lines = tuple(Line(no=n, goal="目标", percent=percent) for n, percent in enumerate(percents, 1))
    evaluation = papers.evaluation(case, attainment=lines)
    assert (mean_percent(lines), evaluation.attained, evaluation.reached()) == (mean, mean, reached)


# --- assessment, closing, afterwards ---


def test_the_family_of_the_intake_is_not_typed_twice(case):
    papers.intake(case, family=(Line(name="覃桂珍", relation="64", birth_year="1955", together="yes", work="务农"),))
    fresh = CaseAssessment.new(case=case.id)
    assert fresh.family == (Line(name="覃桂珍", relation="64", birth_year="1955", together="yes"),)
    assert fresh.turn == "first"


def test_danger_at_the_intake_asks_for_a_crisis_report(case):
    told = papers.intake(case, abuse="yes")
    assert asked(told) == [("urgency", False), ("danger", False)]
    assert told.alarms() == ["abuse"]


def test_the_closing_form_counts_what_was_done(case):
    papers.session(case, date(2026, 3, 10), minutes=50)
    papers.session(case, date(2026, 3, 12), minutes=10, kind="contact")
    papers.session(case, date(2026, 9, 14), minutes=60)
    closed = papers.closure(case, day=date(2026, 9, 10))
    assert (closed.opened, closed.days, closed.sessions, closed.minutes) == (date(2026, 3, 1), 194, 1, 60)
    assert work_done(case.id, date(2026, 9, 14)).contacts == 3


def test_the_closing_form_takes_over_how_far_the_goals_were_attained(case):
    papers.evaluation(case, attainment=(Line(no=1, goal="g", percent=80),))
    assert CaseClosure.new(case=case.id).reached == "most"


def closed_case(day, **answers):
    return papers.a_case(**({"state": "closed", "closed": day, "close_reason": "01"} | answers))


def test_a_closed_case_is_looked_after_at_one_three_and_six_months(store):
    case = closed_case(date(2026, 8, 1))
    assert [(due.id, day) for due, day in follow_ups_due(store)] == [(case.id, date(2026, 9, 1))]
    papers.follow_up(case, date(2026, 9, 2))
    assert follow_ups_due(store) == []
    assert [day for _, day in follow_ups_due(store, date(2026, 12, 1))] == [date(2026, 11, 1)]


def test_nobody_is_sent_to_those_who_died_or_moved(store):
    closed_case(date(2026, 8, 1), close_reason="06")
    assert follow_ups_due(store) == []


def test_what_was_agreed_on_at_the_closing_goes_before_the_rule(store):
    case = closed_case(date(2026, 8, 1))
    papers.closure(case, day=date(2026, 8, 1), follow_up=(Line(day=date(2026, 9, 14)),))
    assert [day for _, day in follow_ups_due(store)] == [date(2026, 9, 14)]


def test_a_visit_after_closing_is_not_before_it(store):
    case = closed_case(date(2026, 8, 1))
    with pytest.raises(InvalidRecord):
        papers.follow_up(case, date(2026, 7, 1))


# --- handing over, crisis, consultation ---


def test_the_case_goes_to_its_new_worker_when_the_lead_approves(case):
    before, after = case.worker, uuid7()
    handover = papers.saved(
        CaseHandover.new(case=case.id, worker_after=after, reason="left", so_far="已会谈三次", told="yes")
    )
    assert handover.worker_before == before
    handover.move("submit")
    assert Case.get_by_id(case.id).worker == before
    handover.move("approve")
    assert Case.get_by_id(case.id).worker == after


def test_a_case_is_not_handed_over_to_the_same_worker(case):
    same = CaseHandover.new(case=case.id, worker_after=case.worker, reason="left", so_far="x", told="yes")
    assert ("worker_after", True) in asked(same)


def crisis(case, **answers):
    told = {"kind": "self", "worker": uuid7(), "seen": "划伤手腕"} | answers
    return CrisisReport.new(case=case.id, **told)


def test_the_clock_of_a_crisis_runs_a_day_from_the_finding_until_somebody_looked_again(case, store):
    report = papers.saved(crisis(case, day=date(2026, 9, 15), time=time(9, 30)))
    assert report.person == case.person
    assert f"{report.look_by():%m-%d %H:%M}" == "09-16 09:30"
    report.course = (Line(day=date(2026, 9, 15), what="家访，平稳"),)
    report.save()
    assert report.look_by() is None
    assert [one.id for one in open_reports(store, case)] == [report.id]


def test_only_the_lead_ends_a_crisis_and_says_how(case, store):
    report = papers.saved(crisis(case))
    with pytest.raises(InvalidRecord):
        report.move("close")
    report.result = "由外婆和社工轮流陪护，情绪平稳"
    report.save()
    report.move("close")
    assert (report.closed_by, report.closed_on) == (store.user, store.today())
    assert open_reports(store) == []


def test_a_grave_crisis_asks_for_the_lead_and_the_police(case):
    found = asked(crisis(case, must_report="yes"))
    assert found == [("lead_told_on", False), ("case", False), ("authority", False)]


def test_who_asks_once_may_stay_unnamed_and_gets_a_number(store):
    told = {"question": "怎样申请低保", "answer": "讲解条件和材料", "topics": ("policy",), "worker": uuid7()}
    first, second = (papers.saved(Consultation.new(**told)) for _ in range(2))
    assert (first.number, second.number) == ("ZX-0417-2026-A0001", "ZX-0417-2026-A0002")
    assert first.caption() == first.number


def test_a_consultation_that_becomes_a_case_says_which(store):
    told = {"question": "q", "answer": "a", "topics": ("policy",), "worker": uuid7(), "result": "case"}
    assert asked(Consultation.new(**told)) == [("case", False)]


def test_what_waits_for_the_lead_is_what_was_submitted(store):
    submitted = papers.a_case(state="assessing")
    papers.intake(submitted)
    papers.assessment(submitted)
    submitted.move("submit_opening")
    running = papers.a_case()
    papers.saved(crisis(running))
    papers.plan(running, signed=date(2026, 3, 5)).move("submit")
    assert sorted(due.table for due in waiting_for_lead(store)) == ["case", "case_plan"]


def test_assessments_of_a_case_are_counted_by_their_days(case):
    later = papers.assessment(case, day=date(2026, 6, 1))
    first = papers.assessment(case, day=date(2026, 3, 3))
    later.save()
    assert (first.nth, later.nth) == (1, 2)


def test_a_goal_typed_by_hand_in_a_session_is_known_by_its_words(case):
    papers.plan(case, goals=(Line(goal="每周到校5天"), Line(goal="外婆会用登记卡")))
    told = (Line(goal="外婆会用登记卡", scale="1"), Line(goal="别的事"))
    session = papers.session(case, date(2026, 4, 1), progress=told)
    assert [line.get("no") for line in session.progress] == [2, None]


def test_scales_of_the_person_stand_in_a_fresh_assessment_and_evaluation(case):
    for day, keys in ((date(2026, 3, 2), (2, 2)), (date(2026, 8, 30), (1, 0))):
        answers = filled(definition.scale("phq2"), dict(zip("12", keys, strict=True)))
        papers.saved(ScaleResult.new(person=case.person, scale="phq2", day=day, answers=answers, worker=uuid7()))
    name = codes.label("scale", "phq2", Language("zh_CN"))
    assert CaseAssessment.new(case=case.id).scales == (Line(scale=name, score="1", day=date(2026, 8, 30)),)
    assert CaseEvaluation.new(case=case.id).scales == (Line(scale=name, before="4", after="1"),)
    assert CaseEvaluation.new(case=papers.a_case().id).scales == ()
