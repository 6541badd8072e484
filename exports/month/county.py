"""The county's table (县汇总): who has reported, the stations side by side, totals that count each person once.

It prints what hub.consolidate.county_table gives: `month`, `columns` (stations) and `rows` (figures) with `cells`.
"""

import re
from datetime import datetime

from reportlab.lib.units import mm
from reportlab.platypus import PageBreak

from exports.layout.document import (
    BAND,
    CELL,
    LABEL,
    SMALL,
    Paper,
    Signatures,
    gap,
    heading,
    keep,
    pdf,
    title,
)
from exports.layout.grids import grid, plain
from exports.layout.prose import Prose
from exports.month.month import printed
from models.check_code import code_of, short_code
from models.files import silent
from resources.language import N_, Language

NAME = N_("County summary of social-work stations")
PRINCIPAL = ("1", "3", "4", "5.2", "8", "9", "11", "16", "19", "20", "29", "30", "33", "34", "44")
_HOW = {"sum": N_("summed"), "distinct": N_("without doubles"), "share": N_("over all"), "none": ""}
_STATIONS_A_PAGE = 9
_MIDDLE, _RIGHT = CELL.but(align="centre"), CELL.but(face="sans", align="right")
_TIGHT = (1.6, 2.2)


def check_code(table) -> str:
    """Equal exactly when all that the table says is equal: stations, what they signed, totals."""
    said = [f"{column.unit}\t{column.reported}\t{column.digest}" for column in table.columns]
    said += [f"{row.figure.number}\t{[(c.state, c.value) for c in row.cells]}\t{row.total}" for row in table.rows]
    return short_code("\n".join([table.month, *said]).encode())


def county_pdf(table, *, county: str, language: Language, made: datetime | None = None, tick=silent) -> bytes:
    """The table of a month as a PDF, A4 across."""
    say = language.text
    name = f"{say(NAME)} {language.month(table.month)}"
    paper = Paper(language, name, county, check_code(table), made, wide=True)
    signers = [N_("Head of unit:"), N_("Checked by:"), N_("Filled in by:"), N_("Reported on:")]
    story = [
        *_top(table, paper),
        _overview(table, paper),
        *_missing(table, language),
        Signatures([(say(label), "") for label in signers], 4, LABEL.but(size=10)),
    ]
    for start in range(0, max(1, len(table.columns)), _STATIONS_A_PAGE):
        story += [PageBreak(), *heading(say(N_("All figures by station")))]
        story.append(_matrix(table, slice(start, start + _STATIONS_A_PAGE), paper))
    return pdf(paper, [*story, *_notes(table, language)], tick)


def _top(table, paper):
    say = paper.language.text
    unit = say(N_("Reporting unit (seal): {name}"), name=paper.station)
    reported = say(N_("Stations reported: {reported} of {expected}"), reported=table.reported, expected=table.expected)
    half = paper.width / 2
    line = plain([(unit, reported)], [half, half], [LABEL, LABEL.but(align="right")])
    return [*title(say(NAME), paper.language.month(table.month)), line, gap(1 * mm)]


def _overview(table, paper):
    """A line a station: whether and when it reported, its check code, its principal figures; the totals last."""
    language, say = paper.language, paper.language.text
    rows = [table.row(number) for number in PRINCIPAL]
    heads = [say(N_("No.")), say(N_("Station")), say(N_("Reported on"))]
    heads += [f"{say(row.figure.label)}\n{say(row.figure.unit)}" for row in rows]
    lines = [
        [str(place + 1), column.name, _when(column, language), *(_cell(row, place, language) for row in rows)]
        for place, column in enumerate(table.columns)
    ]
    lines.append([total_label(table, language), "", "", *(row.figure.show(row.total, language) for row in rows)])
    first = [8 * mm, 38 * mm, 19 * mm]
    rest = (paper.width - sum(first)) / len(rows)
    kinds = [_MIDDLE, CELL, _MIDDLE] + [_RIGHT] * len(rows)
    last = len(lines)
    style = [("SPAN", (0, last), (2, last)), ("BACKGROUND", (0, last), (-1, last), BAND)]
    small = [kind.but(size=8, leading=10.5) for kind in kinds]
    return grid([heads, *lines], [*first, *[rest] * len(rows)], kinds=small, style=style, padding=_TIGHT, head_size=7.5)


def total_label(table, language) -> str:
    """合计（14/17 站）: a sum says of how many stations it is."""
    return language.text(N_("Total ({reported}/{expected} stations)"), reported=table.reported, expected=table.expected)


def _when(column, language):
    if not column.reported:
        return language.text(N_("not reported"))
    day = f"{column.signed:%Y-%m-%d}" if column.signed else ""
    again = language.text(N_("correction {number}"), number=column.version - 1) if column.version > 1 else ""
    code = code_of(bytes.fromhex(column.digest)) if re.fullmatch("[0-9a-f]{64}", column.digest) else ""
    return "\n".join(filter(None, (day, code, again)))


def _cell(row, place, language):
    cell = row.cells[place]
    if cell.state == "unreported":
        return language.text(N_("not reported"))
    return printed(cell.state, cell.value, row.figure, language) + ("*" if cell.differs else "")


def _missing(table, language):
    if not table.missing:
        return [Prose(language.text(N_("All stations have reported.")), LABEL, before=6)]
    names = language.text(N_(", ")).join(table.missing)
    said = language.text(N_("Not reported ({count}): {names}"), count=len(table.missing), names=names)
    return [Prose(said, LABEL.but(face="medium"), before=6)]


def _matrix(table, part, paper):
    """Every figure that a station keeps, some stations of the table side by side, the county's total beside them."""
    language, say = paper.language, paper.language.text
    columns = table.columns[part]
    heads = [say(N_("No.")), say(N_("Figure")), say(N_("Unit")), total_label(table, language), say(N_("How"))]
    lines, bands, section = [[*heads, *(column.name for column in columns)]], [], None
    for row in table.rows:
        if all(cell.state in ("not_kept", "unreported") for cell in row.cells):
            continue
        if row.figure.section != section:
            section = row.figure.section
            bands.append(len(lines))
            lines.append([say(section)])
        lines.append(_line(row, range(part.start, part.start + len(columns)), language))
    first = [width * mm for width in (10, 52, 14, 21, 13)]
    rest = min((paper.width - sum(first)) / max(1, len(columns)), 34 * mm)
    kinds = [_MIDDLE, CELL, _MIDDLE, _RIGHT.but(face="medium"), _MIDDLE.but(size=7.5)] + [_RIGHT] * len(columns)
    return grid(lines, [*first, *[rest] * len(columns)], kinds=kinds, bands=bands, padding=_TIGHT, head_size=8)


def _line(row, places, language):
    figure = row.figure
    total = figure.show(row.total, language)
    how = language.text(_HOW[row.how]) if row.total is not None else ""
    cells = [_cell(row, place, language) for place in places]
    return [figure.number, language.text(figure.label), language.text(figure.unit), total, how, *cells]


def _notes(table, language):
    """What stands under the matrix: the meaning of the signs, and each figure that our recount does not bear out."""
    say = language.text
    said = [
        say(N_("Counts of persons are not summed: each person counts once in the county. A station that has not "
               "reported is not counted as 0.")),
    ]  # fmt: skip
    said += [
        say(
            N_("* {station}, row {number}: signed {signed}, recounted by the county {recount}."),
            station=column.name, number=row.figure.number, signed=row.figure.show(cell.value, language),
            recount=row.figure.show(cell.recount, language),
        )
        for row in table.rows
        for column, cell in zip(table.columns, row.cells, strict=True)
        if cell.differs
    ]  # fmt: skip
    said += [
        say(N_("{station}: the figures are not those that were signed. Ask the station to send them again."),
            station=column.name)
        for column in table.columns
        if column.reported and not column.whole
    ]  # fmt: skip
    return [Prose(line, SMALL, before=2) for line in said]


def write(path, table, *, county: str, language: Language, made: datetime | None = None, tick=silent) -> None:
    """Put the table on disk, whole or not at all."""
    keep(path, county_pdf(table, county=county, language=language, made=made, tick=tick))
