"""A kind of record whose file is more than a form: its list, and a page of its own for the one in hand."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from ui.page import Page
from ui.record_page import RecordPage


class FilePage(Page):
    """`file` shows one record: show_file(record, part), leave(), `editor`, `closed`, `said`, `changed_state`.

    `owner_of(record)` gives the record whose file is opened for a part of it, such as the case of a session.
    """

    def __init__(self, cls, choosing, desk, file):
        super().__init__()
        self.desk, self.file = desk, file
        self.records = RecordPage(cls, choosing, opens=self.show_file)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.records)
        self.stack.addWidget(file)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.stack)
        self.records.saved.connect(self.show_file)
        file.closed.connect(self.show_list)
        for part in (self.records, file):
            part.said.connect(self.said)
            part.changed_state.connect(self.changed_state)

    def owner_of(self, record):
        return record

    @property
    def in_file(self):
        return self.stack.currentWidget() is self.file

    @property
    def editor(self):
        """The form in front, whose draft is kept when the window goes."""
        return self.file.editor if self.in_file else self.records.editor

    @property
    def title(self):
        return self.file.title if self.in_file else self.records.title

    @property
    def primary(self):
        return self.file.primary if self.in_file else self.records.primary

    @property
    def secondary(self):
        return self.file.secondary if self.in_file else self.records.secondary

    def state_line(self):
        return self.file.state_line() if self.in_file else self.records.state_line()

    def shown(self):
        (self.file if self.in_file else self.records).shown()

    def focus_first(self):
        (self.file if self.in_file else self.records).focus_first()

    def fit(self, narrow):
        self.records.fit(narrow)
        self.file.fit(narrow)

    def new(self, **answers):
        """A fresh record in its form; once saved, its file."""
        self.stack.setCurrentWidget(self.records)
        self.records.new(**answers)

    def open(self, record):
        """The file of a record, or of the one it is a part of."""
        owner = self.owner_of(record)
        if owner is not None:
            self.show_file(owner, record if record is not owner else None)

    def show_file(self, record, part=None):
        if self.desk.may_open(record):
            self.stack.setCurrentWidget(self.file)
            self.file.show_file(record, part)
            self.changed_state.emit()
            self.file.focus_first()

    def place(self):
        """For the way back after a lock: the file and what is in front in it, or nothing while the list is shown."""
        return (self.file.record.id, self.file.place()) if self.in_file else None

    def come_back(self, place):
        row, inner = place
        record = self.records.cls.get_or_none(self.records.cls.id == row)
        if record is not None:
            self.open(record)
            self.file.come_back(inner)

    def show_list(self):
        self.stack.setCurrentWidget(self.records)
        self.records.show_list()
        self.changed_state.emit()
