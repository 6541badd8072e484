"""Ledgers in: a foreign workbook becomes records, every row of it accounted for.

sheets = read_sheets(path, tick)           its cells, by a bounded process
ledger = plan(sheets, mapping)             kind, columns, rows with values and doubts
report = dry_run(ledger, store)            what would happen
report = apply(ledger, store, tick)        one batch of commits; models.batches.undo takes it back
"""

from exports.intake.ledger import Duplicate, Ledger, LedgerRow
from exports.intake.planning import plan
from exports.intake.remembered import remember, remembered
from exports.intake.report import Report, report_path
from exports.intake.sheets import Sheet, Sheets, read_sheets
from exports.intake.siblings import siblings
from exports.intake.taking import apply, dry_run

__all__ = [
    "Duplicate", "Ledger", "LedgerRow", "Report", "Sheet", "Sheets", "apply", "dry_run", "plan", "read_sheets",
    "remember", "remembered", "report_path", "siblings",
]  # fmt: skip
