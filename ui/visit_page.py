"""Visits: the list, one form, and the grid for the day's paper notes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from models.people.person import Person
from models.services.visit import Visit
from ui.finder import Offer
from ui.grid_page import GridPage
from ui.page import Page
from ui.record_page import RecordPage
from ui.words import _, spoken

_COLUMNS = ("day", "household", "seen", "way", "living", "problem", "done", "next_day")
_COMMON = ("day", "visitors", "way", "kind")


class VisitPage(Page):
    """Starts with the list; Ctrl+N opens one form, the second button the grid."""

    wants_person = Signal(str)

    def __init__(self, store, choosing, desk):
        super().__init__()
        self.store, self.desk = store, desk
        self.records = RecordPage(Visit, choosing, desk=desk)
        self.grid = GridPage(
            Visit, _COLUMNS, _COMMON, choosing, store.now, _("Many visits at once"), self._heard, notes="found",
            offers={"seen": self._members},
        )  # fmt: skip
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
        form = self.records.editor.form
        form.rows["household"].editor.changed.connect(lambda: self._offer_members(form.trial()))
        self.records.changed_state.connect(self._offer_members_of_shown)
        self.grid.wants_person.connect(desk.register_person)

    @property
    def _in_batch(self):
        return self.stack.currentWidget() is self.grid

    @property
    def shows_tabs(self):
        return not self._in_batch and self.records.shows_tabs

    @property
    def editor(self):
        """What is in front, whose draft is kept when the window goes."""
        return self.grid if self._in_batch else self.records.editor

    @property
    def title(self):
        return self.grid.title if self._in_batch else self.records.title

    @property
    def primary(self):
        return None if self._in_batch else self.records.primary

    @property
    def secondary(self):
        return None if self._in_batch or self.records.in_form else (_("Many visits at once"), "", self.begin_batch)

    def fit(self, narrow):
        self.records.fit(narrow)
        self.grid.fit(narrow)

    def state_line(self):
        return (self.grid if self._in_batch else self.records).state_line()

    def shown(self):
        if not self._in_batch:
            self.records.shown()

    def focus_first(self):
        (self.grid if self._in_batch else self.records).focus_first()

    def new(self, **answers):
        """One visit; to the household given, by the one who is at the desk."""
        self.stack.setCurrentWidget(self.records)
        if self.store.user:
            answers.setdefault("visitors", (self.store.user,))
        self.records.new(**{name: value for name, value in answers.items() if value is not None})

    def open(self, record):
        self.stack.setCurrentWidget(self.records)
        self.records.open(record)

    def begin_batch(self):
        """The grid, with today and the one at the desk as common answers; lines not yet saved are still there."""
        self.stack.setCurrentWidget(self.grid)
        if not self.grid.has_open_lines():
            visitors = (self.store.user,) if self.store.user else ()
            self.grid.begin(day=self.store.today(), visitors=visitors, way="door", kind="regular")
        self.grid.focus_first()
        self.changed_state.emit()

    def place(self):
        """For the way back after a lock: the grid, or what the form says."""
        return "batch" if self._in_batch else None

    def come_back(self, _place):
        self.begin_batch()

    def _leave_batch(self):
        self.stack.setCurrentWidget(self.records)
        self.records.shown()
        self.records.focus_first()
        self.changed_state.emit()

    def _offer_members_of_shown(self):
        if self.records.in_form:
            self._offer_members(self.records.editor.form.trial())

    def _offer_members(self, visit):
        self.records.editor.form.rows["seen"].editor.offer(self._members(visit) or ())

    def _members(self, visit):
        """Those who live in the household of a line, to tick who was seen; None before it is chosen."""
        if visit.household is None:
            return None
        members = Person.alive().where(Person.household == visit.household, Person.state == "active")
        today = self.store.today()
        return [Offer(one.id, f"{one.name} {one.age(today) or ''}".strip()) for one in members.limit(20)]

    def _heard(self, visit):
        """What was found last time at the household of a line."""
        household = visit.linked("household")
        if household is None:
            return ""
        last = (
            Visit.alive()
            .where(Visit.household == household.id, Visit.id != visit.id)
            .order_by(Visit.day.desc())
            .first()
        )
        if last is None:
            return _("{name}: not visited before.", name=household.caption())
        day = spoken().day(last.day, self.store.today().year)
        found = " ".join(filter(None, (last.found, last.problem))) or _("nothing written down")
        return _("{name}: last visit {day}. {found}", name=household.caption(), day=day, found=found[:160])
