"""Inspections and what was put right after them (督查与整改)."""

from models import numbers
from models.database import current
from models.due import Due
from models.fields import Choice, Day, Lines, Link, Notes, Pictures, Text
from models.process import Move, Process
from models.records import Record
from models.team.staff import Staff
from resources.language import N_


class Inspection(Record):
    """One inspection: by whom, what was found, by when it is put right, how it was."""

    title, plural, letters = N_("Inspection and rectification"), N_("Inspections"), "DCZ"
    shelf, searched = "office", ("number", "unit")
    signers = (N_("Inspectors:"), N_("Inspected unit:"), N_("Date:"))
    process = Process(
        "state",
        (
            Move("rectify", N_("Begin to put right"), ("found",), "rectifying", needs=("findings", "due")),
            Move(
                "finish", N_("Put right"), ("found", "rectifying"), "done",
                needs=("findings", "rectification"), stamps={"done": "today"},
            ),
            Move("reopen", N_("Not yet right"), ("done",), "rectifying", why=True, stamps={"done": ""}),
            Move("clear", N_("Nothing to put right"), ("found",), "clean"),
        ),
        first=("found", "clean"),
    )  # fmt: skip

    number = Text(N_("Number"), limit=40, derived=True, printed=True, listed=True, index=True, upward=True)
    kind = Choice(
        N_("Kind of inspection"),
        "inspection_kind",
        heading=N_("Inspection and rectification"),
        required=True,
        listed=True,
        suggest="inspection",
        synonyms=("类别",),
    )
    day = Day(
        N_("Date"),
        required=True,
        listed=True,
        index=True,
        suggest=lambda inspection: current().today(),
        synonyms=("督查日期", "日期"),
    )
    by = Text(N_("Inspected by"), required=True, listed=True, synonyms=("督查单位", "检查单位"))
    unit = Text(N_("Inspected unit"), listed=True, synonyms=("被督查单位",))
    scope = Text(N_("What was looked at"), limit=1000, synonyms=("督查内容", "检查内容"))
    findings = Notes(N_("Findings"), synonyms=("发现问题", "存在问题"))
    good = Notes(N_("What was well done"))
    state = Choice(N_("State"), "inspection_state", required=True, listed=True, suggest="found")
    items = Lines(
        N_("Rectification list"), heading=N_("Rectification list"), room=5,
        columns={
            "what": Text(N_("Finding"), limit=500, required=True),
            "measure": Text(N_("Measure taken"), limit=500),
            "who": Text(N_("Person or unit responsible")),
            "due": Day(N_("By"), may_be_future=True),
            "done": Day(N_("Done on")),
        },
    )  # fmt: skip
    worker = Link(Staff, N_("Responsible for rectification"))
    due = Day(N_("Put right by"), may_be_future=True, listed=True, synonyms=("整改期限",))
    rectification = Notes(N_("How it was put right"), synonyms=("整改情况",))
    done = Day(N_("Put right on"), derived=True, printed=True)
    pictures = Pictures(N_("Pictures"))
    note = Text(N_("Remarks"), limit=1000, synonyms=("备注",))

    def derive(self):
        self.number = self.number or numbers.next_number(self, self.day)

    def conflicts(self):
        if self.day and self.due and self.due < self.day:
            yield "due", N_("The term ends before the inspection."), {}

    def missing(self, move):
        if move.name == "finish" and (open_items := sum(not line.get("done") for line in self.items)):
            yield "items", N_("Not yet done: {count}. Write the day to each line first."), {"count": open_items}

    def caption(self):
        return " ".join(part for part in (self.number, self.unit or self.by) if part)


def inspections_due(store) -> list[Due]:
    """Inspections whose findings are not put right, by their term."""
    rows = Inspection.alive().where(
        Inspection.station == store.unit, Inspection.state.in_(("found", "rectifying")), Inspection.due.is_null(False)
    )
    return [
        Due("inspection", one.id, one.caption(), None, None, one.due, one.day) for one in rows.order_by(Inspection.due)
    ]
