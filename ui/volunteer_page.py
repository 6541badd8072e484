"""Volunteers, and the page of their hours with the grid in which a day's sign-in sheet is entered."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from models import parameters
from models.errors import UserError
from models.volunteering.hours import VolunteerHours, confirm_all, confirmed
from models.volunteering.volunteer import Volunteer
from ui import volunteer_prints as prints
from ui.facts_file import FactsFile
from ui.file_page import FilePage
from ui.grid_page import GridPage
from ui.link_bar import LinkBar
from ui.messages import tell
from ui.page import Page
from ui.record_page import RecordPage
from ui.sheet import Sheet
from ui.words import _, ngettext, spoken

_COLUMNS = ("volunteer", "day", "start", "end", "content", "place")
_COMMON = ("day", "start", "end", "place", "organiser", "leader", "recorder", "source", "late_reason")


class VolunteerPage(FilePage):
    """The second button leads to the grid of hours."""

    def __init__(self, store, choosing, desk):
        ledger = (_("Ledger of hours"), "", lambda volunteer: prints.preview_ledger(desk, volunteer))
        file = FactsFile(Volunteer, store, choosing, desk, _given)
        super().__init__(Volunteer, choosing, desk, file, actions=(ledger,))
        self.records.beside = (_("Enter hours"), "", self.begin_batch)
        self.bar = LinkBar(
            (
                (_("Volunteers with stars"), "printer", lambda: prints.preview_stars(desk)),
                (_("Register of volunteers"), "printer", lambda: prints.preview_roster(desk)),
                (_("Volunteering of the month…"), "printer", lambda: prints.preview_month(self, desk)),
                (_("Sign-in and sign-out sheet"), "printer", lambda: prints.preview_sheet(desk)),
            )
        )
        self.layout().insertWidget(0, self.bar)
        self.changed_state.connect(lambda: self.bar.setVisible(self.shows_tabs))

    def begin_batch(self):
        self.desk.window.go("volunteer_hours")
        self.desk.window.page.begin_batch()


def _given(volunteer):
    """What a volunteer has given so far, and what it is worth in this region."""
    shifts = confirmed(volunteer.id)
    minutes = sum(shift.minutes or 0 for shift in shifts)
    stars = parameters.stars(minutes)
    said = ngettext("{hours} hours confirmed in {n} shift", "{hours} hours confirmed in {n} shifts", len(shifts),
                    hours=spoken().hours(minutes))  # fmt: skip
    return "　".join(filter(None, (said, "★" * stars)))


class HoursPage(Page):
    """The list of hours; the second button opens the grid."""

    def __init__(self, store, choosing, desk):
        super().__init__()
        self.store, self.desk = store, desk
        self.records = RecordPage(
            VolunteerHours,
            choosing,
            desk=desk,
            actions=((_("Confirm these hours"), "", self.confirm),),
            names=("volunteer", "day", "start", "end", "minutes", "state", "activity"),
        )
        self.grid = GridPage(VolunteerHours, _COLUMNS, _COMMON, choosing, store.now, _("Enter hours"), self._heard)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.records)
        self.stack.addWidget(self.grid)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        self.bar = self._bar()
        box.setSpacing(0)
        box.addWidget(self.bar)
        box.addWidget(self.stack, 1)
        self.changed_state.connect(lambda: self.bar.setVisible(self.shows_tabs))
        self.records.changed_state.connect(self.changed_state)
        for part in (self.records, self.grid):
            part.said.connect(self.said)
        self.grid.closed.connect(self._leave_batch)

    def _bar(self):
        """What the hours are taken to: the national network, by hand."""
        desk = self.desk
        return LinkBar(
            (
                (_("Sheet for the national network…"), "printer", lambda: prints.preview_national(self, desk)),
                (_("The same as a workbook…"), "save", lambda: prints.save_national(self, desk)),
                (_("Confirm all that are listed…"), "check", self.confirm_listed),
                (_("Mark the hours as entered…"), "check", lambda: prints.mark_national(self, desk)),
            )
        )

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
        return None if self.in_batch or self.records.in_form else (_("Enter hours"), "", self.begin_batch)

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

    def confirm(self, hours):
        """The leader has looked at the sheet: these hours count."""
        if hours.state != "pending":
            return
        try:
            hours.move("confirm")
        except UserError as error:
            tell(self, error)
            return
        self.said.emit(_("Saved {when}", when=f"{self.store.now():%H:%M}"))
        self.records.list.reload()

    def confirm_listed(self):
        """All pending hours that the list shows as it is filtered, asked first with their number."""
        pending = [hours for hours in self.records.list.table.rows() if hours.state == "pending"]
        count = len(pending)
        sentence = ngettext(
            "{n} shift awaiting review is confirmed.", "{n} shifts awaiting review are confirmed.", count
        )
        verbs = [_("Confirm these hours")] if count else []
        if Sheet(self, _("Confirm all that are listed"), sentence, verbs).ask() != 0 or not count:
            return
        try:
            confirm_all(pending)
        except UserError as error:
            tell(self, error)
        self.records.list.reload()

    # --- the grid ---

    def begin_batch(self):
        """The grid, with today and this station as the organising unit; lines not yet saved are still there."""
        self.stack.setCurrentWidget(self.grid)
        if not self.grid.has_open_lines():
            name = self.desk.station.name
            self.grid.begin(day=self.store.today(), organiser=name, recorder=name, source="signin")
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
