"""Saving a visit (P3): check, sign, journal, project; beside one row and one journal row written bare, as durable."""

from datetime import date
from os import urandom

from models.people.household import Household
from models.people.person import Person
from models.records import uuid7
from models.services.visit import Visit
from tests.benchmarks.measure import bare_database, compare
from tests.benchmarks.stations import encrypted_station, fill

PEOPLE = 5_000
_FOUND = "老人精神尚可，血压偏高，已提醒按时服药；灶台旁堆有柴草，已帮助清理。" * 3


def rows():
    with encrypted_station() as store:
        fill(store, PEOPLE)
        people = [person.id for person in Person.alive(Person.id)]
        households = []
        for _ in range(100):
            household = Household.new(head="王𠮷明", village="河口村")
            household.save()
            households.append(household.id)
        floor = _bare(store.folder / "bare.db")
        yield compare(
            "save a visit",
            lambda i: _visit(households[i % 100], people[i], i),
            lambda i: _bare_save(floor, urandom(16), i),
            "2",
        )
        person = Person.get_by_id(people[0])
        yield compare(
            "change a name (with search keys)",
            lambda i: _rename(person, i),
            lambda i: _bare_save(floor, urandom(16), i),
            "-",
        )
        floor.close()


def _visit(household, person, i):
    Visit(
        id=uuid7(), household=household, seen=(person,), day=date(2026, 1 + i % 9, 1 + i % 28), visitors=(person,),
        way="door", kind="daily", met="yes", living=("fire",), found=_FOUND, problem="柴草", solved="yes",
        next_day=date(2026, 12, 1),
    ).save()  # fmt: skip


def _rename(person, i):
    person.name = "王秀" + "英明兰"[i % 3]
    person.save()


def _bare(path):
    connection = bare_database(path)
    connection.execute(
        "CREATE TABLE visit(id BLOB PRIMARY KEY, station BLOB, household BLOB, day TEXT, village TEXT, body TEXT)"
    )
    for column in ("household", "day", "village"):
        connection.execute(f"CREATE INDEX visit_{column} ON visit({column})")
    connection.execute("CREATE TABLE journal(n INTEGER PRIMARY KEY, id BLOB UNIQUE, head BLOB, sig BLOB, body TEXT)")
    return connection


def _bare_save(connection, row, i):
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(
        "INSERT INTO visit VALUES (?, ?, ?, ?, ?, ?)",
        (row, bytes(16), urandom(16), f"2026-0{1 + i % 9}-01", "河口村", _FOUND),
    )
    connection.execute(
        "INSERT INTO journal(id, head, sig, body) VALUES (?, ?, ?, ?)", (urandom(32), bytes(400), bytes(64), _FOUND * 2)
    )
    connection.execute("COMMIT")
