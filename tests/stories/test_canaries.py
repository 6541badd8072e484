"""What people typed stands in the encrypted database alone: a canary in every answer of words, looked for everywhere.

Each canary is in one answer of one record. Files are searched for it as bytes in the three encodings a Chinese
computer writes; at the county the opened rows are searched as text, where only what goes upward may stand.
"""

import logging
from datetime import datetime, time
from typing import NamedTuple
from uuid import UUID

import pytest

from exports.bundle import key_file, sending
from hub import receive
from models import access, backups, codes, commits, drafts, exchange, journal, read_log, register, station
from models.clock import SHANGHAI
from models.errors import UserError, outline
from models.fields import (
    Choice,
    Choices,
    Count,
    Data,
    Day,
    Division,
    Duration,
    Line,
    Lines,
    Link,
    Links,
    Money,
    PartialDay,
    Pictures,
    Text,
    Time,
)
from models.figures import signing
from models.key_slot import FLOOR

NOON = datetime(2026, 9, 15, 12, 0, tzinfo=SHANGHAI)
PASSWORD = "山坡上的枣树 0417"
LENGTH = 8
ENCODINGS = ("utf-8", "utf-16-le", "gb18030")
BIRTH, ID_NUMBER = "1952-11-23", "519923195211231234"

# What cannot be found from the kind of a question alone.
FITTING = {
    "staff": {"role": "worker", "left": None},
    "person": {"birth": BIRTH},
    "affair": {"month": "2026-09"},
}


class Canary(NamedTuple):
    """Where one was put, and whether that question goes upward."""

    where: str
    upward: bool


class Planted(NamedTuple):
    """Stations with canaries in them: `canaries` word → Canary, and what must be nowhere but in the database."""

    township: station.Store
    county: station.Store
    canaries: dict
    bundle: object
    backup: object


class Planting:
    """Puts canaries into records, each once."""

    def __init__(self):
        self.canaries = {}

    def word(self, where, upward=False):
        """A new one of LENGTH characters."""
        number = len(self.canaries)
        word = f"雀{number:03d}𠮷{number:03d}"
        self.canaries[word] = Canary(where, upward)
        return word

    def record(self, cls, last):
        """A record with every question answered: words by canaries, links by the last record of the kind."""
        table = cls._meta.table_name
        record = cls.new()
        for name, question in cls.questions().items():
            if name in FITTING.get(table, {}):
                setattr(record, name, FITTING[table][name])
            elif not question.derived:
                setattr(record, name, self.answer(question, f"{table}.{name}", last))
        return record

    def answer(self, question, where, last):
        if isinstance(question, Division):
            return "451000"
        if isinstance(question, Text) and question.limit < LENGTH:
            return "2026"[: question.limit]  # a year or a month: no room for a canary
        if isinstance(question, Text):
            return self.word(where, question.upward)
        if isinstance(question, Choice | Choices):
            first = codes.choices(question.codes)[0].code
            return (first,) if question.multiple else first
        if isinstance(question, Lines):
            return (Line({n: self.answer(column, f"{where}.{n}", last) for n, column in question.columns.items()}),)
        if isinstance(question, Pictures):
            return ()
        if isinstance(question, Link | Links):
            found = last.get(question.table)
            return (found,) if question.multiple and found else found
        plain = {Day: NOON.date(), PartialDay: BIRTH, Time: time(9), Count: 3, Duration: 60, Money: 60, Data: "{}"}
        return plain.get(type(question))


def set_up(folder, name, level):
    users = [station.NewUser("韦敏", PASSWORD, "lead")]
    return station.set_up(
        folder, tables=register.BY_TABLE, name=name, level=level, users=users, cost=FLOOR, clock=lambda: NOON
    )[0]


def plant(store, planting):
    """Fill every record class, change one answer, remove one record, and leave a draft and lines in the log."""
    with store:
        mine = station.Station.mine()
        for name, question in station.Station.questions().items():
            if name not in ("name", "short") and isinstance(question, Text):
                setattr(mine, name, planting.answer(question, f"station.{name}", {}))
        journal.commit(store, [mine])  # whether the answers fit each other is not asked here
        last = {}
        for cls in register.RECORDS:
            if cls._meta.table_name not in ("station", "month"):
                record = planting.record(cls, last)
                journal.commit(store, [record])
                last[cls._meta.table_name] = record.id
        _change(store, planting, last)
        drafts.keep(store, "visit", None, {"found": planting.word("draft")}, "found")
        drafts.keep(store, "person", last["person"], {"name": planting.word("draft")})
        access.opened(store, register.BY_TABLE["case"].get_by_id(last["case"]))
        read_log.note(store, "print", register.BY_TABLE["case_session"].get_by_id(last["case_session"]))


def _change(store, planting, last):
    """A second person with a sound number, first kept under another name, then removed; each with a reason."""
    person = register.BY_TABLE["person"].new(name=planting.word("person.name before"), id_number=ID_NUMBER)
    person.phone = "13877654321"
    person.save()
    person.name = planting.word("person.name after")
    person.save(why=planting.word("reason of a change"))
    person.remove(why=planting.word("reason of a removal"))


@pytest.fixture(scope="module")
def planted(tmp_path_factory):
    place = tmp_path_factory.mktemp("canaries")
    township, county = set_up(place / "站", "云岭镇社工站", "station"), set_up(place / "县", "示例县", "county")
    key_file.trust(township, key_file.write_key(county, place / "county.tzkey"))
    key_file.trust(county, key_file.write_key(township, place / "station.tzkey"))
    planting = Planting()
    plant(township, planting)
    with township:
        signing.snapshot(township, "2026-09")
        (place / "stick").mkdir()
        (bundle,) = sending.send(township, place / "stick")
        backup = backups.back_up(township)
    (verdict,) = receive.take_in(county, [bundle])
    assert verdict.verdict == "taken", (verdict, getattr(verdict.cause, "values", None))
    yield Planted(township, county, planting.canaries, bundle, backup)
    township.close()
    county.close()


def told_in(data: bytes, words) -> list:
    """Which words stand in the bytes, in any encoding."""
    return [word for word in words if any(word.encode(encoding) in data for encoding in ENCODINGS)]


def unpacked(stored):
    return commits.unpacked(*stored)


def rows_of(store):
    """Every value of every table of an open database as one text, table by table."""
    with store:
        names = store.db.execute_sql("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (name,) in names:
            found = store.db.execute_sql(f'SELECT * FROM "{name}"').fetchall()
            yield name, "\n".join(map(_as_text, (value for row in found for value in row)))


def _as_text(value):
    return bytes(value).decode("utf-8", "replace") if isinstance(value, bytes | memoryview) else str(value)


def _questions(table, cls):
    """Every question of a form, and those of its small tables."""
    for name, question in cls.questions().items():
        yield f"{table}.{name}", question
        if isinstance(question, Lines) and not question.derived:
            yield from ((f"{table}.{name}.{column}", one) for column, one in question.columns.items())


def test_every_record_class_and_question_of_words_has_its_canary(planted):
    wanted = {
        where
        for table, cls in register.BY_TABLE.items()
        for where, question in _questions(table, cls)
        if isinstance(question, Text) and not isinstance(question, Division) and not question.derived
        if question.limit >= LENGTH
    }
    without = {"station.name", "station.short", "month.digest"}
    assert wanted - {canary.where for canary in planted.canaries.values()} == without


def test_the_search_finds_what_is_there(planted):
    """The proof that nothing is found elsewhere is worth as much as this one."""
    inside = dict(rows_of(planted.township))
    missing = [canary.where for word, canary in planted.canaries.items() if not any(word in t for t in inside.values())]
    assert missing == []
    one = next(iter(planted.canaries))
    assert all(told_in(b"\0" + one.encode(encoding), [one]) == [one] for encoding in ENCODINGS)


def test_no_file_tells_what_was_typed(planted):
    words = [*planted.canaries, ID_NUMBER, "13877654321", BIRTH]
    files = [path for path in planted.township.folder.parent.rglob("*") if path.is_file()]
    assert planted.bundle in files and planted.backup in files
    assert {"station.db", "keyslots.json"} <= {path.name for path in files}
    told = {path.name: told_in(path.read_bytes() + path.name.encode(), words) for path in files}
    assert {name: found for name, found in told.items() if found} == {}


def test_the_county_reads_what_goes_upward_and_nothing_else(planted):
    there = "\n".join(text for _, text in rows_of(planted.county))
    told = {canary for word, canary in planted.canaries.items() if word in there}
    assert {canary.where for canary in told if not canary.upward} == set()
    assert {canary.where for canary in planted.canaries.values() if canary.upward} == {one.where for one in told}
    assert [word for word in (ID_NUMBER, "13877654321", BIRTH, BIRTH.replace("-", "")) if word in there] == []


def test_the_county_cannot_open_what_was_withheld(planted):
    """An entry with answers kept back comes without its seed, from which their salts could be guessed."""
    sent = exchange.stored_commits(planted.township, planted.township.unit, 0, 1000)
    received = exchange.stored_commits(planted.county, planted.township.unit, 0, 1000)
    shown = sending.shown_upward(register.BY_TABLE)
    for ours, theirs in zip(map(unpacked, sent), received, strict=True):
        withheld = [op for op in ours.ops if not shown(op)]
        assert (theirs[2] is None) == bool(withheld)
        assert [list(op) for op in unpacked(theirs).ops] == [list(op) for op in ours.ops if shown(op)]


def test_the_log_of_reading_names_rows_and_no_words(planted):
    with planted.township as store:
        lines = read_log.lines(store)
    assert {line.action for line in lines} >= {"open", "print"}
    assert all(isinstance(line.row, UUID) for line in lines if line.action == "open")
    assert told_in(dict(rows_of(planted.township))["read_log"].encode(), planted.canaries) == []


def test_what_is_logged_of_an_error_holds_nothing_typed(planted, tmp_path):
    from ui import surroundings  # Qt, for the program's own log

    log = logging.getLogger("taizhang")
    before = list(log.handlers)
    surroundings.start_log(tmp_path)
    try:
        for error in _errors_over(planted):
            log.error("%s", outline(error))
    finally:
        for handler in set(log.handlers) - set(before):
            log.removeHandler(handler)
            handler.close()
    written = (tmp_path / "log.txt").read_bytes()
    assert b"InvalidRecord" in written and b"IntegrityError" in written
    assert told_in(written, planted.canaries) == []


def _errors_over(planted):
    """Errors whose own message names what was typed: a record that may not be saved, and one the database refuses."""
    word = next(iter(planted.canaries))
    with planted.township as store:
        person = register.BY_TABLE["person"].new(name=word * 20)
        with pytest.raises(UserError) as refused:
            person.save()
        yield refused.value
        with pytest.raises(Exception, match="UNIQUE") as broken, store.db.atomic():
            for _ in range(2):
                store.db.execute_sql("INSERT INTO meta VALUES (?, ?)", (word, word))
        yield broken.value
