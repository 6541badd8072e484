"""The lines of the monthly table as a list shows them: sections as bands, then their figures."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from ui.month.counted import said
from ui.widgets.cell_delegate import GROUP, STRONG, TOKEN
from ui.widgets.fitted_table import Column
from ui.words import _

COLUMNS = (
    Column(3.7, rank=0), Column(12, 1, 0), Column(5), Column(5.6, rank=0), Column(5.6, rank=3), Column(6, rank=2),
)  # fmt: skip


class MonthLines(QAbstractTableModel):
    """Sections as bands, then their figures: number, label, unit, this month, last month, the year so far."""

    def __init__(self):
        super().__init__()
        self.rows, self.bad = [], {}

    def show_table(self, table, bad):
        self.beginResetModel()
        self.rows, self.bad, section = [], bad, None
        for line in table.lines:
            if line.section != section:
                section = line.section
                self.rows.append(section)
            self.rows.append(line)
        self.endResetModel()

    def row_of(self, number):
        return next((n for n, line in enumerate(self.rows) if not isinstance(line, str) and line.number == number), -1)

    def rowCount(self, parent=QModelIndex()):
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent=QModelIndex()):
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            heads = (_("No."), _("Figure"), _("Unit"), _("This month"), _("Last month"), _("This year"))
            return heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section >= 3:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index):
        if isinstance(self.rows[index.row()], str):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        line, column = self.rows[index.row()], index.column()
        if isinstance(line, str):
            return _(line) if role in (Qt.ItemDataRole.DisplayRole, GROUP) else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(line, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column >= 3:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == STRONG:
            return "bold" if column == 3 else None
        if role == TOKEN:
            if column == 3 and line.number in self.bad:
                return "danger" if self.bad[line.number] else "warn"
            return "text2" if column in (0, 2, 4) else None
        return None

    @staticmethod
    def _text(line, column):
        if column < 3:
            return (line.number, _(line.label), _(line.unit))[column]
        value, state = ((line.value, line.state), (line.last, line.last_state), (line.year, line.year_state))[
            column - 3
        ]
        return said(state, value, line.figure)
