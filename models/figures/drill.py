"""The records behind a number."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from models.database import current
from models.figures.figure import month_of
from models.figures.table import BY_NUMBER


@dataclass(frozen=True)
class DrillRow:
    """One record behind a figure. `counted` is what it adds: of several rows for one person or household only the
    first counts 1; for a share it is 1 where the record is in the upper part."""

    table: str
    row: UUID
    caption: str
    day: date | None
    counted: int


def rows_of(number: str, unit: UUID, month: str, today: date | None = None) -> list[DrillRow]:
    """Every record counted in a figure of a month, by day; the sum of `counted` is the figure (for a share, its upper
    part, and the number of rows the lower). What is restricted is counted and never listed."""
    figure, store = BY_NUMBER[number], current()
    seen, found = set(), []
    for table, row, day, key, amount in figure.rows(unit, month_of(month, today or store.today())):
        if store.tables[table].restricted:
            continue
        if figure.measure == "distinct":
            amount = int(key not in seen)
            seen.add(key)
        found.append(_drill_row(store, table, UUID(bytes=bytes(row)), day, amount or 0))
    return found


def _drill_row(store, table, row, day, counted):
    caption = store.tables[table].get_by_id(row).caption()
    return DrillRow(table, row, caption, day and date.fromisoformat(day), counted)
