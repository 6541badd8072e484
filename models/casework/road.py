"""How far a case has come on the road of MZ/T 094-2017 — 接案 预估 计划 介入 评估 结案 跟进 — and what comes next.

A step is done only where a paper of the case shows it; a case taken over from a ledger shows what it says of itself.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from models.casework.follow_up import MONTHS
from models.casework.goals import plan_in_force
from models.casework.life import BEFORE, ENDED, papers_missing
from models.casework.work import work_done
from models.clock import from_milliseconds
from models.database import current
from resources.language import N_

INTAKE, ASSESSMENT, PLAN, SESSIONS, EVALUATION, CLOSING, FOLLOW_UP = (
    N_("Intake"), N_("Assessment"), N_("Plan"), N_("Intervention"), N_("Evaluation"), N_("Closing"), N_("Follow-up"),
)  # fmt: skip
REFERRAL = N_("Referral")
_TURNED_AWAY = {"refuse": "refuse", "refer": "refer_on"}  # decision of the intake → the step that says so
WAITS, SIGNED = N_("waits for the lead"), N_("signed")


@dataclass(frozen=True)
class Step:
    """One step of the road: since when, how often, and whether it is "done", "now" or "todo"."""

    name: str
    state: str
    day: date | None = None
    count: int = 0
    note: str = ""


@dataclass(frozen=True)
class Been:
    """A state the case came into: on which day, by whom, for what reason given."""

    state: str
    day: date
    user: UUID | None
    why: str | None


@dataclass(frozen=True)
class Ahead:
    """What leads on: to which step, which papers are missing as (table, sentence), and the move once none is."""

    to: str
    missing: tuple[tuple[str, str], ...]
    move: str | None = None


def steps_of(case) -> list[Step]:
    """The seven steps; at most one is in hand."""
    here = _in_hand(case)
    return [
        Step(name, "done" if done else "now" if name == here else "todo", day, count, note)
        for name, done, day, count, note in (
            _intake(case), _assessment(case), _plan(case), _sessions(case), _evaluation(case), _closing(case),
            _after(case),
        )
    ]  # fmt: skip


def _intake(case):
    paper, taken = case.latest("case_intake"), case.state not in (*BEFORE, "refused")
    day = paper.day if paper else case.opened if taken else None
    return INTAKE, bool(paper) or taken, day, 0, ""


def _assessment(case):
    paper = case.latest("case_assessment")
    return ASSESSMENT, bool(paper), paper and paper.day, 0, WAITS if case.state == "opening" else ""


def _plan(case):
    plan = plan_in_force(case.id)
    if plan is None:
        return PLAN, bool(case.plan), None, 0, ""
    return PLAN, plan.state == "agreed", plan.signed or plan.day, plan.version, SIGNED if plan.signed else ""


def _sessions(case):
    held = work_done(case.id, current().today()).sessions
    return SESSIONS, case.state in ENDED or bool(_last_evaluation(case)), None, held, ""


def _evaluation(case):
    paper = _last_evaluation(case)
    return EVALUATION, bool(paper or case.reached), paper and paper.day, 0, ""


def _closing(case):
    return CLOSING, case.state in ENDED, case.closed, 0, WAITS if case.state == "closing" else ""


def _after(case):
    visits = list(case.forms("case_follow_up"))
    day = visits[-1].day if visits else None
    return FOLLOW_UP, case.state == "archived" or len(visits) >= len(MONTHS), day, len(visits), ""


def _last_evaluation(case):
    """The evaluation at the end; one on the way does not end the sessions."""
    return next((one for one in case.forms("case_evaluation") if one.ends()), None)


def _in_hand(case):
    """The step at which the case stands now; None where it stands at none."""
    if case.state in ("waiting", "assessing", "returned", "opening"):
        return ASSESSMENT if case.state == "opening" or case.latest("case_intake") else INTAKE
    if case.state in ("open", "paused"):
        if _last_evaluation(case):
            return CLOSING
        started = case.plan or plan_in_force(case.id) or work_done(case.id, current().today()).contacts
        return SESSIONS if started else PLAN
    return {"closing": CLOSING, "closed": FOLLOW_UP, "follow": FOLLOW_UP}.get(case.state)


def been(case) -> list[Been]:
    """The states the case has been in, the latest first, as its journal has them."""
    return [
        Been(version.value, from_milliseconds(version.stamp).date(), version.user, version.why)
        for version in case.history("state")
    ]


def ahead_of(case) -> Ahead | None:
    """What leads on from here; None where the case rests, or waits for the lead."""
    if case.state in ("assessing", "returned"):
        intake = case.latest("case_intake")
        if intake and (move := _TURNED_AWAY.get(intake.decision)):
            return _toward(case, move, {"referral": REFERRAL})
        return _toward(case, "submit_opening", {"case_intake": INTAKE, "case_assessment": ASSESSMENT})
    if case.state == "open":
        if not case.plan and not plan_in_force(case.id):
            return Ahead(PLAN, (("case_plan", N_("There is no plan yet.")),))
        return _toward(case, "submit_closing", {"case_evaluation": EVALUATION, "case_closure": CLOSING})
    if case.state in ("closed", "follow"):
        return Ahead(FOLLOW_UP, (("case_follow_up", N_("The next visit after closing.")),))
    return None


def _toward(case, move, names):
    """On to the step whose paper is missing first; with all papers there, to the approval."""
    missing = papers_missing(case, move)
    return Ahead(names[missing[0][0]] if missing else "", missing, None if missing else move)
