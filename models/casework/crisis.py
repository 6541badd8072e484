"""The crisis report (危机事件报告): what happened, what was done at once, and the plan that keeps a person safe."""

from datetime import datetime, time, timedelta

from models import parameters
from models.casework.case import Case
from models.clock import SHANGHAI
from models.database import current
from models.errors import Problem
from models.fields import Choice, Choices, Day, Lines, Link, Notes, Phone, Text, Time, YesNo
from models.people.person import Person
from models.process import Move, Process
from models.records import Record
from models.team.staff import Staff
from resources.language import N_

_HELPERS = {
    "who": Text(N_("Who helps"), limit=60, required=True), "phone": Text(N_("Telephone"), limit=30),
    "how": Text(N_("How they help"), limit=200),
}  # fmt: skip
_COURSE = {
    "day": Day(N_("Date"), required=True), "time": Time(N_("Time of day")),
    "what": Text(N_("What was done, what was seen"), limit=500, required=True),
    "who": Text(N_("Dealt with by"), limit=60),
}  # fmt: skip

HANDLING = Process(
    "state",
    (
        Move("watch", N_("Go on watching"), ("open",), "watch", needs=("done", "safety")),
        Move("worse", N_("It is acute again"), ("watch",), "open", why=True),
        Move("take_up", N_("Take the crisis up again"), ("closed",), "open", roles=("lead",), why=True,
             stamps={"closed_by": "", "closed_on": ""}),
        Move("close", N_("The crisis is over"), ("open", "watch"), "closed", roles=("lead",), needs=("result",),
             stamps={"closed_by": "user", "closed_on": "today"}),
    ),
    first=("open", "watch"),
)  # fmt: skip


def _person_of_case(report):
    case = report.case and report.linked("case")
    return case.person if case else None


class CrisisReport(Record):
    """A crisis of somebody served, in a case or before there is one; the clock runs from the finding."""

    title, plural, letters = N_("Crisis report"), N_("Crisis reports"), "GAWJ"
    shelf, part_of = "cases", ("case", "person")
    facts = tuple(("person", name) for name in ("sex", "birth", "phone", "address", "guardian", "guardian_phone"))
    process = HANDLING
    signers = (N_("Worker:"), N_("Opinion of the supervisor or lead:"), N_("Date:"))

    case = Link(Case, N_("Case"), heading=N_("Event"), listed=True, index=True)
    person = Link(Person, N_("Person"), required=True, listed=True, index=True, suggest=_person_of_case)
    day = Day(
        N_("Found on"), required=True, listed=True, suggest=lambda form: current().today(), synonyms=("发现日期",)
    )
    time = Time(
        N_("Found at"), required=True, suggest=lambda form: current().now().time().replace(second=0, microsecond=0)
    )
    place = Text(N_("Place"))
    kind = Choice(N_("Kind of crisis"), "crisis_kind", required=True, listed=True, sensitive=True)
    grade = Choice(N_("Grade of danger"), "risk_level", required=True, listed=True, suggest="3")
    worker = Link(Staff, N_("Worker"), required=True, listed=True)
    found_by = Text(N_("Found by"), limit=100, sensitive=True)
    seen = Notes(
        N_("What was seen of the event"),
        heading=N_("What happened"),
        required=True,
        sensitive=True,
        synonyms=("事件经过",),
    )
    told = Notes(N_("What others said"), sensitive=True)
    done = Choices(N_("Done at once"), "crisis_action", heading=N_("Handling"), synonyms=("现场处置",))
    done_in_words = Notes(N_("How it was handled"), sensitive=True)
    lead_told_on = Day(N_("Lead told on"))
    lead_told_at = Time(N_("Lead told at"))
    authority = Text(N_("Authority told"), limit=200, synonyms=("报告单位",))
    authority_phone = Phone(N_("Telephone of the authority"))
    must_report = YesNo(
        N_("The law asks for a report"), required=True, suggest="unknown",
        hint=N_("Children in danger, and violence against people who cannot defend themselves: report to the police."),
    )  # fmt: skip
    safety = Notes(N_("Safety plan"), heading=N_("Safety plan"), sensitive=True, synonyms=("安全计划",))
    signs = Notes(N_("Warning signs"), sensitive=True)
    helpers = Lines(N_("People to turn to"), columns=_HELPERS, sensitive=True, room=4)
    promised = YesNo(N_("The person agrees to the safety plan"))
    next_look = Day(N_("Next look"), may_be_future=True)
    course = Lines(N_("Course"), heading=N_("Course and end"), columns=_COURSE, sensitive=True, room=5)
    result = Notes(N_("How it ended"), sensitive=True)
    lessons = Notes(N_("What is learnt from it"), sensitive=True)
    state = Choice(N_("State of the crisis"), "crisis_state", required=True, listed=True, suggest="open")
    closed_by = Link(Staff, N_("Ended by"), derived=True, printed=True)
    closed_on = Day(N_("Ended (crisis) on"), derived=True, printed=True, upward=True)

    def derive(self):
        self.person = self.person or _person_of_case(self)

    def found_at(self) -> datetime | None:
        """The moment from which the clock runs."""
        return datetime.combine(self.day, self.time or time(0, 0), SHANGHAI) if self.day else None

    def look_by(self) -> datetime | None:
        """Until when somebody has to have looked again (24 hours: agency practice); None once the course says so."""
        if self.state == "closed" or self.course or not self.day:
            return None
        return self.found_at() + timedelta(hours=parameters.value("note_hours"))

    def conflicts(self):
        if self.day and self.lead_told_on and self.lead_told_on < self.day:
            yield "lead_told_on", N_("This is before the finding."), {}
        if self.next_look and self.day and self.next_look < self.day:
            yield "next_look", N_("This is before the finding."), {}
        if self.grade == "3" and not self.lead_told_on:
            yield Problem("lead_told_on", N_("Tell the lead at once, and note when."), blocks=False)
        case = self.linked("case") if self.case else None
        if case and case.crisis != "yes":
            yield Problem("case", N_("Mark the case as a crisis case too, so that it is counted."), blocks=False)
        if self.must_report == "yes" and not self.authority:
            yield Problem("authority", N_("Report to the police (110), and write the mandatory report."), blocks=False)

    def caption(self):
        person = self.linked("person")
        return person.name if person else ""


def open_reports(store, case=None) -> list[CrisisReport]:
    """The crises that are not over, of the station or of one case, the oldest first."""
    reports = CrisisReport.alive().where(CrisisReport.state != "closed")
    reports = reports.where(CrisisReport.case == case.id) if case else reports.where(CrisisReport.station == store.unit)
    return list(reports.order_by(CrisisReport.day, CrisisReport.time))
