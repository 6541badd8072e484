"""Consent: who agreed to what, how, and for how long (个人信息保护法 §§13–17, 23, 28–31)."""

from datetime import date

from models import ages, codes, parameters
from models.database import current
from models.due import Due
from models.errors import Problem
from models.fields import Choice, Day, IdNumber, Link, Name, Notes, Phone, Pictures, Text
from models.people.person import Person
from models.records import Record
from models.team.staff import Staff
from resources.language import N_

TEMPLATE = "2026-2"
"""The version of the wording in exports/papers/consent_paper.py; changed whenever a sentence there changes."""


def _ends_at_fourteen(consent):
    """A guardian's consent is asked for anew, from the person, after the 14th birthday."""
    person, age = consent.linked("person"), parameters.value("consent_age")
    if not (person and person.birth and len(person.birth) == 10 and consent.day):
        return None
    if ages.full_years(person.birth, consent.day) >= age:
        return None
    return _fourteenth(person.birth)


def _by_another(consent):
    return consent.by not in (None, "self")


def _with_witness(consent):
    return consent.method in ("oral", "print")


def _to_receiver(consent):
    return consent.kind in ("referral", "upward")


def _was_agreed(consent):
    return consent.state != "refused"


class Consent(Record):
    """One consent or refusal of one kind."""

    title, plural, letters = N_("Consent"), N_("Consents"), "TY"
    shelf, part_of = "consents", ("person",)

    person = Link(Person, N_("Person"), heading=N_("Consent"), required=True, listed=True, index=True)
    kind = Choice(N_("Kind of consent"), "consent_kind", required=True, listed=True)
    state = Choice(N_("Answer"), "consent_state", required=True, listed=True, suggest="agreed")
    day = Day(N_("Date"), required=True, listed=True, suggest=lambda consent: current().today())
    by = Choice(N_("Given by"), "consent_by", heading=N_("Who and how"), required=True, listed=True, suggest="self")
    giver = Name(N_("Name of the guardian"), asked_if=_by_another, synonyms=("监护人姓名",))
    giver_relation = Choice(N_("Relation to the person"), "relation", asked_if=_by_another)
    giver_number = IdNumber(N_("Guardian's ID document number"), asked_if=_by_another)
    giver_phone = Phone(N_("Guardian's telephone"), asked_if=_by_another)
    method = Choice(N_("How given"), "consent_method", required=True, listed=True, suggest="written")
    witness = Name(N_("Witness"), asked_if=_with_witness, synonyms=("见证人",))
    worker = Link(Staff, N_("Explained by"), suggest=lambda consent: current().user, synonyms=("告知人",))
    scope = Text(
        N_("Scope"), limit=500, heading=N_("What for and how long"), synonyms=("同意范围",),
        hint=N_("Which data, which activity or which pictures."),
    )  # fmt: skip
    purpose = Text(N_("Purpose"), limit=300, synonyms=("目的",))
    receiver = Text(N_("Receiver"), asked_if=_to_receiver, synonyms=("接收方",))
    receiver_contact = Text(N_("Receiver's contact"), asked_if=_to_receiver, synonyms=("接收方联系方式",))
    template = Text(N_("Version of the wording"), limit=30, suggest=TEMPLATE, upward=True)
    until = Day(N_("Valid until"), may_be_future=True, listed=True, suggest=_ends_at_fourteen)
    withdrawn = Day(N_("Withdrawn on"), asked_if=_was_agreed, heading=N_("Withdrawal"))
    withdrawn_how = Text(N_("How it was withdrawn"), asked_if=lambda consent: bool(consent.withdrawn))
    scan = Pictures(N_("Scan of the signed paper"), most=6)
    note = Notes(N_("Remarks"), sensitive=True)

    def derive(self):
        self.until = self.until or _ends_at_fourteen(self)

    def conflicts(self):
        last = _ends_at_fourteen(self)
        if last and self.until and self.until > last:
            sentence = N_("What a guardian agreed to ends with the 14th birthday; then the child is asked.")
            yield Problem("until", sentence, blocks=False, repair=last)
        for name in ("until", "withdrawn"):
            if self.day and getattr(self, name) and getattr(self, name) < self.day:
                yield name, N_("This day is before the day of the consent."), {}
        person = self.linked("person")
        age = ages.full_years(person.birth, self.day) if person and self.day else None
        if age is not None and age < parameters.value("consent_age") and self.by == "self":
            yield Problem("by", N_("Under 14 the guardian agrees (个人信息保护法 §31)."), repair="guardian")
        if self.by == "guardian" and not self.giver:
            yield Problem("giver", N_("Name the guardian who agreed."), blocks=False)
        if self.method == "oral" and not self.witness:
            yield Problem("witness", N_("A spoken answer needs a witness."), blocks=False)

    def in_force(self, day) -> bool:
        """Whether it covers `day`: agreed to, not withdrawn, not run out."""
        return self.state == "agreed" and not self.withdrawn and (self.until is None or day <= self.until)

    def caption(self):
        person = self.linked("person")
        return person.caption() if person else ""


def answer_of(person, kind: str, day) -> str:
    """What a person said to one kind: "agreed", "refused", "withdrawn", "ended", or "" where nobody asked."""
    latest = (
        Consent.alive().where(Consent.person == person.id, Consent.kind == kind, Consent.day <= day)
        .order_by(Consent.day.desc(), Consent.id.desc()).first()
    )  # fmt: skip
    if latest is None:
        return ""
    if latest.state == "refused":
        return "refused"
    if latest.withdrawn and latest.withdrawn <= day:
        return "withdrawn"
    return "agreed" if latest.in_force(day) or (latest.withdrawn and latest.withdrawn > day) else "ended"


def answers_of(person, day) -> dict[str, str]:
    """Kind of consent → what a person said to it, for the kinds they were asked about, in the order of the list."""
    said = {entry.code: answer_of(person, entry.code, day) for entry in codes.choices("consent_kind")}
    return {kind: answer for kind, answer in said.items() if answer}


def asked_anew(store, until) -> list:
    """Persons who turn 14 by `until` and for whom so far only a guardian agreed (due.Due, PIPL §31)."""
    guardians = Consent.alive(Consent.person).where(Consent.by == "guardian", Consent.state == "agreed")
    people = Person.alive().where(
        Person.station == store.unit, Person.state == "active", Person.id.in_(guardians), Person.birth.is_null(False)
    )
    found = []
    for person in people:
        day = _fourteenth(person.birth)
        own = Consent.alive().where(Consent.person == person.id, Consent.by == "self", Consent.day >= day)
        if day <= until and not own.exists():
            found.append(Due("person", person.id, person.name, person.village, person.risk, day))
    return sorted(found, key=lambda due: due.day)


def _fourteenth(birth: str) -> date:
    """The 14th birthday of one born on a partial date; of 29 February the 28th."""
    year, month, day = (int(part) for part in (birth + "-01-01")[:10].split("-"))
    return date(year + parameters.value("consent_age"), month, 28 if (month, day) == (2, 29) else day)
