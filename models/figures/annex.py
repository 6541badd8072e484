"""Annexes 1-3 of the monthly table: the same figures by service field, by category, by village.

What may not be summed over the lines has a last line of its own, counted without doubles (去重).
"""

import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import repeat
from uuid import UUID

from models import codes
from models.database import current
from models.figures.figure import ANNEX, Figure, month_of
from models.figures.table import BY_NUMBER
from resources.language import N_


@dataclass(frozen=True)
class Column:
    """One column: a figure of the main table under the words of the annex; `values` are given line by line."""

    figure: Figure
    label: str
    additive: bool

    @property
    def unit(self) -> str:
        return self.figure.unit


@dataclass(frozen=True)
class AnnexLine:
    """One line: `code` of the code list, or the village's name; None for records that do not say."""

    code: str | None
    words: str
    values: tuple[int | None, ...]


@dataclass(frozen=True)
class Annex:
    """`total` repeats the main table; it is the sum of the lines only where a column is additive."""

    number: str
    title: str
    head: str
    codes: str | None
    columns: tuple[Column, ...]
    lines: tuple[AnnexLine, ...]
    total: tuple[int | None, ...]

    @property
    def total_label(self) -> str:
        return N_("Total") if all(column.additive for column in self.columns) else N_("Total (without doubles)")

    def name(self, line: AnnexLine, language) -> str:
        """What stands at the head of a line."""
        if line.code is None:
            return language.text(line.words)
        return codes.label(self.codes, line.code, language) if self.codes else line.code


def annexes(unit: UUID, month: str, today: date | None = None) -> tuple[Annex, ...]:
    """The annexes of a month; lines without any number but zero are left out of those by category and village."""
    period = month_of(month, today or current().today())
    return tuple(
        _annex(number, title, head, code_list, dimension, columns, unit, period)
        for number, title, head, code_list, dimension, columns in _ANNEXES
    )


_ANNEXES = (
    (
        "1", N_("Annex 1. By service field"), N_("Service field"), "service_field", "field",
        (
            ("19", N_("Cases in hand")), ("29", N_("Sessions of groups")), ("30", N_("At groups")),
            ("33", N_("Activities of the month")), ("34", N_("At activities")),
        ),
    ),
    (
        "2", N_("Annex 2. By category of persons"), N_("Category"), "category", "category",
        (("3", N_("On file")), ("5.2", N_("Newly on file")), ("10", N_("Seen at home")), ("12", N_("Elders seen"))),
    ),
    (
        "3", N_("Annex 3. By village or community"), N_("Village or community"), None, "village",
        (
            ("3", N_("On file")), ("8", N_("Home visits made")), ("9", N_("Households seen")),
            ("10", N_("Seen at home")), ("11", N_("By telephone or video")), ("13", N_("Problems noted")),
            ("33", N_("Activities of the month")), ("34", N_("At activities")),
        ),
    ),
)  # fmt: skip


def _annex(number, title, head, code_list, dimension, columns, unit, period):
    made = tuple(Column(BY_NUMBER[n], label, _adds_up(BY_NUMBER[n], dimension)) for n, label in columns)
    count = _by_category if dimension == "category" else _by_column
    by_column = [count(column.figure, dimension, unit, period) for column in made]
    lines = tuple(
        AnnexLine(code, N_("Not stated"), tuple(map(_cell, made, by_column, repeat(code))))
        for code in _codes(code_list, by_column, everything=number == "1")
    )
    total = tuple(column.figure.count(unit, period) for column in made)
    return Annex(number, title, head, code_list, made, lines, total)


def _by_column(figure, dimension, unit, period):
    return figure.by(dimension, unit, period)


def _by_category(figure, dimension, unit, period):
    """Value by category of the persons counted; one person is counted in each of theirs."""
    if "categories" in figure.source:
        return figure.by(dimension, unit, period)
    known, groups = {}, defaultdict(list)
    for _, _, _, person, amount in figure.rows(unit, period):
        if person not in known:
            known[person] = _categories(person)
        for code in known[person]:
            groups[code].append((amount or 0, person))
    return {
        code: figure.value_of(len(rows), sum(amount for amount, _ in rows), len({person for _, person in rows}))
        for code, rows in groups.items()
    }


def _categories(person):
    """The codes of a person who was seen, known by the hex of the row: (None,) for those without any."""
    found = current().db.execute_sql("SELECT categories FROM person WHERE id = ?", (bytes.fromhex(person),)).fetchone()
    return json.loads(found[0] or "[]") or (None,) if found else (None,)


def _adds_up(figure, dimension):
    """A village or a field is one for each record; persons are in several categories."""
    return dimension != "category" and ANNEX in figure.additive


def _cell(column, counts, code):
    return counts.get(code, None if column.figure.is_share else 0)


def _codes(code_list, by_column, everything):
    """The lines: in the order of the code list, or by name; records that do not say come last."""
    found = set().union(*by_column)
    known = list(codes.code_list(code_list).entries) if code_list else sorted(found - {None})
    kept = [code for code in known if everything or code in found]
    strange = sorted(found - {None, *known})
    return [*kept, *strange, *([None] if None in found else [])]
