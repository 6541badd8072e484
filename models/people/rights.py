"""Requests of the persons served about their own data (个人信息保护法 §§44–50), and by when they are answered."""

from datetime import timedelta

from models import numbers, parameters
from models.database import current
from models.due import Due
from models.fields import Choice, Day, Link, Name, Notes, Phone, Pictures, Text
from models.people.person import Person
from models.process import Move, Process
from models.records import Record
from models.team.staff import Staff
from resources.language import N_


def _by_another(request):
    return request.by not in (None, "self")


def _reply_day(request):
    return (request.day or current().today()) + timedelta(parameters.value("right_reply_days"))


class RightsRequest(Record):
    """One request to see, copy, correct, delete, explain or stop."""

    title, plural, letters = N_("Request about own data"), N_("Requests about own data"), "QLQ"
    shelf, part_of = "consents", ("person",)
    facts = tuple(("person", name) for name in ("id_number", "phone", "address"))
    signers = (N_("Applicant:"), N_("Received by:"), N_("Station lead:"), N_("Date:"))
    process = Process(
        "state",
        (
            Move("settle", N_("Done as asked"), ("received",), "done", needs=("answer",), stamps={"answered": "today"}),
            Move("settle_part", N_("Done in part"), ("received",), "partly", needs=("answer", "reason"),
                 stamps={"answered": "today"}),
            Move("decline", N_("Decline with reasons"), ("received",), "refused", needs=("reason",), roles=("lead",),
                 stamps={"answered": "today"}),
        ),
        first=("received",),
    )  # fmt: skip

    number = Text(N_("Number"), limit=40, derived=True, printed=True, listed=True, index=True, upward=True)
    person = Link(Person, N_("Person"), heading=N_("Request"), required=True, listed=True, index=True)
    day = Day(N_("Request received on"), required=True, listed=True, suggest=lambda one: current().today())
    kind = Choice(N_("Right exercised"), "right_kind", required=True, listed=True)
    by = Choice(N_("Asked by"), "right_by", required=True, suggest="self")
    applicant = Name(N_("Applicant's name"), asked_if=_by_another, required=True)
    relation = Choice(N_("Relation to the person"), "relation", asked_if=_by_another)
    phone = Phone(N_("Telephone"))
    identity = Text(N_("How identity was checked"), limit=200)
    content = Notes(N_("The request in words"), required=True, sensitive=True)
    scan = Pictures(N_("Scan of the request"), most=6, printed=False)
    worker = Link(Staff, N_("Request accepted by"), suggest=lambda one: current().user)
    reply_by = Day(N_("Reply by"), heading=N_("Reply"), may_be_future=True, listed=True, suggest=_reply_day)
    answer = Notes(N_("What was done"), sensitive=True)
    reason = Notes(N_("Reason where not done as asked"), sensitive=True)
    answered = Day(N_("Replied on"), listed=True)
    state = Choice(N_("State"), "right_state", required=True, listed=True, suggest="received")

    def derive(self):
        self.number = self.number or numbers.next_number(self, self.day)

    def conflicts(self):
        for name in ("reply_by", "answered"):
            if self.day and getattr(self, name) and getattr(self, name) < self.day:
                yield name, N_("This day is before the request."), {}

    def caption(self):
        person = self.linked("person")
        return " ".join(part for part in (self.number, person and person.name) if part)


def replies_due(store, until) -> list:
    """Requests not answered yet whose term ends by `until` (due.Due)."""
    waiting = RightsRequest.alive().where(
        RightsRequest.station == store.unit, RightsRequest.state == "received", RightsRequest.reply_by <= until
    )
    return [
        Due("rights_request", one.id, one.caption(), None, None, one.reply_by, one.day)
        for one in waiting.order_by(RightsRequest.reply_by)
    ]
