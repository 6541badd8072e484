"""How long records are kept, which have been kept long enough, and the register of what was destroyed.

个人信息保护法 §§19, 47: no longer than the purpose needs; 档案法实施条例 §24: an appraisal before destruction.
The terms are in resources/parameters/retention.csv; nothing is destroyed by the program on its own.
"""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from models import numbers, parameters
from models.database import current
from models.fields import Choice, Count, Day, Line, Lines, Link, Notes, Pictures, Text
from models.process import Move, Process
from models.records import Record
from models.team.staff import Staff
from models.terms import months_later
from resources.language import N_, Language


class Expired(NamedTuple):
    """A record whose term is over: what it is, when it ended, until when it had to be kept."""

    table: str
    row: UUID
    title: str
    caption: str
    ended: date
    until: date


def keep_until(ended: date, years: int, birth: str | None = None, adult_years: int | None = None) -> date:
    """The last day of keeping: so many years after the end; of minors so many after coming of age, if that is later."""
    until = months_later(ended, 12 * years)
    if birth and adult_years is not None:
        year, month = (int(part) for part in (birth + "-12")[:7].split("-"))
        come_of_age = months_later(date(year, month, 28), 12 * parameters.value("adult_age"))
        until = max(until, months_later(come_of_age, 12 * adult_years))
    return until


def expired(store, today: date | None = None) -> list[Expired]:
    """All records of this station whose term is over, by the end of their term; restricted ones for their readers."""
    today = today or store.today()
    found = {}
    for rule in parameters.table("retention"):
        cls = store.tables.get(rule["table"])
        if cls is None or rule["from"] not in cls.questions():
            continue
        column = cls.questions()[rule["from"]]
        latest = months_later(today, -12 * int(rule["years"]))
        for record in cls.alive().where(cls.station == store.unit, column < latest):
            entry = _entry(record, rule)
            if entry.until < today:
                found[entry.row] = entry
    return sorted(found.values(), key=lambda entry: (entry.until, entry.table, entry.caption))


def kept_until(record) -> date | None:
    """Until when a record has to be kept; None while it has not ended, or where no term is known."""
    rules = [rule for rule in parameters.table("retention") if rule["table"] == record._meta.table_name]
    return max((_entry(record, rule).until for rule in rules if getattr(record, rule["from"], None)), default=None)


def _entry(record, rule):
    person = record if record._meta.table_name == "person" else _person_of(record)
    adult = int(rule["adult_years"]) if rule["adult_years"] else None
    ended = getattr(record, rule["from"])
    until = keep_until(ended, int(rule["years"]), person.birth if person else None, adult)
    return Expired(record._meta.table_name, record.id, record.title, record.caption(), ended, until)


def _person_of(record):
    return record.linked("person") if "person" in record.questions() else None


def _all_expired(register):
    """What has been kept long enough, as the lines of a fresh register; in Chinese, as the archives keep it.

    What few may read does not stand in a register that all read.
    """
    zh, tables = Language("zh_CN"), current().tables
    lines = [one for one in expired(current()) if not tables[one.table].restricted]
    return tuple(
        Line(what=zh.text(one.title), name=one.caption, ended=one.ended, until=one.until) for one in lines[:_MOST]
    )


_MOST = 200


class Destruction(Record):
    """An appraisal of what may be destroyed, its approval, and the destruction under two signatures (销毁登记)."""

    title, plural, letters = N_("Destruction register"), N_("Destruction register"), "XHD"
    shelf = "consents"
    signers = (N_("Destroyed by:"), N_("Supervised by:"), N_("Station lead:"), N_("Date:"))
    process = Process(
        "state",
        (
            Move("approve", N_("Approve"), ("proposed",), "approved", roles=("lead",), needs=("appraisal",),
                 stamps={"approved_by": "user", "approved_on": "today"}),
            Move("destroy", N_("Destroyed"), ("approved",), "destroyed",
                 needs=("destroyed_on", "destroyed_by", "watched_by", "way")),
            Move("keep", N_("Keep longer"), ("proposed", "approved"), "kept", why=True),
        ),
        first=("proposed",),
    )  # fmt: skip

    number = Text(N_("Number"), limit=40, derived=True, printed=True, listed=True, index=True, upward=True)
    day = Day(
        N_("List drawn up on"), heading=N_("Appraisal"), required=True, listed=True,
        suggest=lambda one: current().today(),
    )  # fmt: skip
    things = Lines(
        N_("What is to be destroyed"),
        columns={
            "what": Text(N_("Kind of record"), limit=60, required=True), "name": Text(N_("Number or name"), limit=120),
            "ended": Day(N_("Day of the end")), "until": Day(N_("Kept until")),
            "pages": Count(N_("Pages"), most=10_000),
        },
        sums=("pages",), room=12, suggest=_all_expired,
    )  # fmt: skip
    appraisal = Notes(N_("Opinion of the appraisal"), synonyms=("鉴定意见",))
    approved_by = Link(Staff, N_("Approved by"), derived=True, printed=True)
    approved_on = Day(N_("Approved on"), derived=True, printed=True)
    way = Choice(N_("Way of destroying"), "destruction_way", heading=N_("Destruction"))
    place = Text(N_("Place"), limit=100)
    destroyed_on = Day(N_("Destroyed on"), listed=True)
    destroyed_by = Link(Staff, N_("Destroyed by"))
    watched_by = Text(N_("Supervised by"), limit=60)
    scan = Pictures(N_("Scan of the signed register"), most=6, printed=False)
    state = Choice(N_("State"), "destruction_state", required=True, listed=True, suggest="proposed")

    def derive(self):
        self.number = self.number or numbers.next_number(self, self.day)

    def conflicts(self):
        by = self.linked("destroyed_by")
        if by and self.watched_by and by.name == self.watched_by.strip():
            yield "watched_by", N_("Two people sign: who destroys and who watches are not the same."), {}

    def caption(self):
        return self.number or ""
