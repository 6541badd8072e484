"""Stations invented by a seed, for counting: the rows are put past the journal."""

import random
from datetime import date, timedelta

from models.projection import columns, insert_sql
from models.row_id import uuid7

FIRST, TODAY = date(2026, 7, 1), date(2026, 10, 10)
WAYS = ("door", "door", "door", "phone", "video", "station", "neighbours", "accompany", "institution")
KINDS = ("policy", "charity", "clinic", "environment")


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
        self.make("publicity", 4, self.publicity)
        self.volunteers = self.make("volunteer", 4, self.volunteer)
        self.make("volunteer_hours", 9, self.hours)
        self.make("volunteer_team", 3, self.team)
        self.make("volunteer_training", 4, self.training)
        self.make("volunteer_certificate", 4, self.proof)
        self.make("need", 6, self.need)
        self.make("resource_link", 6, self.link)
        self.make("affair", 6, self.affair)
        self.make("consultation", 6, self.consultation)
        self.make("referral", 6, self.referral)
        self.make("home_modification", 5, self.modification)
        self.make("mandatory_report", 4, lambda: {"reported_on": self.maybe(self.day(), 0.8)})

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
        role = self.random.choice(("worker", "lead", "auditor", "supervisor"))
        post = self.random.choice(("service", "service", "supervisor", None))
        days = {"hired": self.maybe(self.day()), "left": self.maybe(self.day())}
        return {"name": "社工", "role": role, "post": post, "level": level} | days

    def visit(self):
        problem = self.maybe("漏雨")
        return {
            "household": self.one_of(self.homes), "seen": self.some_of(self.people, 3), "day": self.day(),
            "visitors": self.some_of(self.staff),
            "way": self.random.choice(WAYS),
            "problem": problem, "has_problem": "yes" if problem else "no", "solved": self.yes_no(),
            "village": self.random.choice(("上村", "下村", None)),
        }  # fmt: skip

    def case(self):
        opened = self.day()
        closed = self.maybe(opened + timedelta(self.random.randint(0, 50)))
        state = self.random.choice(("closed", "follow", "archived") if closed else ("open", "waiting", "refused"))
        return {
            "person": self.one_of(self.people), "opened": opened, "closed": closed, "state": state,
            "transferred": self.maybe(opened + timedelta(self.random.randint(0, 50)), 0.3), "crisis": self.yes_no(),
            "reached": self.random.choice(("full", "most", "part", "none", None)),
        }  # fmt: skip

    def case_session(self):
        minutes = self.maybe(self.random.randint(0, 200), 0.7)
        return {"case": self.one_of(self.cases), "day": self.day(), "minutes": minutes}

    def consultation(self):
        return {"day": self.day(), "result": self.random.choice(("answered", "guided", "case", None))}

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
            "name": "活动", "day": self.day(), "kind": self.random.choice(KINDS),
            "charity": self.yes_no(), "policy": self.yes_no(), "unnamed": self.maybe(self.random.randint(0, 50)),
            "materials": self.maybe(self.random.randint(0, 99)),
        }  # fmt: skip

    def publicity(self):
        return {
            "topic": "反诈", "day": self.day(), "activity": self.maybe(self.one_of(self.activities), 0.3),
            "sessions": self.random.randint(1, 3), "audience": self.maybe(self.random.randint(0, 90)),
            "copies": self.maybe(self.random.randint(0, 99)),
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
            "day": self.day(), "minutes": self.maybe(self.random.randint(1, 300), 0.7),
            "state": self.random.choice(("pending", "confirmed", "confirmed", "void")),
        }  # fmt: skip

    def team(self):
        founded = self.day()
        return {"name": "队", "founded": founded, "dissolved": self.maybe(founded + timedelta(30), 0.4)}

    def training(self):
        unnamed = self.maybe(self.random.randint(0, 9))
        return {"name": "培训", "day": self.day(), "volunteers": self.some_of(self.volunteers), "unnamed": unnamed}

    def proof(self):
        state = self.random.choice(("draft", "shown", "issued", "issued", "void"))
        return {"day": self.maybe(self.day(), 0.8), "state": state}

    def need(self):
        return {"what": "需要", "day": self.day(), "matched_on": self.maybe(self.day())}

    def link(self):
        kind = self.random.choice(("goods", "money", "service", "talent", "policy"))
        counts = {name: self.maybe(self.random.randint(0, 9)) for name in ("people", "families")}
        return {"day": self.day(), "kind": kind, "value": self.maybe(self.random.randint(0, 9999))} | counts

    def referral(self):
        state = self.random.choice(("awaiting", "sent", "accepted", "done", "failed"))
        days = {"day": self.day(), "sent_on": self.maybe(self.day(), 0.8), "settled": self.maybe(self.day())}
        return {"direction": self.random.choice(("out", "in")), "state": state} | days

    def modification(self):
        state = self.random.choice(("planned", "accepted", "accepted"))
        return {"household": self.one_of(self.homes), "state": state, "accepted_on": self.maybe(self.day(), 0.8)}

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
