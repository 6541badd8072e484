"""Where the heading of a sheet is, in one row or two, and which question each column answers."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from exports.intake.cells import plain, said
from exports.intake.kinds import KINDS, ROSTER, LedgerKind, kind_named
from exports.intake.sheets import Sheet

LOOKED_AT = 40  # rows in which a heading may begin
REMEMBERED, EXACT, ALIKE, NONE = "remembered", "exact", "alike", ""
_BRACKETS = re.compile(r"\(.*?\)|\[.*?\]|【.*?】|[*:：。·]")


@dataclass
class Column:
    """A column of a sheet: its heading, the question it answers (None: not taken in) and how sure that is."""

    index: int
    heading: str
    question: str | None = None
    sure: str = NONE


@dataclass
class Heading:
    """The heading of a sheet: rows `first` to `last` (counted from 0), and a text for each column."""

    first: int
    last: int
    texts: list[str] = field(default_factory=list)


@dataclass
class Mapped:
    """What a sheet is and which column answers what."""

    kind: LedgerKind
    heading: Heading
    columns: list[Column]

    def __post_init__(self):
        self.width = max((column.index for column in self.columns), default=-1) + 1
        self.spellings = [frozenset()] * self.width
        for column in self.columns:
            self.spellings[column.index] = frozenset((plain(column.heading), plain(column.heading.split("/")[0])))


def map_sheet(sheet: Sheet, mapping: dict | None = None, kind: str | None = None) -> Mapped | None:
    """The best reading of the sheet's heading; None where there is no ledger.

    `mapping` (heading → question, "" for not taken in) is what a person settled before; it goes before our words.
    """
    kinds = [kind_named(kind)] if kind else KINDS
    best, most = None, (0, 0)
    for heading in _candidates(sheet):
        for one in kinds:
            columns = map_columns(one, heading.texts, mapping)
            found = {column.question for column in columns if column.question}
            if not _is_ledger(one, found, kind):
                continue
            worth = (len(found & one.marks), len(found)) if one is not ROSTER else (0, len(found))
            if sum(worth) > sum(most):
                best, most = Mapped(one, heading, columns), worth
    return best


def _is_ledger(kind, found, wanted) -> bool:
    if kind.form:
        return len(found) >= 2 or bool(found) and len(kind.words) < 3
    if kind.needed not in found:
        return False
    return bool(wanted) or len(found & kind.marks) >= (1 if kind.name == "roster" else 2)


def _candidates(sheet: Sheet):
    """Each row that may be a heading, alone and with the row under it."""
    for first, row in enumerate(sheet.rows[:LOOKED_AT]):
        if sum(1 for cell in row if isinstance(cell, str)) < 2:
            continue
        yield Heading(first, first, [said(cell) for cell in row])
        below = sheet.rows[first + 1] if first + 1 < len(sheet.rows) else []
        if below and _may_be_heading(below):
            yield Heading(first, first + 1, _two_rows(sheet, first))


def _may_be_heading(row) -> bool:
    cells = [cell for cell in row if cell is not None]
    return bool(cells) and all(
        isinstance(cell, str) and len(cell) <= 20 and not re.search(r"\d{3}", cell) for cell in cells
    )


def _two_rows(sheet, first) -> list[str]:
    """`住址/村（社区）` for a cell under a wider one; a cell alone keeps its own words."""
    upper, lower = sheet.rows[first], sheet.rows[first + 1]
    texts, over = [], ""
    for index in range(max(len(upper), len(lower))):
        above = said(upper[index]) if index < len(upper) else ""
        below = said(lower[index]) if index < len(lower) else ""
        over = above or (over if below else "")
        texts.append(f"{over}/{below}" if over and below else above or below)
    return texts


def map_columns(kind: LedgerKind, texts: list[str], mapping: dict | None = None) -> list[Column]:
    """The columns under these headings: remembered answers first, then exact words, then words contained."""
    columns = [Column(index, " ".join(text.split())) for index, text in enumerate(texts) if text]
    taken: set[str] = set()
    settled = {
        plain(heading): question for heading, question in (mapping or {}).items() if question in ("", *kind.words)
    }
    for column in columns:
        if plain(column.heading) in settled:
            question = settled[plain(column.heading)]
            _answer(column, taken, question or None, REMEMBERED)
    words = _exact_words(kind.name)
    for column in columns:
        if column.sure != REMEMBERED:
            _answer(column, taken, _exact(words, column.heading), EXACT)
    for column in columns:
        if column.sure == NONE:
            _answer(column, taken, _alike(words, column.heading), ALIKE)
    return columns


def _answer(column, taken, question, sure):
    if question == "phone" and question in taken and "phone2" not in taken:
        question = "phone2"
    if question is None and sure != REMEMBERED or question in taken:
        return
    column.question, column.sure = question, sure
    if question:
        taken.add(question)


@lru_cache
def _exact_words(kind: str) -> dict[str, str]:
    words: dict[str, str] = {}
    for question, headings in kind_named(kind).headings().items():
        for heading in headings:
            words.setdefault(_bare(heading), question)
            words.setdefault(plain(heading), question)
    return words


def _bare(heading) -> str:
    """A heading without what stands in brackets and without marks."""
    return _BRACKETS.sub("", plain(heading)) or plain(heading)


def _spellings(heading):
    yield plain(heading)
    yield _bare(heading)
    if "/" in heading:
        below = heading.split("/", 1)[1]
        yield plain(below)
        yield _bare(below)


def _exact(words, heading) -> str | None:
    return next((words[spelling] for spelling in _spellings(heading) if spelling in words), None)


def _alike(words, heading) -> str | None:
    """The question whose longest word of three characters or more stands inside the heading."""
    inside = [word for word in words if len(word) >= 3 and word in plain(heading)]
    return words[max(inside, key=len)] if inside else None
