"""Figures: what reports are made of, each counted from records and open down to them."""

from models.figures.annexes import Annex, AnnexRow, Column, annexes
from models.figures.figure import BLANK, NA, NOT_KEPT, NUMBER, Answer, Figure, Piece
from models.figures.json_form import as_json
from models.figures.table import BY_NUMBER, FIGURES, FORM, Line, Table, month_before, month_table, period

__all__ = [
    "BLANK", "BY_NUMBER", "FIGURES", "FORM", "NA", "NOT_KEPT", "NUMBER", "Annex", "AnnexRow", "Answer", "Column",
    "Figure", "Line", "Piece", "Table", "annexes", "as_json", "month_before", "month_table", "period",
]  # fmt: skip
