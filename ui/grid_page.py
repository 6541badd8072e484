"""Entering many records of a kind, one row each, without leaving the keyboard.

Enter moves on, Ctrl+Enter saves the line and begins the next, Ctrl+D copies from above; a faulty line never holds the
others. The answers all lines share stand on top.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QPen, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QTableView,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from models import fields
from ui.buttons import KeyButton, LinkButton
from ui.editors import ChoicesEditor, Editor, LinksEditor, editor_for
from ui.grid_rows import GridRows
from ui.labels import Label
from ui.theme import colour, px
from ui.words import _, spoken

_WIDTH = {"household": 10, "seen": 11, "found": 15, "problem": 12, "done": 12, "living": 12, "content": 14}


class GridPage(QWidget):
    """`cls` is entered; `names` are its columns, `common` the questions answered once for the batch."""

    closed = Signal()
    said = Signal(str)
    wants_person = Signal(str)

    def __init__(self, cls, names, common, choosing, now, title, heard=None):
        super().__init__()
        self.cls, self.choosing, self.title = cls, choosing, title
        self.heard = heard or (lambda record: "")
        self.rows = GridRows(cls, names, choosing, now)
        self.common = {name: editor_for(cls.questions()[name], choosing) for name in common}
        self.view = GridView(self.rows, choosing)
        self.problem = Label("", role="danger")
        self.problem.setWordWrap(True)
        self.aside = Label("", role="secondary")
        self.aside.setWordWrap(True)
        self.counts = Label("", role="secondary")
        self.primary, self.secondary = (_("Save all"), "Ctrl+S", self.save_all), None
        self._lay_out()
        self._connect()

    def _lay_out(self):
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(14), px(16), px(14))
        column.setSpacing(px(12))
        column.addWidget(self._common_bar())
        card = QFrame(objectName="card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addWidget(self.view, 1)
        self.problem.setMinimumHeight(px(34))
        self.problem.setContentsMargins(px(12), px(4), px(12), px(4))
        inside.addWidget(self.problem)
        column.addWidget(card, 1)
        self.aside.setMinimumHeight(px(48))
        column.addWidget(self.aside)
        column.addWidget(self._action_bar())

    def _common_bar(self):
        bar = QFrame(objectName="card")
        row = QHBoxLayout(bar)
        row.setContentsMargins(px(12), px(8), px(12), px(8))
        row.setSpacing(px(8))
        row.addWidget(Label(_("The same for all lines"), role="strong"))
        for name, editor in self.common.items():
            label = Label(_(self.cls.questions()[name].label), role="secondary")
            label.setBuddy(editor.focusProxy() or editor)
            row.addSpacing(px(8))
            row.addWidget(label)
            row.addWidget(editor)
            editor.changed.connect(self._common_changed)
        row.addStretch(1)
        return bar

    def _action_bar(self):
        bar = QFrame(objectName="bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(px(12), px(8), px(12), px(8))
        self.save_button = KeyButton(_("Save all"), "Ctrl+S", icon="save", primary=True)
        self.back_button = KeyButton(_("Done"), "Esc")
        self.jump = LinkButton(_("Next to mend"), "F8")
        for widget in (self.save_button, self.back_button):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.counts)
        row.addWidget(self.jump)
        row.addWidget(Label(_("Enter next cell · Ctrl+Enter save line · Ctrl+D as above"), role="hint"))
        return bar

    def _connect(self):
        self.save_button.clicked.connect(self.save_all)
        self.back_button.clicked.connect(self.leave)
        self.jump.clicked.connect(self.jump_to_problem)
        self.view.selectionModel().currentChanged.connect(self._moved)
        self.view.line_done.connect(self.save_line)
        self.view.wants_person.connect(self.wants_person)
        self.rows.problems_changed.connect(self._show_state)
        self.rows.row_saved.connect(lambda record: self.said.emit(_("Saved {when}", when=f"{self.rows.now():%H:%M}")))
        for key, slot in (
            ("Ctrl+S", self.save_all), ("Escape", self.leave), ("F8", self.jump_to_problem),
            ("Ctrl+Return", self.save_line), ("Ctrl+Enter", self.save_line), ("Ctrl+D", self._copy_above),
        ):  # fmt: skip
            QShortcut(QKeySequence(key), self, slot, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # --- the batch ---

    def begin(self, **defaults):
        """A new batch with these common answers."""
        for name, editor in self.common.items():
            editor.blockSignals(True)
            editor.set_value(defaults.get(name))
            editor.blockSignals(False)
        self.rows.begin(self._defaults() | defaults)
        self._show_state()
        self.view.go_to(0, self._first_open(0))

    def has_open_lines(self):
        """Whether something was begun here that is not saved yet."""
        return any(line.begun and not line.saved for line in self.rows.rows)

    def _first_open(self, row):
        return next((c for c, name in enumerate(self.rows.names) if name not in self.common), 0)

    def _defaults(self):
        found = {}
        for name, editor in self.common.items():
            try:
                value = editor.value()
            except fields.Wrong:
                continue
            if not editor.question.is_empty(value):
                found[name] = value
        return found

    def _common_changed(self):
        self.rows.set_defaults(self._defaults())

    def focus_first(self):
        self.view.go_to(0, self._first_open(0))

    def state_line(self):
        return ""

    # --- lines ---

    def save_line(self):
        """Save the line in hand and begin the next."""
        row = max(self.view.currentIndex().row(), 0)
        self.view.commit_open()
        if self.rows.save_row(row):
            if row + 1 >= len(self.rows.rows):
                self.rows.add_row()
            self.view.go_to(row + 1, self._first_open(row + 1))
        else:
            self.jump_to_problem()

    def save_all(self):
        self.view.commit_open()
        if self.rows.save_all():
            self.jump_to_problem()

    def leave(self):
        """Back to the list; lines that are complete are saved, the others stay here until the page is opened again."""
        self.view.commit_open()
        self.rows.save_all()
        self.closed.emit()

    def _moved(self, now, before):
        if before.isValid() and now.row() != before.row():
            self.rows.save_row(before.row())
        if now.isValid():
            self.aside.setText(self.heard(self.rows.rows[now.row()].record))
        self._show_state()

    def _copy_above(self):
        index = self.view.currentIndex()
        if index.isValid():
            self.rows.copy_above(index.row(), index.column())

    def _show_state(self):
        saved, bad, drafts = self.rows.counts()
        self.counts.setText(_("Saved {saved} · to mend {bad} · drafts {drafts}", saved=saved, bad=bad, drafts=drafts))
        line = next(((number, row) for number, row in enumerate(self.rows.rows) if row.problems), None)
        self.jump.setVisible(line is not None)
        if line is None:
            self.problem.setText("")
            return
        number, row = line
        problem = row.problems[0]
        self.problem.set_role("danger" if problem.blocks else "warn")
        self.problem.setText(_("Line {number}: {sentence}", number=number + 1, sentence=problem.say(spoken())))

    def jump_to_problem(self):
        for number, row in enumerate(self.rows.rows):
            for problem in row.problems:
                column = self.rows.names.index(problem.question) if problem.question in self.rows.names else 0
                return self.view.go_to(number, column)


class GridView(QTableView):
    """The table one types into: any key edits, Enter goes right and at the row's end down."""

    line_done = Signal()
    wants_person = Signal(str)

    def __init__(self, rows, choosing):
        super().__init__()
        self.setModel(rows)
        self.cells = CellEditing(rows, choosing, self)
        self.setItemDelegate(self.cells)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setWordWrap(False)
        self.setTabKeyNavigation(True)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(px(34))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, name in enumerate(rows.names):
            self.setColumnWidth(column, px(15 * _WIDTH.get(name, 7)))
        self.horizontalHeader().setStretchLastSection(True)
        self.setAccessibleName(_("Lines to enter"))

    def go_to(self, row, column):
        index = self.model().index(row, column)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.setFocus()

    def commit_open(self):
        """Take what is being typed in the open cell."""
        editor = self.cells.open
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QStyledItemDelegate.EndEditHint.NoHint)
            self.setFocus()

    def keyPressEvent(self, event):
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != self.State.EditingState:
            self.move_on(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
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


class CellEditing(QStyledItemDelegate):
    """Makes the editor of a cell by the kind of its question, and paints a cell with something to mend."""

    def __init__(self, rows, choosing, view):
        super().__init__(view)
        self.rows, self.choosing, self.view, self.open = rows, choosing, view, None

    def createEditor(self, parent, option, index):
        editor = editor_for(self.rows.questions[index.column()], self.choosing)
        editor.setParent(parent)
        editor.setAutoFillBackground(True)
        editor.destroyed.connect(self._closed)
        self.open = editor
        target = editor.focusProxy()
        if target is not None:
            target.installEventFilter(self)
        return editor

    def _closed(self):
        self.open = None

    def updateEditorGeometry(self, editor, option, index):
        rect = option.rect
        if isinstance(editor, (ChoicesEditor, LinksEditor)):
            rect.setSize(editor.sizeHint().expandedTo(rect.size()))
            rect.moveRight(min(rect.right(), self.view.viewport().width() - 1))
        editor.setGeometry(rect)

    def setEditorData(self, editor, index):
        line = self.rows.rows[index.row()]
        name = self.rows.names[index.column()]
        if not editor.property("filled"):
            editor.set_value(getattr(line.record, name))
            editor.setProperty("filled", True)

    def setModelData(self, editor, model, index):
        name = model.names[index.column()]
        try:
            value = editor.value()
        except fields.Wrong:
            model.type_in(index.row(), name, editor.focusProxy().text() if editor.focusProxy() else "")
            return
        if value != getattr(model.rows[index.row()].record, name):
            model.answer(index.row(), name, value)

    def eventFilter(self, watched, event):
        if event.type() == event.Type.KeyPress and isinstance(watched.parent(), Editor):
            return self._key(watched, event)
        return False

    def _key(self, watched, event):
        if getattr(watched, "composing", lambda: False)():
            return False
        offers = getattr(watched, "list", None)
        if offers is not None and offers.isVisible():
            return False
        key = event.key()
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab) and not control:
            self.view.commit_open()
            self.view.move_on()
            return True
        if key == Qt.Key.Key_Escape:
            self.view.closeEditor(self.open, QStyledItemDelegate.EndEditHint.RevertModelCache)
            self.view.setFocus()
            return True
        return False

    def paint(self, painter, option, index):
        super().paint(painter, option, index)
        problem = self.rows.problem_at(index.row(), index.column())
        if problem is not None:
            painter.save()
            painter.setPen(QPen(QColor(colour("danger" if problem.blocks else "warn")), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
            painter.restore()
