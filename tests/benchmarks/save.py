"""Saving a visit (P3): check, sign, journal, project; beside the same row and the same journal row written bare.

The floor has the columns and indexes of the station's own tables, and is as durable; it has no rules, no signature, no
guard and no search.
"""

from datetime import date
from os import urandom

from models.people.household import Household
from models.people.person import Person
from models.row_id import uuid7
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
        _visit(households[0], people[0], 0)
        floor = Bare(store)
        yield compare(
            "save a visit",
            lambda i: _visit(households[i % 100], people[i], i),
            lambda i: floor.save(households[i % 100], i),
            "2",
        )
        person = Person.get_by_id(people[0])
        yield compare(
            "change a name (with search keys)",
            lambda i: _rename(person, i),
            lambda i: floor.save(households[i % 100], i),
            "-",
        )
        floor.connection.close()


def _visit(household, person, i):
    Visit(
        id=uuid7(), household=household, seen=(person,), day=date(2026, 1 + i % 9, 1 + i % 28), visitors=(person,),
        way="door", kind="daily", met="yes", living=("fire",), found=_FOUND, problem="柴草", solved="yes",
        next_day=date(2026, 12, 1),
    ).save()  # fmt: skip


def _rename(person, i):
    person.name = "王秀" + "英明兰"[i % 3]
    person.save()


class Bare:
    """The tables of visits and of the journal without the program."""

    def __init__(self, store):
        self.connection = bare_database(store.folder / "bare.db")
        schema = "SELECT sql FROM sqlite_master WHERE tbl_name = ? AND type IN ('table', 'index') AND sql IS NOT NULL"
        self.rows = {}
        for table in ("visit", "journal"):
            for (sql,) in store.db.execute_sql(schema, (table,)).fetchall():
                self.connection.execute(sql)
            cursor = store.db.execute_sql(f"SELECT * FROM {table} ORDER BY rowid DESC LIMIT 1")
            self.rows[table] = dict(zip([column[0] for column in cursor.description], cursor.fetchone(), strict=True))

    def save(self, household, i):
        day = f"2026-0{1 + i % 9}-{1 + i % 28:02}"
        self.connection.execute("BEGIN IMMEDIATE")
        self._insert("visit", id=uuid7().bytes, household=household.bytes, day=day)
        self._insert("journal", n=None, id=urandom(32), seq=i + 1_000_000)
        self.connection.execute("COMMIT")

    def _insert(self, table, **changed):
        row = self.rows[table] | changed
        self.connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", list(row.values()))
