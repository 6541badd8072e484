"""The monthly table: every figure in the order of the form, for one station and month."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from models.database import current
from models.figures import (
    ability,
    activities,
    base,
    cases,
    fostering,
    funds,
    groups,
    referrals,
    resources,
    tallies,
    visits,
    voice,
    volunteering,
)
from models.figures.figure import TIME, Figure, Period, month_before, month_of

FIGURES: tuple[Figure, ...] = (
    *base.FIGURES,
    *visits.FIGURES,
    *cases.FIGURES,
    *groups.FIGURES,
    *activities.FIGURES,
    *volunteering.FIGURES,
    *resources.FIGURES,
    *referrals.REFERRALS,
    *tallies.FIGURES,
    *fostering.FIGURES,
    *ability.FIGURES,
    *voice.MEETINGS,
    *voice.FIGURES,
    *funds.FIGURES,
)
BY_NUMBER = {figure.number: figure for figure in FIGURES}


@dataclass(frozen=True)
class Line:
    """One line of the table. `state` tells a number, no data (blank), not applicable (na) and not kept apart.

    `last` is the month before, `year` the sum since January; None where there is no number, and `year` also where the
    figure cannot be summed over months (`year_state` is then "na").
    """

    figure: Figure
    state: str
    value: int | None = None
    last: int | None = None
    last_state: str = "not_kept"
    year: int | None = None
    year_state: str = "not_kept"

    @property
    def number(self) -> str:
        return self.figure.number

    @property
    def id(self) -> str:
        return self.figure.id

    @property
    def label(self) -> str:
        return self.figure.label

    @property
    def unit(self) -> str:
        return self.figure.unit

    @property
    def section(self) -> str:
        return self.figure.section

    @property
    def rule(self) -> str:
        return self.figure.rule


@dataclass(frozen=True)
class Table:
    """The figures of one station in one month, up to `until`."""

    station: UUID
    month: str
    until: date
    lines: tuple[Line, ...]

    @cached_property
    def by_number(self) -> dict[str, Line]:
        return {line.number: line for line in self.lines}


def month_table(unit: UUID, month: str, today: date | None = None) -> Table:
    """The table of a month written YYYY-MM; events after `today` are not counted."""
    today = today or current().today()
    now, last = month_of(month, today), month_of(month_before(month), today)
    year = Period(date(now.start.year, 1, 1), now.end)
    lines = tuple(_line(figure, unit, now, last, year) for figure in FIGURES)
    return Table(unit, month, now.end, lines)


def _line(figure, unit, now, last, year):
    value, before = figure.count(unit, now), figure.count(unit, last)
    if TIME in figure.additive:
        total = None if now.is_empty else figure.count(unit, year)
        year_state = state_of(figure, total, now)
    else:
        total, year_state = None, "na"
    return Line(figure, state_of(figure, value, now), value, before, state_of(figure, before, last), total, year_state)


def state_of(figure: Figure, value: int | None, period: Period) -> str:
    """number, blank (no data) or na (a share of nothing)."""
    if value is not None:
        return "number"
    return "na" if figure.is_share and not period.is_empty else "blank"
