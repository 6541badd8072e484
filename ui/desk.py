"""The desk of an open station: which pages it has, what they offer each other, what the strip says.

Here, and only here, pages are tied together: a visit begun from a person, a figure opened down to its records.
"""

from datetime import timedelta

from PySide6.QtCore import QObject

from hub import boards
from models import access, backups, drafts, due, duplicates, search
from models.errors import Problem
from models.station import Station
from resources.language import N_
from ui.choosing import choosing, name_of, offer_of
from ui.finder import Offer
from ui.jobs import Job
from ui.main_window import MainWindow
from ui.page import PageEntry
from ui.record_page import RecordPage
from ui.words import _, spoken

_DAILY, _PEOPLE, _UPWARD, _OWN, _COUNTY = (
    N_("Daily"),
    N_("People served"),
    N_("Upward"),
    N_("This station"),
    N_("County"),
)
_WARN_DAYS, _DANGER_DAYS = 14, 35


class Desk(QObject):
    """Made when a station is opened or its look changes; `program` locks and changes the look."""

    def __init__(self, store, program):
        super().__init__()
        self.store, self.program, self.choosing = store, program, choosing()
        self.station = Station.mine()
        self.level = self.station.level
        self.window = MainWindow(self._entries(), self.station.name, self._find, self._status)
        self.window.lock_wanted.connect(program.lock)
        self.window.size_wanted.connect(program.change_size)
        self.window.found.connect(self.open_found)
        self.window.new_wanted.connect(self._new_person)
        self.window.go_home()

    def title(self):
        return _("Taizhang — {station}", station=self.station.name)

    # --- pages ---

    def _entries(self):
        own = self.level in ("station", "village")
        rows = [*(self._daily() if own else self._county()), *(self._people() if own else ()), *self._upward(own)]
        return [*rows, PageEntry("staff", _(_OWN), _("Team"), "graduation-cap", self._record("staff")),
                PageEntry("settings", "", _("Settings"), "settings", self._settings)]  # fmt: skip

    def _daily(self):
        return [
            PageEntry("today", _(_DAILY), _("Today"), "calendar-check", self._today),
            PageEntry("visits", _(_DAILY), _("Visits"), "footprints", self._visits, self._visits_due),
            PageEntry("cases", _(_DAILY), _("Cases"), "folder-open", self._cases),
            PageEntry("groups", _(_DAILY), _("Groups"), "users", self._groups),
            PageEntry("activities", _(_DAILY), _("Activities"), "flag", self._activities),
            PageEntry("volunteers", _(_DAILY), _("Volunteers"), "heart-handshake", self._volunteers),
        ]

    def _people(self):
        return [
            PageEntry("persons", _(_PEOPLE), _("People"), "user-round", self._persons),
            PageEntry("households", _(_PEOPLE), _("Households"), "house", self._households),
            PageEntry("affairs", _(_PEOPLE), _("Affairs"), "stamp", self._record("affair")),
            PageEntry("consents", _(_PEOPLE), _("Consent"), "shield", self._record("consent")),
        ]

    def _upward(self, own):
        pages = [PageEntry("report", _(_UPWARD), _("Monthly summary"), "table-2", self._report)] if own else []
        return [*pages, PageEntry("sync", _(_UPWARD), _("Bundles"), "package", self._sync)]

    def _county(self):
        return [
            PageEntry("stations", _(_COUNTY), _("Stations"), "building-2", self._stations),
            PageEntry("matrix", _(_COUNTY), _("County table"), "table-2", self._matrix),
        ]

    def _record(self, table, **options):
        """How the page of a kind of record is made."""
        options["actions"] = (*options.get("actions", ()), (_("Print…"), "", self.print_record))
        return lambda: RecordPage(self.store.tables[table], self.choosing, may_open=self.may_open, **options)

    def _today(self):
        from ui.today_page import TodayPage  # each page is loaded when it is first opened

        page = TodayPage(self.store)
        page.visit_wanted.connect(self.visit_household)
        page.open_wanted.connect(self.open_row)
        page.page_wanted.connect(self._begin_with)
        page.batch_wanted.connect(self._enter_batch)
        return page

    def _begin_with(self, name):
        """A page, or what is done there first of all: "persons:ledger" takes in a ledger."""
        name, _colon, deed = name.partition(":")
        self.window.go(name)
        if deed:
            self.window.page.take_in_ledger()

    def _visits(self):
        from ui.visit_page import VisitPage

        return VisitPage(self.store, self.choosing, self)

    def _cases(self):
        from ui.case_page import CasePage

        return CasePage(self.store, self.choosing, self)

    def _groups(self):
        from ui.attendance_page import GroupPage

        return GroupPage(self.store, self.choosing, self)

    def _activities(self):
        from ui.attendance_page import ActivityPage

        return ActivityPage(self.store, self.choosing, self)

    def _volunteers(self):
        from ui.volunteer_page import VolunteerPage

        return VolunteerPage(self.store, self.choosing, self)

    def _persons(self):
        from ui.person_page import PersonPage

        return PersonPage(self.store, self.choosing, self)

    def _households(self):
        actions = ((_("Record a visit"), "", lambda record: self.visit_household(record.id)),)
        return self._record("household", actions=actions)()

    def _report(self):
        from ui.report_page import ReportPage

        return ReportPage(self.store, self)

    def _sync(self):
        from ui.sync_page import SyncPage

        return SyncPage(self.store, self)

    def _stations(self):
        from ui.county_page import StationsPage

        return StationsPage(self.store, self)

    def _matrix(self):
        from ui.county_page import MatrixPage

        return MatrixPage(self.store, self)

    def _settings(self):
        from ui.settings_page import SettingsPage

        return SettingsPage(self.store, self)

    def start(self, work, done, failed=None):
        """Run `work(tick)` beside the window, on a connection of its own, with progress and cancel."""

        def within(tick):
            with self.store.db.connection_context():
                return work(tick)

        self.window.run(Job(within, self), done, failed)

    # --- from page to page ---

    def may_open(self, record) -> bool:
        """Before a file is shown in full: reading a minor's file or a case is logged."""
        access.opened(self.store, record)
        return True

    def open_row(self, table, row):
        """Open one record on the page of its kind."""
        name = _PAGE_OF.get(table)
        cls = self.store.tables[table]
        record = cls.get_or_none(cls.id == row)
        if name in self.window.entries and record is not None:
            self.window.go(name)
            self.window.page.open(record)

    def open_found(self, key):
        """What was chosen in the search: a page, or a record."""
        kind, target = key
        if kind == "page":
            self.window.go(target)
        else:
            self.open_row(kind, target)

    def visit_household(self, household):
        self.window.go("visits")
        self.window.page.new(household=household)

    def _enter_batch(self):
        self.window.go("visits")
        self.window.page.begin_batch()

    def _new_person(self, text):
        if "persons" not in self.window.entries:
            return
        self.window.go("persons")
        self.window.page.new(name=text)

    def register_person(self, text):
        """Somebody met who is not on file: a household and a person by name, the rest later."""
        self._new_person(text)

    def print_record(self, record):
        """Preview a record's print, or with a class its blank form."""
        from ui.printing import preview_record  # the PDF engine: only when something is printed

        preview_record(self, record)

    def doubles(self, person):
        """Warnings about people who may be on file already."""
        for candidate in duplicates.of(person):
            where = candidate.person.village or ""
            yield Problem(
                "name", N_("{reason}: {name} {where} is on file."),
                {"reason": _(candidate.reason), "name": candidate.person.name, "where": where},
                blocks=False, code="L-20",
            )  # fmt: skip

    # --- search and strip ---

    def _find(self, text):
        pages = [Offer(("page", e.name), e.label, _("page")) for e in self.window.entries.values() if text in e.label]
        found = []
        for record in search.find(text, 12 - len(pages)):
            offer = offer_of(record)
            found.append(Offer((record._meta.table_name, record.id), offer.title, f"{_(record.title)}　{offer.detail}"))
        return pages + found

    def _visits_due(self):
        return len(due.visits(self.store, self.store.today()))

    def _status(self):
        backup, state = self._backup_said()
        receipt, receipt_state = self._receipt_said()
        return {
            "station": (self.station.name, ""),
            "user": (self._user_said(), ""),
            "backup": (backup, state),
            "receipt": (receipt, receipt_state),
            "plain": ("" if self.store.encrypted else _("Training station, not encrypted"), "warn"),
        }

    def _user_said(self):
        role = access.role_of(self.store, self.store.user)
        name = name_of("staff", self.store.user) if self.store.user else ""
        question = self.store.tables["staff"].questions()["role"]
        return _("{name} ({role})", name=name, role=question.show(role, spoken())) if role else name

    def _backup_said(self):
        listed = backups.listed(self.store.folder)
        if not listed:
            return _("No back-up yet; one is made when you close"), ""
        made = max(path.stat().st_mtime for path, _header in listed)
        days = (self.store.now().timestamp() - made) / 86400
        if days < 1:
            return _("Back-up of today"), ""
        return _("Back-up {days} days ago", days=int(days)), "danger" if days > 7 else ""

    def _receipt_said(self):
        days = boards.days_since_receipt(self.store)
        if not days:
            return "", ""
        state = "danger" if days >= _DANGER_DAYS else "warn" if days >= _WARN_DAYS else ""
        return _("{days} days since the last receipt", days=days), state

    # --- closing ---

    def keep_drafts(self):
        """Put what is being typed into drafts before the window goes."""
        for page in self.window.pages.values():
            editor = getattr(page, "editor", None)
            if editor is not None and editor.isVisible():
                editor.keep_draft()

    def unfinished(self):
        return drafts.all(self.store)

    def due_until(self, days=3):
        return due.visits(self.store, self.store.today() + timedelta(days))


_PAGE_OF = {
    "visit": "visits", "case": "cases", "case_session": "cases", "group": "groups", "group_session": "groups",
    "activity": "activities", "volunteer": "volunteers", "volunteer_hours": "volunteers", "person": "persons",
    "household": "households", "affair": "affairs", "consent": "consents", "staff": "staff",
}  # fmt: skip
