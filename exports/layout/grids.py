"""Tables on paper: thin lines in a thicker frame, heads that repeat, long answers that go on over pages."""

import re
from itertools import zip_longest

from reportlab.lib.colors import black
from reportlab.platypus import Flowable, Table

from exports.layout.document import BAND, BAND_LABEL, CELL, HEAD, THICK, THIN
from exports.layout.fonts import face
from exports.layout.prose import Prose, Type, evenly, lines_of

_WORD = re.compile(r"[A-Za-z0-9*]+(?: [0-9*]+)*")
_LONG = 14  # characters, as of a telephone; longer ones may be broken


def cell(value, kind: Type = CELL, **options):
    """A table cell: text becomes Prose, a Flowable stays what it is."""
    return value if isinstance(value, Flowable) else Prose(str(value), kind, **options)


def grid(
    rows, widths, *, heads=1, kinds=None, bands=(), style=(), padding=(2.2, 2.6), least=0, head_size=9, repeat=None
):
    """A table of thin lines in a thicker frame whose first `heads` rows repeat on every page.

    kinds    a Type for each column
    bands    the numbers of rows that are one label across the table
    style    more commands of reportlab's, numbered by `rows`; not together with texts so long that a row is parted
    least    the least height of a row below the heads, for what is filled in by hand
    head_size  of the heads' letters, smaller where columns are many
    repeat   which of the heads stand on every page, by their numbers; all where not said
    """
    kinds = kinds or [CELL] * len(widths)
    head = HEAD.but(size=head_size, leading=head_size * 1.34)
    cells = [_head_row(row, widths, head, padding[1], alone=heads == 1) for row in rows[:heads]]
    goes_on = []
    for number, row in enumerate(rows[heads:], heads):
        if number in bands:
            cells.append([cell(row[0], BAND_LABEL)] + [""] * (len(widths) - 1))
            continue
        parts = _parts(row, kinds, [width - 2 * padding[1] for width in widths])
        goes_on += range(len(cells), len(cells) + len(parts) - 1)
        cells += parts
    heights = [0] * heads + [least] * (len(cells) - heads)
    table = Framed(cells, widths, repeatRows=heads if repeat is None else repeat, minRowHeights=heights)
    table.setStyle(_grid_style(len(cells), heads, bands, goes_on, padding) + list(style))
    return table


def _head_row(row, widths, kind, side, alone):
    """The heads of single columns in even lines; heads in several rows may go over more than one column."""
    if alone and all(isinstance(word, str) and word for word in row):
        return even_heads(row, widths, kind, side)
    return [cell(value, kind) for value in row]


def even_heads(words, widths, kind: Type = HEAD, side: float = 2.6) -> list[Prose]:
    """Heads of single columns, with `side` points left and right, in lines as even as can be, no bracket broken."""
    return [
        Prose(said, kind, lines=evenly(said, kind, width - 2 * side)) for said, width in zip(words, widths, strict=True)
    ]


def whole_words(rows, widths, kinds, side: float = 2.6) -> list[float]:
    """The widths, changed where a Latin word or a number would be broken: columns with room to spare give way."""
    least = [_longest([row[at] for row in rows], kind) + 2 * side for at, kind in enumerate(kinds)]
    lack = sum(max(0, need - width) for need, width in zip(least, widths, strict=True))
    spare = [max(0, width - need) for need, width in zip(least, widths, strict=True)]
    if not lack or lack > sum(spare):
        return list(widths)
    give = lack / sum(spare)
    return [max(width, need) - room * give for width, need, room in zip(widths, least, spare, strict=True)]


def _longest(texts, kind):
    words = (word for text in texts for word in _WORD.findall(str(text)) if len(word) <= _LONG)
    return max((face(kind.face).width(word, kind.size) for word in words), default=0) + 0.5


def table_of(columns, rows, language, width):
    """A grid as wide as `width` of `columns`: the heading, its part of the width, its Type."""
    whole = sum(part for _head, part, _kind in columns)
    heads = [language.text(head) for head, _part, _kind in columns]
    widths = [width * part / whole for _head, part, _kind in columns]
    return grid([heads, *rows], widths, kinds=[kind for _head, _part, kind in columns])


def on_pages(lines, high_of, room) -> list[list]:
    """Lines parted into pages no higher than `room`, where `high_of(line)` says how high one makes its row."""
    pages, used = [], 0.0
    for line in lines:
        high = high_of(line)
        if not pages or used + high > room:
            pages.append([])
            used = 0.0
        pages[-1].append(line)
        used += high
    return pages


class Framed(Table):
    """Closes its frame on every page it stands on; reportlab forgets that when it parts a table twice."""

    def draw(self):
        super().draw()
        self.canv.setStrokeColor(black)
        self.canv.setLineWidth(THICK)
        self.canv.rect(0, 0, self._width, self._height)


def _parts(row, kinds, widths, most=10):
    """A row as one or more, none higher than `most` lines, so that a page can end between any two of them."""
    parts = []
    for value, kind, width in zip(row, kinds, widths, strict=True):
        lines = [] if isinstance(value, Flowable) else lines_of(str(value), kind, width)
        short = len(lines) <= 2 * most
        parts.append([cell(value, kind)] if short else list(Prose("", kind, lines=lines).parts(most)))
    return [[part or "" for part in parted] for parted in zip_longest(*parts)]


def _grid_style(count, heads, bands, goes_on, padding):
    high, wide = padding
    style = [
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("TOPPADDING", (0, 0), (-1, -1), high),
        ("BOTTOMPADDING", (0, 0), (-1, -1), high),
        ("LEFTPADDING", (0, 0), (-1, -1), wide),
        ("RIGHTPADDING", (0, 0), (-1, -1), wide),
        ("LINEBEFORE", (1, 0), (-1, -1), THIN, black),
        *[("LINEBELOW", (0, n), (-1, n), THIN, black) for n in range(count - 1) if n not in goes_on],
    ]
    for number in goes_on:
        style += [
            ("BOTTOMPADDING", (0, number), (-1, number), 0),
            ("TOPPADDING", (0, number + 1), (-1, number + 1), 0),
            ("VALIGN", (0, number), (-1, number + 1), "TOP"),
        ]
    if heads:
        style += [("BACKGROUND", (0, 0), (-1, heads - 1), BAND)]
    for number in bands:
        style += [
            ("SPAN", (0, number), (-1, number)),
            ("BACKGROUND", (0, number), (-1, number), BAND),
            ("NOSPLIT", (0, number), (0, min(number + 1, count - 1))),
        ]
    return style


def plain(rows, widths, kinds, padding=0.8, above=False) -> Table:
    """Words in columns without lines, as in the head of a return; a long row goes on over pages.

    Of a row in which one goes on over several lines, the others stand at the last of them, or `above` at the first.
    """
    cells = [part for row in rows for part in _parts(row, kinds, widths)]
    table = Table(cells, widths)
    table.setStyle(
        [
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), padding),
            ("BOTTOMPADDING", (0, 0), (-1, -1), padding),
            ("VALIGN", (0, 0), (-1, -1), "TOP" if above else "BOTTOM"),
        ]
    )
    return table
