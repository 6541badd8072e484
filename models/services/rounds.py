"""The way to go: the households due, village by village, and what each was promised."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from models import dues
from models.database import current
from models.people.household import Household
from models.services.visit import Visit

_PROMISE = 200


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
