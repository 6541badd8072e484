"""Counts of the team on a day: certified and not, full time and part time, by level; what leaves and what comes.

社会工作专业人才 (all) is never the same as 持证 (certified); 专职占比 and 专:兼 are two ratios and both are given.
"""

from dataclasses import dataclass
from datetime import date

from models.team.learning import in_post
from models.team.shares import mean, share
from models.team.staff import Staff

CERTIFIED = ("assistant", "worker", "senior")


@dataclass(frozen=True)
class Census:
    """The team as it stands on a day; shares in tenths of a percent, None of nothing."""

    all: int
    levels: dict
    full_time: int
    part_time: int

    @property
    def certified(self) -> int:
        return sum(self.levels.values())

    @property
    def certified_share(self) -> int | None:
        return share(self.certified, self.all)

    @property
    def full_time_share(self) -> int | None:
        """专职 / 总数 (广元 body: 不低于30%)."""
        return share(self.full_time, self.all)

    @property
    def full_to_part(self) -> int | None:
        """专 : 兼 (广元 annex: 专兼比例不低于50%)."""
        return share(self.full_time, self.part_time)


def census_of(rows) -> Census:
    """The census of (certificate level, full or part time) pairs; who says neither is full time."""
    rows = list(rows)
    levels = {level: sum(one == level for one, _time in rows) for level in CERTIFIED}
    part = sum(time == "part" for _level, time in rows)
    return Census(len(rows), levels, len(rows) - part, part)


def census(store, day: date | None = None) -> Census:
    """The census of those in post on a day, supervisors from outside and auditors left out as in figure 1."""
    members = [one for one in in_post(store, day) if one.role not in ("auditor", "supervisor")]
    return census_of((one.level, one.time) for one in members if one.post != "supervisor")


def headcounts(store, years) -> dict[int, int]:
    """Year → those in post on its last day, or today for the year that runs."""
    today = store.today()
    return {year: len(in_post(store, min(date(year, 12, 31), today))) for year in years}


def turnover(left: int, at_start: int, at_end: int) -> int | None:
    """流失率: those who left over the mean of those there at the start and at the end, in tenths of a percent."""
    return share(2 * left, at_start + at_end)


def turnover_of(store, start: date, end: date) -> int | None:
    """The turnover between two days, both included."""
    staff = Staff.alive().where(Staff.station == store.unit, Staff.left.between(start, end))
    return turnover(staff.count(), len(in_post(store, start)), len(in_post(store, end)))


def clients_per_worker(clients: int, workers: int) -> int | None:
    """Tenths of the persons served by one worker (上海: 社区青少年与社工的比例配置)."""
    return mean(clients, workers)


def leaders_certified(members, duty="secretary") -> tuple[int, int]:
    """How many who hold an office have a certificate, and how many hold it (持证全覆盖)."""
    leaders = [one for one in members if duty in (one.duties or ())]
    return sum(one.level in CERTIFIED for one in leaders), len(leaders)


def has_certified_full_time(members) -> bool:
    """Whether a station has at least one certified full-time worker (攀枝花: 养事不养人)."""
    return any(one.level in CERTIFIED and one.time != "part" for one in members)
