"""A list as wide as its window: columns share the room, and the least needed ones hide where there is too little."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView

from ui.theme import px
from ui.widgets.cell_delegate import CellDelegate

_REST = 200


@dataclass(frozen=True)
class Column:
    """`least` and `share` of the room in ems of the text; the highest `rank` hides first, rank 0 never.

    `own` is the width somebody chose; 0 for none.
    """

    least: float
    share: float = 0
    rank: int = 1
    own: float = 0


class FittedTable(QTableView):
    """Rows of one height, whole rows selected, no grid; never scrolls sideways.

    `widened(column, ems)` once the edge of a heading has been dragged and let go.
    """

    widened = Signal(int, float)

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
        self._fits, self._dragged = False, None
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._let_go)
        self._set_headers(row_height)

    def _set_headers(self, row_height):
        rows, heads = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(px(20))
        rows.setDefaultSectionSize(px(row_height))
        heads.setHighlightSections(False)
        heads.setMinimumSectionSize(px(20))
        heads.setFixedHeight(px(32))
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setTextElideMode(Qt.TextElideMode.ElideRight)
        heads.sectionResized.connect(self._drag)

    def mousePressEvent(self, event):
        """The painted button acts only where it could be seen: on the row that was in hand already."""
        self.delegate.acts = self.indexAt(event.position().toPoint()).row() == self.currentIndex().row()
        super().mousePressEvent(event)

    def moveCursor(self, action, modifiers):
        """Rows are what is gone among: Home and End lead to the first and the last, past a heading."""
        if action not in (self.CursorAction.MoveHome, self.CursorAction.MoveEnd):
            return super().moveCursor(action, modifiers)
        place = super().moveCursor(action, modifiers | Qt.KeyboardModifier.ControlModifier)
        below = place.siblingAtRow(place.row() + 1)
        return place if place.flags() & Qt.ItemFlag.ItemIsSelectable or not below.isValid() else below

    def set_columns(self, columns):
        self.columns = list(columns)
        self._fit()

    def resizeEvent(self, event):
        super().resizeEvent(event)
        self._fit()

    def _drag(self, place, _before, width):
        if not self._fits and width and place < len(self.columns):
            self._dragged = place
            self._rest.start()

    def _let_go(self):
        """Nothing moves under the hand: the other columns take what is left once the button is up."""
        if QApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            self._rest.start()
        elif self._dragged is not None:
            place, self._dragged = self._dragged, None
            ems = self.columnWidth(place) / px(15)
            self.columns[place] = replace(self.columns[place], own=ems)
            self._fit()
            self.widened.emit(place, ems)

    def _fit(self):
        """Every shown column has the width chosen for it, else its least width and its share of what is left."""
        self._fits = True
        room = self.viewport().width()
        shown = self._shown(room)
        for place in range(len(self.columns)):
            self.setColumnHidden(place, place not in shown)
        for place, width in self._widths(shown, room).items():
            self.setColumnWidth(place, width)
        self._fits = False

    def _widths(self, shown, room):
        """Column → pixels, `room` together; where all have a width chosen for them the last one takes the rest."""
        widths = {place: self._needs(place, room) for place in shown}
        spare = max(room - sum(widths.values()), 0)
        free = [place for place in shown if not self.columns[place].own]
        shares = sum(self.columns[place].share for place in free) or 1
        for place in free:
            widths[place] += int(spare * self.columns[place].share / shares)
        if shown:
            widths[shown[-1]] += max(room - sum(widths.values()), 0)
        return widths

    def _shown(self, room):
        """Those that fit: the highest rank goes first, what has a width chosen for it last of all."""
        kept = list(range(len(self.columns)))
        while sum(self._needs(place, room) for place in kept) > room:
            spared = [place for place in kept if self.columns[place].rank]
            if not spared:
                break
            kept.remove(max(spared, key=lambda place: (not self.columns[place].own, self.columns[place].rank, place)))
        return kept

    def _needs(self, place, room):
        """The pixels a column asks for; a chosen width is at most half of the room."""
        column = self.columns[place]
        return min(px(15 * column.own), room // 2) if column.own else px(15 * column.least)
