"""Goods handed out: the list, and the grid in which the signed list of a day is entered."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from models.services.hand_out import HandOut
from ui.grid_page import GridPage
from ui.page import Page
from ui.record_page import RecordPage
from ui.words import _

_COLUMNS = ("person", "name", "goods", "quantity", "unit", "value", "sign", "proxy")
_COMMON = ("day", "activity", "goods", "quantity", "unit", "value", "worker")


class GoodsPage(Page):
    """Starts with the list; the second button opens the grid, where all lines share the goods."""

    def __init__(self, store, choosing, desk):
        super().__init__()
        self.store, self.desk = store, desk
        self.records = RecordPage(HandOut, choosing, desk=desk)
        self.grid = GridPage(HandOut, _COLUMNS, _COMMON, choosing, store.now, _("Enter a list of goods"), self._heard)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.records)
        self.stack.addWidget(self.grid)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.stack)
        for part in (self.records, self.grid):
            part.said.connect(self.said)
        self.records.changed_state.connect(self.changed_state)
        self.grid.closed.connect(self._leave_batch)
        self.grid.wants_person.connect(desk.register_person)

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
        beside = (_("Enter a list of goods"), "", self.begin_batch)
        return None if self.in_batch or self.records.in_form else beside

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

    def new(self, **answers):
        self.stack.setCurrentWidget(self.records)
        self.records.new(**answers)

    def open(self, record):
        self.stack.setCurrentWidget(self.records)
        self.records.open(record)

    def begin_batch(self):
        """The grid, with today; lines not yet saved are still there."""
        self.stack.setCurrentWidget(self.grid)
        if not self.grid.has_open_lines():
            self.grid.begin(day=self.store.today(), quantity=1, worker=self.store.user)
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

    def _heard(self, row):
        """What the one of a line was given before."""
        if row.person is None:
            return ""
        before = HandOut.alive().where(HandOut.person == row.person, HandOut.id != row.id)
        given = [f"{one.day:%Y-%m-%d} {one.goods}" for one in before.order_by(HandOut.day.desc()).limit(5)]
        return _("Given before: {what}", what=_(", ").join(given)) if given else _("Nothing was given before.")
