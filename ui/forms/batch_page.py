"""A list of records and, behind its second button, the grid in which many of them are entered at once."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from ui.widgets.page import Page


class BatchPage(Page):
    """`batch` is what the button of the grid says; `begin_with()` gives the common answers of a fresh grid."""

    batch = ""

    def __init__(self, store, desk, records, grid, bar=None):
        super().__init__()
        self.store, self.desk, self.records, self.grid, self.bar = store, desk, records, grid, bar
        self.stack = QStackedWidget()
        self.stack.addWidget(records)
        self.stack.addWidget(grid)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        if bar is not None:
            box.addWidget(bar)
            self.changed_state.connect(lambda: bar.setVisible(self.shows_tabs))
        box.addWidget(self.stack, 1)
        records.changed_state.connect(self.changed_state)
        for part in (records, grid):
            part.said.connect(self.said)
        grid.closed.connect(self._leave_batch)

    def begin_with(self) -> dict:
        return {"day": self.store.today()}

    # --- what the window asks ---

    @property
    def in_batch(self):
        return self.stack.currentWidget() is self.grid

    @property
    def shows_tabs(self):
        return not self.in_batch and self.records.shows_tabs

    @property
    def editor(self):
        return self.grid if self.in_batch else self.records.editor

    @property
    def title(self):
        return self.stack.currentWidget().title

    @property
    def primary(self):
        return None if self.in_batch else self.records.primary

    @property
    def secondary(self):
        return None if self.in_batch or self.records.in_form else (self.batch, "", self.begin_batch)

    def state_line(self):
        return self.stack.currentWidget().state_line()

    def shown(self):
        if not self.in_batch:
            self.records.shown()

    def focus_first(self):
        self.stack.currentWidget().focus_first()

    def fit(self, narrow):
        self.records.fit(narrow)
        self.grid.fit(narrow)

    # --- records ---

    def new(self, **answers):
        self.stack.setCurrentWidget(self.records)
        self.records.new(**answers)

    def open(self, record):
        self.stack.setCurrentWidget(self.records)
        self.records.open(record)

    # --- the grid ---

    def begin_batch(self):
        """The grid with its common answers; lines not yet saved are still there."""
        self.stack.setCurrentWidget(self.grid)
        if not self.grid.has_open_lines():
            self.grid.begin(**self.begin_with())
        self.grid.focus_first()
        self.changed_state.emit()

    def place(self):
        """For the way back after a lock: the grid, or what the form says."""
        return "batch" if self.in_batch else None

    def come_back(self, _place):
        self.begin_batch()

    def _leave_batch(self):
        self.stack.setCurrentWidget(self.records)
        self.records.shown()
        self.records.focus_first()
        self.changed_state.emit()
