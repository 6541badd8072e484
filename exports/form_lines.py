"""The small tables inside a form (steps, budgets, members): heads, numbered lines, sums; blank forms have room."""

from reportlab.lib.units import mm

from exports.answers import unit_of
from exports.document import BAND, BAND_LABEL, CELL, HEAD, Paper
from exports.grids import cell, grid
from models import codes, fields
from resources.language import N_

_NUMBER = 9 * mm
_PAD = 5.2
_LINE = 8.5 * mm
_SMALLEST = 8 / 9
_NEEDED = {
    fields.Day: 54, fields.PartialDay: 54, fields.Time: 31, fields.Count: 30, fields.Money: 52, fields.Duration: 42,
    fields.YesNo: 30, fields.IdNumber: 98, fields.Phone: 66, fields.Name: 46, fields.Link: 50, fields.Links: 66,
    fields.Text: 62, fields.Notes: 96, fields.Choices: 80, fields.Division: 62,
}  # fmt: skip
_GROWS = {
    fields.Notes: 6, fields.Text: 4, fields.Choices: 3, fields.Links: 2, fields.Name: 1, fields.Link: 1,
    fields.Choice: 1,
}  # fmt: skip
_CENTRED = (fields.Day, fields.PartialDay, fields.Time, fields.YesNo, fields.Choice)
_RIGHT = (fields.Count, fields.Money, fields.Duration)


def fits_upright(question, language) -> bool:
    """Whether a table of the form stands on an upright page, if need be in smaller letters."""
    return sum(_needed(question, language)) * _SMALLEST <= Paper(language, "").width


def lines_table(answers, name: str, width: float, heading: str = ""):
    """The table of one Lines question; its own label, and a heading of the form above it, are its first rows."""
    question, language = answers.record.questions()[name], answers.language
    widths, scale = _widths(question, language, width)
    kind = CELL.but(size=CELL.size * scale, leading=CELL.leading * scale)
    label = language.text(question.label)
    tops = [heading] * bool(heading and heading != label) + [label]
    rows = [[cell(top, BAND_LABEL)] + [""] * len(question.columns) for top in tops]
    rows.append([cell(said, HEAD.but(size=9 * scale, leading=12 * scale)) for said in _heads(question, language)])
    lines = [[str(n), *_said(answers, question, line)] for n, line in enumerate(answers.lines(name) or ({},), 1)]
    sums = _sums(answers, question, name)
    style = [("SPAN", (0, n), (-1, n)) for n in range(len(tops))]
    style += [("BACKGROUND", (0, -1), (-1, -1), BAND)] if sums else []
    return grid(
        [*rows, *lines, *sums], widths, heads=len(rows), repeat=tuple(range(len(tops) - 1, len(rows))),
        kinds=[kind.but(align="centre"), *(_kind(column, kind) for column in question.columns.values())], style=style,
        least=_LINE if answers.blank else 0, padding=(2.4, 2.6),
    )  # fmt: skip


def _said(answers, question, line):
    return [answers.cell(column, line.get(name)) for name, column in question.columns.items()]


def _heads(question, language):
    yield language.text(N_("No."))
    for column in question.columns.values():
        unit, label = unit_of(column, language), language.text(column.label)
        yield language.text(N_("{label} ({unit})"), label=label, unit=unit) if unit else label


def _sums(answers, question, name):
    if not question.sums:
        return []
    lines, row = answers.lines(name), [answers.language.text(N_("Total"))]
    for one, column in question.columns.items():
        total = "" if answers.blank or one not in question.sums else question.total(lines, one)
        row.append(total if total == "" else answers.cell(column, total))
    return [row]


def _kind(column, kind):
    if isinstance(column, _RIGHT):
        return kind.but(face="sans", align="right")
    short = isinstance(column, _CENTRED) and not isinstance(column, fields.Choices)
    return kind.but(align="centre") if short else kind


def _needed(question, language):
    """The least widths of number and columns, at the usual size."""
    return [_NUMBER, *(_least(column, language) for column in question.columns.values())]


def _least(column, language):
    said = _NEEDED.get(type(column), 62)
    if type(column) is fields.Choice:
        labels = [one.label(language) for one in codes.choices(column.codes)]
        said = 9 * min(6, max(map(len, labels), default=3))
    label = 9 * min(4, len(language.text(column.label))) if language.name != "en" else 36
    return max(said, label) + _PAD


def _widths(question, language, width):
    """The columns across `width`, and how much smaller the letters are where it is narrow."""
    needed = _needed(question, language)
    spare = width - sum(needed)
    if spare < 0:
        return [one * width / sum(needed) for one in needed], max(0.72, min(1, width / sum(needed)))
    grows = [0, *(_GROWS.get(type(column), 0.3) for column in question.columns.values())]
    return [one + spare * grow / sum(grows) for one, grow in zip(needed, grows, strict=True)], 1.0
