"""What a sheet of ticks is made of: those on it, the states, the sums as the month counts them."""

from dataclasses import dataclass
from uuid import UUID

STATES = ("present", "late", "absent")
CAME = ("present", "late")


@dataclass(frozen=True)
class Attendee:
    """One line: a person on file, or the name of a newcomer."""

    person: UUID | None
    name: str
    detail: str = ""

    @property
    def key(self):
        return self.person or self.name


@dataclass(frozen=True)
class Sums:
    """One event as the month will count it."""

    listed: int
    present: int
    late: int
    absent: int
    unnamed: int

    @property
    def times(self):
        """人次: everyone who came, named or not."""
        return self.present + self.late + self.unnamed

    @property
    def people(self):
        """人数: those who came and are named."""
        return self.present + self.late

    @property
    def rate(self):
        marked = self.people + self.absent
        return round(100 * self.people / marked) if marked else None


def in_order(fresh):
    """Number fresh records so that they are read back as they stand: those of one millisecond have no order."""
    for record, number in zip(fresh, sorted(record.id for record in fresh), strict=True):
        record.id = number
