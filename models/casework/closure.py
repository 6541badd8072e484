"""The closing form (结案表): what was done and reached, how the end was talked over, who follows up."""

from models.casework.case import Case
from models.casework.work import days_open, work_done
from models.database import current
from models.errors import Problem
from models.fields import Choice, Count, Day, Duration, Lines, Link, Notes, Text
from models.records import Record
from models.team.staff import Staff
from resources.language import N_

_FOLLOW_UP = {
    "day": Day(N_("When"), may_be_future=True, required=True), "way": Choice(N_("Way"), "session_way"),
    "who": Text(N_("Responsible"), limit=60),
}  # fmt: skip


def _goals_reached(closure):
    evaluation = closure.case and _case_of(closure).latest("case_evaluation")
    return evaluation.reached() if evaluation else None


def _case_of(closure):
    return Case.get_or_none(Case.id == closure.case) or Case(id=closure.case)


def _is_referred(closure):
    return closure.reason in ("04", "06")


class CaseClosure(Record):
    """What is written when a case is closed; days, sessions and hours are counted from its records."""

    title, plural, letters = N_("Closing form"), N_("Closing forms"), "GAJB"
    part_of, facts = ("case",), (("case", "closing_by"), ("case", "closed"))
    signers = (
        N_("Person served or guardian:"), N_("Worker:"), N_("Opinion of the supervisor or lead:"), N_("Date:")
    )  # fmt: skip

    case = Link(Case, N_("Case"), heading=N_("The service"), required=True, listed=True, index=True)
    opened = Day(N_("Case opened on"), derived=True, printed=True, upward=True)
    day = Day(N_("Ended on (service)"), required=True, listed=True, suggest=lambda form: current().today())
    days = Count(N_("Days of service"), derived=True, printed=True)
    sessions = Count(N_("Sessions in all"), derived=True, printed=True)
    minutes = Duration(N_("Length in all"), derived=True, printed=True)
    worker = Link(Staff, N_("Worker"), required=True)
    reason = Choice(
        N_("Reason for closing"), "case_close_reason", heading=N_("Closing"), required=True, listed=True,
        synonyms=("结案原因",),
    )  # fmt: skip
    reached = Choice(
        N_("Goals reached"), "goal_reached", required=True, listed=True, suggest=_goals_reached,
        synonyms=("目标达成度",),
    )  # fmt: skip
    goals_in_words = Notes(N_("How the goals were reached"), sensitive=True, synonyms=("目标达成概述",))
    change = Notes(N_("Changes, and how things stand"), required=True, sensitive=True, synonyms=("变化与现状",))
    unsolved = Notes(N_("What is not solved"), sensitive=True, synonyms=("未解决问题",))
    farewell = Notes(N_("How the end was talked over"), sensitive=True, synonyms=("结案会谈情况",))
    opinion = Notes(N_("What the person says to it"), sensitive=True, synonyms=("服务对象意见",))
    follow_up = Lines(
        N_("Follow-up agreed on"), heading=N_("Afterwards"), columns=_FOLLOW_UP, room=3, synonyms=("后续跟进计划",)
    )
    referred_to = Text(N_("Referred to"), limit=200, asked_if=_is_referred, synonyms=("转介去向",))
    pages = Count(N_("Pages in the dossier"), most=10_000, synonyms=("档案页数",))
    remark = Notes(N_("Supervisor's opinion"), sensitive=True, of_work=True, synonyms=("督导意见",))

    def derive(self):
        case = self.linked("case")
        if case and self.day:
            done = work_done(case.id, self.day)
            self.opened, self.days = case.opened, days_open(case, self.day)
            self.sessions, self.minutes = done.sessions, done.minutes

    def conflicts(self):
        if self.opened and self.day and self.day < self.opened:
            yield "day", N_("The case is closed before it was opened."), {}
        for line in self.follow_up:
            if self.day and line.get("day") and line["day"] < self.day:
                yield "follow_up", N_("The follow-up is before the end of the service."), {}
        if self.reason == "01" and self.reached in ("part", "none"):
            yield Problem("reached", N_("The reason says that the goals were reached."), blocks=False)

    def caption(self):
        case = self.linked("case")
        return case.caption() if case else ""
