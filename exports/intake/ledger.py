"""A ledger as read: rows with values and doubts, nothing written yet."""

from dataclasses import dataclass, field
from datetime import date

from exports.intake.doubts import DOUBT, HELD, LEFT_OUT, NOTE, REFUSED, Doubt
from exports.intake.headings import Column

TAKEN, DOUBTFUL = "taken", "doubtful"


@dataclass
class LedgerRow:
    """One row of a sheet; `number` is the row number that the workbook shows, `sheet` is "" where there is but one.

    `doubts` is what the row itself says, `on_file` what was found when it was held against the records.
    """

    sheet: str
    number: int
    cells: dict = field(default_factory=dict)
    values: dict = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
    on_file: list[Doubt] = field(default_factory=list)
    asks_met: bool = False

    def doubt(self, kind, **values):
        self.doubts.append(Doubt(kind, values))

    @property
    def place(self) -> str:
        """Where the row stands, for sentences: 12, or 波西村 12 where a workbook has several sheets."""
        return f"{self.sheet} {self.number}" if self.sheet else str(self.number)

    @property
    def findings(self) -> list[Doubt]:
        """All that was found, what weighs most first."""
        order = (LEFT_OUT, REFUSED, HELD, DOUBT, NOTE)
        return sorted(self.doubts + self.on_file, key=lambda doubt: order.index(doubt.weight))

    @property
    def verdict(self) -> str:
        """taken, doubtful (stored unless `is_held`), refused, or left_out (no entry at all)."""
        weights = {doubt.weight for doubt in self.doubts + self.on_file}
        if LEFT_OUT in weights:
            return LEFT_OUT
        if REFUSED in weights:
            return REFUSED
        return DOUBTFUL if weights & {HELD, DOUBT} else TAKEN

    @property
    def is_held(self) -> bool:
        """Whether a doubtful row waits for mending instead of being stored."""
        return any(doubt.weight == HELD for doubt in self.doubts + self.on_file)

    @property
    def is_stored(self) -> bool:
        return self.verdict in (TAKEN, DOUBTFUL) and not self.is_held


def household_key(row: LedgerRow):
    """What rows of one household share exactly: village, door and head (settled 27); None where a part is missing."""
    village, head = row.values.get("village"), row.values.get("head")
    door = row.values.get("door") or row.values.get("address")
    return (village, door, head) if village and door and head else None


@dataclass(frozen=True)
class Duplicate:
    """Two rows that are, or may be, one person. `certain`: the same identity number and name."""

    row: LedgerRow
    other: LedgerRow
    certain: bool


@dataclass
class Ledger:
    """What a workbook holds. `kind`: roster, visits or hours; `columns`: of its first ledger sheet, to be shown."""

    name: str
    kind: str
    columns: list[Column]
    rows: list[LedgerRow]
    duplicates: list[Duplicate] = field(default_factory=list)
    households: list[tuple[LedgerRow, LedgerRow]] = field(default_factory=list)
    stated: date | None = None

    @property
    def entries(self) -> list[LedgerRow]:
        """The rows that are entries; the others are headings, sub-totals and the like."""
        return [row for row in self.rows if row.verdict != LEFT_OUT]

    def mapping(self) -> dict[str, str]:
        """Heading → question, to be remembered and handed to `plan` next time."""
        return {column.heading: column.question or "" for column in self.columns}
