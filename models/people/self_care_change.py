"""A change in the ability to care for oneself, reported and to be looked at within 10 working days."""

from models.database import current
from models.due import Due
from models.fields import Day, Link, Name, Notes
from models.people.person import Person
from models.people.self_care import SelfCare, review_day
from models.records import Record
from resources.language import N_


class SelfCareChange(Record):
    """The report that a destitute person's ability has changed (特困人员认定办法 §22)."""

    title, plural, letters = N_("Report of a change in self-care"), N_("Reports of changes in self-care"), "ZLB"
    part_of = ("person",)

    person = Link(Person, N_("Person"), heading=N_("The change"), required=True, listed=True, index=True)
    day = Day(N_("Change reported on"), required=True, listed=True, suggest=lambda one: current().today())
    by = Name(N_("Reported by"), synonyms=("报告人",))
    content = Notes(N_("What has changed"), required=True, sensitive=True)
    review_by = Day(N_("Review by"), derived=True, printed=True, listed=True, may_be_future=True)

    def derive(self):
        self.review_by = review_day(self.day) if self.day else None

    def caption(self):
        person = self.linked("person")
        return person.caption() if person else ""


def reviews_due(store, until) -> list:
    """Changes reported that nobody has assessed since, due by `until` (due.Due)."""
    found = []
    reported = SelfCareChange.alive().where(SelfCareChange.station == store.unit, SelfCareChange.review_by <= until)
    for change in reported.order_by(SelfCareChange.review_by):
        done = SelfCare.alive().where(SelfCare.person == change.person, SelfCare.day >= change.day)
        person = change.linked("person")
        if person and not done.exists():
            found.append(
                Due("self_care_change", change.id, person.name, person.village, person.risk, change.review_by,
                    change.day)
            )  # fmt: skip
    return found
