"""The lines of Today: chip, who, where, why, last; headings span the row."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from ui.widgets.cell_delegate import ACTION, CHIP, GROUP, STRONG, TOKEN
from ui.words import _

MORE = "…"  # the `table` of the line that stands for what is not shown of a group


@dataclass(frozen=True)
class Item:
    """A line of Today; a group's heading has only `name`; the line that stands for more of it is of no table."""

    name: str
    chip: tuple | None = None
    where: str = ""
    why: str = ""
    last: str = ""
    table: str = ""
    row: object = None

    @property
    def is_heading(self):
        return not self.table


class TodayItems(QAbstractTableModel):
    """Chip, who, where, why, last; headings span the row and are not stopped at."""

    def __init__(self):
        super().__init__()
        self.items = []

    def show_items(self, items):
        self.beginResetModel()
        self.items = list(items)
        self.endResetModel()

    def rowCount(self, parent=QModelIndex()):
        return 0 if parent.isValid() else len(self.items)

    def columnCount(self, parent=QModelIndex()):
        return 0 if parent.isValid() else 5

    def flags(self, index):
        if self.items[index.row()].is_heading:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        item, column = self.items[index.row()], index.column()
        if role == GROUP:
            return item.name if item.is_heading else None
        if role == CHIP:
            return item.chip if column == 0 else None
        if role == STRONG:
            return column == 1
        if role == ACTION:
            return (self._action(item), "Enter") if column == 4 and not item.is_heading else None
        if role == TOKEN:
            return "text2" if column in (2, 4) else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if item.is_heading:
                return item.name if column == 0 else ""
            return (item.chip[0] if item.chip else "", item.name, item.where, item.why, item.last)[column]
        return None

    @staticmethod
    def _action(item):
        """What Enter does with a line, as its button says."""
        return {"household": _("Record a visit"), MORE: _("Show")}.get(item.table, _("Open"))
