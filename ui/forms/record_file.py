"""The file of a record: at the left everything that stands in it, at the right the form of what is chosen there.

A form has a file as soon as another declares itself part of it (`Record.part_of`).
"""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from models import papers
from ui.forms.course import Course
from ui.forms.file_lines import lines_of
from ui.forms.record_editor import RecordEditor
from ui.prints.printing import preview_dossier
from ui.theme import px
from ui.widgets.page import Page
from ui.widgets.parts_menu import PartsMenu
from ui.widgets.shortcut import Shortcut
from ui.words import _

_MOST = 60


class RecordFile(Page):
    """`show_file(record, part)`; Esc goes back to the course, then to the list."""

    closed = Signal()
    shows_tabs = False
    newest_first = False

    def __init__(self, cls, desk, warnings=None):
        super().__init__()
        self.cls, self.desk, self.store, self.choosing = cls, desk, desk.store, desk.choosing
        self.record, self.most, self._warnings, self._seen = None, _MOST, warnings, set()
        self.parts = papers.parts_of(cls, self.store.tables)
        self.course = Course(_("Course") if self.newest_first else _("Papers"))
        self.forms, self.editors = QStackedWidget(), {}
        self._lay_out()
        self.course.chosen.connect(self._show_form)
        self.course.entered.connect(self._enter)
        self.course.wants_more.connect(self._show_more)
        Shortcut("Escape", self.course, self.leave, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        Shortcut("F2", self, self.change_chosen, context=within)
        Shortcut("Ctrl+P", self, self.print_chosen, context=within)

    def _lay_out(self):
        self.middle = QHBoxLayout()
        self.middle.setSpacing(px(12))
        self.middle.addWidget(self.course)
        self.middle.addWidget(self.forms, 1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(px(16), px(14), px(16), px(14))
        self.column.setSpacing(px(12))
        self.column.addLayout(self.middle, 1)

    # --- what the window asks ---

    @property
    def primary(self):
        return (_("New…"), "Ctrl+N", self.offer_new) if self.parts else None

    @property
    def secondary(self):
        return (_("Print…"), "Ctrl+P", self.print_chosen, "printer")

    @property
    def title(self):
        return _("{what}: {caption}", what=_(self.cls.title), caption=self.record.caption())

    def state_line(self):
        return getattr(self.record, "number", "") or "" if hasattr(self.record, "number") else ""

    @property
    def editor(self):
        """The form in front."""
        return self.forms.currentWidget()

    # --- showing ---

    def show_file(self, record, part=None):
        """Show a record's file; one of its parts in front, else as the kind of file has it."""
        self.record, self.most = record, _MOST
        self._seen = {record.id}
        self.reread(part.id if part else None)

    def shown(self):
        """Read the file again, for others may have written."""
        fresh = self.cls.get_or_none(self.cls.id == self.record.id)
        if fresh is None or fresh.deleted:
            self.closed.emit()
            return
        self.record = fresh
        if not self.editor.is_typed_in():
            self.reread(self.course.current_id())

    def reread(self, front=None):
        """Read what stands in the file; `front` is the id of what is to be in hand."""
        found = papers.of(self.store, self.record)
        place = next((place for place, paper in enumerate(found) if paper.row == front), 0)
        self.most = max(self.most, place + 1)
        shown = papers.read(found[: self.most])
        if front is None and self.newest_first and shown:
            front = shown[0].id
        self.show_facts(found)
        days = {paper.row: paper.day for paper in found}
        self.course.show_lines(
            lines_of(self.record, [(one, days[one.id]) for one in shown], self.remarks(found), self.choosing,
                     self.store.today(), len(found) - self.most, self.gap),
            front or self.record.id,
        )  # fmt: skip

    def show_facts(self, found):
        """What a kind of file shows beside its forms."""

    def remarks(self, found):
        """Lines above the papers; for a kind of file to say."""
        return []

    def gap(self, newer, older):
        """A line between two papers that lie far apart; for a kind of file to say."""

    def _show_more(self):
        self.most += _MOST
        self.reread(self.editor.record.id)

    def _show_form(self, record):
        """The form of what is chosen in the course; what was being typed in the other stays as a draft."""
        if record.id not in self._seen:
            if not self.desk.may_open(record):
                return
            self._seen.add(record.id)
        if self.editor is not None:
            self.editor.put_aside()
        editor = self._editor_of(type(record))
        self.forms.setCurrentWidget(editor)
        editor.edit(record, draft_of=self.record.id if record.is_new else None, focus=False)

    def _editor_of(self, cls):
        """The form of a kind of record, made when it is first needed."""
        if cls not in self.editors:
            without = [name for name in papers.links_to(cls, self.cls) if not cls.questions()[name].multiple]
            warnings = self._warnings if cls is self.cls else None
            editor = RecordEditor(cls, self.choosing, warnings, without=without, inside=True, quiet=True)
            editor.next_button.hide()
            editor.saved.connect(self._saved)
            editor.said.connect(self.said)
            editor.closed.connect(self.course.view.setFocus)
            self.editors[cls] = editor
            self.forms.addWidget(editor)
        return self.editors[cls]

    def _enter(self):
        """Into the form in hand, or into the file of a part that has one of its own."""
        record = self.editor.record
        if record.id != self.record.id and papers.parts_of(type(record), self.store.tables):
            self.desk.open_row(record._meta.table_name, record.id)
        else:
            self.change_chosen()

    def change_chosen(self):
        """Into the form in hand."""
        self.editor.form.focus_first()

    # --- entering ---

    def offer_new(self):
        """The kinds of record that can be put into this file, to choose from."""
        if len(self.parts) == 1:
            self.new_part(self.parts[0])
            return
        self._ask([(_(part.title), lambda part=part: self.new_part(part)) for part in self.parts])

    def new_part(self, cls):
        """A fresh record in this file, by the one who is at the desk."""
        link = papers.links_to(cls, self.cls)[0]
        answers = {link: (self.record.id,) if cls.questions()[link].multiple else self.record.id}
        if self.store.user and "worker" in cls.questions():
            answers["worker"] = self.store.user
        fresh = cls.new(**answers)
        self.course.clear_choice()
        self._show_form(fresh)
        self.editor.form.focus_first()

    def print_chosen(self):
        """The form in hand; where there is more in the file, that or the whole of it."""
        if not papers.of(self.store, self.record):
            self.desk.print_record(self.editor.record)
            return
        self._ask([(_("Print this form…"), self._print_form), (_("Print the whole file…"), self._print_file)])

    def _print_form(self):
        if not self.editor.record.is_new:
            self.desk.print_record(self.editor.record)

    def _print_file(self):
        preview_dossier(self.desk, self.record)

    def _ask(self, offers):
        """Offer things to do at the upper right."""
        self.menu = PartsMenu(self, offers)
        self.menu.picked.connect(lambda deed: deed())
        self.menu.popup(self.mapToGlobal(QPoint(self.width() - self.menu.sizeHint().width() - px(16), 0)))

    def _saved(self, record):
        self.said.emit(_("Saved {when}", when=f"{self.store.now():%H:%M}"))
        self.record = self.cls.get_by_id(self.record.id)
        self._seen.add(record.id)
        self.reread(record.id)
        self.changed_state.emit()

    def leave(self):
        if self.editor is not None:
            self.editor.put_aside()
        self.closed.emit()

    # --- the way back after a lock ---

    def place(self):
        """The record in hand, or which kind of fresh one is being written."""
        record = self.editor.record
        return record._meta.table_name if record.is_new else record.id

    def come_back(self, place):
        if isinstance(place, str):
            self.new_part(self.store.tables[place])
        else:
            self.reread(place)

    def focus_first(self):
        self.course.view.setFocus()

    def fit(self, narrow):
        """For files that show facts beside: they give way where there is little room."""
