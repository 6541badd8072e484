"""Visits and volunteer shifts held against the records: who is meant is found, or the row waits; never guessed."""

import re
from collections import defaultdict
from datetime import date

from exports.intake import doubts, on_file
from exports.intake.cells import plain
from exports.intake.doubts import Doubt
from exports.intake.ledger import Ledger, LedgerRow
from exports.intake.people import is_allowed
from models import id_number, numbers
from models.records import Record
from models.row_id import uuid7
from models.services.visit import Visit
from models.team.staff import Staff
from models.volunteering.hours import VolunteerHours
from models.volunteering.volunteer import Volunteer


def make_visits(ledger: Ledger) -> list[Record]:
    """The visits of all rows to be stored, after the members of staff that are new."""
    register, visitors, known = on_file.people(), _Visitors(), dict.fromkeys(on_file.visits(), "")
    made = []
    for row in ledger.entries:
        if not row.is_stored or not (person := _person_meant(row, register)):
            continue
        if not row.values["visitors"]:
            row.on_file.append(Doubt(doubts.NO_VISITOR))
            continue
        visit = _visit(row, person)
        key = (visit.household, visit.day, visit.way, visit.found)
        if key in known:
            row.on_file.append(Doubt(doubts.VISIT_TWICE, {"other": known[key] or "–"}))
        elif is_allowed(row, visit):
            known[key] = row.place
            visit.visitors = visitors.of(row)
            made.append(visit)
    return [*visitors.new, *made]


def _person_meant(row: LedgerRow, register):
    """The one person on file whom the row names: by number, else by name in the village; None with the reason."""
    name = row.values["name"]
    found = [one for one in register.numbered(row.values.get("id_number")) if plain(one.name) == plain(name)]
    found = found or register.named(name, row.values.get("village"))
    if len(found) == 1 and found[0].household:
        return found[0]
    if not found:
        row.on_file.append(Doubt(doubts.NOBODY, {"name": name}))
    elif len(found) > 1:
        row.on_file.append(Doubt(doubts.SEVERAL, {"name": name, "count": len(found)}))
    else:
        row.on_file.append(Doubt(doubts.NO_HOUSEHOLD, {"name": name}))
    return None


def _visit(row, person) -> Visit:
    """Seen is who the ledger says was met; where it has no such column, whom it names."""
    answers = {name: value for name, value in row.values.items() if name in Visit.questions()}
    answers.pop("village", None)
    visit = Visit(id=uuid7(), **answers | {"household": person.household, "visitors": (person.id,)})
    if row.asks_met and visit.met is None:
        row.on_file.append(Doubt(doubts.MET_OPEN))
    elif visit.met == "yes" or not row.asks_met:
        visit.seen = (person.id,)
    return visit


class _Visitors:
    """Members of staff by name; a name not on file becomes a member of staff who cannot open the program."""

    def __init__(self):
        self._known = on_file.staff()
        self.new: list[Staff] = []

    def of(self, row) -> tuple:
        return tuple(self._one(row, name) for name in row.values["visitors"])

    def _one(self, row, name):
        found = self._known[plain(name)]
        if not found:
            member = Staff(id=uuid7(), name=name, role="worker")
            self.new.append(member)
            found.append(member.id)
            row.on_file.append(Doubt(doubts.NEW_STAFF, {"name": name}))
        return found[0]


def make_hours(ledger: Ledger, state: str = "pending") -> list[Record]:
    """The shifts of all rows to be stored, after the volunteers that are new."""
    givers, shifts, activities = _Givers(ledger), on_file.shifts(), on_file.activities()
    made = []
    for row in ledger.entries:
        if not row.is_stored or not (volunteer := givers.of(row)):
            continue
        start, end, day = (row.values[name] for name in ("start", "end", "day"))
        clash = next((other for s, e, other in shifts[volunteer, day] if s < end and e > start), None)
        if clash is not None:
            row.on_file.append(Doubt(doubts.SHIFT_OVERLAPS, {"other": clash or "–"}))
            continue
        shift = _shift(row, volunteer, activities, state)
        if is_allowed(row, shift):
            shifts[volunteer, day].append((start, end, row.place))
            made.append(shift)
    used = {shift.volunteer for shift in made}
    return [*_numbered([one for one in givers.new if one.id in used]), *made]


def _shift(row, volunteer, activities, state) -> VolunteerHours:
    answers = {name: value for name, value in row.values.items() if name in VolunteerHours.questions()}
    name = answers.pop("activity", "")
    answers.pop("minutes", None)
    found = activities.get((plain(name), row.values["day"]), [])
    shift = VolunteerHours(id=uuid7(), **{"state": state, "source": "ledger"} | answers | {"volunteer": volunteer})
    if len(found) == 1:
        shift.activity = found[0]
    elif name:
        shift.content = "：".join(part for part in (name, answers.get("content")) if part)[:500]
        row.on_file.append(Doubt(doubts.ACTIVITY_NOT_MADE, {"name": name[:60]}))
    return shift


class _Givers:
    """Volunteers by number or name; one not on file is registered, linked to the person with that number."""

    def __init__(self, ledger):
        self._volunteers, self._people = on_file.volunteers(), on_file.people()
        self._first_days = _first_days(ledger)
        self.new: list[Volunteer] = []

    def of(self, row):
        """The id of the volunteer meant; None where two bear the name and no number tells."""
        name, number = row.values["name"], row.values.get("id_number")
        found = [one for one in self._volunteers.numbered(number) if plain(one.name or "") == plain(name)]
        if not found and not number:
            found = self._volunteers.named(name)
        if not found:
            return self._register(row, name, number)
        if len(found) > 1:
            row.on_file.append(Doubt(doubts.SEVERAL_VOLUNTEERS, {"name": name, "count": len(found)}))
            return None
        return found[0].id

    def _register(self, row, name, number):
        person = next((one for one in self._people.numbered(number) if plain(one.name or "") == plain(name)), None)
        answers = {n: v for n, v in row.values.items() if n in Volunteer.questions() and n not in ("state", "activity")}
        born = id_number.birth_of(number) if number else None
        basic = {
            "sex": id_number.sex_of(number) if number else None,
            "birth": born.isoformat() if born else None,
            "village": person.village if person else None,
            "registered": self._first_days.get((plain(name), number), row.values["day"]),
        }
        volunteer = Volunteer(id=uuid7(), **basic | answers, state="active", person=person.id if person else None)
        if not is_allowed(row, volunteer):
            return None
        self.new.append(volunteer)
        self._volunteers.add(on_file.Known(volunteer.id, name, number, volunteer.birth, volunteer.village))
        row.on_file.append(Doubt(doubts.NEW_VOLUNTEER, {"name": name}))
        return volunteer.id


def _first_days(ledger) -> dict[tuple, date]:
    """The first day on which each volunteer of the ledger served: by then they were registered."""
    days = defaultdict(list)
    for row in ledger.entries:
        if row.is_stored:
            days[plain(row.values["name"]), row.values.get("id_number")].append(row.values["day"])
    return {who: min(when) for who, when in days.items()}


def _numbered(volunteers) -> list[Volunteer]:
    """Consecutive numbers for those who have none; each would otherwise get the same next one."""
    last = {}
    for one in volunteers:
        if one.number:
            continue
        stem, counter = re.fullmatch(r"(.*?)([0-9]{4,})", numbers.next_number(one, one.registered)).groups()
        last[stem] = last.get(stem, int(counter) - 1) + 1
        one.number = f"{stem}{last[stem]:04}"
    return volunteers
