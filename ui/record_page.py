"""The page of a kind of record: its list, and in the same place the form of the one in hand."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from models.database import current
from ui.record_editor import RecordEditor
from ui.record_list import RecordList
from ui.words import _


class RecordPage(QWidget):
    """`actions` are further things to do with the record in hand: (label, key, slot taking the record).

    `opens(record)` takes the place of the form where a kind of record has a page of its own.
    """

    said = Signal(str)
    saved = Signal(object)
    changed_state = Signal()

    def __init__(self, cls, choosing, *, actions=(), names=None, warnings=None, may_open=None, opens=None):
        super().__init__()
        self.cls, self.title = cls, _(cls.plural)
        self.may_open = may_open or (lambda record: True)
        self._opens = opens or self._edit
        self.list = RecordList(cls, choosing, ((_("Open the file"), "Enter", self.open), *actions), names)
        self.editor = RecordEditor(cls, choosing, warnings)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.editor)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.stack)
        self.primary = (_("New: {what}", what=_(cls.title)), "Ctrl+N", self.new)
        self.secondary = None
        self._connect()

    def _connect(self):
        self.list.opened.connect(self.open)
        self.list.wants_new.connect(self.new)
        self.editor.closed.connect(self.show_list)
        self.editor.saved.connect(self._saved)
        self.editor.wants_next.connect(self.new)
        self.editor.said.connect(self.said)

    def shown(self):
        """The page comes to the front."""
        if self.stack.currentWidget() is self.list:
            self.list.reload()

    def fit(self, narrow):
        self.list.fit(narrow)

    def state_line(self):
        if self.stack.currentWidget() is self.editor and self.editor.record is not None:
            return self.editor.record.caption() or _("new")
        return ""

    def focus_first(self):
        if self.stack.currentWidget() is self.list:
            self.list.focus_first()
        else:
            self.editor.form.focus_first()

    def new(self, **answers):
        """A fresh form; `answers` are filled in already."""
        self._edit(self.cls.new(**answers))

    def open(self, record):
        if self.may_open(record):
            self._opens(record)

    def _edit(self, record):
        self.stack.setCurrentWidget(self.editor)
        self.editor.edit(record)
        self.changed_state.emit()

    def show_list(self):
        self.stack.setCurrentWidget(self.list)
        self.list.reload()
        self.list.focus_first()
        self.changed_state.emit()

    def _saved(self, record):
        self.said.emit(_("Saved {when}", when=f"{current().now():%H:%M}"))
        self.saved.emit(record)
        self.changed_state.emit()
