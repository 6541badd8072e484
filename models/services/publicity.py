"""Publicity of policies (政策宣传记录): what about, how, how many heard of it."""

from models import numbers
from models.database import current
from models.fields import Choices, Count, Day, Link, Links, Notes, Pictures, Text
from models.records import Record
from models.services.activity import Activity
from models.team.staff import Staff
from resources.language import N_


class Publicity(Record):
    """One round of publicity. What was part of an activity names it and is counted with the activity."""

    title, plural, letters = N_("Policy publicity record"), N_("Policy publicity records"), "XC"
    searched = ("number", "topic")
    shelf = "activities"
    part_of = ("activity",)
    signers = (N_("Worker:"), N_("Supervisor or lead:"), N_("Date:"))

    number = Text(
        N_("Publicity number"), limit=40, derived=True, printed=True, index=True, upward=True, synonyms=("宣传编号",)
    )
    activity = Link(Activity, N_("Part of the activity"), heading=N_("Policy publicity record"), index=True)
    day = Day(
        N_("Date"), required=True, listed=True, index=True, suggest=lambda one: current().today(),
        synonyms=("日期", "宣传日期"),
    )  # fmt: skip
    topic = Text(N_("Topic"), limit=200, required=True, listed=True, synonyms=("主题", "宣传主题"))
    policies = Choices(N_("Policies explained"), "policy", synonyms=("宣传政策",))
    way = Choices(N_("Way of publicity"), "publicity_way", required=True, listed=True, synonyms=("方式", "宣传方式"))
    place = Text(N_("Place"), listed=True, synonyms=("地点",))
    village = Text(N_("Village or community"), upward=True, synonyms=("村（社区）",))
    workers = Links(Staff, N_("Workers"), suggest=lambda one: (current().user,) if current().user else ())
    sessions = Count(
        N_("Times held"), heading=N_("Reach"), required=True, listed=True, most=1000, suggest=1, unit=N_("rounds"),
        synonyms=("场次",),
    )  # fmt: skip
    copies = Count(
        N_("Leaflets given out"), listed=True, most=1_000_000, unit=N_("copies"), synonyms=("资料份数", "发放资料")
    )
    consulted = Count(
        N_("Questions answered"), most=1_000_000, listed=True, unit=N_("person-times"), synonyms=("咨询人次",)
    )
    helped = Count(
        N_("Helped to apply"), most=100_000, unit=N_("people"), synonyms=("指引办理", "指引办理人数")
    )  # fmt: skip
    audience = Count(
        N_("Audience"), listed=True, most=10_000_000, unit=N_("person-times"), synonyms=("受众人次", "受众群众")
    )
    notes = Notes(N_("Record"), heading=N_("Record"), synonyms=("宣传记录",))
    pictures = Pictures(N_("Pictures"), synonyms=("照片",))

    def derive(self):
        self.number = self.number or numbers.next_number(self, self.day)

    def conflicts(self):
        if self.sessions == 0:
            yield "sessions", N_("It was held once at least."), {}

    def caption(self):
        return self.topic or ""
