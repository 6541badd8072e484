"""The goals of a case through its plans, sessions and evaluations; a goal is known by its number in all of them."""

from models.database import current
from models.fields import Choice, Count, Line, Text
from resources.language import N_

MOST_GOALS = 50
SCALE = ("-2", "-1", "0", "1", "2")


def goal_number() -> Count:
    """The column that says which goal of the case a line is about: given by the program, typed by nobody."""
    return Count(N_("Goal no."), most=MOST_GOALS, derived=True)


GOAL_PROGRESS = {
    "no": goal_number(), "goal": Text(N_("Goal"), limit=300, required=True), "before": Text(N_("Baseline"), limit=100),
    "now": Text(N_("Now"), limit=100), "scale": Choice(N_("Attainment (−2 to +2)"), "goal_scale"),
}  # fmt: skip

GOAL_ATTAINMENT = {
    "no": goal_number(), "goal": Text(N_("Goal"), limit=300, required=True), "before": Text(N_("Baseline"), limit=100),
    "target": Text(N_("Value aimed at"), limit=100), "now": Text(N_("Now"), limit=100),
    "scale": Choice(N_("Attainment (−2 to +2)"), "goal_scale"),
    "percent": Count(N_("Attained, %"), most=100), "proof": Text(N_("Evidence"), limit=300),
}  # fmt: skip


def plan_in_force(case):
    """The plan that was agreed on last; where none was yet, the newest being written. `case` is a case's id."""
    plans = current().tables["case_plan"]
    of_case = plans.alive().where(plans.case == case).order_by(plans.version.desc(), plans.id.desc())
    return of_case.where(plans.state == "agreed").first() or of_case.first()


def goals_to_watch(form) -> tuple[Line, ...]:
    """The goals of the plan in force as first lines of a session or evaluation, with how far each had come."""
    if not (form.case and (plan := plan_in_force(form.case))):
        return ()
    return tuple(_watched(goal, form.case) for goal in plan.goals if goal.get("state") != "dropped")


def _watched(goal, case):
    course = course_of(case, goal.get("no"))
    told = {"no": goal.get("no"), "goal": goal.get("goal"), "before": goal.get("before"), "target": goal.get("target")}
    return Line({name: value for name, value in told.items() if value is not None} | _last(course))


def _last(course):
    return {"scale": course[-1][1]} if course and course[-1][1] else {}


def course_of(case, number) -> list[tuple]:
    """(day, attainment −2 … +2 as code, percent) of one goal in sessions and evaluations, by day."""
    if number is None:
        return []
    found = []
    for table, name in (("case_session", "progress"), ("case_evaluation", "attainment")):
        forms = current().tables[table]
        for form in forms.alive().where(forms.case == case):
            found += [(form.day, line.get("scale"), line.get("percent"))
                      for line in getattr(form, name) if line.get("no") == number]  # fmt: skip
    return sorted(found, key=lambda step: (step[0], step[2] is not None))


def numbered(goals, taken=()) -> tuple[Line, ...]:
    """The goals, each with a number of its own; without one, or with one given twice, it gets the next never used."""
    used = {goal.get("no") for goal in (*goals, *taken)} - {None}
    given, following = {}, max(used, default=0)
    for goal in goals:
        if goal.get("no") in (None, *given):
            following += 1
            goal = Line(goal | {"no": following}, goal.place)
        given[goal["no"]] = goal
    return tuple(given.values())


def recognised(lines, case) -> tuple[Line, ...]:
    """Lines of a session or evaluation; one typed by hand gets the number of the plan's goal in the same words."""
    plan = plan_in_force(case)
    numbers = {goal.get("goal"): goal.get("no") for goal in plan.goals} if plan else {}
    return tuple(
        Line(line | {"no": numbers[line.get("goal")]}, line.place)
        if line.get("no") is None and numbers.get(line.get("goal")) is not None else line
        for line in lines
    )  # fmt: skip


def mean_percent(attainment) -> int | None:
    """How far the goals were attained on average, in whole percent; None where no goal says so."""
    told = [line["percent"] for line in attainment if line.get("percent") is not None]
    return (2 * sum(told) + len(told)) // (2 * len(told)) if told else None


def reached_by(percent: int | None) -> str | None:
    """The code of goal_reached for so many percent: all, at least 70, some, none (agency practice)."""
    if percent is None:
        return None
    return "full" if percent == 100 else "most" if percent >= 70 else "part" if percent else "none"
