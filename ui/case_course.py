"""The course of a case: its steps, and down the side its forms and sessions by month, gaps included."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QFrame, QHeaderView, QStyle, QStyledItemDelegate, QTableView, QVBoxLayout

from models import codes, parameters
from models.casework.life import ENDED
from ui import icons
from ui.labels import Label
from ui.shortcut import Shortcut
from ui.theme import colour, font, px
from ui.words import _, ngettext, spoken

_ENTRY = Qt.ItemDataRole.UserRole + 9
_ICONS = {"phone": "phone", "home": "house", "video": "camera", "accompany": "footprints", "net": "network"}


@dataclass(frozen=True)
class Entry:
    """A line of the course. A month's heading has only a title; a gap has no record."""

    title: str
    below: str = ""
    day: str = ""
    icon: str = ""
    state: str = ""
    record: object = None

    @property
    def is_heading(self):
        return not self.icon


def steps_of(case, sessions, today) -> list[tuple[str, str, str]]:
    """The seven steps with what is known of each; ticked only where the case itself shows it."""
    year = today.year
    ended = case.state in ENDED
    running = case.state in ("open", "closing", "paused")
    held = ngettext("{n} session", "{n} sessions", len(sessions)) if sessions else ""

    def step(title, sub, done, now):
        return title, sub, "done" if done else "now" if now else "todo"

    begun = case.state not in ("waiting", "refused", "returned")
    assessed = begun and case.state not in ("assessing", "opening")
    return [
        step(_("Intake"), spoken().day(case.opened, year) if case.opened else "", begun, not begun),
        step(_("Assessment"), "", assessed, case.state in ("assessing", "opening")),
        step(_("Plan"), "", bool(case.plan), running and not case.plan and not sessions),
        step(_("Intervention"), held, ended, running and (bool(case.plan) or bool(sessions))),
        step(
            _("Evaluation"),
            codes.label("goal_reached", case.reached, spoken()) if case.reached else "",
            bool(case.reached),
            case.state == "closing" and not case.reached,
        ),
        step(_("Closing"), spoken().day(case.closed, year) if case.closed else "", ended, False),
        step(_("Follow-up"), "", False, case.state == "follow"),
    ]


def course_of(case, sessions, today) -> list[Entry]:
    """Newest first: what is missing now, closing, sessions by month, intake."""
    lines, month = [], None
    for day, entry in _entries(case, sessions, today):
        if day is not None and f"{day:%Y-%m}" != month:
            month = f"{day:%Y-%m}"
            lines.append(Entry(spoken().month(month)))
        lines.append(entry)
    return lines


def _entries(case, sessions, today):
    said = spoken().day
    last = sessions[-1].day if sessions else case.opened
    if case.closed:
        why = codes.label("case_close_reason", case.close_reason, spoken()) if case.close_reason else ""
        yield case.closed, Entry(_("Closed"), why, said(case.closed, today.year), "archive", "", case)
    elif last and case.state not in (*ENDED, "refused", "paused") and (today - last).days > _quiet_days():
        days = (today - last).days
        yield (
            today,
            Entry(_("{days} days without a record", days=days), "", said(today, today.year), "triangle-alert", "warn"),
        )
    for number, session in reversed(list(enumerate(sessions, 1))):
        way = codes.label("session_way", session.way, spoken()) if session.way else ""
        length = _("{minutes} minutes", minutes=session.minutes) if session.minutes else ""
        title = _("Session {number}", number=number)
        yield (
            session.day,
            Entry(
                title,
                " · ".join(filter(None, (length, way))),
                said(session.day, today.year),
                _ICONS.get(session.way, "message-square-text"),
                "",
                session,
            ),
        )
    source = codes.label("case_source", case.source, spoken()) if case.source else ""
    yield (
        case.opened,
        Entry(
            _("The case itself"), source, said(case.opened, today.year) if case.opened else "", "file-text", "", case
        ),
    )


def _quiet_days():
    return parameters.value("quiet_case_days")


class CaseCourse(QFrame):
    """`chosen(record)` follows the line in hand; `entered` asks for the caret to go into its form."""

    chosen = Signal(object)
    entered = Signal()

    def __init__(self, store):
        super().__init__(objectName="card")
        self.store = store
        self.model = _Lines()
        self.view = QTableView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(_LineDelegate(self.view))
        self.view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.view.setShowGrid(False)
        self.view.setTabKeyNavigation(False)
        self.view.horizontalHeader().hide()
        self.view.horizontalHeader().setStretchLastSection(True)
        self.view.verticalHeader().hide()
        self.view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.view.setAccessibleName(_("Course of the case"))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, px(10), 1, px(6))
        column.setSpacing(px(6))
        head = Label(_("Course"), role="pane")
        head.setContentsMargins(px(12), 0, 0, 0)
        column.addWidget(head)
        column.addWidget(self.view, 1)
        self.setFixedWidth(px(236))
        self._quiet = False
        self.view.selectionModel().currentRowChanged.connect(self._moved)
        for key in ("Return", "Enter"):
            Shortcut(key, self.view, self.entered, context=Qt.ShortcutContext.WidgetShortcut)

    def show_course(self, case, sessions, front):
        """Show the lines; `front` is the id of the record to stand in hand, None for the newest session."""
        self._quiet = True
        self.model.show_lines(course_of(case, sessions, self.store.today()))
        for row, line in enumerate(self.model.lines):
            self.view.setRowHeight(row, px(30 if line.is_heading else 48))
        self._quiet = False
        self.view.setCurrentIndex(self.model.index(self._row_of(front), 0))

    def _row_of(self, front):
        rows = [row for row, line in enumerate(self.model.lines) if line.record is not None]
        return next((row for row in rows if self.model.lines[row].record.id == front), rows[0])

    def _moved(self, now, _before):
        record = self.model.lines[now.row()].record if now.isValid() else None
        if record is not None and not self._quiet:
            self.chosen.emit(record)

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
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if line.record else Qt.ItemFlag.NoItemFlags

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
        if line.is_heading:
            self._write(painter, box.adjusted(px(12), px(6), 0, 0), line.title, "text3", 12.5)
        else:
            self._entry(painter, box, line)
        painter.restore()

    def _entry(self, painter, box, line):
        token = line.state or "text"
        day = QRect(box.left() + px(12), box.top() + px(4), px(46), px(22))
        self._write(painter, day, line.day[-5:], "text2", 13.5)
        painter.drawPixmap(box.left() + px(60), box.top() + px(8), icons.pixmap(line.icon, line.state or "text2", 15))
        left = box.left() + px(84)
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
