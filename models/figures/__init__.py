"""The figures of the monthly report: counted from the records, each with one unit and its rule."""

from models.figures.annexes import Annex, AnnexLine, Column, annexes
from models.figures.drill import DrillRow, rows_of
from models.figures.figure import Figure, Period
from models.figures.packed import as_json
from models.figures.table import BY_NUMBER, FIGURES, Line, Table, month_table

__all__ = [
    "BY_NUMBER", "FIGURES", "Annex", "AnnexLine", "Column", "DrillRow", "Figure", "Line", "Period", "Table", "annexes",
    "as_json", "month_table", "rows_of",
]  # fmt: skip
