"""How many social workers communities are asked to have: the mean and the least, both."""

from dataclasses import dataclass

from models import parameters
from models.team.shares import mean


@dataclass(frozen=True)
class Norm:
    """Workers in each place of a list, against the number asked for.

    `mean` (名/社区, tenths) and `least` (每个不少于) are two questions: a mean of two may hide a place without anybody.
    """

    counts: dict
    asked: int

    @property
    def mean(self) -> int | None:
        return mean(sum(self.counts.values()), len(self.counts))

    @property
    def least(self) -> int | None:
        return min(self.counts.values(), default=None)

    @property
    def short(self) -> list[str]:
        """The places with fewer than asked for."""
        return [place for place, count in self.counts.items() if count < self.asked]

    @property
    def missing(self) -> int:
        return sum(max(0, self.asked - count) for count in self.counts.values())


def communities(members, places, land="urban") -> Norm:
    """Workers by community of a list: two in each urban one, one in each rural one (浙江《意见》, 攀枝花)."""
    counts = {place: sum(member.community == place for member in members) for place in places}
    return Norm(counts, parameters.value("certified_urban" if land == "urban" else "certified_rural"))


def per_thousand(workers: int, population: int) -> int | None:
    """Social workers out of the registered population in hundredths of ‰: 2100 of 1,235,000 are 170 (1.7 ‰)."""
    return (200_000 * workers + population) // (2 * population) if population else None
