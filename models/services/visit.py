"""Visits: one call on one household (户次)."""

from datetime import timedelta

from models import lookup, parameters
from models.database import current
from models.errors import Problem
from models.fields import Choice, Choices, Day, Link, Links, Notes, Text, YesNo
from models.people.household import Household
from models.people.person import Person
from models.records import Record
from models.team.staff import Staff
from resources.language import N_


def next_due(visit):
    """The day by which the household is to be visited again: by its risk and its members' categories."""
    household = visit.linked("household")
    if not (household and visit.day):
        return None
    members = household.members()
    days = [parameters.visit_days(household.risk)]
    days += [parameters.visit_days(member.risk, member.categories) for member in members]
    return visit.day + timedelta(min(days))


def _found_something(visit):
    return bool(visit.problem)


class Visit(Record):
    """One call on a household. 次, 户次, 户数 and 人次 are counted from these rows (settled 4)."""

    title, plural, letters = N_("Visit"), N_("Visits"), "ZF"

    household = Link(Household, N_("Household"), heading=N_("Who"), required=True, listed=True, index=True)
    seen = Links(Person, N_("Persons seen"), listed=True, synonyms=("走访对象", "见到的人"))
    met = YesNo(N_("Person met"), synonyms=("见到本人", "是否见到本人"))
    day = Day(
        N_("Date"), required=True, listed=True, index=True, suggest=lambda visit: current().today(),
        synonyms=("走访日期", "日期", "走访时间"),
    )  # fmt: skip
    visitors = Links(Staff, N_("Visitors"), required=True, listed=True, synonyms=("走访人员", "走访人"))
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
    next_day = Day(
        N_("Next visit"), heading=N_("What comes next"), may_be_future=True, listed=True, suggest=next_due,
        synonyms=("下次走访", "下次走访日期"),
    )  # fmt: skip
    village = Text(N_("Village or neighbourhood"), derived=True, upward=True)

    class Meta:
        # Everything a month is counted from: a year of visits is read from the index alone.
        indexes = ((
            ("station", "deleted", "day", "way", "household", "village", "has_problem", "solved", "visitors", "seen",
             "id"), False,
        ),)  # fmt: skip

    def derive(self):
        (self.village,) = lookup.answers(Household, self.household, "village") or (None,)
        self.has_problem = "yes" if self.problem else "no"

    def conflicts(self):
        if self.day and self.next_day and self.next_day < self.day:
            yield Problem(
                "next_day", N_("The next visit ({next}) is before this one."), {"next": self.next_day.isoformat()},
                repair=next_due(self),
            )  # fmt: skip
        if self.met == "yes" and not self.seen:
            yield Problem("seen", N_("Name who was met."), blocks=False)
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
