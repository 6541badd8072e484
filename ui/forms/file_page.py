"""A kind of record that has a file: its list, and a page of its own for the one in hand."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from models import papers
from ui.forms.record_file import RecordFile
from ui.forms.record_page import RecordPage
from ui.widgets.page import Page
from ui.widgets.shortcut import Shortcut
from ui.words import _


class FilePage(Page):
    """`file` shows one record: show_file(record, part), leave(), `editor`, `closed`, `said`, `changed_state`.

    Where `file` is a sheet of its own kind, such as that of a group, the other papers of the record stand in a second
    file, which Ctrl+2 opens. `options` are those of RecordPage.
    """

    def __init__(self, cls, desk, file=None, **options):
        super().__init__()
        self.cls, self.desk = cls, desk
        self.file = file or RecordFile(cls, desk, options.get("warnings"))
        self.records = RecordPage(cls, desk, opens=self.show_file, **options)
        self.papers = None
        self.stack = QStackedWidget()
        for part in (self.records, self.file):
            self._add(part)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.stack)
        Shortcut("Ctrl+2", self.file, self._papers_key, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.records.saved.connect(self._saved)
        self.records.wants_next.connect(self._next)
        self.file.closed.connect(self.show_list)

    def _add(self, part):
        self.stack.addWidget(part)
        part.said.connect(self.said)
        part.changed_state.connect(self.changed_state)

    def owner_of(self, record):
        """The record in whose file a record stands; None where that one is not here."""
        return papers.owner_in(record, self.cls)

    # --- what is in front ---

    @property
    def front(self):
        return self.stack.currentWidget()

    @property
    def in_file(self):
        return self.front is not self.records

    @property
    def is_entering(self):
        return self.in_file or self.records.in_form

    @property
    def shows_tabs(self):
        return not self.in_file and self.records.shows_tabs

    @property
    def list(self):
        return self.records.list

    @property
    def editor(self):
        """The form in front, whose draft is kept when the window goes."""
        return self.front.editor

    @property
    def title(self):
        return self.front.title

    @property
    def primary(self):
        return self.front.primary

    @property
    def secondary(self):
        if self.front is self.file and self._has_papers():
            return self.file.secondary or (_("Papers"), "Ctrl+2", self.show_papers, "folder-open")
        return self.front.secondary

    def state_line(self):
        return self.front.state_line()

    def shown(self):
        self.front.shown()

    def focus_first(self):
        self.front.focus_first()

    def fit(self, narrow):
        for place in range(self.stack.count()):
            self.stack.widget(place).fit(narrow)

    # --- opening ---

    def new(self, **answers):
        """A fresh record in its form; once saved, its file."""
        self.stack.setCurrentWidget(self.records)
        self.records.new(**answers)

    def _saved(self, record):
        if not self.records.editor.going_on:
            self.show_file(record)

    def _next(self):
        self.stack.setCurrentWidget(self.records)
        self.records.editor.form.focus_first()

    def open(self, record):
        """The file of a record, or of the one it is a part of."""
        owner = self.owner_of(record)
        if owner is not None:
            self.show_file(owner, record if record is not owner else None)

    def show_file(self, record, part=None):
        if not self.desk.may_open(record):
            return
        if part is not None and self._has_papers() and not self._is_of_sheet(part):
            self._show(self.papers_file(), record, part)
        else:
            self._show(self.file, record, part)

    def _show(self, file, record, part=None):
        self.stack.setCurrentWidget(file)
        file.show_file(record, part)
        self.changed_state.emit()
        file.focus_first()

    def new_part(self, cls):
        """A fresh part in the file in front, such as the session whose draft is taken up again."""
        if not isinstance(self.front, RecordFile) and cls._meta.table_name not in self.sheet_parts:
            self.show_papers()
        if isinstance(self.front, RecordFile):
            self.front.new_part(cls)

    # --- papers beside a sheet of its own kind ---

    sheet_parts = ()

    def _is_of_sheet(self, part):
        """Whether a part is shown by the sheet itself."""
        return part._meta.table_name in self.sheet_parts or type(part) not in papers.parts_of(
            self.cls, self.desk.store.tables
        )

    def _has_papers(self):
        if isinstance(self.file, RecordFile):
            return False
        parts = papers.parts_of(self.cls, self.desk.store.tables)
        return any(part._meta.table_name not in self.sheet_parts for part in parts)

    def papers_file(self):
        """The second file, made when it is first wanted."""
        if self.papers is None:
            self.papers = RecordFile(self.cls, self.desk)
            self.papers.closed.connect(self._back_to_sheet)
            self._add(self.papers)
        return self.papers

    def _papers_key(self):
        if self._has_papers():
            self.show_papers()

    def show_papers(self):
        self._show(self.papers_file(), self.file.record)

    def _back_to_sheet(self):
        self._show(self.file, self.papers.record)

    # --- the way back ---

    def place(self):
        """For the way back after a lock: the file and what is in front in it, or nothing while the list is shown."""
        return (self.front.record.id, self.front is self.papers, self.front.place()) if self.in_file else None

    def come_back(self, place):
        row, in_papers, inner = place
        record = self.cls.get_or_none(self.cls.id == row)
        if record is not None and self.desk.may_open(record):
            self._show(self.papers_file() if in_papers else self.file, record)
            self.front.come_back(inner)

    def show_list(self):
        self.stack.setCurrentWidget(self.records)
        self.records.show_list()
        self.changed_state.emit()
