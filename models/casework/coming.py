"""What is to come in a case, as its papers promise it: sessions, goals, actions, visits after closing."""

from datetime import date

from models.casework import crisis
from models.casework.follow_up import next_follow_up
from models.casework.goals import plan_in_force
from models.casework.life import ENDED
from models.database import current
from resources.language import N_

SESSION, GOAL, ACTION = N_("Session on {day}"), N_("Goal by {day}: {what}"), N_("To be done by {day}: {what}")
VISIT, LOOK = N_("Visit after closing, {day}"), N_("Look after the crisis, {day}")


def coming_of(case) -> list[tuple[date, str, str]]:
    """(day, sentence with {day} and {what}, what), the earliest first; what is over its day stands first."""
    found = list(_looks(case))
    if case.state in ENDED:
        day = next_follow_up(case) if case.state != "archived" else None
        found += [(day, VISIT, "")] if day else []
    else:
        found += [*_session(case), *_plan(case), *_tasks(case)]
    return sorted(found, key=lambda one: one[0])


def _session(case):
    last = case.latest("case_session")
    if last and last.next_day:
        yield last.next_day, SESSION, ""


def _plan(case):
    plan = plan_in_force(case.id)
    for goal in plan.goals if plan else ():
        if goal.get("by") and goal.get("state") in (None, "open"):
            yield goal["by"], GOAL, goal.get("goal", "")


def _tasks(case):
    for conference in case.forms("case_conference"):
        for task in conference.tasks:
            if task.get("by") and not task.get("done"):
                yield task["by"], ACTION, task.get("what", "")


def _looks(case):
    for report in crisis.open_reports(current(), case):
        if report.next_look:
            yield report.next_look, LOOK, ""
