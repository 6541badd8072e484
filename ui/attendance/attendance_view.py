"""The sheet on the screen: one key a tick, the event in hand on a tinted column."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QStyledItemDelegate, QTableView

from ui.attendance.attendance_sums import STATES
from ui.theme import colour, font, px
from ui.words import _

_LOOK = {"present": "ok", "late": "warn", "absent": "danger"}
_SIGNS = {"present": "√ ", "late": "△ ", "absent": "× "}


class AttendanceView(QTableView):
    """Space goes round the states, 1 2 3 set them, A ticks everybody, Backspace takes a tick back, Ctrl+V pastes."""

    left_row = Signal(int)
    pasted = Signal()

    def __init__(self, rows):
        super().__init__()
        self.rows = rows
        self.setModel(rows)
        self.setItemDelegate(_TickDelegate(rows, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(px(34))
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().setHighlightSections(True)
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setStretchLastSection(True)
        self.setAccessibleName(_("Who came"))
        self.doubleClicked.connect(lambda index: self.rows.cycle(index.row(), index.column()))

    def fit_columns(self):
        """Names stand in the heads of the rows, which stay when the sessions scroll."""
        spare = self.width() - px(112) * len(self.rows.events) - px(90)
        wide = max(px(240), min(spare, px(420)))
        self.verticalHeader().setFixedWidth(min(wide, self.width() * 2 // 5))
        for column in range(len(self.rows.events)):
            self.setColumnWidth(column, px(112))

    def resizeEvent(self, event):
        super().resizeEvent(event)
        self.fit_columns()
        QTimer.singleShot(0, self, self._reveal)

    def _reveal(self):
        """Keep the cell in hand in sight once the new room is known."""
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def event_column(self):
        """Which event is in hand; the last where none is."""
        column = self.currentIndex().column()
        return column if 0 <= column < len(self.rows.events) else len(self.rows.events) - 1

    def go_to(self, row, event):
        if self.rows.people and self.rows.events:
            index = self.rows.index(min(row, len(self.rows.people) - 1), event)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def keyPressEvent(self, event):
        row, column = self.currentIndex().row(), self.event_column()
        text = event.text()
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
            return None
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            return super().keyPressEvent(event)
        if event.key() == Qt.Key.Key_Space:
            self.rows.cycle(row, column)
        elif text in ("1", "2", "3"):
            self.rows.mark(row, column, STATES[int(text) - 1])
            self.go_to(min(row + 1, len(self.rows.people) - 1), column)
        elif event.key() == Qt.Key.Key_A:
            self.rows.all_present(column)
        elif event.key() == Qt.Key.Key_Backspace:
            self.rows.mark(row, column, None)
        elif event.key() == Qt.Key.Key_Delete:
            self.left_row.emit(row)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_to(min(row + 1, len(self.rows.people) - 1), column)
        else:
            super().keyPressEvent(event)
        return None


class _TickDelegate(QStyledItemDelegate):
    """The event in hand stands on a tinted column; a state is said by word and colour."""

    def __init__(self, rows, view):
        super().__init__(view)
        self.rows, self.view = rows, view

    def paint(self, painter, option, index):
        box, column = option.rect, index.column()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = column == self.view.event_column()
        painter.fillRect(box, QColor(colour("primary_soft" if here else "surface")))
        painter.setPen(QPen(QColor(colour("line")), 0))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        state = self.rows.state_of(index.row(), column) if column < len(self.rows.events) else None
        painter.setFont(font(14.5, QFont.Weight.Medium if here else QFont.Weight.Normal))
        painter.setPen(QColor(colour(_LOOK.get(state, "text2"))))
        sign = _SIGNS.get(state, "")
        painter.drawText(box.adjusted(px(10), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, sign + str(index.data() or ""))
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(QColor(colour("focus" if self.view.hasFocus() else "control")), 2))
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        painter.restore()
