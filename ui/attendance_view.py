"""The sheet on the screen: one key a tick, the event in hand on a tinted column."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QStyledItemDelegate, QTableView

from ui.attendance_grid import STATES
from ui.theme import colour, font, px
from ui.words import _

_LOOK = {"present": "ok", "late": "warn", "absent": "danger"}
_SIGNS = {"present": "√ ", "late": "△ ", "absent": "× "}


class AttendanceView(QTableView):
    """Space goes round the states, 1 2 3 set them, A ticks everybody, Backspace takes a tick back."""

    left_row = Signal(int)

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
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setStretchLastSection(True)
        self.setAccessibleName(_("Who came"))
        self.doubleClicked.connect(lambda index: self.rows.cycle(index.row(), index.column() - 1))

    def fit_columns(self):
        self.setColumnWidth(0, px(240))
        for column in range(1, len(self.rows.events) + 1):
            self.setColumnWidth(column, px(112))

    def event_column(self):
        """Which event is in hand; the last where none is."""
        column = self.currentIndex().column() - 1
        return column if 0 <= column < len(self.rows.events) else len(self.rows.events) - 1

    def go_to(self, row, event):
        if self.rows.people and self.rows.events:
            index = self.rows.index(min(row, len(self.rows.people) - 1), event + 1)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def keyPressEvent(self, event):
        row, column = self.currentIndex().row(), self.event_column()
        text = event.text()
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
        box, column = option.rect, index.column() - 1
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = column == self.view.event_column()
        painter.fillRect(box, QColor(colour("primary_soft" if here else "surface")))
        painter.setPen(QPen(QColor(colour("line")), 0))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if column < 0:
            self._who(painter, box.adjusted(px(10), 0, -px(6), 0), self.rows.people[index.row()])
        else:
            state = self.rows.state_of(index.row(), column) if column < len(self.rows.events) else None
            painter.setFont(font(14.5, QFont.Weight.Medium if here else QFont.Weight.Normal))
            painter.setPen(QColor(colour(_LOOK.get(state, "text2"))))
            sign = _SIGNS.get(state, "")
            painter.drawText(
                box.adjusted(px(10), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, sign + str(index.data() or "")
            )
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(QColor(colour("focus" if self.view.hasFocus() else "control")), 2))
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        painter.restore()

    @staticmethod
    def _who(painter, box, who):
        painter.setFont(font(14.5, QFont.Weight.Medium))
        metrics = QFontMetrics(painter.font())
        name = metrics.elidedText(who.name, Qt.TextElideMode.ElideRight, box.width() * 3 // 5)
        painter.setPen(QColor(colour("text")))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, name)
        box.setLeft(box.left() + metrics.horizontalAdvance(name) + px(10))
        painter.setFont(font(13.5))
        painter.setPen(QColor(colour("text2")))
        detail = who.detail if who.person else _("name only")
        shown = QFontMetrics(painter.font()).elidedText(detail, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
