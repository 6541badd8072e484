"""The rows of a ledger that are doubtful, wait or are refused: row number, what becomes of it, whom it names, why."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from exports.intake.doubts import NOTE
from ui.theme import px
from ui.widgets.cell_delegate import MARK, TOKEN
from ui.widgets.fitted_table import Column, FittedTable
from ui.widgets.labels import Label
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


class RowsCard(QFrame):
    """The rows as a list, and below it the whole reason of the one in hand, which the list may cut."""

    def __init__(self):
        super().__init__(objectName="card")
        self.rows = LedgerRows()
        self.view = FittedTable([Column(4), Column(7, 1, 2), Column(9, 1, 1), Column(16, 6)])
        self.view.setModel(self.rows)
        self.view.setAccessibleName(_("Rows with a doubt, and rows not taken in"))
        self.nothing = Label("", role="secondary")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.hide()
        self.whole = Label("", role="secondary")
        self.whole.setWordWrap(True)
        self.whole.setContentsMargins(px(12), px(6), px(12), px(8))
        self.whole.setMinimumHeight(px(56))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.view, 1)
        inside.addWidget(self.nothing, 1)
        inside.addWidget(self.whole)
        self.view.selectionModel().currentRowChanged.connect(lambda now, _before: self._say(now))

    def show_report(self, report):
        """First what is refused, then what waits, then what is taken in with a doubt."""
        doubtful = sorted(report.doubtful, key=lambda row: not row.is_held)
        self.rows.show_rows([*report.refused, *doubtful])
        self.view.setVisible(self.rows.rowCount() > 0)
        self.nothing.setVisible(self.rows.rowCount() == 0)
        self.nothing.setText(_("No row is doubtful."))
        self.whole.setText(_("Choose a row to read the whole reason."))

    def _say(self, index):
        if index.isValid():
            self.whole.setText(self.rows.index(index.row(), 3).data())
