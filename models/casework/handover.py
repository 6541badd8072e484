"""Handing a case to another worker of the station (个案转交)."""

from models.casework.case import Case
from models.casework.life import ENDED
from models.database import current
from models.errors import Problem
from models.fields import Choice, Day, Lines, Link, Notes, Text, YesNo
from models.process import Move, Process
from models.records import Record
from models.team.staff import Staff
from resources.language import N_

_HANDED = {"what": Text(N_("Paper or thing"), limit=200, required=True), "remark": Text(N_("Remarks"), limit=100)}
_TODO = {
    "what": Text(N_("To be done"), limit=300, required=True), "by": Day(N_("Term"), may_be_future=True),
}  # fmt: skip

HANDING = Process(
    "state",
    (
        Move("submit", N_("Submit the handing over"), ("draft",), "waiting", needs=("worker_after", "reason")),
        Move("approve", N_("Approve the handing over"), ("waiting", "draft"), "done", roles=("lead",),
             needs=("worker_after",), stamps={"approved_by": "user", "approved_on": "today"}),
        Move("return", N_("Return the handing over"), ("waiting",), "draft", roles=("lead",), why=True),
    ),
    first=("draft",),
)  # fmt: skip


class CaseHandover(Record):
    """From whom to whom a case goes, what goes with it, and that the person was told."""

    title, plural, letters = N_("Case handover"), N_("Case handovers"), "GAJJ"
    part_of, process = ("case",), HANDING
    signers = (N_("Worker who hands over:"), N_("Worker who takes over:"), N_("Station lead:"), N_("Date:"))

    case = Link(Case, N_("Case"), heading=N_("Handing over"), required=True, listed=True, index=True)
    day = Day(N_("Handed over on"), required=True, listed=True, suggest=lambda form: current().today())
    worker_before = Link(
        Staff, N_("Handed over by"), required=True, listed=True,
        suggest=lambda form: form.case and (case := form.linked("case")) and case.worker,
    )  # fmt: skip
    worker_after = Link(Staff, N_("Taken over by"), required=True, listed=True)
    reason = Choice(N_("Reason for handing over"), "handover_reason", required=True, listed=True)
    reason_in_words = Notes(N_("Explained"))
    so_far = Notes(
        N_("What was done, and where it stands"), heading=N_("What goes with it"), required=True, sensitive=True
    )
    attention = Notes(N_("What to look out for"), sensitive=True)
    open_ends = Lines(N_("Still to be done"), columns=_TODO, sensitive=True, room=4)
    papers = Lines(N_("Papers handed over"), columns=_HANDED, room=4)
    told = YesNo(N_("The person was told and agrees"), heading=N_("The person"), required=True)
    met = Day(N_("The new worker was introduced on"))
    opinion = Notes(N_("What the person says to it"), sensitive=True)
    approved_by = Link(Staff, N_("Approved by"), derived=True, printed=True)
    approved_on = Day(N_("Approved on"), derived=True, printed=True, upward=True)
    state = Choice(N_("State of the handing over"), "handover_state", required=True, listed=True, suggest="draft")

    def conflicts(self):
        if self.worker_before and self.worker_before == self.worker_after:
            yield "worker_after", N_("A case is handed over to somebody else."), {}
        case = self.linked("case")
        if case and case.state in ENDED:
            yield Problem("case", N_("This case is closed."), blocks=False)

    def missing(self, move):
        if move.end == "done" and self.told != "yes":
            yield Problem("told", N_("The person has not agreed to the new worker yet."), blocks=False)

    def move(self, name, *, why=None, batch=None):
        """As for all forms; with the approval the case goes to its new worker."""
        with current().writing():
            done = super().move(name, why=why, batch=batch)
            if name == "approve" and (case := self.linked("case")):
                case.worker = self.worker_after
                case.save(why=why, batch=batch)
        return done

    def caption(self):
        case = self.linked("case")
        return case.caption() if case else ""
