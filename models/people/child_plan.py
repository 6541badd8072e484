"""困境儿童服务方案: what a child in difficulty lacks, how urgent it is (four colours), and what is to be done."""

from datetime import timedelta

from models import ages, parameters
from models.database import current
from models.due import Due
from models.errors import Problem
from models.fields import Choice, Choices, Day, Lines, Link, Notes, Text, YesNo
from models.people.person import Person
from models.process import Move, Process
from models.records import Record
from models.team.staff import Staff
from resources.language import N_

COLOUR_OF_RISK = {"red": "3", "yellow": "2", "blue": "1", "green": "0"}


def _next_review(plan):
    return current().today() + timedelta(parameters.value("plan_review_days"))


class ChildPlan(Record):
    """The service plan of one child in difficulty."""

    title, plural, letters = N_("Service plan for a child in difficulty"), N_("Plans for children in difficulty"), "KJE"
    shelf, part_of = "persons", ("person",)
    facts = tuple(
        ("person", name) for name in ("sex", "birth", "id_number", "village", "address", "guardian", "guardian_phone")
    )
    signers = (N_("Social worker:"), N_("Village or community:"), N_("Civil affairs section:"), N_("Date:"))
    process = Process(
        "state",
        (
            Move("agree", N_("Agreed"), ("draft",), "agreed", needs=("services", "colour")),
            Move("begin", N_("Begin"), ("agreed",), "running"),
            Move("revise", N_("Draw up anew"), ("agreed", "running"), "draft", why=True),
            Move("end", N_("End the plan"), ("running",), "closed", needs=("result",)),
        ),
        first=("draft",),
    )

    person = Link(Person, N_("Child"), heading=N_("The child"), required=True, listed=True, index=True)
    day = Day(N_("Drawn up on"), required=True, listed=True, suggest=lambda plan: current().today())
    troubles = Choices(N_("Types of hardship"), "child_trouble", required=True, listed=True, synonyms=("困境类别",))
    living = Choice(N_("Living"), "child_living", heading=N_("What is lacking"), synonyms=("生活保障",))
    medical = Choice(N_("Medical care"), "child_medical", synonyms=("医疗",))
    education = Choice(N_("Schooling aid"), "child_education", synonyms=("教育",))
    rehabilitation = Choice(N_("Rehabilitation"), "child_rehabilitation", synonyms=("康复",))
    guarding = Choice(N_("Guardianship"), "child_guarding", sensitive=True, synonyms=("监护",))
    needs_said = Notes(N_("Needs in words"), sensitive=True, synonyms=("问题清单", "需求"))
    colour = Choice(
        N_("Colour"), "four_colours", heading=N_("Services planned"), required=True, listed=True,
        hint=N_("Red: in danger now. Yellow: high. Blue: some. Green: stable."), synonyms=("四色管理",),
    )  # fmt: skip
    services = Choices(N_("Services planned"), "child_service", required=True, synonyms=("服务方案",))
    goal = Notes(N_("Goal"), sensitive=True, synonyms=("目标",))
    actions = Lines(
        N_("Actions"),
        columns={
            "what": Text(N_("Action"), limit=200, required=True), "who": Text(N_("By whom"), limit=60),
            "by": Day(N_("By"), may_be_future=True), "done": YesNo(N_("Done")),
        },
        room=5,
    )  # fmt: skip
    worker = Link(Staff, N_("Worker responsible"), required=True, listed=True, suggest=lambda plan: current().user)
    director = Text(N_("Child director of the village"), limit=60, synonyms=("儿童主任",))
    supervisor = Text(N_("Child supervisor of the town"), limit=60, synonyms=("儿童督导员",))
    review = Day(N_("Reassess on"), may_be_future=True, listed=True, suggest=_next_review, synonyms=("复评日期",))
    result = Notes(N_("Results and changes"), heading=N_("Result"), sensitive=True, synonyms=("成效",))
    state = Choice(N_("State"), "plan_step", required=True, listed=True, suggest="draft")

    def conflicts(self):
        person = self.linked("person")
        age = ages.full_years(person.birth, self.day) if person and self.day else None
        if age is not None and age >= parameters.value("adult_age"):
            yield Problem("person", N_("This plan is for those under 18."), blocks=False)
        if self.day and self.review and self.review < self.day:
            yield "review", N_("This day is before the plan."), {}
        if person and self.colour and (person.risk or "0") < COLOUR_OF_RISK[self.colour]:
            sentence = N_("The risk on the child's file is lower than this colour, and visits go by that.")
            yield Problem("colour", sentence, blocks=False)
        if self.guarding in ("unreported", "improper") and "report" not in (self.services or ()):
            yield Problem(
                "services", N_("The guardian fails or acts wrongly: should a mandatory report be made?"), blocks=False,
                repair=tuple(sorted({*(self.services or ()), "report"})),
            )  # fmt: skip

    def caption(self):
        person = self.linked("person")
        return person.caption() if person else ""


def reviews_due(store, until) -> list:
    """Plans under way to be looked at again by `until` (due.Due)."""
    running = ChildPlan.alive().where(
        ChildPlan.station == store.unit, ChildPlan.state.in_(("agreed", "running")), ChildPlan.review <= until
    )
    return [
        Due("child_plan", plan.id, plan.caption(), None, COLOUR_OF_RISK.get(plan.colour), plan.review, plan.day)
        for plan in running.order_by(ChildPlan.review)
    ]
