"""A table one types into: any key edits, one editor at a time, Enter and Tab go on to the next cell."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QTableView

from models.errors import Wrong
from ui.widgets.line_edit import TextEdit

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
MOVES = (*_ENTER, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class EditedTable(QTableView):
    """Subclasses say where `move_on(step)` leads; `cells` is a CellEditing."""

    def __init__(self, rows, cells):
        super().__init__()
        self.setModel(rows)
        self.cells = cells(self)
        self.setItemDelegate(self.cells)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setShowGrid(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.selectionModel().currentRowChanged.connect(self._tint)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def go_to(self, row, column):
        index = self.model().index(row, column)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.setFocus()

    def _tint(self, _current, _previous):
        """The line in hand is tinted whole; Qt paints only the two cells anew."""
        self.viewport().update()

    def move_on(self, step=1):
        raise NotImplementedError

    def commit_open(self):
        """Take what is being typed in the open cell."""
        editor = self.cells.open
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QStyledItemDelegate.EndEditHint.NoHint)
            self.cells.open = None
            self.setFocus()


class CellEditing(QStyledItemDelegate):
    """`open` is the editor in hand and `open_at` its cell. Subclasses make editors, give them their answers, paint.

    The model takes what was typed with answer(row, name, value), what cannot be read with
    keep_typed(row, name, text, wrong).
    """

    enter_writes = False  # whether Enter begins a new line in a long text

    def __init__(self, rows, view):
        super().__init__(view)
        self.rows, self.view, self.open, self.open_at = rows, view, None, None

    def made(self, index):
        """The editor of a cell, by the kind of what is asked there."""
        raise NotImplementedError

    def fill(self, editor, index):
        """Show in a fresh editor what the cell holds."""
        raise NotImplementedError

    def createEditor(self, parent, option, index):
        editor = self.made(index)
        editor.setParent(parent)
        editor.setAutoFillBackground(True)
        self.open, self.open_at = editor, index
        for part in (editor.focusProxy(), *getattr(editor, "boxes", {}).values()):
            if part is not None:
                part.installEventFilter(self)
        return editor

    def destroyEditor(self, editor, index):
        if editor is self.open:
            self.open = None
        super().destroyEditor(editor, index)

    def setEditorData(self, editor, index):
        if not editor.property("filled"):
            editor.setProperty("filled", True)
            self.fill(editor, index)

    def setModelData(self, editor, model, index):
        name = model.names[index.column()]
        try:
            value = editor.value()
        except Wrong as wrong:
            typed = editor.focusProxy()
            model.keep_typed(index.row(), name, typed.text() if typed is not None else "", wrong)
        else:
            model.answer(index.row(), name, value)

    def eventFilter(self, watched, event):
        if event.type() == event.Type.KeyPress and self.open is not None and self.open.isAncestorOf(watched):
            return self._key(watched, event)
        return False

    def _key(self, watched, event):
        """Whether a key belongs to the table: not while letters are composed, nor while something is offered."""
        if getattr(watched, "composing", lambda: False)() or getattr(watched, "is_offering", lambda: False)():
            return False
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        written = self.enter_writes and isinstance(watched, TextEdit) and event.key() in _ENTER
        if event.key() in MOVES and not control and not written:
            back = event.key() == Qt.Key.Key_Backtab or event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.view.commit_open()
            self.view.move_on(-1 if back else 1)
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.view.closeEditor(self.open, QStyledItemDelegate.EndEditHint.RevertModelCache)
            self.view.setFocus()
            return True
        return False
