"""A worker leaves or changes post: what is handed over to whom (离职交接)."""

from datetime import timedelta

from models import journal, parameters
from models.database import current
from models.due import Due
from models.errors import Problem
from models.fields import Choice, Day, Line, Lines, Link, Notes, Text, YesNo
from models.process import Move, Process
from models.records import Record
from models.team.staff import Staff
from resources.language import N_

# What stands in a worker's name and goes on without them: the table, and the states in which it is over.
_IN_CARE = {
    "household": (), "person": ("moved", "died", "closed", "sealed"), "volunteer_team": (),
    "group": ("ended", "stopped"), "need": ("met", "unmet"), "appeal": ("solved", "closed"),
}  # fmt: skip


def in_care(staff) -> list:
    """The records that still stand in a worker's name, but for cases, which go by a paper of their own."""
    return [one for cls, going_on in _going_on() for one in cls.alive().where(cls.worker == staff.id, going_on)]


def _going_on():
    """(form, condition of what is not over) for all that stands in somebody's name."""
    for table, over in _IN_CARE.items():
        cls = current().tables[table]
        yield cls, (cls.state.is_null() | cls.state.not_in(over)) if over else (cls.deleted == False)  # noqa: E712


def _with_work() -> set:
    """The workers in whose name cases or other records still stand."""
    case = current().tables["case"]
    found = {one.worker for one in case.alive(case.worker).where(case.closed.is_null()).distinct()}
    for cls, going_on in _going_on():
        found |= {one.worker for one in cls.alive(cls.worker).where(going_on).distinct()}
    return found


def open_cases(staff) -> list:
    """The cases a worker has not closed or handed over."""
    case = current().tables["case"]
    return list(case.alive().where(case.worker == staff.id, case.closed.is_null()).order_by(case.number))


def _cases_left(leaving):
    staff = leaving.linked("staff") if leaving.staff else None
    return tuple(Line(number=one.number or "") for one in open_cases(staff)) if staff else ()


class Leaving(Record):
    """What one worker hands over, approved by the lead; with that, what stood in their name goes to the successor."""

    title, plural, letters = N_("Handing over on leaving"), N_("Handing over on leaving"), "LZJ"
    shelf, part_of = "team", ("staff",)
    signers = (N_("Who leaves:"), N_("Taken over by:"), N_("Station lead:"), N_("Date:"))
    process = Process(
        "state",
        (
            Move("submit", N_("Submit the handing over"), ("draft",), "waiting", needs=("successor",)),
            Move("approve", N_("Approve the handing over"), ("draft", "waiting"), "done", roles=("lead",),
                 needs=("successor", "day"), stamps={"approved_by": "user", "approved_on": "today"}),
            Move("return", N_("Return the handing over"), ("waiting",), "draft", roles=("lead",), why=True),
        ),
        first=("draft",),
    )  # fmt: skip

    staff = Link(
        Staff, N_("Who leaves"), heading=N_("Leaving or change of post"), required=True, listed=True, index=True
    )
    reason = Choice(N_("Why the work is handed over"), "leaving_reason", required=True, listed=True, suggest="left")
    day = Day(N_("Day of handing over"), required=True, listed=True, suggest=lambda leaving: current().today())
    successor = Link(Staff, N_("Taken over by"), listed=True)
    state = Choice(N_("State"), "handover_state", required=True, listed=True, suggest="draft")
    cases = Lines(
        N_("Open cases"), room=3, suggest=_cases_left,
        columns={"number": Text(N_("Case number"), limit=40, required=True), "to": Text(N_("Goes on with"), limit=60)},
    )  # fmt: skip
    work = Lines(
        N_("Work under way"), room=4,
        columns={
            "what": Text(N_("What is under way"), limit=300, required=True),
            "stands": Text(N_("Progress so far"), limit=300), "by": Day(N_("By"), may_be_future=True),
        },
    )  # fmt: skip
    things = Lines(
        N_("Paper files, keys, seals, equipment"), room=4,
        columns={
            "what": Text(N_("What it is"), required=True), "count": Text(N_("Volumes or pieces"), limit=30),
            "note": Text(N_("Remarks"), limit=200),
        },
    )  # fmt: skip
    access_ended = YesNo(N_("Password in this program removed"), heading=N_("Secrecy when leaving"))
    private_deleted = YesNo(N_("Nothing about persons served stays on private telephones and computers"))
    note = Notes(N_("Remarks"))
    approved_by = Link(Staff, N_("Approved by"), derived=True, printed=True)
    approved_on = Day(N_("Approved on"), derived=True, printed=True, upward=True)

    def conflicts(self):
        if self.staff and self.staff == self.successor:
            yield "successor", N_("Work is handed over to somebody else."), {}

    def missing(self, move):
        staff = self.linked("staff")
        if move.name == "approve" and staff and (count := len(open_cases(staff))):
            sentence = N_("{count} cases are still open in this name: hand each over in its own file first.")
            yield "cases", sentence, {"count": count}
        if move.name == "approve" and self.private_deleted != "yes":
            sentence = N_("Whether something stays on private telephones and computers is not settled.")
            yield Problem("private_deleted", sentence, blocks=False)

    def move(self, name, *, why=None, batch=None):
        """As for all forms; with the approval what stood in this name goes to the successor."""
        with current().writing():
            done = super().move(name, why=why, batch=batch)
            if name == "approve":
                records = in_care(self.linked("staff"))
                for record in records:
                    record.worker = self.successor
                journal.commit(current(), records, batch=batch, why=why)  # unchecked: nothing else in them changes
        return done

    def caption(self):
        staff = self.linked("staff")
        return staff.caption() if staff else ""


def leaving_due(store, until) -> list[Due]:
    """Workers who leave by `until` or have left, and in whose name cases or people still stand."""
    rows = Staff.alive().where(Staff.station == store.unit, Staff.left <= until).order_by(Staff.left)
    busy = _with_work() if rows.exists() else ()
    return [Due("staff", one.id, one.caption(), None, None, one.left) for one in rows if one.id in busy]


def contracts_due(store, until) -> list[Due]:
    """Contracts of those in post that end within the days of notify_before_days, or have ended."""
    soon = max(until, store.today() + timedelta(parameters.value("notify_before_days")))
    rows = Staff.alive().where(Staff.station == store.unit, Staff.left.is_null(), Staff.contract_until <= soon)
    return [Due("staff", one.id, one.caption(), None, None, one.contract_until) for one in rows]
