"""The course down the side of a file: what stands in it by month, the newest first."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QFrame, QHeaderView, QStyle, QStyledItemDelegate, QTableView, QVBoxLayout

from ui import icons
from ui.theme import colour, font, px
from ui.widgets.labels import Label
from ui.widgets.shortcut import Shortcut
from ui.words import _

_ENTRY = Qt.ItemDataRole.UserRole + 9


@dataclass(frozen=True)
class Entry:
    """A line of the course. A month's heading and a gap have only a title; the last may say there is more."""

    title: str
    below: str = ""
    day: str = ""
    icon: str = ""
    state: str = ""
    record: object = None
    is_more: bool = False
    is_gap: bool = False

    @property
    def is_heading(self):
        return not self.icon


class Course(QFrame):
    """`chosen(record)` follows the line in hand; `entered` asks for the caret to go into its form.

    `wants_more` is emitted when the line in hand is the one that says there is more.
    """

    chosen = Signal(object)
    entered = Signal()
    wants_more = Signal()

    def __init__(self, title):
        super().__init__(objectName="card")
        self.model = _Lines()
        self.view = self._made()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, px(10), 1, px(6))
        column.setSpacing(px(6))
        head = Label(title, role="pane")
        head.setContentsMargins(px(12), 0, 0, 0)
        column.addWidget(head)
        column.addWidget(self.view, 1)
        self.setFixedWidth(px(236))
        self._quiet = False
        self.view.selectionModel().currentRowChanged.connect(self._moved)
        for key in ("Return", "Enter"):
            Shortcut(key, self.view, self.entered, context=Qt.ShortcutContext.WidgetShortcut)

    def _made(self):
        view = QTableView()
        view.setModel(self.model)
        view.setItemDelegate(_LineDelegate(view))
        view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        view.setShowGrid(False)
        view.setTabKeyNavigation(False)
        view.horizontalHeader().hide()
        view.horizontalHeader().setStretchLastSection(True)
        view.verticalHeader().hide()
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.setAccessibleName(_("Course of the file"))
        return view

    def show_lines(self, lines, front=None):
        """Show the lines; `front` is the id of the record to stand in hand, None for the first one."""
        self._quiet = True
        self.model.show_lines(lines)
        for row, line in enumerate(self.model.lines):
            self.view.setRowHeight(row, px(30 if line.is_heading else 48))
        self._quiet = False
        self.view.setCurrentIndex(self.model.index(self._row_of(front), 0))

    def _row_of(self, front):
        rows = [row for row, line in enumerate(self.model.lines) if line.record is not None]
        return next((row for row in rows if self.model.lines[row].record.id == front), rows[0] if rows else 0)

    def _moved(self, now, _before):
        line = self.model.lines[now.row()] if now.isValid() and not self._quiet else None
        if line is not None and line.record is not None:
            self.chosen.emit(line.record)
        elif line is not None and line.is_more:
            QTimer.singleShot(0, self.wants_more.emit)  # the lines are changed once the move is over

    def clear_choice(self):
        """No line is in hand: a fresh session is being written."""
        self.view.selectionModel().clear()

    def current_id(self):
        index = self.view.currentIndex()
        record = self.model.lines[index.row()].record if index.isValid() else None
        return record.id if record is not None else None


class _Lines(QAbstractTableModel):
    def __init__(self):
        super().__init__()
        self.lines = []

    def show_lines(self, lines):
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent=QModelIndex()):
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent=QModelIndex()):
        return 0 if parent.isValid() else 1

    def flags(self, index):
        line = self.lines[index.row()]
        chosen = line.record is not None or line.is_more
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if chosen else Qt.ItemFlag.NoItemFlags

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        line = self.lines[index.row()]
        if role == _ENTRY:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return " ".join(filter(None, (line.day, line.title, line.below)))
        return None


class _LineDelegate(QStyledItemDelegate):
    """Day, picture, title over a second line; a month as small words."""

    def paint(self, painter, option, index):
        line, box = index.data(_ENTRY), option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(box, QColor(colour("selection" if chosen else "surface")))
        if chosen:
            painter.fillRect(QRect(box.left(), box.top(), px(3), box.height()), QColor(colour("primary")))
        if line.is_gap:
            self._gap(painter, box, line)
        elif line.is_heading:
            self._write(painter, box.adjusted(px(12), px(6), 0, 0), line.title, "text3", 12.5)
        else:
            self._entry(painter, box, line)
        painter.restore()

    def _gap(self, painter, box, line):
        """A broken line down the column of pictures, and for how long."""
        middle = box.left() + px(67)
        painter.setPen(QPen(QColor(colour("text3")), px(1.5), Qt.PenStyle.DotLine))
        painter.drawLine(middle, box.top() + px(3), middle, box.bottom() - px(3))
        self._write(painter, box.adjusted(px(84), 0, -px(6), 0), line.title, "text3", 12.5)

    def _entry(self, painter, box, line):
        token = line.state or "text"
        shift = 0 if line.day else px(48)
        day = QRect(box.left() + px(12), box.top() + px(4), px(46), px(22))
        self._write(painter, day, line.day[-5:], "text2", 13.5)
        picture = icons.pixmap(line.icon, line.state or "text2", 15)
        painter.drawPixmap(box.left() + px(60) - shift, box.top() + px(8), picture)
        left = box.left() + px(84) - shift
        width = box.right() - left - px(6)
        self._write(
            painter, QRect(left, box.top() + px(4), width, px(22)), line.title, token, 14.5, QFont.Weight.Medium
        )
        self._write(painter, QRect(left, box.top() + px(25), width, px(18)), line.below, "text2", 12.5)

    @staticmethod
    def _write(painter, box, text, token, points, weight=QFont.Weight.Normal):
        painter.setFont(font(points, weight))
        painter.setPen(QPen(QColor(colour(token))))
        shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
