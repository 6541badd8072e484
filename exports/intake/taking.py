"""Taking a ledger in: a dry run, or one batch of commits that can be taken back together."""

from collections import Counter
from datetime import date
from uuid import UUID

from exports.intake.deeds import make_hours, make_visits
from exports.intake.forms import make_records
from exports.intake.kinds import kind_named
from exports.intake.ledger import Ledger
from exports.intake.people import make_people
from exports.intake.report import Report
from models.files import silent
from models.records import Record, save_all
from models.row_id import uuid7


def dry_run(ledger: Ledger, store, *, since: date | None = None) -> Report:
    """What `apply` would do now; nothing is written."""
    return _report(ledger, _records(ledger, store, since, "pending"), None)


def apply(ledger: Ledger, store, tick=silent, *, since: date | None = None, hours_state: str = "pending") -> Report:
    """Store every row that may be stored, in one transaction and one batch, a commit a record.

    `since` is the first day of the files of a roster that does not say it; `hours_state` the state of shifts whose
    row does not. Raises what `tick` raises; nothing is written then.
    """
    records = _records(ledger, store, since, hours_state)
    batch = uuid7()
    with store:
        save_all(records, batch=batch, kind="import", tick=tick)
    return _report(ledger, records, batch)


def _records(ledger, store, since, hours_state) -> list[Record]:
    """The records of all rows that may be stored, those that others point to first."""
    for row in ledger.rows:
        row.on_file.clear()
    with store:
        if ledger.kind == "roster":
            return make_people(ledger, store.today(), since)
        if ledger.kind == "visits":
            return make_visits(ledger)
        if form := kind_named(ledger.kind).form:
            return make_records(form, ledger)
        return make_hours(ledger, hours_state)


def _report(ledger, records, batch: UUID | None) -> Report:
    return Report(ledger, dict(Counter(type(record)._meta.table_name for record in records)), batch)
