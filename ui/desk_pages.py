"""Which pages an open station has: some of their own kind, and one for every form that stands on a shelf.

A form added to the program appears here by its declaration alone.
"""

from models import access, dues, papers
from ui.page import PageEntry
from ui.shelves import COUNTY, DAILY, OWN, SHELVES, UPWARD, forms_on
from ui.words import _

# The forms whose lists are pages of their own kind, by table: the shelf, and the name of the page.
OWN_KIND = {
    "visit": ("visits", "visits"), "case": ("cases", "cases"), "group": ("groups", "groups"),
    "activity": ("activities", "activities"), "volunteer": ("volunteers", "volunteers"),
    "volunteer_hours": ("volunteers", "volunteer_hours"), "person": ("persons", "persons"),
    "household": ("households", "households"), "staff": ("team", "staff"),
}  # fmt: skip


class DeskPages:
    """`entries()` lists the pages of a desk; `page_of(table)` says where records of a form are opened."""

    def __init__(self, desk):
        self.desk, self.store = desk, desk.store
        self.by_table = {}

    def entries(self) -> list[PageEntry]:
        own = self.desk.level in ("station", "village")
        if own:
            first = [PageEntry("today", _(DAILY), _("Today"), "calendar-check", self._today)]
        else:
            first = self._county()
        shelves = [entry for shelf in SHELVES if own or shelf.name == "team" for entry in self._shelf(shelf)]
        upward = self._upward(own)
        before = [entry for entry in shelves if entry.group != _(OWN)]
        after = [entry for entry in shelves if entry.group == _(OWN)]
        settings = PageEntry("settings", "", _("Settings"), "settings", self._settings)
        return [*first, *before, *upward, *after, settings]

    def page_of(self, table) -> str | None:
        return self.by_table.get(table)

    def _shelf(self, shelf):
        """The tabs of one item of the rail: what has a page of its own kind comes first."""
        special = [table for table, (name, _page) in OWN_KIND.items() if name == shelf.name]
        forms = [cls._meta.table_name for cls in forms_on(shelf.name, self.store.tables)]
        item = (shelf.name, _(shelf.label), shelf.icon)
        for table in (*special, *(table for table in forms if table not in OWN_KIND)):
            cls = self.store.tables[table]
            if cls.restricted and not self._may_know(cls):
                continue
            name = OWN_KIND[table][1] if table in OWN_KIND else table
            self.by_table[table] = name
            badge = (lambda: len(dues.visits(self.store, self.store.today()))) if table == "visit" else None
            yield PageEntry(name, _(shelf.group), _(cls.plural), shelf.icon, self._maker(cls), badge, item)

    def _may_know(self, cls):
        """Lists of restricted records are for those who may write one."""
        return self.store.user is None or access.may_write(access.role_of(self.store, self.store.user), cls)

    def _maker(self, cls):
        """How the page of a form is made: one of its own kind, one with a file, or a list with a form."""
        table = cls._meta.table_name
        if table in _MAKERS:
            return lambda: _MAKERS[table](self.desk)
        if papers.parts_of(cls, self.store.tables):
            return lambda: self._file_page(cls)
        return lambda: self._record_page(cls)

    def _record_page(self, cls):
        from ui.record_page import RecordPage  # each page is loaded when it is first opened

        return RecordPage(cls, self.desk.choosing, desk=self.desk)

    def _file_page(self, cls, **options):
        from ui.file_page import FilePage

        return FilePage(cls, self.desk.choosing, self.desk, **options)

    def _upward(self, own):
        pages = [PageEntry("report", _(UPWARD), _("Monthly summary"), "table-2", self._report)] if own else []
        return [*pages, PageEntry("sync", _(UPWARD), _("Bundles"), "package", self._sync)]

    def _county(self):
        return [
            PageEntry("stations", _(COUNTY), _("Stations"), "building-2", self._stations),
            PageEntry("matrix", _(COUNTY), _("County table"), "table-2", self._matrix),
        ]

    # --- pages that are no lists of a form ---

    def _today(self):
        from ui.today_page import TodayPage

        page = TodayPage(self.store)
        page.visit_wanted.connect(self.desk.visit_household)
        page.open_wanted.connect(self.desk.open_row)
        page.page_wanted.connect(self.desk.begin_with)
        page.batch_wanted.connect(self.desk.enter_batch)
        return page

    def _report(self):
        from ui.report_page import ReportPage

        return ReportPage(self.store, self.desk)

    def _sync(self):
        from ui.sync_page import SyncPage

        return SyncPage(self.store, self.desk)

    def _stations(self):
        from ui.county_page import StationsPage

        return StationsPage(self.store, self.desk)

    def _matrix(self):
        from ui.county_page import MatrixPage

        return MatrixPage(self.store, self.desk)

    def _settings(self):
        from ui.settings_page import SettingsPage

        return SettingsPage(self.store, self.desk)


def _visits(desk):
    from ui.visit_page import VisitPage

    return VisitPage(desk.store, desk.choosing, desk)


def _cases(desk):
    from ui.case_page import CasePage

    return CasePage(desk.store, desk.choosing, desk)


def _groups(desk):
    from ui.attendance_page import GroupPage

    return GroupPage(desk.store, desk.choosing, desk)


def _activities(desk):
    from ui.attendance_page import ActivityPage

    return ActivityPage(desk.store, desk.choosing, desk)


def _goods(desk):
    from ui.goods_page import GoodsPage

    return GoodsPage(desk.store, desk.choosing, desk)


def _volunteers(desk):
    from ui.volunteer_page import VolunteerPage

    return VolunteerPage(desk.store, desk.choosing, desk)


def _hours(desk):
    from ui.volunteer_page import HoursPage

    return HoursPage(desk.store, desk.choosing, desk)


def _persons(desk):
    from ui.person_page import PersonPage

    return PersonPage(desk.store, desk.choosing, desk)


def _households(desk):
    from models.people.household import Household
    from ui.file_page import FilePage

    visit = (_("Record a visit"), "", lambda record: desk.visit_household(record.id))
    return FilePage(Household, desk.choosing, desk, actions=(visit,))


def _staff(desk):
    from ui.staff_page import StaffPage

    return StaffPage(desk)


def _scales(desk):
    from ui.scale_page import ScalePage

    return ScalePage(desk)


def _projects(desk):
    from ui.project_page import ProjectPage

    return ProjectPage(desk)


def _needs(desk):
    from ui.need_pages import NeedPage

    return NeedPage(desk)


def _resources(desk):
    from ui.need_pages import ResourcePage

    return ResourcePage(desk)


def _posts(desk):
    from models.volunteering.post import VolunteerPost
    from ui.record_page import RecordPage
    from ui.volunteer_prints import preview_post_sheet

    sheet = (_("Sign-in and sign-out sheet"), "", lambda post: preview_post_sheet(desk, post))
    return RecordPage(VolunteerPost, desk.choosing, desk=desk, actions=(sheet,))


def _services(desk):
    from ui.need_pages import ServicePage

    return ServicePage(desk)


_MAKERS = {
    "hand_out": _goods,
    "visit": _visits, "case": _cases, "group": _groups, "activity": _activities, "volunteer": _volunteers,
    "volunteer_hours": _hours, "person": _persons, "household": _households, "scale_result": _scales, "staff": _staff,
    "project": _projects, "need": _needs, "resource": _resources, "service_item": _services, "volunteer_post": _posts,
}  # fmt: skip
