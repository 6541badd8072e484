"""The month with its annexes (P4): all figures, three periods; beside one statement a table and period, by hand."""

import json
import random
from datetime import date, timedelta

from models import figures
from models.projection import columns, insert_sql
from models.register import BY_TABLE
from models.row_id import uuid7
from tests.benchmarks.measure import compare
from tests.benchmarks.stations import encrypted_station

MONTH, TODAY = "2026-08", date(2026, 9, 15)
FIRST, DAYS = date(2016, 9, 1), 3650
PERIODS = (("2026-08-01", "2026-08-31"), ("2026-07-01", "2026-07-31"), ("2026-01-01", "2026-08-31"))
VISITS = 48_000


def rows():
    for people in (3_000, 30_000):
        with encrypted_station() as store:
            Years(store, people).write()
            store.checkpoint()
            yield compare(
                f"a month, {people:,} people, {VISITS:,} visits",
                lambda i, store=store: _ours(store),
                lambda i, store=store: _by_hand(store),
                "3", times=15, warm=2,
            )  # fmt: skip


class Years:
    """Ten years of a station, put past the journal."""

    def __init__(self, store, people):
        self.store, self.people, self.chance = store, people, random.Random(1)

    def write(self):
        with self.store.writing():
            homes = self.put("household", self.people // 3, lambda: {"head": "石有田", "village": self.village()})
            people = self.put("person", self.people, lambda: self.person(homes))
            staff = self.put("staff", 5, lambda: {"name": "韦敏", "role": "worker"})
            self.put("visit", VISITS, lambda: self.visit(homes, people, staff))
            cases = self.put("case", 1_500, lambda: self.on_a_day("opened", state="open", person=self.one(people)))
            self.put("case_session", 15_000, lambda: self.on_a_day(case=self.one(cases), minutes=60, notes="记录"))
            groups = self.put("group", 300, lambda: self.on_a_day("started", state="running", name="组"))
            sessions = self.put("group_session", 2_400, lambda: self.on_a_day(group=self.one(groups)))
            activities = self.put("activity", 1_200, lambda: self.on_a_day(kind="policy", unnamed=10, materials=5))
            for event, ids in (("session", sessions), ("activity", activities)):
                self.put("attendance", 30_000, lambda event=event, ids=ids: self.came(event, ids, people))
            givers = self.put("volunteer", 800, lambda: self.on_a_day("registered", state="active"))
            self.put("volunteer_hours", 20_000, lambda: self.hours(givers, activities))

    def put(self, table, count, answers):
        cls, found = BY_TABLE[table], []
        system = {"station": self.store.unit.bytes, "deleted": 0, "changed": 1, "heads": '{"*":1,"made":[1]}'}
        for _ in range(count):
            row = system | {"id": uuid7().bytes} | answers()
            self.store.db.execute_sql(insert_sql(cls), [row.get(name) for name in columns(cls)])
            found.append(row["id"])
        return found

    def one(self, ids):
        return self.chance.choice(ids)

    def village(self):
        return f"第{self.chance.randrange(20)}村"

    def on_a_day(self, name="day", /, **answers):
        return answers | {name: (FIRST + timedelta(self.chance.randrange(DAYS))).isoformat()}

    def person(self, homes):
        categories = self.chance.sample(("101", "105", "108", "112", "115"), self.chance.randint(0, 2))
        answers = {"household": self.one(homes), "village": self.village(), "categories": json.dumps(categories)}
        return self.on_a_day("since", name="石有田", address="示例镇某某村三组", state="active", **answers)

    def visit(self, homes, people, staff):
        visitors = json.dumps(sorted(one.hex() for one in self.chance.sample(staff, 2)))
        return self.on_a_day(
            household=self.one(homes), seen=json.dumps([self.one(people).hex()]), visitors=visitors, has_problem="no",
            way=self.chance.choice(("door", "door", "door", "phone")), village=self.village(), found="走访内容" * 60,
        )  # fmt: skip

    def came(self, event, ids, people):
        return {event: self.one(ids), "person": self.one(people), "state": "present"}

    def hours(self, givers, activities):
        ids = {"volunteer": self.one(givers), "activity": self.one(activities)}
        return self.on_a_day(minutes=120, state="confirmed", **ids)


_OF = "station = :unit AND deleted = 0 AND day BETWEEN :start AND :end"
_OF_EVENT = "s.station = :unit AND s.deleted = 0 AND s.day BETWEEN :start AND :end"
_ON_FILE = """station = :unit AND deleted = 0 AND since <= :end
AND (ended > :end OR (ended IS NULL AND state = 'active'))"""

BY_HAND = (
    f"""SELECT sum(home), count(DISTINCT CASE WHEN home THEN day || visitors || village END),
    count(DISTINCT CASE WHEN home THEN household END), sum(way IN ('phone', 'video')), sum(has_problem = 'yes')
    FROM (SELECT *, way NOT IN ('phone', 'video', 'station') AS home FROM visit WHERE {_OF})""",
    f"SELECT count(DISTINCT s.value) FROM visit, json_each(seen) s WHERE {_OF}",
    f"SELECT count(*), count(DISTINCT household) FROM person WHERE {_ON_FILE}",
    f"""WITH met AS MATERIALIZED (SELECT DISTINCT s.value AS person FROM visit, json_each(seen) s WHERE {_OF})
    SELECT count(*), sum(lower(hex(id)) IN met) FROM person
    WHERE {_ON_FILE} AND (categories LIKE '%"105"%' OR categories LIKE '%"108"%')""",
    "SELECT count(*) FROM person WHERE station = :unit AND deleted = 0 AND since BETWEEN :start AND :end",
    """SELECT sum(opened < :start AND ended >= :start), sum(opened >= :start), sum(ended BETWEEN :start AND :end)
    FROM (SELECT *, coalesce(closed, transferred, '9') AS ended FROM "case"
    WHERE station = :unit AND deleted = 0 AND opened <= :end)""",
    f"SELECT count(*), sum(minutes) FROM case_session WHERE {_OF.replace('station', '+station')}",
    f"""SELECT count(*), count(DISTINCT a.person) FROM group_session s JOIN attendance a ON a.session = s.id
    WHERE a.state <> 'absent' AND a.deleted = 0 AND {_OF_EVENT}""",
    f"""SELECT count(*), sum(unnamed), sum(materials), sum(kind = 'policy') FROM activity WHERE {_OF}""",
    f"""SELECT count(*) FROM activity s JOIN attendance a ON a.activity = s.id
    WHERE a.state <> 'absent' AND a.deleted = 0 AND {_OF_EVENT}""",
    f"""SELECT count(*), sum(minutes), count(DISTINCT day || hex(activity)),
    count(DISTINCT day || hex(activity) || hex(volunteer)) FROM volunteer_hours
    WHERE {_OF.replace('station', '+station')} AND state = 'confirmed'""",
    """SELECT sum(registered <= :end), sum(registered BETWEEN :start AND :end) FROM volunteer
    WHERE station = :unit AND deleted = 0 AND state <> 'left'""",
)  # fmt: skip

ANNEXES_BY_HAND = (
    f"SELECT village, count(*) FROM person WHERE {_ON_FILE} GROUP BY 1",
    f"SELECT village, count(*), count(DISTINCT household), sum(way = 'phone') FROM visit WHERE {_OF} GROUP BY 1",
    f"SELECT c.value, count(*) FROM person LEFT JOIN json_each(categories) c WHERE {_ON_FILE} GROUP BY 1",
    f"SELECT field, count(*), sum(unnamed) FROM activity WHERE {_OF} GROUP BY 1",
)


def _ours(store):
    figures.month_table(store.unit, MONTH, TODAY)
    figures.annexes(store.unit, MONTH, TODAY)


def _by_hand(store):
    for place, (start, end) in enumerate(PERIODS):
        values = {"unit": store.unit.bytes, "start": start, "end": end}
        for statement in (*BY_HAND, *(ANNEXES_BY_HAND if place == 0 else ())):
            store.db.execute_sql(statement, values).fetchall()
