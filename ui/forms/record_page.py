"""The page of a kind of record: its list, and in the same place the form of the one in hand."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from models.database import current
from models.errors import UserError
from ui.forms.record_editor import RecordEditor
from ui.lists.record_list import RecordList
from ui.widgets.messages import tell
from ui.widgets.sheet import Sheet
from ui.widgets.shortcut import Shortcut
from ui.words import _


class RecordPage(QWidget):
    """`actions` are further things to do with the record in hand: (label, key, slot taking the record).

    `opens(record)` takes the place of the form where a kind of record has a page of its own.
    """

    said = Signal(str)
    saved = Signal(object)
    changed_state = Signal()
    wants_next = Signal()

    def __init__(self, cls, desk, *, actions=(), names=None, warnings=None, opens=None):
        super().__init__()
        self.cls, self.title, self.desk = cls, _(cls.plural), desk
        self._opens = opens or self._edit
        actions = ((_("Open the file"), "Enter", self.open), *actions, (_("Print…"), "Ctrl+P", desk.print_record))
        self.list = RecordList(cls, desk, actions, names)
        self._editor, self._make_editor = None, lambda: RecordEditor(cls, desk.choosing, warnings)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.stack)
        self._new = (_("New: {what}", what=_(cls.title)), "Ctrl+N", self.new)
        ledger = (_("Take in a ledger…"), "", self.take_in_ledger, "upload")
        self.beside = None if cls.restricted else ledger  # the report of an intake lies open beside the ledger
        self._connect()

    @property
    def editor(self):
        """The form; made when it is first needed, as most visits to a page are to its list."""
        if self._editor is None:
            self._editor = self._make_editor()
            self.stack.addWidget(self._editor)
            self._editor.closed.connect(self.show_list)
            self._editor.saved.connect(self._saved)
            self._editor.wants_next.connect(self.new)
            self._editor.wants_next.connect(self.wants_next)
            self._editor.said.connect(self.said)
        return self._editor

    @property
    def in_form(self):
        return self.stack.currentWidget() is not self.list

    @property
    def is_entering(self):
        """Whether a form is open, whose draft is kept when the window goes."""
        return self.in_form

    @property
    def shows_tabs(self):
        return not self.in_form

    @property
    def primary(self):
        """New; while a form is open Save stands in its place."""
        return None if self.in_form else self._new

    @property
    def secondary(self):
        return None if self.in_form else self.beside

    def _connect(self):
        self.list.opened.connect(self.open)
        self.list.wants_new.connect(self.new)
        self.list.tools.new_wanted.connect(lambda answers: self.new(**answers))
        self.list.tools.taken_in.connect(self.changed_state)
        Shortcut("Ctrl+P", self, self.print_in_hand, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        Shortcut("Delete", self.list.view, self.remove, context=Qt.ShortcutContext.WidgetShortcut)

    def shown(self):
        """The page comes to the front."""
        if self.stack.currentWidget() is self.list:
            self.list.reload()

    def fit(self, narrow):
        self.list.fit(narrow)

    def state_line(self):
        if self.in_form and self.editor.record is not None:
            return self.editor.record.caption() or _("new")
        return ""

    def focus_first(self):
        if self.stack.currentWidget() is self.list:
            self.list.focus_first()
        else:
            self.editor.form.focus_first()

    def new(self, **answers):
        """A fresh form; `answers` are filled in already, and who works or visits is the one at the desk."""
        if user := current().user:
            for name, at_desk in (("worker", user), ("visitors", (user,))):
                if name in self.cls.questions():
                    answers.setdefault(name, at_desk)
        self._edit(self.cls.new(**answers))

    def open(self, record):
        if self.desk.may_open(record):
            self._opens(record)

    def _edit(self, record):
        self.stack.setCurrentWidget(self.editor)
        self.editor.edit(record)
        self.changed_state.emit()

    def remove(self):
        """Take the record in hand out of lists and counts; asked first, and its history stays."""
        record = self.list.current()
        if record is None:
            return
        title = _("Remove “{name}”?", name=record.caption() or _(self.cls.title))
        sentence = _("It no longer stands in lists and is no longer counted. Its history stays in the journal.")
        if Sheet(self, title, sentence, [_("Remove")], danger=True).ask() != 0:
            return
        try:
            record.remove()
        except UserError as error:
            tell(self, error)
            return
        self.said.emit(_("Removed {when}", when=f"{current().now():%H:%M}"))
        self.list.reload()
        self.changed_state.emit()

    def take_in_ledger(self):
        self.list.tools.take_in_ledger()

    def print_in_hand(self):
        """The record in the form, or the one the list stands on."""
        record = self.editor.record if self.in_form else self.list.current()
        if record is not None and not record.is_new:
            self.desk.print_record(record)

    def show_list(self):
        self.stack.setCurrentWidget(self.list)
        self.list.reload()
        self.list.focus_first()
        self.changed_state.emit()

    def _saved(self, record):
        self.said.emit(_("Saved {when}", when=f"{current().now():%H:%M}"))
        self.saved.emit(record)
        self.changed_state.emit()
