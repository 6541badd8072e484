"""Pairing (结对帮扶): who stands by whom, since when, how often, and what was done."""

from models.database import current
from models.fields import Choice, Day, Lines, Link, Name, Notes, Phone, Text
from models.people.household import Household
from models.people.person import Person
from models.records import Record
from models.team.staff import Staff
from resources.language import N_


def _by_staff(pairing):
    return pairing.kind == "worker"


class Pairing(Record):
    """One helper, or unit, paired with one person or household."""

    title, plural, letters = N_("Pairing"), N_("Pairings"), "JDB"
    shelf, part_of = "persons", ("person", "household")
    signers = (N_("Helper:"), N_("Person or guardian:"), N_("Station lead:"), N_("Date:"))

    person = Link(Person, N_("Person"), heading=N_("Pairing"), required=True, listed=True, index=True)
    household = Link(Household, N_("Household"), index=True)
    kind = Choice(N_("Kind of helper"), "pairing_helper", required=True, listed=True, suggest="volunteer")
    helper = Name(N_("Helper"), required=True, listed=True, synonyms=("结对人", "帮扶人"))
    helper_unit = Text(N_("Helper's unit or team"), synonyms=("结对单位", "帮扶单位"))
    helper_phone = Phone(N_("Helper's telephone"))
    staff = Link(Staff, N_("Staff member"), asked_if=_by_staff)
    since = Day(N_("From"), required=True, listed=True, suggest=lambda one: current().today())
    until = Day(N_("Until"), may_be_future=True, listed=True)
    project = Text(N_("Project"), synonyms=("项目",))
    often = Text(N_("How often"), limit=60, synonyms=("频次",))
    content = Notes(N_("What the helper does"), synonyms=("结对内容", "帮扶内容"))
    done = Lines(
        N_("What was done"),
        columns={"day": Day(N_("Date"), required=True), "what": Text(N_("Content"), limit=300, required=True)},
        room=6,
    )
    result = Notes(N_("Results and changes"), sensitive=True, synonyms=("帮扶成效",))

    def derive(self):
        if not self.household and (person := self.linked("person")):
            self.household = person.household

    def conflicts(self):
        if self.since and self.until and self.until < self.since:
            yield "until", N_("The last day is before the first."), {}

    def caption(self):
        person = self.linked("person")
        return person.caption() if person else ""
