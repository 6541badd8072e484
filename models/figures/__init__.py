"""The figures of the monthly report: counted from the records, each with one unit and its rule."""

from models.figures.drill import DrillRow, rows_of
from models.figures.figure import Figure, Period
from models.figures.table import BY_NUMBER, FIGURES, Line, Table, month_table

__all__ = ["BY_NUMBER", "DrillRow", "FIGURES", "Figure", "Line", "Period", "Table", "month_table", "rows_of"]
