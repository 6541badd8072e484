"""Personal data lost or seen by strangers: what happened, what was done, who was told (个人信息保护法 §57)."""

from models import numbers
from models.database import current
from models.due import Due
from models.errors import Problem
from models.fields import Choice, Choices, Count, Day, Lines, Link, Notes, Pictures, Text, Time, YesNo
from models.process import Move, Process
from models.records import Record
from models.team.staff import Staff
from resources.language import N_


class DataIncident(Record):
    """One lost stick, telephone or paper, one message to the wrong receiver; the paper is the notice of §57."""

    title, plural, letters = N_("Incident with personal data"), N_("Incidents with personal data"), "AQS"
    shelf, searched = "consents", ("number",)
    signers = (N_("Filled in by:"), N_("Station lead:"), N_("Date:"))
    process = Process(
        "state",
        (
            Move("report", N_("Was reported"), ("open",), "reported", needs=("reported_to", "reported")),
            Move("close", N_("Incident is closed"), ("open", "reported"), "closed", roles=("lead",),
                 needs=("measures", "told", "lessons"), stamps={"closed": "today"}),
            Move("reopen", N_("Take up the incident again"), ("closed",), "open", why=True, stamps={"closed": ""}),
        ),
        first=("open",),
    )  # fmt: skip

    number = Text(N_("Number"), limit=40, derived=True, printed=True, listed=True, index=True, upward=True)
    kind = Choice(N_("Kind of incident"), "incident_kind", heading=N_("Incident"), required=True, listed=True)
    found = Day(N_("Noticed on"), required=True, listed=True, suggest=lambda incident: current().today())
    found_at = Time(N_("Noticed at"))
    happened = Text(N_("When and where it happened"), limit=200)
    finder = Link(Staff, N_("Noticed by"), suggest=lambda incident: current().user)
    course = Notes(N_("Course and cause"), required=True, sensitive=True)
    data = Choices(N_("Kinds of data"), "handed_kind", heading=N_("What it means"), required=True)
    people = Count(N_("Persons concerned"), listed=True, unit=N_("people"), most=1_000_000)
    encrypted = YesNo(N_("It was encrypted, and the password is not with it"), listed=True)
    harm = Notes(N_("Possible harm to the persons"))
    measures = Notes(N_("What was done at once"), heading=N_("Measures and notices"))
    reported_to = Text(N_("Reported to"), hint=N_("Civil affairs department, the authority for personal data, police"))
    reported = Day(N_("Reported on"), listed=True)
    reported_at = Time(N_("Reported at"))
    told = Choice(N_("Notice to the persons"), "incident_told", listed=True)
    told_why = Text(N_("Why they were not told"), limit=500, asked_if=lambda incident: incident.told == "not_needed")
    advice = Notes(N_("What the persons can do to limit harm"))
    contact = Text(N_("Contact for questions"), limit=100)
    further = Lines(
        N_("Further steps"), room=4,
        columns={
            "what": Text(N_("Step"), limit=300, required=True), "who": Text(N_("Person or unit responsible")),
            "by": Day(N_("By"), may_be_future=True), "done": Day(N_("Done on")),
        },
    )  # fmt: skip
    lessons = Notes(N_("Corrective and preventive measures"))
    pictures = Pictures(N_("Papers and pictures"), printed=False)
    state = Choice(N_("State"), "incident_state", required=True, listed=True, suggest="open")
    closed = Day(N_("Incident closed on"), derived=True, printed=True)

    def derive(self):
        self.number = self.number or numbers.next_number(self, self.found)

    def conflicts(self):
        if self.found and self.reported and self.reported < self.found:
            yield "reported", N_("It was reported before it was noticed."), {}
        if self.told == "not_needed" and self.encrypted != "yes":
            sentence = N_("Persons need not be told only where the measures prevent all harm: was it encrypted?")
            yield Problem("told", sentence, blocks=False)

    def caption(self):
        return self.number or ""


def incidents_open(store, until) -> list[Due]:
    """Incidents that are not closed, since the day they were noticed."""
    rows = DataIncident.alive().where(DataIncident.station == store.unit, DataIncident.state != "closed")
    return [
        Due("data_incident", one.id, one.caption(), None, None, one.found) for one in rows.order_by(DataIncident.found)
    ]
