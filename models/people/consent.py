"""Consent: who agreed to what, how, and for how long (个人信息保护法 §§28–31)."""

from datetime import date

from models import ages, parameters
from models.database import current
from models.errors import Problem
from models.fields import Choice, Day, Link, Notes
from models.people.person import Person
from models.records import Record
from resources.language import N_


def _ends_at_fourteen(consent):
    """A guardian's consent is asked for anew, from the person, after the 14th birthday."""
    person, age = consent.linked("person"), parameters.value("consent_age")
    if not (person and person.birth and len(person.birth) == 10 and consent.day):
        return None
    if ages.full_years(person.birth, consent.day) >= age:
        return None
    year, month, day = (int(part) for part in person.birth.split("-"))
    return date(year + age, month, 28 if (month, day) == (2, 29) else day)


class Consent(Record):
    """One consent or refusal of one kind."""

    title, plural, letters = N_("Consent"), N_("Consents"), "TY"

    person = Link(Person, N_("Person"), heading=N_("Consent"), required=True, listed=True, index=True)
    kind = Choice(N_("Kind of consent"), "consent_kind", required=True, listed=True)
    state = Choice(N_("Answer"), "consent_state", required=True, listed=True, suggest="agreed")
    by = Choice(N_("Given by"), "consent_by", required=True, listed=True, suggest="self")
    method = Choice(N_("How given"), "consent_method", required=True, listed=True, suggest="written")
    day = Day(N_("Date"), required=True, listed=True, suggest=lambda consent: current().today())
    until = Day(N_("Valid until"), may_be_future=True, listed=True, suggest=_ends_at_fourteen)
    withdrawn = Day(N_("Withdrawn on"))
    note = Notes(N_("Remarks"), sensitive=True)

    def conflicts(self):
        for name in ("until", "withdrawn"):
            if self.day and getattr(self, name) and getattr(self, name) < self.day:
                yield name, N_("This day is before the day of the consent."), {}
        if self.withdrawn and self.state == "refused":
            yield "withdrawn", N_("What was refused cannot be withdrawn."), {}
        person = self.linked("person")
        age = ages.full_years(person.birth, self.day) if person and self.day else None
        if age is not None and age < parameters.value("consent_age") and self.by == "self":
            yield Problem("by", N_("Under 14 the guardian agrees (个人信息保护法 §31)."), repair="guardian")
