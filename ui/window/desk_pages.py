"""Which pages an open station has: some of their own kind, and one for every form that stands on a shelf.

A form added to the program appears here by its declaration alone.
"""

from functools import partial
from importlib import import_module

from models import access, dues, papers
from ui.lists.shelves import COUNTY, DAILY, OWN, SHELVES, UPWARD, forms_on
from ui.widgets.page import PageEntry
from ui.words import _

# The forms whose lists are pages of their own kind, by table: the shelf, and the name of the page.
OWN_KIND = {
    "visit": ("visits", "visits"), "case": ("cases", "cases"), "group": ("groups", "groups"),
    "activity": ("activities", "activities"), "volunteer": ("volunteers", "volunteers"),
    "volunteer_hours": ("volunteers", "volunteer_hours"), "person": ("persons", "persons"),
    "household": ("households", "households"), "staff": ("team", "staff"),
}  # fmt: skip

# Where the page of a form is written that is more than a list with its file or form: module and class, made for a desk.
_PAGES = {
    "visit": ("pages.visit_page", "VisitPage"),
    "case": ("casework.case_page", "CasePage"),
    "group": ("attendance.attendance_page", "GroupPage"),
    "activity": ("attendance.attendance_page", "ActivityPage"),
    "hand_out": ("pages.goods_page", "GoodsPage"),
    "volunteer": ("pages.volunteer_page", "VolunteerPage"),
    "volunteer_hours": ("pages.volunteer_page", "HoursPage"),
    "volunteer_post": ("pages.volunteer_page", "PostPage"),
    "person": ("pages.person_page", "PersonPage"),
    "household": ("pages.person_page", "HouseholdPage"),
    "scale_result": ("pages.scale_page", "ScalePage"),
    "staff": ("pages.staff_page", "StaffPage"),
    "project": ("pages.project_page", "ProjectPage"),
    "need": ("pages.need_pages", "NeedPage"),
    "resource": ("pages.need_pages", "ResourcePage"),
    "service_item": ("pages.need_pages", "ServicePage"),
    "purchase_guide": ("pages.guide_page", "GuidePage"),
    "appeal": ("pages.appeal_page", "AppealPage"),
    "impact_assessment": ("pages.impact_page", "ImpactPage"),
    "agency": ("pages.staff_page", "AgencyPage"),
    "mandatory_report": ("casework.mandatory_page", "ReportPage"),
    "pay_sheet": ("pages.staff_page", "PaySheetPage"),
}


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
        settings = PageEntry(
            "settings", "", _("Settings"), "settings", self._page("settings.settings_page", "SettingsPage")
        )
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
        if cls._meta.table_name in _PAGES:
            return self._page(*_PAGES[cls._meta.table_name])
        if papers.parts_of(cls, self.store.tables):
            return partial(_opened, "forms.file_page", "FilePage", cls, self.desk)
        return partial(_opened, "forms.record_page", "RecordPage", cls, self.desk)

    def _page(self, module, name):
        return partial(_opened, module, name, self.desk)

    def _upward(self, own):
        sync = PageEntry("sync", _(UPWARD), _("Bundles"), "package", self._page("pages.sync_page", "SyncPage"))
        report = self._page("month.report_page", "ReportPage")
        return [PageEntry("report", _(UPWARD), _("Monthly summary"), "table-2", report), sync] if own else [sync]

    def _county(self):
        return [
            PageEntry(
                "stations", _(COUNTY), _("Stations"), "building-2", self._page("pages.county_page", "StationsPage")
            ),
            PageEntry("matrix", _(COUNTY), _("County table"), "table-2", self._page("pages.county_page", "MatrixPage")),
        ]

    def _today(self):
        page = _opened("pages.today_page", "TodayPage", self.store)
        page.visit_wanted.connect(self.desk.visit_household)
        page.open_wanted.connect(self.desk.open_row)
        page.page_wanted.connect(self.desk.begin_with)
        page.batch_wanted.connect(self.desk.enter_batch)
        return page


def _opened(module, name, *about):
    """A page, its module loaded when it is first opened: start-up waits for none of them."""
    return getattr(import_module(f"ui.{module}"), name)(*about)
