"""The small tables inside a form (steps, budgets, members): heads, numbered lines, sums; blank forms have room."""

from reportlab.lib.units import mm

from exports.layout.answers import unit_of
from exports.layout.columns import needed, set_in, spread
from exports.layout.document import BAND, BAND_LABEL, CELL, HEAD, Paper
from exports.layout.grids import cell, grid
from resources.language import N_

_NUMBER = 9 * mm
_LINE = 8.5 * mm
_SMALLEST = 8 / 9


def fits_upright(question, language) -> bool:
    """Whether a table of the form stands on an upright page, if need be in smaller letters."""
    least = _NUMBER + sum(needed(column, language) for column in question.columns.values())
    return least * _SMALLEST <= Paper(language, "").width


def lines_table(answers, name: str, width: float, heading: str = ""):
    """The table of one Lines question; its own label, and a heading of the form above it, are its first rows."""
    question, language = answers.record.questions()[name], answers.language
    widths, scale = spread(question.columns.values(), language, width, _NUMBER)
    kind = CELL.but(size=CELL.size * scale, leading=CELL.leading * scale)
    label = language.text(question.label)
    tops = [heading] * bool(heading and heading != label) + [label]
    rows = [[cell(top, BAND_LABEL)] + [""] * len(question.columns) for top in tops]
    rows.append([cell(said, HEAD.but(size=9 * scale, leading=12 * scale)) for said in _heads(question, language)])
    lines = [[str(n), *_said(answers, question, line)] for n, line in enumerate(answers.lines(name) or ({},), 1)]
    sums = _sums(answers, question, name)
    style = [("SPAN", (0, n), (-1, n)) for n in range(len(tops))]
    style += [("BACKGROUND", (0, -1), (-1, -1), BAND)] if sums else []
    style += [("SPAN", (0, -1), (1, -1))] if sums and next(iter(question.columns)) not in question.sums else []
    if answers.blank and len(lines) > 1:  # no empty line stands alone on a page
        at = len(rows) + len(lines) - 2
        style.append(("NOSPLIT", (0, at), (0, at + len(sums) + 1)))
    return grid(
        [*rows, *lines, *sums], widths, heads=len(rows), repeat=tuple(range(len(tops) - 1, len(rows))),
        kinds=[kind.but(align="centre"), *(set_in(column, kind) for column in question.columns.values())], style=style,
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
