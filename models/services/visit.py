"""Visits: one call on one household (户次)."""

from models import lookup
from models.database import current
from models.errors import Problem
from models.fields import Choice, Choices, Day, Lines, Link, Links, Name, Notes, Pictures, Text, YesNo
from models.people.household import Household
from models.people.person import Person
from models.records import Record
from models.services.frequency import next_due, times_in_vain
from models.team.staff import Staff
from resources.language import N_

_CHECKED = {"fire": "fire", "power": "power", "gas": "gas", "house": "house", "ageing": "age", "access": "access"}
"""Question of a safety check → what it adds to the living conditions where there is a danger."""


def _found_something(visit):
    return bool(visit.problem)


def _not_met(visit):
    return visit.met == "no"


class Visit(Record):
    """One call on a household. 次, 户次, 户数 and 人次 are counted from these rows (settled 4)."""

    title, plural, letters = N_("Visit"), N_("Visits"), "ZF"
    shelf = "visits"
    facts = tuple(("household", name) for name in ("village", "address", "phone"))
    facts += ("seen", "id_number"), ("seen", "categories")
    signers = (N_("Visitors:"), N_("Signed or fingerprint:"), N_("Date:"))

    household = Link(Household, N_("Household"), heading=N_("Who"), required=True, listed=True)
    seen = Links(Person, N_("Persons seen"), listed=True, synonyms=("走访对象", "见到的人"))
    met = YesNo(N_("Person met"), synonyms=("见到本人", "是否见到本人"))
    attempt = Choice(N_("Visits without meeting"), "attempt", asked_if=_not_met, synonyms=("见面未遇",))
    answered_by = Name(N_("Who answered instead"), asked_if=_not_met, synonyms=("代答人",))
    answered_relation = Choice(
        N_("Relation to the person"), "relation", asked_if=_not_met, synonyms=("代答人关系", "与对象关系")
    )
    day = Day(
        N_("Date"), required=True, listed=True, index=True, suggest=lambda visit: current().today(),
        synonyms=("走访日期", "日期", "走访时间"),
    )  # fmt: skip
    visitors = Links(
        Staff, N_("Visitors"), required=True, listed=True, synonyms=("走访人员", "走访人"),
        hint=N_("Two or more; name below who came along from the village."),
    )  # fmt: skip
    companions = Text(N_("Came along"), limit=200, synonyms=("陪同人员", "陪同走访人"))
    way = Choice(N_("Way of visiting"), "visit_way", required=True, listed=True, suggest="door", synonyms=("走访方式",))
    kind = Choice(N_("Kind of visit"), "visit_kind", listed=True, suggest="regular", synonyms=("走访类型",))
    living = Choices(N_("Living conditions and safety"), "living_risk", heading=N_("What was found"))
    found = Notes(N_("Content of the visit"), sensitive=True, synonyms=("走访内容", "走访情况"))
    problem = Text(N_("Problem found"), limit=2000, listed=True, synonyms=("发现的问题", "发现问题", "存在问题"))
    solved = YesNo(N_("Solved"), asked_if=_found_something, synonyms=("是否解决",))
    done = Text(
        N_("Done and passed on"),
        limit=2000,
        sensitive=True,
        synonyms=("处理与转出", "处理情况", "处理结果", "现场处理"),
    )
    has_problem = YesNo(N_("A problem was found"), derived=True, upward=True)
    fire = Choice(N_("Use of fire"), "safety_check", heading=N_("Safety at home"), synonyms=("用火安全",))
    power = Choice(N_("Use of electricity"), "safety_check", synonyms=("用电安全",))
    gas = Choice(N_("Use of gas"), "safety_check", synonyms=("用气安全",))
    house = Choice(N_("Safety of the house"), "safety_check", synonyms=("房屋安全",))
    ageing = Choice(N_("Fit for the old"), "safety_check", synonyms=("适老化",))
    access = Choice(N_("Barrier-free"), "safety_check", synonyms=("无障碍",))
    body = Text(N_("Bodily health"), limit=500, heading=N_("Health and care"), sensitive=True, synonyms=("身体情况",))
    medicine = Choice(N_("Medicine"), "medicine", sensitive=True, synonyms=("用药", "用药情况"))
    diet = Choice(N_("Food and drink"), "diet", synonyms=("饮食", "饮食情况"))
    mood = Choice(N_("Mood"), "mood", sensitive=True, synonyms=("情绪", "情绪精神", "精神状况"))
    care = Choice(N_("Care and guardianship"), "visit_care", synonyms=("照料与监护", "照料人与监护"))
    carer = Text(N_("Who cares"), limit=100, synonyms=("照料人",))
    school = Choice(N_("Schooling"), "visit_school", synonyms=("就学", "就学情况"))
    wish = Text(N_("Wish of the person"), limit=2000, heading=N_("Needs and policies"), synonyms=("诉求", "服务需求"))
    unreceived = Choices(
        N_("Entitled to, not received"), "policy", listed=True, synonyms=("应享未享", "应享未享政策", "政策落实")
    )
    next_day = Day(
        N_("Next visit"), heading=N_("What comes next"), may_be_future=True, listed=True, suggest=next_due,
        synonyms=("下次走访", "下次走访日期"),
    )  # fmt: skip
    todos = Lines(
        N_("To do"), room=3, synonyms=("待办",),
        columns={
            "what": Text(N_("What"), limit=300, required=True),
            "who": Text(N_("Responsible"), limit=60),
            "by": Day(N_("By"), may_be_future=True),
            "done": Day(N_("Done on")),
        },
    )  # fmt: skip
    leads = Choices(N_("Leads to"), "visit_leads", synonyms=("转出", "是否转个案"))
    sign = Choice(N_("Signed or fingerprint"), "visit_sign", synonyms=("对象签名", "签名捺印"))
    pictures = Pictures(N_("Pictures"), synonyms=("图片", "照片"))
    todo_day = Day(N_("Next to-do by"), derived=True, index=True, may_be_future=True)
    village = Text(N_("Village or community"), derived=True, upward=True)

    class Meta:
        # The last visit to a household; and everything a month is counted from, so that a year is read from the index.
        indexes = (
            (("household", "day"), False),
            (("station", "deleted", "day", "way", "household", "village", "has_problem", "solved", "visitors", "seen",
              "id"), False),
        )  # fmt: skip

    def derive(self):
        (self.village,) = lookup.answers(Household, self.household, "village") or (None,)
        self.has_problem = "yes" if self.problem else "no"
        dangers = {living for check, living in _CHECKED.items() if getattr(self, check) == "danger"}
        if dangers - set(self.living or ()):
            self.living = tuple(sorted(dangers | set(self.living or ())))
        if self.met == "no" and not self.attempt:
            self.attempt = str(min(times_in_vain(self), 3) or 1)
        open_days = [line["by"] for line in self.todos or () if line.get("by") and not line.get("done")]
        self.todo_day = min(open_days, default=None)

    def conflicts(self):
        if self.day and self.next_day and self.next_day < self.day:
            yield Problem(
                "next_day", N_("The next visit ({next}) is before this one."), {"next": self.next_day.isoformat()},
                repair=next_due(self),
            )  # fmt: skip
        if self.met == "yes" and not self.seen:
            yield Problem("seen", N_("Name who was met."), blocks=False)
        if self.met == "no" and times_in_vain(self) >= 3:
            yield Problem(
                "met", N_("Nobody was met three times in a row: ask the village what is known."), blocks=False
            )
        if "none" in (self.living or ()) and len(self.living) > 1:
            others = tuple(code for code in self.living if code != "none")
            yield Problem("living", N_("“Nothing unusual” stands beside a danger."), blocks=False, repair=others)
        if self.day:
            yield from self._gone()
            if lookup.has_twin(self, "household", "day", "way"):
                yield Problem("day", N_("There is a visit to this household on this day already."), blocks=False)

    def _gone(self):
        for row in self.seen or ():
            name, state, ended = lookup.answers(Person, row, "name", "state", "ended") or (None, None, None)
            if ended and ended < self.day and state != "active":
                sentence = N_("{name} died on {day}.") if state == "died" else N_("The file of {name} ended on {day}.")
                yield Problem("seen", sentence, {"name": name, "day": ended.isoformat()}, blocks=False)

    def caption(self):
        household = self.linked("household")
        return household.caption() if household else ""
