"""A station of ten years, written through the journal as a station would: 15,000 people, 300,000 visits and sessions.

Always the same one for the same `scale`. Saved in batches: one commit a record, one transaction a batch.

    python -m tests.benchmarks.ten_years FOLDER [SCALE]      an encrypted station, password “a long enough word”
"""

import random
import sys
from datetime import date, time, timedelta
from itertools import islice

from models import station
from models.casework.case import Case
from models.casework.session import CaseSession
from models.files import silent
from models.people.household import Household
from models.people.person import Person
from models.records import save_all
from models.register import BY_TABLE
from models.row_id import uuid7
from models.services.activity import Activity, Attendance
from models.services.group import Group, GroupSession
from models.services.group_member import GroupMember
from models.services.visit import Visit
from models.team.staff import Staff
from models.volunteering.hours import VolunteerHours
from models.volunteering.volunteer import Volunteer
from tests.benchmarks.stations import invented_people

PASSWORD = "a long enough word"
FIRST, DAYS = date(2016, 9, 1), 3650
BATCH = 2_000
PEOPLE, VISITS, SESSIONS = 15_000, 270_000, 30_000
_CATEGORIES = ("101", "103", "105", "108", "110", "112", "115")
_FOUND = "老人精神尚可，血压偏高，已提醒按时服药；灶台旁堆有柴草，已帮助清理。"


class TenYears:
    """`scale` 1.0 is the whole of it; `tick` counts records saved."""

    def __init__(self, store, scale=1.0, tick=silent):
        self.store, self.scale, self.tick = store, scale, tick
        self.chance, self.saved = random.Random(7), 0

    def write(self) -> int:
        """Write all of it into the store in force; how many records."""
        self.staff = self.save(Staff.new(name=name, role="worker") for name in ("潘晓燕", "韦小兰", "黄建国", "覃丽"))
        self.homes = self.save(self.household() for _ in range(self.many(PEOPLE // 3)))
        self.people = self.save(self.person(answers) for _, answers in invented_people(self.many(PEOPLE), 7))
        self.save(self.visit() for _ in range(self.many(VISITS)))
        self.cases = self.save(self.case() for _ in range(self.many(900)))
        self.save(self.session() for _ in range(self.many(SESSIONS)))
        self.groups()
        self.activities()
        self.volunteers()
        return self.saved

    def many(self, count):
        return max(round(count * self.scale), 3)

    def save(self, records):
        """The ids of what was saved."""
        records, ids = iter(records), []
        while batch := list(islice(records, BATCH)):
            save_all(batch, kind="import")
            ids += [record.id for record in batch]
            self.saved += len(batch)
            self.tick(self.saved, 0)
        return ids

    def day(self):
        return FIRST + timedelta(self.chance.randrange(DAYS))

    def one(self, ids):
        return self.chance.choice(ids)

    def household(self):
        village = f"第{self.chance.randrange(1, 13)}村"
        return Household(id=uuid7(), head="石有田", village=village, risk=self.chance.choice("00012"))

    def person(self, answers):
        sex = "1" if int(answers["id_number"][16]) % 2 else "2"
        age = 2026 - int(answers["birth"][:4])
        fitting = [code for code in _CATEGORIES if code not in ("105", "108", "115") or age >= 60]
        fitting = [code for code in fitting if code != "112" or age < 16]
        return Person(
            id=uuid7(), name=answers["name"], id_number=answers["id_number"], phone=answers["phone"], sex=sex,
            birth=answers["birth"], village=answers["village"], household=self.one(self.homes), state="active",
            categories=tuple(sorted(self.chance.sample(fitting, self.chance.randint(0, 2)))), since=FIRST,
            risk=self.chance.choice("00012"),
        )  # fmt: skip

    def visit(self):
        day = self.day()
        return Visit(
            id=uuid7(), household=self.one(self.homes), seen=(self.one(self.people),), day=day, met="yes",
            visitors=tuple(sorted(self.chance.sample(self.staff, 2), key=lambda one: one.hex)), kind="daily",
            way=self.chance.choice(("door", "door", "door", "phone")), found=_FOUND, next_day=day + timedelta(30),
            problem=self.chance.choice((None, None, "柴草")),
        )  # fmt: skip

    def case(self):
        return Case(
            id=uuid7(), person=self.one(self.people), source="02", opened=self.day(), worker=self.one(self.staff),
            state="open", risk=self.chance.choice("0012"), request="经济困难，照料不足",
        )  # fmt: skip

    def session(self):
        return CaseSession(
            id=uuid7(), case=self.one(self.cases), day=self.day(), minutes=60, way="face", worker=self.one(self.staff),
            notes=_FOUND * 3,
        )  # fmt: skip

    def groups(self):
        groups = [
            Group(id=uuid7(), name="隔代教育小组", kind="education", worker=self.one(self.staff), started=self.day())
            for _ in range(self.many(120))
        ]
        self.save(groups)
        for group in groups:
            members = self.chance.sample(self.people, min(8, len(self.people)))
            self.save(GroupMember(id=uuid7(), group=group.id, person=one, joined=group.started) for one in members)
            sessions = [
                GroupSession(id=uuid7(), group=group.id, number=n, day=group.started + timedelta(7 * n), minutes=90)
                for n in range(1, 7)
            ]
            self.save(sessions)
            self.save(
                Attendance(id=uuid7(), session=session.id, person=one, state="present")
                for session in sessions
                if session.day <= self.store.today()
                for one in members
            )

    def activities(self):
        activities = [
            Activity(
                id=uuid7(), name="政策宣讲", kind="policy", day=self.day(), place="村委会", unnamed=20, materials=30
            )
            for _ in range(self.many(1_000))
        ]
        self.save(activities)
        self.events = activities
        self.save(
            Attendance(id=uuid7(), activity=activity.id, person=one, state="present")
            for activity in activities
            for one in self.chance.sample(self.people, min(12, len(self.people)))
        )

    def volunteers(self):
        givers = self.save(
            Volunteer(id=uuid7(), name=answers["name"], phone=answers["phone"], registered=FIRST, state="active")
            for _, answers in invented_people(self.many(600), 8)
        )
        shifts = {  # one shift a day: nobody serves in two places at once
            (giver, event.day): event.id
            for event in self.events
            for giver in self.chance.sample(givers, min(12, len(givers)))
        }
        self.save(self.shift(giver, day, event) for (giver, day), event in shifts.items())

    @staticmethod
    def shift(giver, day, event):
        return VolunteerHours(
            id=uuid7(), volunteer=giver, activity=event, day=day, start=time(9), end=time(11, 30), state="confirmed"
        )


def make(folder, scale=1.0, tick=silent) -> int:
    """A whole station folder; how many records are in it."""
    users = [station.NewUser("韦敏", PASSWORD, "lead")]
    store, _ = station.set_up(folder, tables=BY_TABLE, name="云岭镇社工站", short="0417", users=users)
    with store:
        count = TenYears(store, scale, tick).write()
    store.close()
    return count


if __name__ == "__main__":
    print(make(sys.argv[1], float(sys.argv[2]) if len(sys.argv) > 2 else 1.0, lambda done, _: print(done, end="\r")))
