"""Volunteers and their hours: two lists side by side, and the grid in which a day's sign-in sheet is entered."""

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout

from models.errors import UserError
from models.volunteering.volunteer import Volunteer, VolunteerHours
from ui.grid_page import GridPage
from ui.messages import tell
from ui.page import Page
from ui.record_page import RecordPage
from ui.shortcut import Shortcut
from ui.theme import px
from ui.words import _, spoken

_COLUMNS = ("volunteer", "day", "start", "end", "content", "place")
_COMMON = ("day", "start", "end", "place", "organiser", "leader")


class VolunteerPage(Page):
    """Ctrl+1 volunteers, Ctrl+2 hours; the second button opens the grid."""

    def __init__(self, store, choosing, desk):
        super().__init__()
        self.store, self.desk = store, desk
        self.people = RecordPage(Volunteer, choosing, may_open=desk.may_open)
        self.hours = RecordPage(
            VolunteerHours,
            choosing,
            actions=((_("Confirm these hours"), "", self.confirm),),
            names=("volunteer", "day", "start", "end", "minutes", "state", "activity"),
        )
        self.grid = GridPage(VolunteerHours, _COLUMNS, _COMMON, choosing, store.now, _("Enter hours"), self._heard)
        self.lists = QStackedWidget()
        self.lists.addWidget(self.people)
        self.lists.addWidget(self.hours)
        self.stack = QStackedWidget()
        self.front = self._front()
        self.stack.addWidget(self.front)
        self.stack.addWidget(self.grid)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.stack)
        self._connect()

    def _front(self):
        """The two lists with their tabs above."""
        front = Page()
        row = QHBoxLayout()
        row.setContentsMargins(px(16), px(12), px(16), 0)
        row.setSpacing(px(8))
        self.tabs = QButtonGroup(self)
        for place, (text, key) in enumerate(((_("Volunteers"), "Ctrl+1"), (_("Hours"), "Ctrl+2"))):
            tab = QPushButton(text)
            tab.setCheckable(True)
            tab.setChecked(place == 0)
            tab.setMinimumHeight(px(34))
            tab.setToolTip(f"{text}  {key}")
            self.tabs.addButton(tab, place)
            row.addWidget(tab)
            Shortcut(key, self, lambda place=place: self.show_tab(place))
        row.addStretch(1)
        column = QVBoxLayout(front)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.lists, 1)
        return front

    def _connect(self):
        self.tabs.idClicked.connect(self.show_tab)
        for part in (self.people, self.hours):
            part.said.connect(self.said)
            part.changed_state.connect(self._state_changed)
        self.grid.said.connect(self.said)
        self.grid.closed.connect(self._leave_batch)

    # --- what the window asks ---

    @property
    def in_batch(self):
        return self.stack.currentWidget() is self.grid

    @property
    def records(self):
        """The list in front."""
        return self.lists.currentWidget()

    @property
    def editor(self):
        return self.grid if self.in_batch else self.records.editor

    @property
    def title(self):
        return self.grid.title if self.in_batch else _("Volunteers")

    @property
    def primary(self):
        return None if self.in_batch else self.records.primary

    @property
    def secondary(self):
        return None if self.in_batch or self.records.in_form else (_("Enter hours"), "", self.begin_batch)

    def state_line(self):
        return (self.grid if self.in_batch else self.records).state_line()

    def shown(self):
        if not self.in_batch:
            self.records.shown()

    def focus_first(self):
        (self.grid if self.in_batch else self.records).focus_first()

    def fit(self, narrow):
        self.people.fit(narrow)
        self.hours.fit(narrow)
        self.grid.fit(narrow)

    def show_tab(self, place):
        self.tabs.button(place).setChecked(True)
        self.lists.setCurrentIndex(place)
        self.records.shown()
        self.records.focus_first()
        self._state_changed()

    def _state_changed(self):
        """While a form is open the tabs go, for a form is not a list."""
        for tab in self.tabs.buttons():
            tab.setVisible(self.records.stack.currentWidget() is self.records.list)
        self.changed_state.emit()

    # --- records ---

    def new(self, **answers):
        self.stack.setCurrentWidget(self.front)
        self.records.new(**answers)

    def open(self, record):
        """A volunteer, or a shift."""
        self.stack.setCurrentWidget(self.front)
        self.show_tab(isinstance(record, VolunteerHours))
        self.records.open(record)

    def confirm(self, hours):
        """The leader has looked at the sheet: these hours count."""
        if hours.state != "pending":
            return
        hours.state = "confirmed"
        try:
            hours.save()
        except UserError as error:
            tell(self, error)
            return
        self.said.emit(_("Saved {when}", when=f"{self.store.now():%H:%M}"))
        self.hours.list.reload()

    # --- the grid ---

    def begin_batch(self):
        """The grid, with today and this station as the organising unit; lines not yet saved are still there."""
        self.stack.setCurrentWidget(self.grid)
        if not self.grid.has_open_lines():
            self.grid.begin(day=self.store.today(), organiser=self.desk.station.name)
        self.grid.focus_first()
        self.changed_state.emit()

    def place(self):
        """For the way back after a lock: the grid, or what the form says."""
        return "batch" if self.in_batch else None

    def come_back(self, _place):
        self.begin_batch()

    def _leave_batch(self):
        self.stack.setCurrentWidget(self.front)
        self.show_tab(1)

    def _heard(self, hours):
        """What this volunteer gave this year so far."""
        if hours.volunteer is None:
            return ""
        year = self.store.today().year
        rows = VolunteerHours.alive().where(
            VolunteerHours.volunteer == hours.volunteer,
            VolunteerHours.day >= f"{year}-01-01",
            VolunteerHours.state != "void",
        )
        given = [row.minutes or 0 for row in rows if row.id != hours.id]
        return _(
            "{name}: {hours} hours in {count} shifts this year.",
            name=hours.caption(),
            hours=spoken().hours(sum(given)),
            count=len(given),
        )
