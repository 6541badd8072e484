"""From the cells of a workbook to a ledger: nothing of the station is looked at, nothing written."""

import re
from collections import defaultdict
from datetime import date

from exports.intake import doubts, refusals
from exports.intake.cells import said
from exports.intake.dates import readings
from exports.intake.events import read_hours, read_visits
from exports.intake.forms import read_form
from exports.intake.headings import map_sheet
from exports.intake.kinds import kind_named
from exports.intake.ledger import LEFT_OUT, Ledger, LedgerRow, household_key
from exports.intake.roster import read_roster
from exports.intake.rows import rows_of
from exports.intake.sheets import Sheets
from models.clock import wall_clock

_STATED = re.compile(r"(?:填报|填表|制表|统计|截止)(?:时间|日期)[:：\s]*(.+)")


def plan(sheets: Sheets, mapping: dict | None = None, *, kind: str | None = None, today: date | None = None) -> Ledger:
    """What would be taken in: kind, columns, every row with its values and doubts, and who stands there twice.

    `mapping` is heading → question as `Ledger.mapping()` gave it ("" leaves a column out); `kind` settles what the
    ledger is: roster, visits, hours, or the table of a form. Raises NoHeading, NoOneThere or SeveralKinds.
    """
    today = today or wall_clock().date()
    mapped = [(sheet, map_sheet(sheet, mapping, kind)) for sheet in sheets.sheets]
    found = [one for _, one in mapped if one]
    if not found:
        raise refusals.NoHeading(name=sheets.name)
    if len({one.kind.name for one in found}) > 1:
        raise refusals.SeveralKinds(name=sheets.name)
    ledger = Ledger(sheets.name, found[0].kind.name, found[0].columns, [])
    several = len(sheets.sheets) > 1 and len(found) > 1
    for sheet, one in mapped:
        ledger.rows += _name_sheet(rows_of(sheet, one), several) if one else _unread(sheet)
    if not ledger.entries:
        raise refusals.NoOneThere(name=sheets.name)
    ledger.stated = _stated_day(sheets, today)
    _read(ledger, today)
    return ledger


def _name_sheet(rows, several):
    for row in rows:
        row.sheet = row.sheet if several else ""
    return rows


def _unread(sheet):
    """The rows of a sheet without a heading, accounted for as such."""
    rows = [LedgerRow(sheet.name, index + 1) for index in range(len(sheet.rows))]
    for row in rows:
        row.doubt(doubts.NO_LEDGER)
    return rows


def _read(ledger, today):
    entries = [row for row in ledger.rows if row.verdict != LEFT_OUT]
    headings = {column.question: column.heading for column in ledger.columns if column.question}
    if ledger.kind == "roster":
        ledger.duplicates = read_roster(entries, headings, today)
        ledger.households = _likely_households(entries)
    elif ledger.kind == "visits":
        read_visits(entries, headings, today)
    elif form := kind_named(ledger.kind).form:
        read_form(form, entries, headings, today)
    else:
        read_hours(entries, headings, today)


def _likely_households(entries):
    """Pairs that may be one household although the ledger does not say so: the same head in the same village."""
    doors = defaultdict(dict)
    for row in entries:
        if row.is_stored and (key := household_key(row)):
            doors[key[0], key[2]].setdefault(key[1], row)
    pairs = []
    for rows in doors.values():
        first, *others = rows.values()
        pairs += [(first, other) for other in others if _not_both_heads(first, other)]
    return pairs


def _not_both_heads(one, other):
    return not (one.values["head"] == one.values["name"] and other.values["head"] == other.values["name"])


def _stated_day(sheets, today) -> date | None:
    """The day on which the ledger says it was filled in, from the lines above and below it."""
    for sheet in sheets.sheets:
        for row in sheet.rows[:6] + sheet.rows[-3:]:
            for cell in row:
                found = _STATED.fullmatch(said(cell)) if isinstance(cell, str) else None
                days = readings(found[1], today) if found else []
                if len(days) == 1 and len(days[0]) == 10:
                    return date.fromisoformat(days[0])
    return None
