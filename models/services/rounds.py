"""Where to go: who was not visited in a month and should have been, and the households due, village by village."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from models import dues, parameters
from models.database import current
from models.figures.figure import month_of, rounded
from models.figures.table import BY_NUMBER
from models.people.household import Household
from models.people.person import Person
from models.services.visit import Visit

_MONTHLY = 31
_PROMISE = 200


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
    people = list(Person.alive().where(Person.id.in_([UUID(bytes=row) for row in missing])))
    last = _last_visits({one.household for one in people if one.household}, period.end)
    found = [_unseen(one, one.id.bytes in elders, last.get(one.household)) for one in people]
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


def _unseen(person, elder, last):
    days = parameters.visit_days(person.risk, person.categories)
    return Unseen(person.id, person.household, person.name or "", person.village or "", elder, last, days)


@dataclass(frozen=True)
class Stop:
    """One household of a round: where it is, when it is due, what was promised last time."""

    household: UUID
    head: str
    village: str
    group_no: str
    address: str
    phone: str
    members: tuple[str, ...]
    risk: str | None
    day: date
    last: date | None
    promise: str


def stops(store, until: date, villages=()) -> list[Stop]:
    """The households due by `until`, of the villages named or of all, in the order of the way: village, group, door."""
    wanted = [one for one in dues.visits(store, until) if not villages or (one.village or "") in villages]
    found = [_stop(one, Household.get_by_id(one.row)) for one in wanted]
    return sorted(found, key=lambda stop: (stop.village, _door(stop.group_no), _door(stop.address), stop.day))


def villages_due(store, until: date) -> dict[str, int]:
    """Village → how many households are due there by `until`."""
    counts = {}
    for one in dues.visits(store, until):
        counts[one.village or ""] = counts.get(one.village or "", 0) + 1
    return dict(sorted(counts.items()))


def _door(text):
    """Numbers in a place sort by what they count: 2组 before 10组."""
    digits = "".join(c for c in text or "" if c.isascii() and c.isdigit())
    return (int(digits[:9]) if digits else 0, text or "")


def _stop(one, household):
    today = current().today()
    members = [member for member in household.members() if member.state == "active"]
    phone = household.phone or next((member.phone for member in members if member.phone), "")
    said = tuple(f"{member.name} {member.age(today) or ''}".strip() for member in members)
    return Stop(
        household.id, one.caption, one.village or "", household.group_no or "", _address(household, members), phone,
        said, one.risk, one.day, one.last, promise_of(household.id),
    )  # fmt: skip


def _address(household, members):
    return household.address or next((member.address for member in members if member.address), "")


def promise_of(household: UUID) -> str:
    """What the last visit to a household left to be done: its open to-dos, else what it says was passed on."""
    last = Visit.alive().where(Visit.household == household).order_by(Visit.day.desc(), Visit.id.desc()).first()
    if last is None:
        return ""
    open_ones = [line.get("what", "") for line in last.todos or () if not line.get("done")]
    said = "；".join(filter(None, open_ones)) or " ".join((last.done or "").split())
    return said[:_PROMISE]
