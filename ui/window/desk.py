"""The desk of an open station: what its pages offer each other, and what leads from one to another.

Here, and only here, pages are tied together: a visit begun from a person, a figure opened down to its records.
"""

from itertools import islice

from PySide6.QtCore import QObject

from models import drafts, duplicates, papers, pinyin, search
from models.errors import Problem
from models.station import Station
from resources.language import N_
from ui.editors.choosing import choosing, offer_of
from ui.forms import mandatory
from ui.prints.printing import preview_record
from ui.widgets.finder import Offer
from ui.widgets.jobs import Job
from ui.window import desk_status
from ui.window.desk_pages import DeskPages
from ui.window.main_window import MainWindow
from ui.words import _


class Desk(QObject):
    """Made when a station is opened or its look changes; `program` locks and changes the look."""

    def __init__(self, store, program):
        super().__init__()
        self.store, self.program, self.choosing = store, program, choosing()
        self.station = Station.mine()
        self.level = self.station.level
        self.pages = DeskPages(self)
        status = lambda: desk_status.items(self.store, self.station)  # noqa: E731 (asked at each refresh)
        self.window = MainWindow(self.pages.entries(), self.station.name, self._find, status)
        self.window.lock_wanted.connect(program.lock)
        self.window.size_wanted.connect(program.change_size)
        self.window.found.connect(self.open_found)
        self.window.new_wanted.connect(self._new_person)
        self.running = self.window.running
        self.report_keys = mandatory.ReportKeys(self)
        self.window.go_home()

    def title(self):
        return _("Taizhang — {station}", station=self.station.name)

    def start(self, work, done, failed=None):
        """Run `work(tick)` beside the window, on a connection of its own, with progress and cancel."""

        def within(tick):
            with self.store.db.connection_context():
                return work(tick)

        self.window.run(Job(within, self), done, failed)

    # --- from page to page ---

    def begin_with(self, name):
        """A page, or what is done there first of all: "persons:ledger" takes in a ledger."""
        name, _colon, deed = name.partition(":")
        self.window.go(self.pages.page_of(name) or name)
        if deed:
            self.window.page.take_in_ledger()

    def may_open(self, record) -> bool:
        """Before a file is shown in full: reading a minor's file or a case is logged, a restricted one refused."""
        return mandatory.may_open(self, record)

    def open_row(self, table, row):
        """Open one record: on the page of its form, else in the file of the record it is a part of.

        `row` None: a fresh form. The number of its owner: a fresh form in that file, as drafts of parts are kept.
        """
        cls = self.store.tables[table]
        record = cls.get_or_none(cls.id == row) if row else None
        page = self.pages.page_of(table)
        if record is None:
            self._open_fresh(cls, page, row)
        elif page:
            self.window.go(page)
            self.window.page.open(record)
        elif (home := self._home_of(record)) is not None:
            self.window.go(home)
            self.window.page.open(record)

    def _home_of(self, record):
        """The page of the first owner that has one, as files lie within files."""
        for owner in papers.owners_of(record):
            if page := self.pages.page_of(owner._meta.table_name) or self._home_of(owner):
                return page
        return None

    def _open_fresh(self, cls, page, row):
        for name in cls.part_of if row else ():
            target = cls(id=row).target_of(name)
            owner = target.get_or_none(target.id == row)
            if owner is not None and self.pages.page_of(target._meta.table_name):
                self.open_row(target._meta.table_name, row)
                self.window.page.new_part(cls)
                return
        if page and row is None:
            self.window.go(page)
            self.window.page.new()

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

    def enter_batch(self):
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

    # --- search ---

    def _find(self, text):
        """Pages by name, records, then pages by sound: people are looked for more often by their letters."""
        pages = self._pages_named(text)
        sounding = [] if pages else self._pages_sounding(text)
        found = []
        for record in search.find(text, 12 - len(pages) - len(sounding)):
            offer = offer_of(record)
            found.append(Offer((record._meta.table_name, record.id), offer.title, f"{_(record.title)}　{offer.detail}"))
        return pages + found + sounding

    def _pages_named(self, text):
        """Pages by their own name or that of the item of the rail they stand under, at most six."""
        named = [entry for entry in self.window.entries.values() if text in entry.label]
        under = [entry for entry in self.window.entries.values() if text in entry.rail[2] and entry not in named]
        return [Offer(("page", entry.name), entry.label, _("page")) for entry in (*named, *under)[:6]]

    def _pages_sounding(self, text):
        """Pages whose sound or initials begin so, from two letters on, at most three."""
        letters = search.fold(text)
        if len(letters) < 2 or not letters.isascii():
            return []
        found = (entry for entry in self.window.entries.values() if _sounds(entry.label, letters))
        return [Offer(("page", entry.name), entry.label, _("page")) for entry in islice(found, 3)]

    # --- closing ---

    def keep_drafts(self):
        """Put what is being typed into drafts before the window goes."""
        for page in self.window.pages.values():
            editor = getattr(page, "editor", None) if getattr(page, "is_entering", True) else None
            if editor is not None and editor.isVisible():
                editor.keep_draft()

    def unfinished(self):
        return drafts.all(self.store)


def _sounds(label, letters):
    """Whether the sound of a label, each sign by its usual reading, or its initials begin with `letters`."""
    sound = [readings[0] for readings in pinyin.syllables_of(label)]
    return "".join(sound).startswith(letters) or "".join(one[0] for one in sound).startswith(letters)
