"""How needs and resources meet: rates, days waited, and what is needed most.

A need counts for the span in which it was collected, whatever came of it later.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from models.linking.link import ResourceLink
from models.linking.need import ANSWERED, Need
from models.linking.resource import Resource
from models.team import shares


@dataclass(frozen=True)
class Conversion:
    """Of the needs collected in a span: how many were answered, met, given up, and the days until they were matched.

    `days` is in the order of size, one for each need that was matched.
    """

    collected: int
    matched: int
    projects: int
    met: int
    unmet: int
    days: tuple[int, ...]

    @property
    def rate(self) -> int | None:
        """需求转化率: needs made a project or met, in tenths of a percent; None where none were collected."""
        return shares.share(self.matched, self.collected)

    @property
    def median_days(self) -> int | None:
        return self.days[len(self.days) // 2] if self.days else None

    @property
    def mean_tenths(self) -> int | None:
        """The mean of the days waited, in tenths of a day."""
        return (20 * sum(self.days) + len(self.days)) // (2 * len(self.days)) if self.days else None


def conversion(start: date, end: date) -> Conversion:
    """What came of the needs collected from `start` to `end`, both included."""
    needs = _collected(start, end)
    states = Counter(need.state for need in needs)
    days = sorted(need.waited for need in needs if need.waited is not None)
    matched = sum(states[state] for state in ANSWERED)
    return Conversion(len(needs), matched, states["project"], states["met"], states["unmet"], tuple(days))


@dataclass(frozen=True)
class Wanted:
    """One line of the guiding catalogue: a group and a kind of need, how often it is asked for, how often answered."""

    group: str
    kind: str
    needs: int
    people: int
    matched: int


def ranking(start: date, end: date) -> list[Wanted]:
    """What is needed most (指导性目录, 自下而上、以需定供): by needs, then people, then the order of the codes."""
    found = {}
    for need in _collected(start, end):
        found.setdefault((need.group, need.kind), []).append(need)
    lines = [
        Wanted(
            group or "", kind or "", len(needs), sum(need.people or 1 for need in needs),
            sum(need.state in ANSWERED for need in needs),
        )
        for (group, kind), needs in found.items()
    ]  # fmt: skip
    return sorted(lines, key=lambda line: (-line.needs, -line.people, line.group, line.kind))


def ledger(resource: Resource) -> list[tuple[ResourceLink, int | None]]:
    """The links of a resource in their order, each with what was left after it; None where nothing is counted."""
    left, found = resource.quantity, []
    rows = ResourceLink.alive().where(ResourceLink.resource == resource.id)
    for link in rows.order_by(ResourceLink.day, ResourceLink.id):
        left = left - (link.quantity or 0) if left is not None else None
        found.append((link, left))
    return found


def _collected(start, end):
    return list(Need.alive().where(Need.day.between(start, end)).order_by(Need.day, Need.id))
