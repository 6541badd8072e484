"""Needs (需求清单): what people ask for, and how long it takes until something answers it."""

from datetime import timedelta

from models import lookup, numbers, parameters
from models.database import current
from models.due import Due
from models.errors import Problem
from models.fields import Choice, Count, Day, Link, Pictures, Text
from models.partners.project import Project
from models.people.household import Household
from models.people.person import Person
from models.process import Move, Process
from models.records import Record
from models.services.visit import Visit
from models.team.staff import Staff
from resources.language import N_

_GROUPS = ("child", "youth", "elder")
ANSWERED = ("project", "met")


class Need(Record):
    """One need of a person, a family, a group, an organisation or a community."""

    title, plural, letters = N_("Need"), N_("Needs"), "XQ"
    shelf, part_of, searched = "needs", ("person", "household"), ("number", "what")
    signers = (N_("Written by:"), N_("Station lead:"), N_("Date:"))
    process = Process(
        "state",
        (
            Move("project", N_("Made a project"), ("waiting",), "project", stamps={"matched_on": "today"}),
            Move("meet", N_("The need is met"), ("waiting", "project"), "met", stamps={"closed_on": "today"}),
            Move("give_up", N_("No way to meet it"), ("waiting", "project"), "unmet", why=True,
                 stamps={"closed_on": "today"}),
            Move("reopen", N_("Open again"), ("project", "met", "unmet"), "waiting", why=True,
                 stamps={"matched_on": "", "closed_on": ""}),
        ),
        first=("waiting",),
    )  # fmt: skip

    number = Text(N_("Number of the need"), limit=40, derived=True, printed=True, listed=True, index=True, upward=True)
    day = Day(
        N_("Collected on"), heading=N_("Need"), required=True, listed=True, index=True,
        suggest=lambda need: current().today(), synonyms=("收集日期", "日期"),
    )  # fmt: skip
    source = Choice(
        N_("Source of the need"), "need_source", listed=True, suggest="visit", synonyms=("需求来源", "来源")
    )
    object = Choice(
        N_("Whose need"), "object_level", required=True, listed=True, suggest="person", synonyms=("对象层次",)
    )
    person = Link(Person, N_("Person"), index=True, synonyms=("服务对象",))
    household = Link(Household, N_("Household"), index=True, synonyms=("家庭",))
    visit = Link(Visit, N_("Found at the visit"), asked_if=lambda need: need.source == "visit" or need.visit)
    who = Text(N_("Group, organisation or community"), limit=100, synonyms=("对象", "需求对象"))
    village = Text(N_("Village or community"), listed=True, upward=True, synonyms=("村（社区）", "社区"))
    group = Choice(N_("Group of people"), "need_group", required=True, listed=True, synonyms=("人群", "服务人群"))
    kind = Choice(N_("Kind of need"), "need_kind", required=True, listed=True, synonyms=("需求类别", "类别"))
    what = Text(N_("What is needed"), limit=500, required=True, listed=True, synonyms=("需求内容", "内容"))
    level = Choice(
        N_("Urgency of the need"), "need_level", listed=True, suggest="normal", synonyms=("紧急程度", "级别")
    )
    people = Count(N_("People concerned"), most=1_000_000, unit=N_("people"), synonyms=("涉及人数",))
    reporter = Text(N_("Told by"), limit=60, synonyms=("反映人",))
    pictures = Pictures(N_("Pictures"), most=3)
    worker = Link(Staff, N_("Worker responsible"), suggest=lambda need: current().user, synonyms=("负责社工",))
    state = Choice(
        N_("State"), "need_state", heading=N_("What comes of it"), required=True, listed=True, suggest="waiting",
        synonyms=("状态",),
    )  # fmt: skip
    project = Link(Project, N_("Project that answers it"), synonyms=("对接项目",))
    plan = Text(N_("Service or project that answers it"), limit=200, synonyms=("对接服务", "对接情况"))
    matched_on = Day(N_("Matched on"), listed=True, index=True, synonyms=("对接日期",))
    closed_on = Day(N_("Settled on"), listed=True, index=True, synonyms=("满足日期", "办结日期"))
    result = Text(N_("What was done"), limit=2000, synonyms=("办理结果", "处理结果"))
    waited = Count(N_("Days until it was matched"), derived=True, printed=True, unit=N_("days"))

    def derive(self):
        self.number = self.number or numbers.next_number(self, self.day)
        if self.person and not self.household:
            (self.household,) = lookup.answers(Person, self.person, "household") or (None,)
        if self.household and not self.village:
            (self.village,) = lookup.answers(Household, self.household, "village") or (None,)
        if self.state in ANSWERED and self.matched_on is None:
            self.matched_on = self.closed_on or current().today()
        if self.state in ("met", "unmet") and self.closed_on is None:
            self.closed_on = current().today()
        self.waited = (self.matched_on - self.day).days if self.matched_on and self.day else None

    def conflicts(self):
        if self.matched_on and self.day and self.matched_on < self.day:
            yield "matched_on", N_("The need was matched before it was known.")
        if self.closed_on and self.closed_on < (self.matched_on or self.day or self.closed_on):
            yield "closed_on", N_("The need was settled before it was matched.")
        if self.object == "person" and not self.person and not self.who:
            yield Problem("person", N_("Name whose need it is."), blocks=False)
        if self.object == "family" and not self.household and not self.who:
            yield Problem("household", N_("Name whose need it is."), blocks=False)
        prefix = (self.kind or "").split("_")[0]
        if prefix in _GROUPS and self.group and self.group != prefix:
            yield Problem("kind", N_("This kind of need belongs to another group of people."), blocks=False)

    def caption(self):
        return " · ".join(filter(None, (self.number, self.what)))


def needs_due(store) -> list[Due]:
    """Needs that wait longer than the parameter need_wait_days to be matched, the longest first."""
    term = timedelta(parameters.value("need_wait_days"))
    rows = Need.alive().where(Need.station == store.unit, Need.state == "waiting", Need.day < store.today() - term)
    return [
        Due("need", one.id, one.what or "", one.village, None, one.day + term, one.day)
        for one in rows.order_by(Need.day)
    ]
