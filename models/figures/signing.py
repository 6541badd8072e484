"""The signed month: the figures as they were when the lead signed them (settled 26).

Signing again makes another record; the latest one counts, the others show what was corrected.
"""

import hashlib
import json
from datetime import date
from uuid import UUID

from models.commits import canon
from models.database import current
from models.errors import UserError
from models.figures.annex import annexes
from models.figures.check import broken, by_weight, checks
from models.figures.figure import month_before
from models.figures.packed import as_kept
from models.figures.table import BY_NUMBER, Line, Table, month_table
from models.figures.unfinished import unfinished
from models.month import Month
from resources.language import N_


class DoNotFit(UserError):
    """An identity between figures does not hold; `checks` says which."""

    code = "F-101"
    sentence = N_("The figures of {month} do not fit each other. Mend what is listed, then sign.")

    def __init__(self, found, **values):
        super().__init__(**values)
        self.checks = found


class MonthAhead(UserError):
    code = "F-102"
    sentence = N_("{month} has not begun yet. It can be signed from its first day.")


def snapshot(store, month: str, reasons: dict[str, str] | None = None) -> Month:
    """Sign a month: keep its figures as they stand. `reasons` answers warnings, by the code of the check.

    Raises DoNotFit, MonthAhead, MayNotWrite.
    """
    if month > f"{store.today():%Y-%m}":
        raise MonthAhead(month=month)
    table, found = month_table(store.unit, month, store.today()), annexes(store.unit, month, store.today())
    if wrong := [check for check in broken(checks_of(table, found)) if check.blocks]:
        raise DoNotFit(wrong, month=month)
    figures = canon(as_kept(table, found))
    record = Month.new(
        month=month, figures=figures.decode(), digest=hashlib.sha256(figures).hexdigest(), signer=store.user,
        day=store.today(), reasons=canon(reasons).decode() if reasons else None,
    )  # fmt: skip
    record.save(kind="month")
    return record


def checks_of(table, found=()) -> list:
    """The checks of a month that is to be signed: also against the month before where that was signed."""
    before = latest(table.station, month_before(table.month))
    fit = checks(table, found, before and lines_of(before))
    return by_weight([*fit, *unfinished(table)])


def versions(unit: UUID, month: str) -> list[Month]:
    """The signed versions of a month, oldest first."""
    found = Month.alive().where(Month.station == unit, Month.month == month)
    return list(found.order_by(Month.changed, Month.id))


def latest(unit: UUID, month: str) -> Month | None:
    """The version that counts; None for a month not signed."""
    return next(reversed(versions(unit, month)), None)


def locked(month: str) -> bool:
    """Whether this station has signed the month."""
    return latest(current().unit, month) is not None


def is_whole(record: Month) -> bool:
    """Whether the figures are those that were signed: their digest is the one kept beside them."""
    return hashlib.sha256((record.figures or "").encode()).hexdigest() == record.digest


def lines_of(record: Month) -> dict[str, dict]:
    """Number → line of a signed month; nothing where it cannot be read, as it may come from another program."""
    try:
        return {line["number"]: line for line in json.loads(record.figures)["figures"] if type(line) is dict}
    except (ValueError, TypeError, KeyError):
        return {}


def until_of(record: Month) -> date | None:
    """The last day that a signed month counted; None where it does not say."""
    try:
        return date.fromisoformat(json.loads(record.figures)["until"])
    except (ValueError, TypeError, KeyError):
        return None


def table_of(record: Month) -> Table:
    """The table as it was signed, to print it again; figures that were not there then are not kept."""
    said, kept = lines_of(record), json.loads(record.figures)
    lines = tuple(_line(figure, said.get(number)) for number, figure in BY_NUMBER.items())
    return Table(record.station, record.month, record.questions()["day"].unpack(kept["until"]), lines)


def _line(figure, said):
    names = ("state", "value", "last", "last_state", "year", "year_state")
    return Line(figure, **{name: said[name] for name in names}) if said else Line(figure, "not_kept")
