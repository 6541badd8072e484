"""Casework: the case from intake to closing, and its sessions."""

from models import numbers
from models.database import current
from models.errors import Problem
from models.fields import Choice, Choices, Day, Duration, Link, Notes, Text, YesNo
from models.people.household import Household
from models.people.person import Person
from models.records import Record
from models.team.staff import Staff
from resources.language import N_

ENDED = ("closed", "follow")


def _is_ended(case):
    return case.state in ENDED


class Case(Record):
    """One case (例): who, why, the plan, the end."""

    title, plural, letters = N_("Case"), N_("Cases"), "GA"
    searched = ("number",)

    number = Text(
        N_("Case number"), limit=40, derived=True, listed=True, index=True, upward=True, synonyms=("个案编号",)
    )
    person = Link(Person, N_("Person"), heading=N_("Intake"), required=True, listed=True, index=True)
    household = Link(Household, N_("Household"))
    source = Choice(N_("Source"), "case_source", required=True, synonyms=("个案来源", "来源"))
    opened = Day(
        N_("Opened on"), required=True, listed=True, suggest=lambda case: current().today(),
        synonyms=("接案日期", "开案日期"),
    )  # fmt: skip
    worker = Link(Staff, N_("Worker responsible"), required=True, listed=True, synonyms=("负责社工",))
    problems_met = Choices(N_("Kinds of problem"), "case_problem", listed=True, synonyms=("问题类型",))
    field = Choice(N_("Service field"), "service_field", synonyms=("服务领域",))
    risk = Choice(N_("Risk"), "risk_level", listed=True, suggest="0", synonyms=("风险等级", "危机等级"))
    crisis = YesNo(N_("Crisis"), suggest="no", synonyms=("危机个案",))
    state = Choice(
        N_("State of the case"), "case_state", required=True, listed=True, suggest="open", synonyms=("案件状态",)
    )
    request = Notes(N_("What is asked for"), sensitive=True, synonyms=("求助原因",))
    plan = Notes(N_("Plan"), heading=N_("Plan"), sensitive=True, synonyms=("服务计划",))
    transferred = Day(N_("Transferred on"), heading=N_("Closing"), synonyms=("转出日期",))
    closed = Day(N_("Closed on"), asked_if=_is_ended, required=True, listed=True, synonyms=("结案日期",))
    close_reason = Choice(
        N_("Reason for closing"), "case_close_reason", asked_if=_is_ended, required=True, synonyms=("结案原因",)
    )
    reached = Choice(N_("Goals reached"), "goal_reached", asked_if=_is_ended, synonyms=("目标达成度",))
    summary = Notes(N_("Summary"), asked_if=_is_ended, sensitive=True, synonyms=("结案总结",))

    def derive(self):
        self.number = self.number or numbers.next_number(self, self.opened)
        if not self.household and (person := self.linked("person")):
            self.household = person.household

    def conflicts(self):
        if self.opened and self.closed and self.closed < self.opened:
            yield "closed", N_("The case is closed before it was opened."), {}
        if self.opened and self.transferred and self.transferred < self.opened:
            yield "transferred", N_("The case is transferred before it was opened."), {}
        if self.closed and self.state not in ENDED:
            yield Problem("state", N_("A closing date is given: is the case closed?"), blocks=False, repair="closed")

    def caption(self):
        person = self.linked("person")
        return " ".join(part for part in (self.number, person and person.name) if part)


class CaseSession(Record):
    """One session (节, 次) of a case."""

    title, plural, letters = N_("Session"), N_("Sessions"), "GT"

    case = Link(Case, N_("Case"), heading=N_("Session"), required=True, listed=True, index=True)
    day = Day(
        N_("Date"), required=True, listed=True, index=True, suggest=lambda session: current().today(),
        synonyms=("日期", "会谈日期"),
    )  # fmt: skip
    minutes = Duration(N_("Length"), required=True, listed=True, suggest=60, unit=N_("minutes"), synonyms=("时长",))
    way = Choice(N_("Way"), "session_way", required=True, listed=True, suggest="face", synonyms=("方式",))
    place = Text(N_("Place"), synonyms=("地点",))
    worker = Link(Staff, N_("Worker"), required=True, listed=True, synonyms=("社工",))
    goal = Text(N_("Goal of this session"), limit=1000, sensitive=True, synonyms=("本次目标",))
    notes = Notes(N_("Record of the session"), heading=N_("Record"), sensitive=True, synonyms=("过程记录",))
    next_day = Day(N_("Next session"), may_be_future=True, synonyms=("下次时间",))

    def conflicts(self):
        if self.day and self.next_day and self.next_day < self.day:
            yield "next_day", N_("The next session is before this one."), {}
        case = self.linked("case")
        if case and self.day and case.opened and self.day < case.opened:
            yield Problem(
                "day", N_("The case was opened later, on {day}."), {"day": case.opened.isoformat()}, blocks=False
            )
        if case and self.day and case.closed and self.day > case.closed:
            yield Problem("day", N_("The case was closed on {day}."), {"day": case.closed.isoformat()}, blocks=False)
