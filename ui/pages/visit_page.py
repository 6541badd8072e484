"""Visits: the list, one form, and the grid for the day's paper notes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from models.people.person import Person
from models.services.frequency import next_due
from models.services.rounds import promise_of
from models.services.visit import Visit
from ui.forms.record_page import RecordPage
from ui.grid.grid_page import GridPage
from ui.pages.visit_leads import LeadsBar
from ui.pages.visit_rounds import RoundsPage, ask_and_print_route
from ui.theme import px
from ui.widgets.finder import Offer
from ui.widgets.link_bar import LinkBar
from ui.widgets.page import Page
from ui.words import _, spoken

_COLUMNS = ("day", "household", "seen", "way", "living", "problem", "done", "next_day")
_COMMON = ("day", "visitors", "way", "kind")


class VisitPage(Page):
    """Starts with the list; Ctrl+N opens one form, the second button the grid."""

    wants_person = Signal(str)

    def __init__(self, desk):
        super().__init__()
        self.store, self.desk, self._proposed = desk.store, desk, None
        self.records = RecordPage(Visit, desk)
        self.grid = GridPage(
            Visit, _COLUMNS, _COMMON, desk.choosing, self.store.now, _("Many visits at once"), self._heard,
            notes="found", offers={"seen": self._members},
        )  # fmt: skip
        self.rounds = RoundsPage(self.store, desk)
        self.leads = LeadsBar(self.records, desk)
        self.stack = QStackedWidget()
        for part in (self._with_bars(), self.grid, self.rounds):
            self.stack.addWidget(part)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.stack)
        self._connect()

    def _with_bars(self):
        """The list with what one looks up before going out; the form with what it leads to."""
        self.bar = LinkBar(
            (
                (_("Not visited this month"), "user-round", self.show_rounds),
                (_("Route list…"), "printer", lambda: ask_and_print_route(self, self.desk)),
            )
        )
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        inset = QHBoxLayout()
        inset.setContentsMargins(px(16), px(12), px(16), 0)
        inset.addWidget(self.leads)
        column.addLayout(inset)
        column.addWidget(self.records, 1)
        self.listed = body
        return body

    def _connect(self):
        for part in (self.records, self.grid):
            part.said.connect(self.said)
        self.records.changed_state.connect(self._show_bars)
        self.records.changed_state.connect(self.changed_state)
        self.grid.closed.connect(self._leave_batch)
        self.rounds.closed.connect(self._leave_batch)
        self.rounds.changed_state.connect(self.changed_state)
        self.rounds.visit_wanted.connect(lambda household: self.new(household=household))
        form = self.records.editor.form
        form.rows["household"].editor.changed.connect(lambda: self._follow_household(form))
        form.rows["day"].editor.changed.connect(lambda: self._propose_next(form))
        form.rows["met"].editor.changed.connect(lambda: self._propose_next(form))
        self.records.changed_state.connect(self._offer_members_of_shown)
        self.grid.wants_person.connect(self.desk.register_person)

    @property
    def _in_batch(self):
        return self.stack.currentWidget() is self.grid

    @property
    def front(self):
        """What is in front: list and form, the grid, or who was not visited."""
        shown = self.stack.currentWidget()
        return self.records if shown is self.listed else shown

    @property
    def shows_tabs(self):
        return self.front is self.records and self.records.shows_tabs

    def _show_bars(self):
        self.bar.setVisible(not self.records.in_form)
        self.leads.show_visit(self.records.editor.record if self.records.in_form else None)

    @property
    def editor(self):
        """What is in front, whose draft is kept when the window goes."""
        return self.grid if self._in_batch else self.records.editor

    @property
    def title(self):
        return self.front.title

    @property
    def primary(self):
        return None if self._in_batch else self.front.primary

    @property
    def secondary(self):
        listed = self.front is self.records and not self.records.in_form
        return (_("Many visits at once"), "", self.begin_batch) if listed else None

    def fit(self, narrow):
        for part in (self.records, self.grid, self.leads):
            part.fit(narrow)

    def state_line(self):
        return self.front.state_line()

    def shown(self):
        if not self._in_batch:
            self.front.shown()

    def focus_first(self):
        self.front.focus_first()

    def new(self, **answers):
        """One visit; to the household given, by the one who is at the desk."""
        self.stack.setCurrentWidget(self.listed)
        self.records.new(**{name: value for name, value in answers.items() if value is not None})

    def open(self, record):
        self.stack.setCurrentWidget(self.listed)
        self.records.open(record)

    def begin_batch(self):
        """The grid, with today and the one at the desk as common answers; lines not yet saved are still there."""
        self.stack.setCurrentWidget(self.grid)
        if not self.grid.has_open_lines():
            visitors = (self.store.user,) if self.store.user else ()
            self.grid.begin(day=self.store.today(), visitors=visitors, way="door", kind="regular")
        self.grid.focus_first()
        self.changed_state.emit()

    def show_rounds(self):
        """Who was not visited this month."""
        self.stack.setCurrentWidget(self.rounds)
        self.rounds.show_month()
        self.rounds.focus_first()

    def place(self):
        """For the way back after a lock: the grid, or what the form says."""
        return "batch" if self._in_batch else None

    def come_back(self, _place):
        self.begin_batch()

    def _leave_batch(self):
        self.stack.setCurrentWidget(self.listed)
        self.records.shown()
        self.records.focus_first()
        self.changed_state.emit()

    def _follow_household(self, form):
        self._offer_members(form.trial())
        self._propose_next(form)

    def _propose_next(self, form):
        """The next visit by the rule, once household and day are known; what was agreed on stays."""
        visit = form.trial()
        proposed = next_due(visit)
        if proposed is not None and visit.is_new and visit.next_day in (None, self._proposed):
            form.rows["next_day"].editor.set_value(proposed)
            self._proposed = proposed

    def _offer_members_of_shown(self):
        if self.records.in_form:
            self._proposed = self.records.editor.record.next_day if self.records.editor.record.is_new else None
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
        said = _("{name}: last visit {day}. {found}", name=household.caption(), day=day, found=found[:160])
        promise = promise_of(household.id)
        return said + "\n" + _("Promised: {what}", what=promise) if promise else said
