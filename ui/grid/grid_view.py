"""The table of a grid: any key edits, Enter moves on, one editor at a time, by the kind of the question."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeySequence, QPen
from PySide6.QtWidgets import QStyle

from models import fields
from ui.editors.cell_editing import CellEditing, EditedTable
from ui.editors.choice_editors import ChoiceEditor, ChoicesEditor
from ui.editors.editors import editor_for
from ui.editors.link_editors import LinksEditor
from ui.grid.grid_frozen import FrozenColumns
from ui.theme import colour, font, px
from ui.widgets.finder import Finder
from ui.words import _

_LEAST = {
    "day": 5,
    "way": 5.6,
    "next_day": 6,
    "start": 5,
    "end": 5,
    "household": 8,
    "seen": 8,
    "volunteer": 8,
    "person": 8,
    "goods": 8,
    "living": 8.5,
    "problem": 9,
    "done": 9,
    "content": 9,
    "place": 7,
}
_SHARE = {
    "household": 2,
    "seen": 2,
    "living": 2,
    "problem": 3,
    "done": 3,
    "content": 4,
    "place": 2,
    "volunteer": 2,
    "person": 2,
    "goods": 3,
}
_STATE = 6.6


class GridView(EditedTable):
    """The table one types into: any key edits, Enter goes right and at the row's end down."""

    line_done = Signal()
    wants_person = Signal(str)
    pasted = Signal()

    def __init__(self, rows, choosing, offers=None, frozen=0):
        """The first `frozen` columns stay in sight when the others scroll sideways."""
        super().__init__(rows, lambda view: GridCells(rows, choosing, view, offers or {}))
        self.setWordWrap(False)
        self.setTabKeyNavigation(True)
        self.verticalHeader().setDefaultSectionSize(px(34))
        self.setAccessibleName(_("Lines to enter"))
        self.frozen = FrozenColumns(self, frozen) if frozen else None

    def resizeEvent(self, event):
        super().resizeEvent(event)
        self._fit()

    def _fit(self):
        """Share the room by what columns hold; below the least the table scrolls sideways, as a grid may."""
        names = self.model().names
        least = [px(15 * _LEAST.get(name, 6)) for name in names]
        shares = [_SHARE.get(name, 1) for name in names]
        spare = max(self.viewport().width() - sum(least) - px(15 * _STATE), 0)
        for column, width in enumerate(least):
            self.setColumnWidth(column, width + spare * shares[column] // sum(shares))
        self.setColumnWidth(len(names), px(15 * _STATE))
        if self.frozen is not None:
            self.frozen.place()

    def go_to(self, row, column):
        super().go_to(row, column)
        if self.frozen is not None:
            self.frozen.uncover(self.currentIndex())

    def keyPressEvent(self, event):
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != self.State.EditingState:
            self.move_on(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            return
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
            return
        super().keyPressEvent(event)

    def move_on(self, step=1):
        """The next cell; from the end of a row to the next row."""
        index, last = self.currentIndex(), len(self.model().names)
        place = index.row() * last + min(index.column(), last - 1) + step
        if place >= last * self.model().rowCount():
            self.model().add_row()
        if place >= 0:
            self.go_to(place // last, place % last)


class GridCells(CellEditing):
    """Makes the editor of a cell by the kind of its question, and paints a cell with something to mend."""

    def __init__(self, rows, choosing, view, offers):
        super().__init__(rows, view)
        self.choosing, self.offers = choosing, offers

    def made(self, index):
        question, name = self.rows.questions[index.column()], self.rows.names[index.column()]
        offers = self.offers[name](self.rows.rows[index.row()].record) if name in self.offers else None
        if offers:
            editor = LinksEditor(question, self.choosing, offers)
        elif isinstance(question, fields.Choice):
            editor = ChoiceEditor(question, self.choosing, radios=False)
        else:
            editor = editor_for(question, self.choosing)
        if isinstance(finder := editor.focusProxy(), Finder):
            finder.empty = _("“{text}” is not on file. Ctrl+Enter registers the name first.")
            finder.wants_new.connect(self.view.wants_person)
        return editor

    def fill(self, editor, index):
        editor.set_value(self._held(index))

    def _held(self, index):
        return getattr(self.rows.rows[index.row()].record, self.rows.names[index.column()])

    def setModelData(self, editor, model, index):
        """A cell that was only looked at begins no line."""
        unread = self.rows.names[index.column()] in self.rows.rows[index.row()].typed
        if unread or not self._is_held(editor, index):
            super().setModelData(editor, model, index)

    def _is_held(self, editor, index):
        try:
            return editor.value() == self._held(index)
        except fields.Wrong:
            return False

    def updateEditorGeometry(self, editor, option, index):
        rect = option.rect
        if isinstance(editor, (ChoicesEditor, LinksEditor)):
            editor.open_over(rect)
            rect.moveRight(min(rect.right(), self.view.viewport().width() - 1))
        editor.setGeometry(rect)

    # --- painting ---

    def paint(self, painter, option, index):
        row, column, box = index.row(), index.column(), option.rect
        problem = self.rows.problem_at(row, column)
        painter.save()
        painter.fillRect(box, QColor(colour(self._ground(row, problem))))
        painter.setPen(QPen(QColor(colour("line")), 0))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.drawLine(box.topRight(), box.bottomRight())
        if column == 0 and (self.rows.rows[row].blocking or row == self.view.currentIndex().row()):
            token = "danger" if self.rows.rows[row].blocking else "primary"
            painter.fillRect(QRect(box.left(), box.top(), px(3), box.height()), QColor(colour(token)))
        painter.setFont(font(14.5))
        painter.setPen(QColor(colour(self._token(row, column, problem))))
        inside = box.adjusted(px(8), 0, -px(6), 0)
        text = QFontMetrics(painter.font()).elidedText(
            str(index.data() or ""), Qt.TextElideMode.ElideRight, inside.width()
        )
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, text)
        if problem is not None or option.state & QStyle.StateFlag.State_Selected:
            token = "focus" if problem is None else "danger" if problem.blocks else "warn"
            painter.setPen(QPen(QColor(colour(token)), 2))
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        painter.restore()

    def _ground(self, row, problem):
        if problem is not None:
            return "danger_soft" if problem.blocks else "warn_soft"
        return "selection" if row == self.view.currentIndex().row() else "surface"

    def _token(self, row, column, problem):
        """Grey for a common answer of a line not begun; the state of a line in its colour."""
        line = self.rows.rows[row]
        if column == len(self.rows.names):
            return "danger" if line.blocking else "ok" if line.saved else "warn" if line.problems else "draft"
        if problem is not None:
            return "text"
        return "text" if line.begun else "text2" if row == self.view.currentIndex().row() else "text3"
