"""What a figure is: the rows it counts, how they are counted, and the sentence that says so.

A figure's `source` is one SELECT of the rows counted: table, row, day, key, amount, and village and field where an
annex needs them. The number and the list behind the number come from the same SELECT, so they cannot differ. A row
without a key is one whose answer was not sent to us: distinct keys are then not known (settled 3).
"""

import json
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

from models import parameters
from models.database import current
from resources.language import N_

TIME, STATIONS, ANNEX = "time", "stations", "annex"
FLOW = frozenset((TIME, STATIONS, ANNEX))
STOCK = frozenset((STATIONS, ANNEX))
NEVER = frozenset()


@dataclass(frozen=True)
class Period:
    """The days counted, both included."""

    start: date
    end: date

    @property
    def is_empty(self) -> bool:
        return self.end < self.start


def month_of(month: str, today: date) -> Period:
    """The days of a month written YYYY-MM, up to today: what lies ahead is not counted yet."""
    year, number = map(int, month.split("-"))
    last = date(year + number // 12, number % 12 + 1, 1) - timedelta(1)
    return Period(date(year, number, 1), min(last, today))


def month_before(month: str) -> str:
    year, number = map(int, month.split("-"))
    return f"{year - (number == 1):04}-{(number - 2) % 12 + 1:02}"


@dataclass(frozen=True)
class Figure:
    """One line of the monthly table, with one unit and a permanent id.

    source    SELECT of the counted rows
    measure   "sum" of the amounts, "distinct" keys, "share": tenths of a percent of rows whose amount is 1, or
              "quotient": tenths of a percent of all amounts in the sum of the column `under`
    apart     no two rows of one station have the same key: there is nothing to look for twice
    additive  over what the figure may be summed: time, stations, annex
    empty     the value where no row is counted: 0, or None for a tally that nobody wrote
    """

    number: str
    id: str
    label: str
    unit: str
    section: str
    rule: str = ""
    source: str = ""
    measure: str = "sum"
    additive: frozenset = field(default=FLOW)
    empty: int | None = 0
    apart: bool = False

    @property
    def is_share(self) -> bool:
        return self.measure in ("share", "quotient")

    def count(self, unit, period: Period) -> int | None:
        """The value for one station and period; None where it is not known or there is nothing to divide by."""
        return None if period.is_empty else self._known(*self._run(self._counting, unit, period)[0])

    @property
    def _counting(self) -> str:
        return f"SELECT {self._counts} FROM ({{source}})"

    @property
    def _counts(self) -> str:
        """What value_of() wants to know; looking for equal keys is the dear part, and not asked for without need."""
        keys = "count(DISTINCT key)" if self.measure == "distinct" and not self.apart else "count(key)"
        under = "sum(under)" if self.measure == "quotient" else "count(*)"
        return f"{under}, count(key), sum(amount), {keys}"

    def parts(self, unit, period: Period) -> tuple[int, int]:
        """What a share is made of: (the upper part, what it is out of)."""
        under, _named, amount, _keys = self._run(self._counting, unit, period)[0]
        return amount or 0, under or 0

    def _known(self, rows, named, amount, keys):
        if self.measure == "distinct" and named < rows:
            return None
        return self.value_of(rows, amount, keys)

    def value_of(self, rows, amount, keys) -> int | None:
        """The value for so many rows, their sum of amounts, their distinct keys."""
        if self.is_share:
            return rounded(1000 * (amount or 0), rows) if rows else None
        if not rows:
            return self.empty
        return keys if self.measure == "distinct" else amount

    def by(self, dimension: str, unit, period: Period) -> dict:
        """Value by village, field or category; the key is None where the record does not say.

        A person counts in each of their categories, as they are known today.
        """
        if period.is_empty:
            return {}
        among = _AMONG.get(dimension, "({source})")
        rows = self._run(f"SELECT {dimension}, {self._counts} FROM {among} GROUP BY 1", unit, period)
        return {group: self._known(*counts) for group, *counts in rows}

    def rows(self, unit, period: Period) -> list[tuple]:
        """(table, row id, day, key, amount) of every row counted, by day."""
        return [] if period.is_empty else self._run(_ROWS, unit, period)

    def _run(self, statement, unit, period):
        return current().db.execute_sql(statement.replace("{source}", self.source), _values(unit, period)).fetchall()

    def show(self, value: int | None, language) -> str:
        """The value as it is printed: hours and shares with one decimal, money with two, other numbers whole."""
        if value is None:
            return ""
        if self.unit == HOURS:
            return language.hours(value)
        if self.is_share:
            return f"{language.number(value // 10)}.{value % 10}"
        if self.unit == YUAN:
            return language.money(value)
        return language.number(value)

    def in_unit(self, value: int | None) -> int | float | None:
        """The value in the unit of the figure, as exact as it is printed: 150 minutes are 2.5 hours, 667 is 66.7 %, and
        fen are yuan."""
        if value is not None and self.unit == YUAN:
            return value / 100
        if value is None or not (self.is_share or self.unit == HOURS):
            return value
        return (value if self.is_share else rounded(10 * value, 60)) / 10


HOURS = N_("hours")
YUAN = N_("yuan")

_AMONG = {
    "category": "(SELECT s.key, s.amount, c.value AS category FROM ({source}) s LEFT JOIN json_each(s.categories) c)"
}
_ROWS = 'SELECT "table", row, day, key, amount FROM ({source}) ORDER BY day, row'


def rounded(over: int, under: int) -> int:
    """The whole number nearest to over/under, halves upwards; no float is involved."""
    return (2 * over + under) // (2 * under)


def _values(unit, period):
    return {
        "unit": unit.bytes,
        "start": period.start.isoformat(),
        "end": period.end.isoformat(),
        "elders": _elders(),
    }


@cache
def _elders():
    return json.dumps(sorted(parameters.monthly_elders()))
