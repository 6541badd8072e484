"""The end of a contract: what goes over to whom, and the deletion of what is left (合同终止交接).

个人信息保护法 §21: whoever was entrusted returns or deletes the personal information when the contract ends, and keeps
none of it.
"""

from models import numbers
from models.database import current
from models.due import Due
from models.errors import Problem
from models.fields import Choice, Choices, Count, Day, Line, Lines, Link, Name, Notes, Pictures, Text, YesNo
from models.partners.project import Project
from models.process import Move, Process
from models.records import Record
from models.team.staff import Staff
from resources.language import N_, Language

_AT_WORK = ("signed", "running", "oversight", "evaluation")
_SERVED = (
    "visits", "cases", "groups", "activities", "volunteers", "persons", "households", "needs", "referrals", "affairs",
    "consents",
)  # fmt: skip


def _held(_end):
    """A line for each form about people of which the station holds records; in Chinese, as the papers are kept."""
    zh, store, lines = Language("zh_CN"), current(), []
    for cls in store.tables.values():
        count = cls.select().where(cls.deleted == False, cls.station == store.unit).count()  # noqa: E712
        if count and cls.shelf in _SERVED:
            lines.append(Line(what=zh.text(cls.plural), count=count))
    return tuple(lines)


def _open_cases(_end):
    case, lines = current().tables["case"], []
    for one in case.alive().where(case.station == current().unit, case.closed.is_null()).order_by(case.number):
        worker = one.linked("worker")
        lines.append(Line(number=one.number or "", worker=worker.name if worker else None))
    return tuple(lines)


def _of_project(name):
    return lambda end: getattr(end.linked("project"), name, None) if end.project else None


class ContractEnd(Record):
    """The handing over when a contract ends, and the proof that nothing was kept."""

    title, plural, letters = N_("End of a contract"), N_("Ends of contracts"), "HTJ"
    shelf, part_of = "projects", ("project",)
    signers = (N_("Handed over by (seal):"), N_("Received by (seal):"), N_("Supervised by:"), N_("Date:"))
    process = Process(
        "state",
        (
            Move("hand", N_("Was handed over"), ("draft",), "handed", needs=("receiver", "received_by", "handed")),
            Move("delete", N_("Nothing is kept"), ("handed",), "deleted", roles=("lead",),
                 needs=("places", "way", "deleted_on", "deleted_by", "watched_by", "no_copy")),
            Move("stay", N_("Stays in this station"), ("draft", "handed"), "stayed", roles=("lead",), why=True),
            Move("reopen", N_("Not handed over after all"), ("handed",), "draft", why=True),
        ),
        first=("draft",),
    )  # fmt: skip

    number = Text(N_("Number"), limit=40, derived=True, printed=True, listed=True, index=True, upward=True)
    project = Link(Project, N_("Project"), heading=N_("Contract that ends"), required=True, listed=True, index=True)
    ended = Day(
        N_("The contract ends on"), required=True, listed=True, may_be_future=True, suggest=_of_project("last_day")
    )
    reason = Choice(N_("Why it ends"), "contract_end", required=True, listed=True, suggest="term")
    giver = Text(N_("Unit handing over"), suggest=_of_project("undertaker"))
    receiver = Text(N_("Handed over to"), listed=True, suggest=_of_project("buyer"))
    state = Choice(N_("State"), "contract_end_state", required=True, listed=True, suggest="draft")
    records = Lines(
        N_("Records of this station"), heading=N_("What goes over"), room=8, sums=("count",), suggest=_held,
        columns={"what": Text(N_("Kind of record"), required=True), "count": Count(N_("How many"), most=10_000_000)},
    )  # fmt: skip
    cases = Lines(
        N_("Cases still open"), room=4, suggest=_open_cases,
        columns={
            "number": Text(N_("Case number"), limit=40, required=True), "worker": Text(N_("Worker so far"), limit=50),
            "successor": Text(N_("Goes on with"), limit=60), "told": Day(N_("Person told on")),
        },
    )  # fmt: skip
    things = Lines(
        N_("Paper files, keys, seals, equipment"), room=5,
        columns={
            "what": Text(N_("What it is"), required=True), "count": Text(N_("Volumes or pieces"), limit=30),
            "note": Text(N_("Remarks"), limit=200),
        },
    )  # fmt: skip
    open_ends = Notes(N_("Still to be done, promised or owed"))
    handed = Day(N_("Day of handing over"), listed=True)
    received_by = Name(N_("Received by"))
    places = Choices(N_("Deleted from"), "deleted_from", heading=N_("Deletion"))
    way = Choice(N_("Way of destroying"), "destruction_way")
    deleted_on = Day(N_("Deleted on"), listed=True)
    deleted_by = Link(Staff, N_("Deleted by"))
    watched_by = Name(N_("Supervised by"))
    no_copy = YesNo(N_("No copy is kept, and none was passed on to others"))
    scan = Pictures(N_("Scan of the signed paper"), most=6, printed=False)
    note = Text(N_("Remarks"), limit=1000)

    def derive(self):
        self.number = self.number or numbers.next_number(self, self.ended)

    def conflicts(self):
        if self.handed and self.deleted_on and self.deleted_on < self.handed:
            yield "deleted_on", N_("It was deleted before it was handed over."), {}
        by = self.linked("deleted_by")
        if by and self.watched_by and by.name == self.watched_by.strip():
            yield "watched_by", N_("Two people sign: who destroys and who watches are not the same."), {}

    def missing(self, move):
        left = sum(not line.get("successor") for line in self.cases)
        if move.name == "hand" and left:
            yield Problem("cases", N_("Nobody goes on with {count} cases yet."), {"count": left}, blocks=False)
        if move.name == "delete" and self.no_copy != "yes":
            yield "no_copy", N_("As long as a copy is kept, nothing is settled."), {}

    def caption(self):
        project = self.linked("project")
        return " ".join(part for part in (self.number, project and project.name) if part)


def handing_over_due(store, until) -> list[Due]:
    """Contracts over by `until` whose end is not settled and which no other contract follows."""
    projects = list(Project.alive().where(Project.station == store.unit, Project.contract.is_null(False)))
    ends = ContractEnd.alive(ContractEnd.project).where(ContractEnd.state.in_(("deleted", "stayed")))
    settled, found = {one.project for one in ends}, []
    for one in projects:
        day = one.accepted_on or (store.today() if one.stage == "stopped" else one.last_day)
        over = day and day <= until and one.stage in (*_AT_WORK, "accepted", "stopped")
        if over and one.id not in settled and not _follows(one, projects, max(day, store.today())):
            found.append(Due("project", one.id, one.caption(), None, None, day))
    return sorted(found, key=lambda due: due.day)


def _follows(ended, projects, day):
    """Whether another contract of the same undertaker goes on: what was entrusted stays entrusted."""
    return any(
        one.id != ended.id and one.undertaker == ended.undertaker and one.stage in _AT_WORK
        and one.last_day and one.last_day > day
        for one in projects
    )  # fmt: skip
