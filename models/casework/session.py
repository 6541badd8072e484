"""What is written about each contact in a case (过程记录, 节)."""

from datetime import date, timedelta

from models import parameters
from models.casework.case import Case
from models.casework.goals import GOAL_PROGRESS, goals_to_watch, recognised
from models.database import current
from models.errors import Problem
from models.fields import Choice, Choices, Count, Day, Duration, Lines, Link, Links, Notes, Pictures, Text, Time
from models.records import Record
from models.team.staff import Staff
from resources.language import N_


def _is_session(session):
    return session.kind != "contact"


class CaseSession(Record):
    """One session (节, 次) of a case, or a contact that was not planned, written in short."""

    title, plural, letters = N_("Session"), N_("Sessions"), "GT"
    part_of = ("case",)
    signers = (N_("Worker:"), N_("Opinion of the supervisor or lead:"), N_("Date:"))

    case = Link(Case, N_("Case"), heading=N_("Session"), required=True, listed=True)
    kind = Choice(N_("Kind of contact"), "session_kind", suggest="session", synonyms=("会谈类型",))
    turn = Count(N_("Session no."), derived=True, printed=True, most=10_000, synonyms=("第几次", "节次"))
    day = Day(
        N_("Date"), required=True, listed=True, index=True, suggest=lambda session: current().today(),
        synonyms=("日期", "会谈日期"),
    )  # fmt: skip
    start = Time(N_("From (time)"), synonyms=("开始时间",))
    end = Time(N_("To (time)"), synonyms=("结束时间",))
    minutes = Duration(N_("Length"), required=True, listed=True, suggest=60, unit=N_("minutes"), synonyms=("时长",))
    way = Choice(N_("Way"), "session_way", required=True, listed=True, suggest="face", synonyms=("方式",))
    place = Text(N_("Place"), synonyms=("地点",))
    worker = Link(Staff, N_("Worker"), required=True, listed=True, synonyms=("社工",))
    helpers = Links(Staff, N_("Other workers"), asked_if=_is_session)
    present = Text(N_("Who took part, and as what"), limit=300, sensitive=True, synonyms=("参与人", "参加人员"))
    goal = Text(N_("Goal of this session"), limit=1000, sensitive=True, synonyms=("本次目标",))
    notes = Notes(
        N_("Record of the session"), heading=N_("Record"), sensitive=True,
        hint=N_("Write apart what was seen and said, and what you make of it."), synonyms=("过程记录",),
    )  # fmt: skip
    reaction = Notes(
        N_("How the person responded"), asked_if=_is_session, sensitive=True, synonyms=("服务对象表现", "服务对象反应")
    )
    techniques = Choices(N_("Techniques used"), "case_technique", asked_if=_is_session, synonyms=("运用技巧",))
    functions = Choices(N_("Kind of intervention"), "case_function", listed=True, synonyms=("专业功能", "介入方式"))
    progress = Lines(
        N_("Progress of the goals"), columns=GOAL_PROGRESS, asked_if=_is_session, suggest=goals_to_watch,
        sensitive=True, synonyms=("目标进展",),
    )  # fmt: skip
    resources = Links("ResourceLink", N_("Resources linked"), asked_if=_is_session, synonyms=("资源链接",))
    reflection = Notes(
        N_("Worker's judgement and reflection"), heading=N_("Reflection and next steps"), sensitive=True,
        of_work=True, synonyms=("社工评估与反思", "社工反思"),
    )  # fmt: skip
    urgent = Notes(N_("Emergencies and how they were met"), asked_if=_is_session, sensitive=True)
    next_plan = Text(N_("Plan for the next session"), limit=1000, sensitive=True, synonyms=("下次计划",))
    next_day = Day(N_("Next session"), may_be_future=True, synonyms=("下次时间",))
    remark = Notes(N_("Supervisor's remark"), sensitive=True, of_work=True, synonyms=("督导批注", "督导意见"))
    pictures = Pictures(N_("Pictures"))

    class Meta:
        indexes = ((("case", "day"), False),)

    def derive(self):
        if self.start and self.end and self.end > self.start:
            self.minutes = 60 * (self.end.hour - self.start.hour) + self.end.minute - self.start.minute
        self.turn = self._turn() if _is_session(self) and self.day else None
        if self.case and self.progress:
            self.progress = recognised(self.progress, self.case)

    def _turn(self):
        """Its place among the sessions of the case, by day; contacts in between are not numbered."""
        before = (CaseSession.day < self.day) | ((CaseSession.day == self.day) & (CaseSession.id < self.id))
        others = CaseSession.alive().where(CaseSession.case == self.case, CaseSession.id != self.id, before)
        return 1 + others.where(CaseSession.kind.is_null() | (CaseSession.kind != "contact")).count()

    def conflicts(self):
        if self.day and self.next_day and self.next_day < self.day:
            yield "next_day", N_("The next session is before this one."), {}
        if self.start and self.end and self.end <= self.start:
            yield "end", N_("The end is not after the beginning."), {}
        case = self.linked("case")
        if not (case and self.day):
            return
        if case.opened and self.day < case.begun():
            told = {"day": case.opened.isoformat()}
            yield Problem("day", N_("The case was opened later, on {day}."), told, blocks=False)
        if case.closed and self.day > case.closed:
            told = {"day": case.closed.isoformat()}
            yield Problem("day", N_("The case was closed on {day}."), told, blocks=False)


def to_write_up(store) -> list[tuple[CaseSession, date]]:
    """Sessions whose record is still empty, with the day it should have been written by (24 hours: agency practice)."""
    term = timedelta(days=-(-parameters.value("note_hours") // 24))
    empty = CaseSession.alive().where(
        CaseSession.station == store.unit, CaseSession.notes.is_null(), CaseSession.day < store.today() - term,
        CaseSession.day > store.today() - timedelta(60), CaseSession.kind.is_null() | (CaseSession.kind != "contact"),
    )  # fmt: skip
    return [(session, session.day + term) for session in empty.order_by(CaseSession.day)]


def agreed_and_not_held(store) -> list[tuple[Case, date]]:
    """Running cases whose next session was agreed on for a day that is over, and no contact has been recorded since."""
    sql = """
SELECT c.id, s.next_day FROM "case" c JOIN case_session s ON s."case" = c.id AND s.deleted = 0
WHERE c.station = ? AND c.deleted = 0 AND c.state IN ('open', 'closing', 'assessing') AND s.next_day < ?
AND NOT EXISTS (SELECT 1 FROM case_session l WHERE l."case" = c.id AND l.deleted = 0 AND l.day > s.day)
ORDER BY s.next_day
"""
    found = store.db.execute_sql(sql, (store.unit.bytes, store.today().isoformat())).fetchall()
    return [(Case.get(Case.id == bytes(row)), date.fromisoformat(day)) for row, day in found]
