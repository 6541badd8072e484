"""Who was not visited in a month and should have been, and the visiting rate of elders in special hardship."""

import json
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from models import codes, parameters
from models.database import current
from models.figures.figure import month_of, rounded
from models.figures.table import BY_NUMBER
from models.people.household import Household
from models.people.person import Person

_MONTHLY = 31


@dataclass(frozen=True)
class Unseen:
    """Somebody to be visited every month who was not: `elder` where the visiting rate of elders counts them."""

    person: UUID
    household: UUID | None
    name: str
    village: str
    elder: bool
    last: date | None
    days: int


@dataclass(frozen=True)
class Month:
    """The visits of a month: elders in special hardship on file, those seen, and everybody who was not."""

    elders: int
    seen: int
    missing: tuple[Unseen, ...]

    @property
    def rate(self) -> int | None:
        """The visiting rate (月探访率) in tenths of a percent; None without such elders."""
        return rounded(1000 * self.seen, self.elders) if self.elders else None


def visited_in(store, month: str) -> Month:
    """Elders as row 12 of the monthly table counts them; besides them, whoever is to be visited once a month."""
    period = month_of(month, store.today())
    rows = BY_NUMBER["12"].rows(store.unit, period)
    elders = {bytes(row): seen for _table, row, _day, _key, seen in rows}
    missing = {row for row, seen in elders.items() if not seen}
    seen = _seen(store, period)
    missing |= {row for row in _monthly(store, period.end) if row not in elders and UUID(bytes=row).hex not in seen}
    missing |= set(_at_risk(store, period, missing))
    people = list(Person.alive().where(Person.id.in_([UUID(bytes=row) for row in missing])))
    homes = {one.household for one in people if one.household}
    last, risks = _last_visits(homes, period.end), _risks(homes)
    found = [_unseen(one, one.id.bytes in elders, last.get(one.household), risks.get(one.household)) for one in people]
    found.sort(key=lambda one: (one.village, one.last or date.min, one.name))
    return Month(len(elders), sum(map(bool, elders.values())), tuple(found))


def _seen(store, period):
    """The persons seen in the period, as hexadecimal ids."""
    statement = """
    SELECT DISTINCT s.value FROM visit v, json_each(v.seen) s
    WHERE v.station = ? AND v.deleted = 0 AND v.day BETWEEN ? AND ?
    """
    values = (store.unit.bytes, period.start.isoformat(), period.end.isoformat())
    return {key for (key,) in store.db.execute_sql(statement, values)}


def _monthly(store, day):
    """Persons on file whom the rule wants visited every month or oftener, by their own risk and categories."""
    on_file = Person.alive(Person.id, Person.risk, Person.categories, Person.since).where(
        Person.station == store.unit, Person.state == "active"
    )
    for row, risk, categories, since in on_file.tuples():
        if (not since or since <= day) and parameters.visit_days(risk, categories) <= _MONTHLY:
            yield row.bytes


_AT_RISK = """
SELECT h.id, p.id FROM household h JOIN person p ON p.household = h.id
WHERE h.station = ? AND h.deleted = 0 AND p.deleted = 0 AND p.state = 'active'
AND h.risk IN (SELECT value FROM json_each(?)) AND h.id NOT IN (
    SELECT household FROM visit
    WHERE station = ? AND deleted = 0 AND day BETWEEN ? AND ? AND coalesce(met, '') <> 'no' AND household IS NOT NULL
) ORDER BY h.id, p.id
"""


def _at_risk(store, period, named):
    """One member of each household on whose risk the rule wants a visit every month, and where nobody was met."""
    risks = [entry.code for entry in codes.choices("risk_level") if parameters.visit_days(entry.code) <= _MONTHLY]
    unit, members = store.unit.bytes, {}
    values = (unit, json.dumps(risks), unit, period.start.isoformat(), period.end.isoformat())
    for household, person in store.db.execute_sql(_AT_RISK, values):
        members.setdefault(bytes(household), []).append(bytes(person))
    return (found[0] for found in members.values() if named.isdisjoint(found))


def _last_visits(households, until):
    """Household → the day of its last visit up to a day."""
    found = {}
    for household in households:
        values = (household.bytes, until.isoformat())
        statement = "SELECT max(day) FROM visit WHERE household = ? AND deleted = 0 AND day <= ?"
        (day,) = current().db.execute_sql(statement, values).fetchone()
        if day:
            found[household] = date.fromisoformat(day)
    return found


def _risks(households):
    """Household → its risk."""
    return dict(Household.select(Household.id, Household.risk).where(Household.id.in_(list(households))).tuples())


def _unseen(person, elder, last, risk):
    days = min(parameters.visit_days(person.risk, person.categories), parameters.visit_days(risk))
    return Unseen(person.id, person.household, person.name or "", person.village or "", elder, last, days)
