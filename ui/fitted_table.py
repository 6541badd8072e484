"""A list as wide as its window: columns share the room, and the least needed ones hide where there is too little."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui.cell_delegate import CellDelegate
from ui.theme import px


@dataclass(frozen=True)
class Column:
    """`least` and `share` of the room in ems of the text; the highest `rank` hides first, rank 0 never."""

    least: float
    share: float = 0
    rank: int = 1


class FittedTable(QTableView):
    """Rows of one height, whole rows selected, no grid; never scrolls sideways."""

    def __init__(self, columns=(), row_height=34, select_many=False):
        super().__init__()
        self.columns = list(columns)
        self.delegate = CellDelegate(self)
        self.setItemDelegate(self.delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if select_many else mode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        rows, heads = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(px(20))
        rows.setDefaultSectionSize(px(row_height))
        heads.setHighlightSections(False)
        heads.setMinimumSectionSize(px(20))
        heads.setFixedHeight(px(32))
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def mousePressEvent(self, event):
        """The painted button acts only where it could be seen: on the row that was in hand already."""
        self.delegate.acts = self.indexAt(event.position().toPoint()).row() == self.currentIndex().row()
        super().mousePressEvent(event)

    def set_columns(self, columns):
        self.columns = list(columns)
        self._fit()

    def resizeEvent(self, event):
        super().resizeEvent(event)
        self._fit()

    def _fit(self):
        """Give every shown column its least width and its share of what is left."""
        room = self.viewport().width()
        shown = self._shown(room)
        for place in range(len(self.columns)):
            self.setColumnHidden(place, place not in shown)
        if not shown:
            return
        spare = max(room - sum(px(15 * self.columns[place].least) for place in shown), 0)
        shares = sum(self.columns[place].share for place in shown) or 1
        used = 0
        for place in shown:
            column = self.columns[place]
            width = int(px(15 * column.least) + spare * column.share / shares)
            self.setColumnWidth(place, width)
            used += width
        self.setColumnWidth(shown[-1], self.columnWidth(shown[-1]) + max(room - used, 0))

    def _shown(self, room):
        kept = list(range(len(self.columns)))
        while kept and sum(px(15 * self.columns[place].least) for place in kept) > room:
            worst = max(kept, key=lambda place: (self.columns[place].rank, place))
            if not self.columns[worst].rank:
                break
            kept.remove(worst)
        return kept
