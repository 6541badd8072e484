"""A fund on paper: its form, and the ledger with the balance behind each entry."""

from datetime import datetime

from reportlab.lib.units import mm

from exports.layout.document import CELL, gap, heading
from exports.layout.forms import record_pdf
from exports.layout.grids import table_of
from models.files import silent
from models.partners.fund import statement
from resources.language import N_, Language

_CENTRE, _RIGHT = CELL.but(align="centre"), CELL.but(align="right")
_COLUMNS = (
    (N_("Date"), 23, _CENTRE), (N_("Purpose of the entry"), 48, CELL), (N_("From or to"), 36, CELL),
    (N_("Money in"), 23, _RIGHT), (N_("Money out"), 23, _RIGHT), (N_("Balance"), 23, _RIGHT),
)  # fmt: skip


def fund_pdf(
    fund, *, language: Language, station: str, whole: bool = False, made: datetime | None = None, tick=silent
) -> bytes:
    """A fund with its ledger, the balance behind each entry; with the class the blank form."""
    more = [] if isinstance(fund, type) else _ledger(fund, language)
    return record_pdf(fund, language=language, station=station, more=more, whole=whole, made=made, tick=tick)


def _ledger(fund, language):
    say, money = language.text, language.money
    rows = [["", say(N_("Opening balance")), "", "", "", money(fund.opening or 0)]]
    for entry, left in statement(fund):
        came, went = (money(entry.amount), "") if entry.way == "in" else ("", money(entry.amount))
        party = say(N_("not named")) if entry.anonymous == "yes" else entry.party or ""
        rows.append([entry.day.isoformat(), entry.purpose or "", party, came, went, money(left)])
    return [*heading(say(N_("Ledger"))), table_of(_COLUMNS, rows, language, 176 * mm), gap(2 * mm)]
