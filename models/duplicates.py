"""People who may be on file already, told while a new one is typed. Never merged by themselves (settled 27)."""

from dataclasses import dataclass
from uuid import UUID

from models import id_number
from models.people.person import Person
from resources.language import N_

_SAME_NUMBER = N_("The same ID document number")
_SAME_BIRTH = N_("The same name and birth")
_SAME_VILLAGE = N_("The same name in the same village")


@dataclass(frozen=True)
class Candidate:
    """Somebody on file who may be the one being entered, and why."""

    person: Person
    reason: str


def candidates(name=None, number=None, birth=None, village=None, but: UUID | None = None) -> list[Candidate]:
    """Who on file has this number, or this name with this birth or village; the surest first, each person once."""
    found = {}
    if number and number != id_number.NONE:
        for person in _others(but).where(Person.id_number.in_(_spellings(number))):
            found.setdefault(person.id, Candidate(person, _SAME_NUMBER))
    if name:
        for person in _others(but).where(Person.name == name):
            if _same_birth(person.birth, birth):
                found.setdefault(person.id, Candidate(person, _SAME_BIRTH))
            elif village and person.village == village and not _other_birth(person.birth, birth):
                found.setdefault(person.id, Candidate(person, _SAME_VILLAGE))
    order = (_SAME_NUMBER, _SAME_BIRTH, _SAME_VILLAGE)
    return sorted(found.values(), key=lambda candidate: order.index(candidate.reason))


def of(person: Person) -> list[Candidate]:
    """Candidates for a person as typed so far."""
    return candidates(person.name, person.id_number, person.birth, person.village, but=person.id)


def _others(but):
    query = Person.alive()
    return query.where(Person.id != but) if but else query


def _spellings(number):
    """The number as 18 and as 15 digits: papers of both kinds name one person."""
    if len(number) == 18:
        return [number, number[:6] + number[8:17]]
    if len(number) == 15:
        return [number, id_number.longer(number)]
    return [number]


def _same_birth(one, other):
    """Both known and equal as far as the less exact one goes."""
    return bool(one and other) and (one.startswith(other) or other.startswith(one))


def _other_birth(one, other):
    return bool(one and other) and not _same_birth(one, other)
