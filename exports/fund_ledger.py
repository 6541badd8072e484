"""A fund on paper: its form, and the ledger with the balance behind each entry."""

from datetime import datetime

from reportlab.lib.units import mm

from exports.document import CELL, gap, heading
from exports.forms import record_pdf
from exports.grids import grid
from models.files import silent
from models.partners.fund import statement
from resources.language import N_, Language

_CENTRE, _RIGHT = CELL.but(align="centre"), CELL.but(align="right")


def fund_pdf(
    fund, *, language: Language, station: str, whole: bool = False, made: datetime | None = None, tick=silent
) -> bytes:
    """A fund with its ledger, the balance behind each entry; with the class the blank form."""
    more = [] if isinstance(fund, type) else _ledger(fund, language)
    return record_pdf(fund, language=language, station=station, more=more, whole=whole, made=made, tick=tick)


def _ledger(fund, language):
    say, money = language.text, language.money
    heads = (N_("Date"), N_("Purpose of the entry"), N_("From or to"), N_("Money in"), N_("Money out"), N_("Balance"))
    rows = [[say(head) for head in heads], ["", say(N_("Opening balance")), "", "", "", money(fund.opening or 0)]]
    for entry, left in statement(fund):
        came, went = (money(entry.amount), "") if entry.way == "in" else ("", money(entry.amount))
        party = say(N_("not named")) if entry.anonymous == "yes" else entry.party or ""
        rows.append([entry.day.isoformat(), entry.purpose or "", party, came, went, money(left)])
    kinds = [_CENTRE, CELL, CELL, _RIGHT, _RIGHT, _RIGHT]
    return [
        *heading(say(N_("Ledger"))),
        grid(rows, [w * mm for w in (23, 48, 36, 23, 23, 23)], kinds=kinds),
        gap(2 * mm),
    ]
