"""The small tables inside a form (steps, budgets, members): heads, numbered lines, sums; blank forms have room."""

from reportlab.lib.units import mm

from exports.layout.answers import unit_of
from exports.layout.columns import needed, set_in, spread
from exports.layout.document import BAND, BAND_LABEL, CELL, HEAD, Paper
from exports.layout.grids import cell, even_heads, grid
from models import fields
from resources.language import N_

_NUMBER = 9 * mm
_LINE, _LONG_LINE = 8.5 * mm, 13 * mm  # of a blank table, the latter where much is to be told
_WRITTEN, _WRITTEN_CLOSE, _CLOSE = 8 * mm, 7.2 * mm, 0.5  # the least to write in by hand, and where room is short
_LONG = 1000  # characters
_SMALLEST = 8 / 9
_SIDE = 2.6  # points left and right of what a cell says


def fits_upright(question, language) -> bool:
    """Whether a table of the form stands on an upright page, if need be in smaller letters."""
    least = _NUMBER + sum(needed(column, language) for column in _columns(question).values())
    return least * _SMALLEST <= Paper(language, "").width


def lines_table(answers, name: str, width: float, heading: str = "", room: float = 1.0):
    """The table of one Lines question; its own label, and a heading of the form above it, are its first rows."""
    question, language = answers.record.questions()[name], answers.language
    columns = _columns(question)
    widths, scale = spread(columns.values(), language, width, _NUMBER)
    kind = CELL.but(size=CELL.size * scale, leading=CELL.leading * scale)
    label = language.text(question.label)
    tops = [heading] * bool(heading and heading != label) + [label]
    rows = [[cell(top, BAND_LABEL)] + [""] * len(columns) for top in tops]
    rows.append(even_heads(_heads(question, language), widths, HEAD.but(size=9 * scale, leading=12 * scale), _SIDE))
    lines = [[_number(question, line, n), *_said(answers, question, line)]
             for n, line in enumerate(answers.lines(name) or ({},), 1)]  # fmt: skip
    sums = _sums(answers, question, name)
    style = [("SPAN", (0, n), (-1, n)) for n in range(len(tops))]
    style += [("BACKGROUND", (0, -1), (-1, -1), BAND)] if sums else []
    style += [("SPAN", (0, -1), (1, -1))] if sums and next(iter(columns)) not in question.sums else []
    if len(lines) > 1:  # neither the first line nor the last stands alone on a page
        style += [("NOSPLIT", (0, 0), (0, len(rows) + 1)), ("NOSPLIT", (0, -2 - len(sums)), (0, -1))]
    return grid(
        [*rows, *lines, *sums], widths, heads=len(rows), repeat=tuple(range(len(tops) - 1, len(rows))),
        kinds=[kind.but(align="centre"), *_kinds(question, kind)], style=style,
        least=_room(question, room) if answers.blank else 0, padding=(2.4, _SIDE),
    )  # fmt: skip


def written(height: float, room: float) -> float:
    """How high a row to write in by hand is that is usually `height`; `room` as in form()."""
    return max(height * room, min(height, _WRITTEN if room > _CLOSE else _WRITTEN_CLOSE))


def _room(question, room):
    """How high a line to write in is; `room` as in form()."""
    long = any(isinstance(column, fields.Text) and column.limit >= _LONG for column in question.columns.values())
    return written(_LONG_LINE if long else _LINE, room)


def _numbers(question):
    """The column in which the program gives the lines their numbers, by name; mostly there is none."""
    return next((name for name, column in question.columns.items() if column.derived), None)


def _columns(question):
    """The columns beside the number of the line."""
    return {name: column for name, column in question.columns.items() if name != _numbers(question)}


def _number(question, line, place):
    """The number a line bears; where lines bear none, and on the blank form, its place."""
    own = _numbers(question)
    return str(line.get(own, "")) if own and line else str(place)


def _kinds(question, kind):
    """How the columns are set; a number in the first one tells which the line is, and stands in the middle."""
    first, *others = _columns(question).values()
    counts = isinstance(first, fields.Count)
    yield kind.but(face="sans", align="centre") if counts else set_in(first, kind)
    yield from (set_in(column, kind) for column in others)


def _said(answers, question, line):
    return [answers.cell(column, line.get(name)) for name, column in _columns(question).items()]


def _heads(question, language):
    yield language.text(N_("No."))
    for column in _columns(question).values():
        unit, label = unit_of(column, language), language.text(column.label)
        yield language.text(N_("{label} ({unit})"), label=label, unit=unit) if unit else label


def _sums(answers, question, name):
    if not question.sums:
        return []
    lines, row = answers.lines(name), [answers.language.text(N_("Total"))]
    for one, column in _columns(question).items():
        total = "" if answers.blank or one not in question.sums else question.total(lines, one)
        row.append(total if total == "" else answers.cell(column, total))
    return [row]
