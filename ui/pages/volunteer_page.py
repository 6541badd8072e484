"""Volunteers, their posts, and the page of their hours with the grid in which a day's sign-in sheet is entered."""

from models import parameters
from models.errors import UserError
from models.volunteering.hours import VolunteerHours, confirm_all, confirmed
from models.volunteering.post import VolunteerPost
from models.volunteering.volunteer import Volunteer
from ui.forms.batch_page import BatchPage
from ui.forms.facts_file import FactsFile
from ui.forms.file_page import FilePage
from ui.forms.record_page import RecordPage
from ui.grid.grid_page import GridPage
from ui.pages import volunteer_prints as prints
from ui.widgets.link_bar import LinkBar
from ui.widgets.messages import tell
from ui.widgets.sheet import Sheet
from ui.words import _, ngettext, spoken

_COLUMNS = ("volunteer", "day", "start", "end", "content", "place")
_COMMON = ("day", "start", "end", "place", "organiser", "leader", "recorder", "source", "late_reason")


class VolunteerPage(FilePage):
    """The second button leads to the grid of hours."""

    def __init__(self, desk):
        ledger = (_("Ledger of hours"), "", lambda volunteer: prints.preview_ledger(desk, volunteer))
        file = FactsFile(Volunteer, desk, _given)
        super().__init__(Volunteer, desk, file, actions=(ledger,))
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


class PostPage(RecordPage):
    """The posts of volunteers, each with the sheet on which those who took it sign in and out."""

    def __init__(self, desk):
        sheet = (_("Sign-in and sign-out sheet"), "", lambda post: prints.preview_post_sheet(desk, post))
        super().__init__(VolunteerPost, desk, actions=(sheet,))


class HoursPage(BatchPage):
    """The list of hours; the second button opens the grid."""

    def __init__(self, desk):
        self.desk = desk
        records = RecordPage(
            VolunteerHours,
            desk,
            actions=((_("Confirm these hours"), "", self.confirm),),
            names=("volunteer", "day", "start", "end", "minutes", "state", "activity"),
        )
        self.batch = _("Enter hours")
        grid = GridPage(VolunteerHours, _COLUMNS, _COMMON, desk.choosing, desk.store.now, self.batch, self._heard)
        super().__init__(desk.store, desk, records, grid, self._links())

    def begin_with(self):
        """This station is the organising and the recording unit, unless somebody says otherwise."""
        name = self.desk.station.name
        return super().begin_with() | {"organiser": name, "recorder": name, "source": "signin"}

    def _links(self):
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
