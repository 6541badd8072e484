"""Who and what is on file already, read once for a whole ledger."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from exports.intake.cells import plain
from exports.intake.identity import comparable
from models.people.person import Person
from models.services.activity import Activity
from models.services.visit import Visit
from models.team.staff import Staff
from models.volunteering.hours import VolunteerHours
from models.volunteering.volunteer import Volunteer


@dataclass(frozen=True)
class Known:
    """Somebody on file, as far as needed to tell who is meant."""

    id: UUID
    name: str
    number: str | None
    birth: str | None
    village: str | None
    household: UUID | None = None
    sex: str | None = None


class Register:
    """People found by number or by name."""

    def __init__(self, known):
        self.by_number = defaultdict(list)
        self.by_name = defaultdict(list)
        for one in known:
            self.add(one)

    def add(self, one: Known):
        if one.number and comparable(one.number):
            self.by_number[comparable(one.number)].append(one)
        self.by_name[plain(one.name or "")].append(one)

    def numbered(self, number: str | None) -> list[Known]:
        return self.by_number.get(comparable(number), []) if number else []

    def named(self, name: str, village: str | None = None) -> list[Known]:
        """Those of that name; where a village is given, only those who live there."""
        found = self.by_name.get(plain(name), [])
        return [one for one in found if plain(one.village or "") == plain(village)] if village else found


def people() -> Register:
    columns = (
        Person.id, Person.name, Person.id_number, Person.birth, Person.village, Person.household, Person.sex,
    )  # fmt: skip
    return Register(Known(*row) for row in Person.alive(*columns).tuples())


def volunteers() -> Register:
    columns = (Volunteer.id, Volunteer.name, Volunteer.id_number, Volunteer.birth, Volunteer.village)
    return Register(Known(*row) for row in Volunteer.alive(*columns).tuples())


def staff() -> dict[str, list[UUID]]:
    """Name → members of staff."""
    found = defaultdict(list)
    for identity, name in Staff.alive(Staff.id, Staff.name).tuples():
        found[plain(name or "")].append(identity)
    return found


def visits() -> set[tuple]:
    """What makes a visit the same as another: household, day, way, content."""
    return set(Visit.alive(Visit.household, Visit.day, Visit.way, Visit.found).tuples())


def shifts() -> dict[tuple, list[tuple]]:
    """(volunteer, day) → (start, end, "") of each shift that counts."""
    columns = (VolunteerHours.volunteer, VolunteerHours.day, VolunteerHours.start, VolunteerHours.end)
    found = defaultdict(list)
    for volunteer, day, start, end in VolunteerHours.alive(*columns).where(VolunteerHours.state != "void").tuples():
        found[volunteer, day].append((start, end, ""))
    return found


def activities() -> dict[tuple, list[UUID]]:
    """(name, day) → activities."""
    found = defaultdict(list)
    for identity, name, day in Activity.alive(Activity.id, Activity.name, Activity.day).tuples():
        found[plain(name or ""), day].append(identity)
    return found
