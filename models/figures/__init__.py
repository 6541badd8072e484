"""The figures of the monthly report: counted from the records, each with one unit and its rule."""

from models.figures.annex import Annex, AnnexLine, Column, annexes
from models.figures.check import Check, broken, checks
from models.figures.drill import DrillRow, rows_of
from models.figures.figure import Figure, Period
from models.figures.packed import as_json
from models.figures.signing import (
    DoNotFit,
    MonthAhead,
    checks_of,
    is_whole,
    latest,
    locked,
    snapshot,
    table_of,
    versions,
)
from models.figures.table import BY_NUMBER, FIGURES, Line, Table, month_table

__all__ = [
    "BY_NUMBER", "FIGURES", "Annex", "AnnexLine", "Check", "Column", "DoNotFit", "DrillRow", "Figure", "Line",
    "MonthAhead", "Period", "Table", "annexes", "as_json", "broken", "checks", "checks_of", "is_whole", "latest",
    "locked", "month_table", "rows_of", "snapshot", "table_of", "versions",
]  # fmt: skip
