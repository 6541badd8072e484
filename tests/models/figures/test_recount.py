"""Any month counted twice: by the figures, and by the plainest counting in Python that follows the rules as written."""

import random
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models import figures, register, station
from models.clock import SHANGHAI
from models.projection import columns, insert_sql
from models.records import uuid7

FIRST, TODAY = date(2026, 7, 1), date(2026, 10, 10)
MONTHS = ("2026-07", "2026-08", "2026-09", "2026-10")
SHARES = [figure.number for figure in figures.FIGURES if figure.is_share and figure.kept]


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """One training station for all generated months; rows are put past the journal, for counting only."""
    from datetime import datetime

    now = datetime(2026, 10, 10, 12, tzinfo=SHANGHAI)
    store, _ = station.set_up(
        tmp_path_factory.mktemp("recount") / "station", tables=register.BY_TABLE, name="站",
        users=[station.NewUser("韦敏", "")], training=True, clock=lambda: now,
    )  # fmt: skip
    with store:
        yield store
    store.close()


class World:
    """Rows invented by one seed, as dicts; a tenth of them removed, some of another station, some still ahead."""

    def __init__(self, seed, unit):
        self.random, self.unit, self.other = random.Random(seed), unit, uuid7()
        self.rows = {}
        pick = self.random.choice
        people, staff = self.make("person", 9, self.person), self.make("staff", 3, self.member)
        homes = self.make("household", 5, lambda: {"head": "甲", "village": pick(("上村", "下村", None))})
        for person in people:
            person["household"] = pick([home["id"] for home in homes] + [None])
        self.homes, self.people, self.staff = homes, people, staff
        self.make("visit", 14, self.visit)
        self.cases = self.make("case", 6, self.case)
        self.make("case_session", 8, self.case_session)
        self.groups = self.make("group", 4, self.group)
        self.sessions = self.make("group_session", 6, self.group_session)
        self.activities = self.make("activity", 5, self.activity)
        self.make("attendance", 20, self.attendance)
        self.volunteers = self.make("volunteer", 4, self.volunteer)
        self.make("volunteer_hours", 9, self.hours)
        self.make("affair", 6, self.affair)

    def make(self, table, most, answers):
        made = self.rows[table] = []
        for _ in range(self.random.randint(0, most)):
            row = {"id": uuid7(), "deleted": self.random.random() < 0.1, "station": self.unit}
            if self.random.random() < 0.1:
                row["station"] = self.other
            made.append(row | answers())
        return made

    def day(self, span=130):
        return FIRST + timedelta(self.random.randint(-20, span))

    def maybe(self, value, share=0.5):
        return value if self.random.random() < share else None

    def one_of(self, rows):
        return self.random.choice(rows)["id"] if rows else uuid7()

    def some_of(self, rows, most=2):
        return tuple({self.one_of(rows) for _ in range(self.random.randint(0, most))}) if rows else ()

    def yes_no(self):
        return self.random.choice(("yes", "no", "unknown", None))

    def person(self):
        since = self.day()
        ended = self.maybe(since + timedelta(self.random.randint(0, 60)), 0.3)
        categories = tuple(sorted(set(self.random.choices(("101", "105", "108", "116", "203"), k=2))))
        return {
            "name": "人", "since": since, "ended": ended, "state": "moved" if ended else "active",
            "categories": categories if self.random.random() < 0.7 else (),
        }  # fmt: skip

    def member(self):
        level = self.random.choice(("none", "assistant", "worker", "senior", None))
        role = self.random.choice(("worker", "lead", "auditor"))
        days = {"hired": self.maybe(self.day()), "left": self.maybe(self.day())}
        return {"name": "社工", "role": role, "level": level} | days

    def visit(self):
        problem = self.maybe("漏雨")
        return {
            "household": self.one_of(self.homes), "seen": self.some_of(self.people, 3), "day": self.day(),
            "visitors": self.some_of(self.staff),
            "way": self.random.choice(("door", "door", "phone", "video", "station")),
            "problem": problem, "has_problem": "yes" if problem else "no", "solved": self.yes_no(),
            "village": self.random.choice(("上村", "下村", None)),
        }  # fmt: skip

    def case(self):
        opened = self.day()
        closed = self.maybe(opened + timedelta(self.random.randint(0, 50)))
        state = self.random.choice(("closed", "follow") if closed else ("open", "waiting", "refused"))
        return {
            "person": self.one_of(self.people), "opened": opened, "closed": closed, "state": state,
            "transferred": self.maybe(opened + timedelta(self.random.randint(0, 50)), 0.3), "crisis": self.yes_no(),
            "reached": self.random.choice(("full", "most", "part", "none", None)),
        }  # fmt: skip

    def case_session(self):
        return {"case": self.one_of(self.cases), "day": self.day(), "minutes": self.random.randint(0, 200)}

    def group(self):
        started = self.day()
        return {
            "name": "组", "started": started, "ended": self.maybe(started + timedelta(self.random.randint(0, 40))),
            "state": self.random.choice(("running", "ended", "stopped", "planned", None)),
        }  # fmt: skip

    def group_session(self):
        return {"group": self.one_of(self.groups), "day": self.day(), "unnamed": self.maybe(self.random.randint(0, 9))}

    def activity(self):
        return {
            "name": "活动", "day": self.day(), "kind": self.random.choice(("policy", "charity", "clinic")),
            "charity": self.yes_no(), "policy": self.yes_no(), "unnamed": self.maybe(self.random.randint(0, 50)),
            "materials": self.random.randint(0, 99),
        }  # fmt: skip

    def attendance(self):
        at_session = self.random.random() < 0.5
        person = self.maybe(self.one_of(self.people), 0.8)
        return {
            "session": self.one_of(self.sessions) if at_session else None,
            "activity": None if at_session else self.one_of(self.activities),
            "person": person, "name": None if person else self.random.choice("甲乙"),
            "state": self.random.choice(("present", "late", "absent")),
        }  # fmt: skip

    def volunteer(self):
        return {"name": "志愿者", "registered": self.day(), "state": self.random.choice(("active", "paused", "left"))}

    def hours(self):
        return {
            "volunteer": self.one_of(self.volunteers), "activity": self.maybe(self.one_of(self.activities)),
            "day": self.day(), "minutes": self.random.randint(1, 300),
            "state": self.random.choice(("pending", "confirmed", "confirmed", "void")),
        }  # fmt: skip

    def affair(self):
        return {
            "month": f"{self.day():%Y-%m}", "kind": self.random.choice(("subsistence", "enquiry")),
            "accepted": self.maybe(self.random.randint(0, 9)), "people": self.random.randint(0, 9),
        }  # fmt: skip

    def write(self, store):
        with store.writing():
            for table, rows in self.rows.items():
                cls = store.tables[table]
                store.db.execute_sql(f'DELETE FROM "{table}"')
                for row in rows:
                    full = dict.fromkeys(columns(cls)) | {"changed": 0, "heads": "{}"} | row
                    stored = [cls._meta.fields[name].db_value(full[name]) for name in columns(cls)]
                    store.db.execute_sql(insert_sql(cls), stored)

    def own(self, table):
        return [row for row in self.rows[table] if row["station"] == self.unit and not row["deleted"]]


NEVER = date.max


class Naive:
    """The rules of the figures, in loops."""

    def __init__(self, world, month):
        year, number = map(int, month.split("-"))
        self.world, self.month = world, month
        self.start = date(year, number, 1)
        self.end = min(date(year, number + 1, 1) - timedelta(1), TODAY)

    def inside(self, day):
        return day is not None and self.start <= day <= self.end

    def of_month(self, table):
        return [row for row in self.world.own(table) if self.inside(row["day"])]

    def deleted(self, table):
        return {row["id"] for row in self.world.rows[table] if row["deleted"]}

    def values(self):
        found = {}
        for part in (self.base, self.visits, self.cases, self.groups, self.activities, self.volunteers, self.affairs):
            found |= part()
        return found

    def on_file(self):
        people = self.world.own("person")
        return [p for p in people if p["since"] <= self.end and (p["ended"] or NEVER) > self.end]

    def base(self):
        staff = [
            s for s in self.world.own("staff")
            if s["role"] != "auditor" and (s["hired"] or FIRST) <= self.end and (s["left"] or NEVER) > self.end
        ]  # fmt: skip
        alive = {home["id"] for home in self.world.rows["household"] if not home["deleted"]}
        first = {}
        for person in self.world.own("person"):
            first.setdefault(person["household"], []).append(person["since"])
        people = self.on_file()
        return {
            "1": len(staff),
            "2": sum(s["level"] in ("assistant", "worker", "senior") for s in staff),
            "3": len(people),
            "4": len({p["household"] for p in people} & alive),
            "5.1": sum(self.inside(min(days)) for home, days in first.items() if home in alive),
            "5.2": sum(self.inside(p["since"]) for p in self.world.own("person")),
        }

    def visits(self):
        visits = self.of_month("visit")
        home = [v for v in visits if v["way"] == "door"]
        elders = [p for p in self.on_file() if {"105", "108", "116"} & set(p["categories"])]
        seen = {person for v in visits for person in v["seen"]}
        problems = [v for v in visits if v["problem"]]
        return {
            "7": len({(v["day"], frozenset(v["visitors"]), v["village"]) for v in home}),
            "8": len(home),
            "9": len({v["household"] for v in home}),
            "10": len({person for v in home for person in v["seen"]}),
            "11": sum(v["way"] in ("phone", "video") for v in visits),
            "12": self.share(sum(p["id"] in seen for p in elders), len(elders)),
            "13": len(problems),
            "14": sum(v["solved"] == "yes" for v in problems),
        }

    @staticmethod
    def share(part, whole):
        return int(1000 * part / whole + 0.5) if whole else None

    def cases(self):
        cases = [c for c in self.world.own("case") if c["state"] in ("open", "closed", "follow")]
        left = {c["id"]: min(c["closed"] or NEVER, c["transferred"] or NEVER) for c in cases}
        leaving = [c for c in cases if self.inside(left[c["id"]])]
        closed = [c for c in leaving if left[c["id"]] != c["transferred"]]
        gone = self.deleted("case")
        sessions = [s for s in self.of_month("case_session") if s["case"] not in gone]
        return {
            "15": sum(c["opened"] < self.start <= left[c["id"]] for c in cases),
            "16": sum(self.inside(c["opened"]) for c in cases),
            "17": len(closed),
            "18": len(leaving) - len(closed),
            "19": sum(c["opened"] <= self.end < left[c["id"]] for c in cases),
            "20": len(sessions),
            "21": sum(s["minutes"] for s in sessions),
            "22": self.share(sum(c["reached"] in ("full", "most") for c in closed), len(closed)),
            "23": sum(c["crisis"] == "yes" and c["opened"] <= self.end and left[c["id"]] >= self.start for c in cases),
        }

    def last_day(self, group):
        if group["ended"] or group["state"] not in ("ended", "stopped"):
            return group["ended"] or NEVER
        held = [s["day"] for s in self.world.rows["group_session"] if s["group"] == group["id"] and not s["deleted"]]
        return max(held, default=group["started"])

    def groups(self):
        groups = [g for g in self.world.own("group") if g["state"] != "planned"]
        gone = self.deleted("group")
        held = {s["id"]: s for s in self.of_month("group_session") if s["group"] not in gone}
        sheet = [a for a in self.world.rows["attendance"] if a["session"] in held and not a["deleted"]]
        came = [a for a in sheet if a["state"] != "absent"]
        people = {a["person"] or (held[a["session"]]["group"], a["name"]) for a in came}
        return {
            "26": sum(g["started"] <= self.end and self.last_day(g) >= self.start for g in groups),
            "27": sum(self.inside(g["started"]) for g in groups),
            "28": sum(self.inside(self.last_day(g)) for g in groups),
            "29": len(held),
            "30": len(came) + sum(s["unnamed"] or 0 for s in held.values()),
            "31": len(people),
            "32": self.share(len(came), len(sheet)),
        }

    def came_to(self, events):
        ids = {event["id"] for event in events}
        sheet = [a for a in self.world.rows["attendance"] if a["activity"] in ids and not a["deleted"]]
        return sum(a["state"] != "absent" for a in sheet) + sum(event["unnamed"] or 0 for event in events)

    def activities(self):
        held = self.of_month("activity")
        charity = [e for e in held if e["charity"] == "yes" or e["kind"] == "charity"]
        policy = [e for e in held if e["policy"] == "yes" or e["kind"] == "policy"]
        return {
            "33": len(held),
            "34": self.came_to(held),
            "35.1": len(charity),
            "35.2": self.came_to(charity),
            "36.1": len(policy),
            "36.2": self.came_to(policy),
            "36.3": sum(e["materials"] for e in policy),
        }

    def volunteers(self):
        people = self.world.own("volunteer")
        shifts = [h for h in self.of_month("volunteer_hours") if h["state"] == "confirmed"]
        return {
            "39": sum(v["registered"] <= self.end and v["state"] != "left" for v in people),
            "40": sum(self.inside(v["registered"]) for v in people),
            "42": len({(h["day"], h["activity"]) for h in shifts}),
            "43": len({(h["day"], h["activity"], h["volunteer"]) for h in shifts}),
            "44": sum(h["minutes"] for h in shifts),
        }

    def affairs(self):
        found = {}
        for number, kind in (("57", "subsistence"), ("64", "enquiry")):
            tallies = [a for a in self.world.own("affair") if (a["month"], a["kind"]) == (self.month, kind)]
            for part, answer in (("1", "accepted"), ("3", "people")):
                counts = [a[answer] for a in tallies if a[answer] is not None]
                found[f"{number}.{part}"] = sum(counts) if counts else None
        return found


worlds = st.integers(0, 2**32)
months = st.sampled_from(MONTHS)


def invented(store, seed):
    world = World(seed, store.unit)
    world.write(store)
    return world


@settings(max_examples=60)
@given(seed=worlds, month=months)
def test_the_figures_are_what_plain_counting_gives(store, seed, month):
    world = invented(store, seed)
    table = figures.month_table(store.unit, month).by_number
    expected = Naive(world, month).values()
    assert {number: table[number].value for number in expected} == expected


@settings(max_examples=20)
@given(seed=worlds, month=months)
def test_the_records_behind_a_figure_make_the_figure(store, seed, month):
    invented(store, seed)
    for line in figures.month_table(store.unit, month).lines:
        rows = line.figure.kept and figures.rows_of(line.number, store.unit, month)
        if line.number in SHARES and rows:
            assert figures.Figure.value_of(line.figure, len(rows), sum(r.counted for r in rows), None) == line.value
        elif line.state == "number":
            assert sum(row.counted for row in rows) == line.value
        else:
            assert not any(row.counted for row in rows or ())


@settings(max_examples=20)
@given(seed=worlds)
def test_cases_carry_over_and_balance(store, seed):
    invented(store, seed)
    tables = [figures.month_table(store.unit, month).by_number for month in MONTHS]
    for table in tables:
        start, opened, closed, transferred, end = (table[n].value for n in ("15", "16", "17", "18", "19"))
        assert end == start + opened - closed - transferred
    for before, table in zip(tables, tables[1:], strict=False):
        assert table["15"].value == before["19"].value


@settings(max_examples=20)
@given(seed=worlds)
def test_the_year_so_far_is_the_sum_of_its_months(store, seed):
    invented(store, seed)
    tables = [figures.month_table(store.unit, f"2026-{number:02}").lines for number in range(1, 11)]
    for months in zip(*tables, strict=True):
        values = [line.value for line in months if line.value is not None]
        if months[-1].year_state == "number":
            assert months[-1].year == sum(values)
        else:
            assert months[-1].year is None


@settings(max_examples=20)
@given(seed=worlds, month=months)
def test_whatever_was_recorded_fits_and_the_annexes_make_the_main_table(store, seed, month):
    invented(store, seed)
    table, annexes = figures.month_table(store.unit, month), figures.annexes(store.unit, month)
    assert [check for check in figures.broken(figures.checks(table, annexes)) if check.blocks] == []


def test_last_month_is_last_months_figure(store):
    invented(store, 7)
    now, last = (figures.month_table(store.unit, month) for month in ("2026-09", "2026-08"))
    assert [line.last for line in now.lines] == [line.value for line in last.lines]
