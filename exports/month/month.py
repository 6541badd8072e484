"""The monthly return (月报表, form SGZ-01) on paper."""

from reportlab.lib.units import mm
from reportlab.platypus import KeepTogether, PageBreak

from exports.layout.document import (
    BAND,
    CELL,
    LABEL,
    SMALL,
    Paper,
    Signatures,
    gap,
    heading,
    pdf,
    title,
)
from exports.layout.grids import grid, plain
from exports.layout.prose import Prose
from exports.month.monthly_return import Return
from models.files import silent
from resources.language import N_

SHAPES = {"number": "", "blank": "", "na": "／", "not_kept": "—"}
"""How the four states of a figure print; a number prints itself, 0 included."""
HEADS = (
    N_("No."), N_("Figure"), N_("Unit"), N_("This month"), N_("Last month"), N_("This year"), N_("Target"),
    N_("Done %"), N_("Remarks"),
)  # fmt: skip
_WIDTHS = [width * mm for width in (11, 52.5, 17.5, 18, 18, 18, 15.5, 15.5, 10)]
LEGEND = N_("0: counted, none. Empty: no data. ／: does not apply. —: records for it are not kept yet.")
CHECK_HEADS = (N_("No."), N_("Check"), N_("Result"), N_("Reason given"))
_MIDDLE, _RIGHT = CELL.but(align="centre"), CELL.but(face="sans", align="right")
_KINDS = [
    _MIDDLE, CELL, _MIDDLE.but(size=8.5), _RIGHT.but(face="medium"), _RIGHT, _RIGHT, _RIGHT, _RIGHT, CELL.but(size=8),
]  # fmt: skip


def month_pdf(paper: Return, tick=silent) -> bytes:
    """The return as a PDF, not yet signed."""
    page = Paper(
        paper.language, f"{paper.title} {paper.period}", paper.station, paper.code, paper.made, note=_seal(paper)
    )
    story = [*_top(paper, page), _figures(paper), *_foot(paper)]
    if paper.annexes:
        story.append(PageBreak())
        for annex in paper.annexes:
            story += _annex(paper, annex, page.width)
    if paper.checks:
        story += _checks(paper, page.width)
    return pdf(page, story, tick)


def _seal(paper):
    """How to tell whose signature is in the file: its certificate's fingerprint, to compare once by telephone."""
    return paper.language.text(N_("Signed electronically; certificate {seal}"), seal=paper.seal) if paper.seal else ""


def _top(paper, page):
    say = paper.language.text
    left = page.width - 52 * mm
    form = [say(N_("Form: SGZ-01")), say(N_("Issued by: {name}"), name=paper.issuer or "＿＿＿＿＿＿＿＿")]
    head = [
        ("", form[0]),
        (say(N_("Reporting unit (seal): {name}"), name=paper.station), form[1]),
        (say(N_("Station number: {number}"), number=paper.short), say(N_("Unit of count: as in the column"))),
    ]
    mark = "" if paper.signed else say(N_("(not signed yet, for checking only)"))
    if paper.correction:
        mark = say(N_("(correction no. {number})"), number=paper.correction)
    under = f"{paper.period}{mark}"
    return [*title(paper.title, under), plain(head, [left, 52 * mm], [LABEL, LABEL]), gap(1.5 * mm)]


def _figures(paper):
    rows, bands, section = [[paper.language.text(word) for word in HEADS]], [], None
    for line in paper.table.lines:
        if line.section != section:
            section = line.section
            bands.append(len(rows))
            rows.append([paper.language.text(section)])
        rows.append(_row(paper, line))
    return grid(rows, _WIDTHS, kinds=_KINDS, bands=bands, padding=(1.7, 2.4))


def _row(paper, line):
    say, show = paper.language.text, line.figure.show
    label = say(line.label)
    target = paper.targets.get(line.number)
    part = "." in line.number and line.number.split(".")[0] in paper.table.by_number
    return [
        line.number,
        f"　{label}" if part else label,
        say(line.unit),
        printed(line.state, line.value, line.figure, paper.language),
        printed(line.last_state, line.last, line.figure, paper.language),
        printed(line.year_state, line.year, line.figure, paper.language),
        show(target, paper.language) if target is not None else "",
        _share(line.year, target),
        "",
    ]


def printed(state: str, value, figure, language) -> str:
    """A figure as it stands on paper: its number, nothing (no data), ／ (not applicable) or — (not kept)."""
    return figure.show(value, language) if state == "number" else SHAPES[state]


def _share(value, target):
    return f"{1000 * value // target / 10:.1f}" if target and value is not None else ""


def _foot(paper):
    say, names = paper.language.text, paper.names
    day = f"{paper.signed:%Y-%m-%d}" if paper.signed else ""
    until = paper.table.until
    fields = [
        (say(N_("Head of unit:")), names.get("head", "")),
        (say(N_("Checked by lead:")), names.get("lead", "")),
        (say(N_("Filled in by:")), names.get("filler", "")),
        (say(N_("Phone:")), names.get("phone", "")),
        (say(N_("Reported on:")), day),
        (say(N_("Data until:")), f"{until:%Y-%m-%d}"),
    ]
    return [KeepTogether([gap(1.5 * mm), Prose(say(LEGEND), SMALL), Signatures(fields, 3, LABEL.but(size=10))])]


def _annex(paper, annex, width):
    heads, rows = annex_rows(annex, paper.language)
    first = 46 * mm
    rest = (width - first) / len(annex.columns)
    kinds = [CELL] + [_RIGHT] * len(annex.columns)
    bold = [("BACKGROUND", (0, len(rows)), (-1, len(rows)), BAND)]
    said = [[label, *(figure.show(value, paper.language) for figure, value in values)] for label, *values in rows]
    table = grid([heads, *said], [first] + [rest] * len(annex.columns), kinds=kinds, padding=(1.7, 2.4), style=bold)
    return [*heading(paper.language.text(annex.title)), table]


def annex_rows(annex, language):
    """(heads, rows) of an annex: each row its label, then (figure, value) for each column; the total is the last."""
    heads = [
        language.text(N_("{label}\n({unit})"), label=language.text(column.label), unit=language.text(column.unit))
        for column in annex.columns
    ]
    figures = [column.figure for column in annex.columns]
    rows = [[annex.name(line, language), *zip(figures, line.values, strict=True)] for line in annex.lines]
    total = [language.text(annex.total_label), *zip(figures, annex.total, strict=True)]
    return [language.text(annex.head), *heads], [*rows, total]


def _checks(paper, width):
    say = paper.language.text
    shown = [check for check in paper.checks if check.blocks or not check.holds]
    rows = [check_row(check, paper.reasons, paper.language) for check in shown]
    widths = [11 * mm, 87 * mm, 16 * mm]
    kinds = [_MIDDLE, CELL, _MIDDLE, CELL]
    heads = [say(word) for word in CHECK_HEADS]
    table = grid([heads, *rows], [*widths, width - sum(widths)], kinds=kinds, padding=(1.7, 2.4))
    more = say(N_("{count} more checks hold."), count=len(paper.checks) - len(shown))
    return [*heading(say(N_("Checks between figures"))), table, Prose(more, SMALL, before=3)]


def check_row(check, reasons, language):
    """The row to look at, what is checked, whether it holds, the reason given where it does not."""
    holds = language.text(N_("Holds") if check.holds else N_("Does not hold"))
    return [check.number, check.say(language), holds, reasons.get(check.code, "")]
