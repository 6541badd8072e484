"""The table of a small table inside a form: any key edits, Enter and Tab go to the next cell, lines move with Alt."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QAbstractItemView

from models import fields
from ui.editors.cell_editing import MOVES, EditedTable
from ui.editors.lines_cells import LINE, LinesCells
from ui.theme import px

_MOST_HEIGHT = 10
_WIDTHS = (
    ((fields.Count, fields.Time, fields.Duration), 5, 1),
    ((fields.Money,), 6.5, 1),
    ((fields.Day, fields.PartialDay), 7, 1),
    ((fields.YesNo, fields.Choice), 6.5, 1),
    ((fields.Link, fields.Name, fields.Phone), 7.5, 2),
    ((fields.Notes,), 10, 5),
)


class LinesView(EditedTable):
    """`pasted(text)` for what is to be put in; `leaves(forward)` where a key goes beyond the first or last cell."""

    pasted = Signal(str)
    leaves = Signal(bool)
    typed = Signal()

    def __init__(self, rows, editor_of):
        """`editor_of(column)` makes the editor of a cell."""
        super().__init__(rows, lambda view: LinesCells(rows, view, editor_of))
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setObjectName("lines")
        for place in range(len(rows.columns)):
            self.setColumnHidden(place, place not in rows.asked)  # its number stands at the left of the line
        for signal in (rows.dataChanged, rows.rowsInserted, rows.rowsRemoved, rows.modelReset):
            signal.connect(self._grow)

    # --- room ---

    def resizeEvent(self, event):
        super().resizeEvent(event)
        self.fit()

    def fit(self):
        """Share the width by kinds, and take the height of the lines, up to ten of them."""
        widths = {place: _width_of(self.model().columns[place]) for place in self.model().asked}
        least = {place: max(px(15 * ems), self._heading(place)) for place, (ems, _share) in widths.items()}
        spare = max(self.viewport().width() - sum(least.values()), 0)
        shares = sum(share for _ems, share in widths.values())
        for place, (_ems, share) in widths.items():
            self.setColumnWidth(place, least[place] + spare * share // shares)
        self._grow()

    def _heading(self, place):
        text = self.model().headerData(place, Qt.Orientation.Horizontal)
        return QFontMetrics(self.horizontalHeader().font()).horizontalAdvance(text) + px(24)

    def _grow(self, *_change):
        for row in range(self.model().rowCount()):
            high = max(self.cells.height(row, column) for column in range(self.model().columnCount()))
            self.setRowHeight(row, high)
        lines = sum(self.rowHeight(row) for row in range(self.model().rowCount()))
        wide = self.horizontalScrollBar()
        bar = wide.sizeHint().height() if wide.maximum() > 0 else 0
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + bar + min(max(lines, px(LINE)), px(LINE) * _MOST_HEIGHT) + 2 * self.frameWidth() + 2)

    # --- keys ---

    def focusInEvent(self, event):
        fresh = not self.currentIndex().isValid()
        super().focusInEvent(event)  # goes to the first cell, whether it is asked or not
        if fresh:
            self.setCurrentIndex(self.model().index(0, self.model().asked[0]))

    def focusNextPrevChild(self, forward):
        """Tab in a cell that is not open, which Qt asks here before it is a key."""
        self.move_on(1 if forward else -1)
        return True

    def keyPressEvent(self, event):
        back = event.key() == Qt.Key.Key_Backtab or bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in MOVES:
            self.leaves.emit(not back) if control else self.move_on(-1 if back else 1)
        elif event.key() == Qt.Key.Key_V and control:
            self.pasted.emit(QGuiApplication.clipboard().text())
        elif event.key() == Qt.Key.Key_Backspace and not control:
            self._clear()
        else:
            super().keyPressEvent(event)

    def _clear(self):
        index = self.currentIndex()
        if index.isValid() and self.model().flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.model().answer(index.row(), self.model().names[index.column()], None)

    def move_on(self, step=1):
        """The next cell that is asked; from a line's end to the next line; beyond the empty last one, out of it."""
        rows, asked, index = self.model(), self.model().asked, self.currentIndex()
        here = max((n for n, column in enumerate(asked) if column <= index.column()), default=0)
        row, place = divmod(max(index.row(), 0) * len(asked) + here + step, len(asked))
        beyond = step > 0 and index.row() == rows.rowCount() - 1 and (rows.fixed or rows.entries[-1].is_empty)
        if row < 0 or row >= rows.rowCount() or (beyond and here == 0):
            self.leaves.emit(step > 0)
        else:
            self.go_to(row, asked[place])

    def open_cell(self):
        """(row, name, answer as far as it can be read) of the cell being typed in, or None."""
        editor, index = self.cells.open, self.cells.open_at
        if editor is None or not index.isValid():
            return None
        return index.row(), self.model().names[index.column()], editor.readable()


def _width_of(column):
    """(least width in ems, share of what is left) of a column."""
    for kinds, ems, share in _WIDTHS:
        if isinstance(column, kinds):
            return ems, share
    return 8, 4
