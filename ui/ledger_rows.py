"""The rows of a ledger that are doubtful, wait or are refused: row number, what becomes of it, whom it names, why."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from exports.intake.doubts import NOTE
from ui.cell_delegate import MARK, TOKEN
from ui.words import _, spoken

_REFUSED, _HELD, _DOUBT = ("octagon-x", "danger"), ("pause", "warn"), ("circle-alert", "warn")


class LedgerRows(QAbstractTableModel):
    def __init__(self):
        super().__init__()
        self.rows = []

    def show_rows(self, rows):
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent=QModelIndex()):
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent=QModelIndex()):
        return 0 if parent.isValid() else 4

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (_("Row"), _("Name"), _("What becomes of it"), _("Reason"))[section]
        return None

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        row, column = self.rows[index.row()], index.column()
        if role == MARK and column == 2:
            return self._mark(row)
        if role == TOKEN and column == 0:
            return "text2"
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return (row.place, row.values.get("name", ""), self._fate(row), self._reason(row))[column]
        return None

    @staticmethod
    def _mark(row):
        return _REFUSED if row.verdict == "refused" else _HELD if row.is_held else _DOUBT

    @staticmethod
    def _fate(row):
        if row.verdict == "refused":
            return _("refused")
        return _("waits") if row.is_held else _("taken in")

    @staticmethod
    def _reason(row):
        return " ".join(f"{doubt.code} {doubt.say(spoken())}" for doubt in row.findings if doubt.weight != NOTE)
