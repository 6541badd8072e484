"""The monthly return as a workbook: the same figures, as numbers that can be reckoned with."""

from exports.month import month
from exports.workbook import Sheet, Workbook
from models.figures.figure import HOURS, YUAN
from resources.language import N_


def month_workbook(paper) -> Workbook:
    """A sheet for the figures, one for each annex, one for the checks, from a monthly_return.Return."""
    say = paper.language.text
    book = Workbook(f"{paper.title} {paper.period}", paper.station)
    _figures(paper, book.sheet(say(N_("Monthly return")), widths=(7, 38, 9, 12, 12, 12, 10, 9, 18)))
    for annex in paper.annexes:
        title = say(annex.title)
        heads, rows = month.annex_rows(annex, paper.language)
        sheet = book.sheet(title, widths=[26] + [13] * len(annex.columns), wide=True)
        sheet.across(title, len(heads), 26, **Sheet.TITLE)
        sheet.heads(heads)
        for label, *values in rows:
            sheet.line([label, *(number(figure, value) for figure, value in values)])
    if paper.checks:
        sheet = book.sheet(say(N_("Checks between figures")), widths=(44, 36, 12, 40))
        sheet.heads([say(word) for word in month.CHECK_HEADS])
        for check in paper.checks:
            sheet.line(month.check_row(check, paper.reasons, paper.language))
    return book


def _figures(paper, sheet):
    say, columns = paper.language.text, len(month.HEADS)
    unit = say(N_("Reporting unit (seal): {name}"), name=paper.station)
    code = say(N_("Check code {code}"), code=paper.code)
    sheet.across(paper.title, columns, 32, **Sheet.TITLE)
    sheet.across(paper.period, columns, align="center")
    sheet.across(f"{unit}　{say(N_('Form: SGZ-01'))}　{code}", columns)
    sheet.heads([say(word) for word in month.HEADS])
    section = None
    for line in paper.table.lines:
        if line.section != section:
            section = line.section
            sheet.across(say(section), columns, **Sheet.BAND)
        sheet.line(_line(paper, line))
    sheet.across(say(month.LEGEND), columns, 28, text_wrap=True)


def _line(paper, line):
    target = paper.targets.get(line.number)
    return [
        line.number,
        paper.language.text(line.label),
        paper.language.text(line.unit),
        _state(line.state, line.value, line.figure),
        _state(line.last_state, line.last, line.figure),
        _state(line.year_state, line.year, line.figure),
        number(line.figure, target),
        (line.year / target * 100, "0.0") if target and line.year is not None else None,
        None,
    ]


def _state(state, value, figure):
    return number(figure, value) if state == "number" else month.SHAPES[state]


def number(figure, value):
    """(number, format) of a cell: hours and shares with one decimal, all else whole; None where there is no value."""
    if value is None:
        return None
    if figure.unit == HOURS:
        return value / 60, "#,##0.0"
    if figure.unit == YUAN:
        return value / 100, "#,##0.00"
    return (value / 10, "0.0") if figure.is_share else (value, "#,##0")
