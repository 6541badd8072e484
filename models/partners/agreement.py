"""Service agreements, joint building and pairing (结对): with whom, for how long, what was given."""

from datetime import timedelta

from models import parameters
from models.due import Due
from models.fields import Choice, Count, Day, Lines, Link, Money, Notes, Text
from models.partners.agency import Agency
from models.partners.partner import Partner
from models.records import Record
from resources.language import N_


class Agreement(Record):
    """One agreement or pairing, with the log of the support given under it."""

    title, plural, letters = N_("Agreement or pairing"), N_("Agreements and pairing"), "XYJ"
    shelf, searched, part_of = "partners", ("name",), ("partner", "agency")
    signers = (N_("Party A (seal):"), N_("Party B (seal):"), N_("Date:"))

    name = Text(
        N_("Title of the agreement"), heading=N_("The agreement"), required=True, listed=True, synonyms=("协议名称",)
    )
    kind = Choice(N_("Kind"), "agreement_kind", required=True, listed=True, synonyms=("类别",))
    partner = Link(Partner, N_("Partner unit"), listed=True, index=True)
    agency = Link(Agency, N_("Agency"), index=True)
    other = Text(N_("Other side"), listed=True, synonyms=("对方",))
    signed = Day(N_("Day of signing"), listed=True, synonyms=("签订日期",))
    begin = Day(N_("Begins on"), required=True, listed=True, may_be_future=True)
    end = Day(N_("Ends on"), listed=True, may_be_future=True)
    content = Notes(N_("What was agreed"))
    projects = Count(N_("Projects under it"), unit=N_("items"))
    people = Count(N_("People helped"), unit=N_("people"))
    support = Lines(
        N_("Support log"), heading=N_("Support log"), sums=("amount",), room=6,
        columns={
            "day": Day(N_("Date"), required=True),
            "what": Text(N_("Support given"), limit=500, required=True),
            "people": Count(N_("Number of people")),
            "amount": Money(N_("Amount or value")),
        },
    )  # fmt: skip
    note = Text(N_("Remarks"), limit=1000)

    def conflicts(self):
        if not (self.partner or self.agency or self.other):
            yield "other", N_("Name the other side."), {}
        if self.begin and self.end and self.end < self.begin:
            yield "end", N_("It ends before it begins."), {}


def agreements_due(store) -> list[Due]:
    """Agreements that end within the days of notify_before_days."""
    soon = store.today() + timedelta(parameters.value("notify_before_days"))
    running = Agreement.alive().where(
        Agreement.station == store.unit, Agreement.end <= soon, Agreement.end >= store.today()
    )
    return [Due("agreement", a.id, a.caption(), None, None, a.end) for a in running.order_by(Agreement.end)]
