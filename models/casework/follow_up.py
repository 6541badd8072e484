"""Visits after the closing of a case (跟进回访): after one, three and six months, or as agreed on."""

from datetime import date, timedelta

from models import parameters
from models.casework.case import Case
from models.database import current
from models.errors import Problem
from models.fields import Choice, Day, Duration, Link, Notes, YesNo
from models.records import Record
from models.team.staff import Staff
from models.terms import months_later
from resources.language import N_

MONTHS = (1, 3, 6)


def _round(visit):
    """The first of the three rounds that nobody has been on yet."""
    if not visit.case:
        return None
    done = {other.turn for other in CaseFollowUp.alive().where(CaseFollowUp.case == visit.case)}
    return next((str(months) for months in MONTHS if str(months) not in done), "other")


class CaseFollowUp(Record):
    """One visit or call after the closing: how the person is, and whether the case has to be opened again."""

    title, plural, letters = N_("Visit after closing"), N_("Visits after closing"), "GAHF"
    part_of, facts = ("case",), (("case", "closed"),)
    signers = (N_("Worker:"), N_("Person served or guardian:"), N_("Date:"))

    case = Link(Case, N_("Case"), heading=N_("Visit after closing"), required=True, listed=True, index=True)
    day = Day(N_("Date"), required=True, listed=True, suggest=lambda form: current().today(), synonyms=("回访日期",))
    turn = Choice(N_("Which round"), "follow_up_round", required=True, listed=True, suggest=_round)
    way = Choice(N_("Way"), "session_way", required=True, listed=True, suggest="phone", synonyms=("回访方式",))
    minutes = Duration(N_("Length"), unit=N_("minutes"))
    worker = Link(Staff, N_("Worker"), required=True, listed=True)
    condition = Choice(N_("How things are"), "condition_now", required=True, listed=True)
    news = Notes(N_("How the person is now"), required=True, sensitive=True, synonyms=("近况",))
    lasting = Notes(N_("Did what was reached last"), sensitive=True)
    reopen = YesNo(N_("Open the case again"), required=True, suggest="no", synonyms=("是否重开",))
    next_steps = Notes(N_("Why, and what comes next"), sensitive=True, asked_if=lambda visit: visit.reopen == "yes")

    def conflicts(self):
        case = self.linked("case")
        if case and case.closed and self.day and self.day < case.closed:
            yield "day", N_("The visit is before the closing of the case."), {}
        if case and not case.closed:
            yield Problem("case", N_("This case is not closed yet."), blocks=False)
        if self.condition == "worse" and self.reopen == "no":
            yield Problem("reopen", N_("Things got worse: does the case have to be opened again?"), blocks=False,
                          repair="yes")  # fmt: skip

    def caption(self):
        case = self.linked("case")
        return case.caption() if case else ""


def follow_ups_due(store, until: date | None = None) -> list[tuple[Case, date]]:
    """Closed cases that nobody has looked after since a round or an agreed day came up, the earliest first.

    Cases whose person died or cannot be found (reasons 05, 06) ask for none; nor do those closed over a year ago.
    """
    until = until or store.today() + timedelta(parameters.value("notify_before_days") // 4)
    closed = Case.alive().where(
        Case.station == store.unit, Case.state.in_(("closed", "follow")), Case.closed > store.today() - timedelta(366),
        Case.close_reason.is_null() | Case.close_reason.not_in(("05", "06")),
    )  # fmt: skip
    found = [(case, day) for case in closed if (day := next_follow_up(case)) and day <= until]
    return sorted(found, key=lambda due: due[1])


def next_follow_up(case):
    """The first day after the last visit on which one is due; None when all are done."""
    if not case.closed:
        return None
    closure, last = case.latest("case_closure"), case.latest("case_follow_up")
    agreed = [line["day"] for line in closure.follow_up if line.get("day")] if closure else []
    days = sorted(agreed or (months_later(case.closed, months) for months in MONTHS))
    seen = last.day if last else case.closed
    return next((day for day in days if day > seen + timedelta(7 * bool(last))), None)
