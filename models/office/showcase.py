"""Results to show: case stories, library projects, cultural works, products, brands, applications (案例与成果)."""

from models.database import current
from models.errors import Problem
from models.fields import Choice, Count, Day, Link, Money, Name, Notes, Pictures, Text, YesNo
from models.partners.project import Project
from models.process import Move, Process
from models.records import Record
from models.team.staff import Staff
from resources.language import N_


class Showcase(Record):
    """One case story, project for the library, work, product, brand or application for a demonstration."""

    title, plural, letters = N_("Story or result"), N_("Stories and results"), "ALC"
    shelf, searched, part_of = "office", ("name",), ("project",)
    process = Process(
        "state",
        (
            Move("finish", N_("Finished"), ("draft",), "ready"),
            Move(
                "apply", N_("Apply"), ("draft", "ready", "refused"), "applied",
                needs=("level", "applied", "organiser"),
            ),
            Move("award", N_("Was chosen"), ("applied",), "awarded", needs=("award", "awarded")),
            Move("refuse", N_("Was not chosen"), ("applied",), "refused"),
        ),
        first=("draft", "ready"),
    )  # fmt: skip

    name = Text(N_("Title"), heading=N_("Story or result"), required=True, listed=True, synonyms=("名称", "案例名称"))
    kind = Choice(N_("Kind"), "showcase_kind", required=True, listed=True, suggest="case", synonyms=("类别",))
    state = Choice(N_("State"), "showcase_state", required=True, listed=True, suggest="ready")
    day = Day(
        N_("Completed on"), listed=True, index=True, suggest=lambda showcase: current().today(), synonyms=("日期",)
    )
    field = Choice(N_("Field of service"), "work_field")
    author = Link(Staff, N_("Writer"), listed=True, suggest=lambda one: current().user)
    others = Name(N_("Other authors"))
    project = Link(Project, N_("Project"), index=True)
    brand_stage = Choice(N_("Stage of the brand"), "brand_stage", asked_if=lambda showcase: showcase.kind == "brand")
    summary = Notes(N_("Brief description"), synonyms=("简介", "摘要"))
    text = Notes(N_("Text"), synonyms=("正文",))
    unnamed = YesNo(N_("Names and places are changed"), asked_if=lambda showcase: showcase.kind == "case")
    level = Choice(
        N_("Level of the award"), "showcase_level", heading=N_("Application and award"), listed=True, synonyms=("级别",)
    )
    organiser = Text(N_("Held or chosen by"), synonyms=("主办单位",))
    applied = Day(N_("Handed in on"))
    award = Text(N_("Award"), listed=True, synonyms=("获奖",))
    awarded = Day(N_("Awarded on"))
    prize = Money(N_("Prize"), unit=N_("yuan"))
    library = YesNo(N_("In the project library"), asked_if=lambda showcase: showcase.kind == "project")
    bought = YesNo(N_("Given purchase priority"), asked_if=lambda showcase: showcase.kind == "project")
    used = Count(N_("Times used"), unit=N_("times"))
    audience = Count(N_("Audience"), unit=N_("person-times"))
    pictures = Pictures(N_("Pictures"))
    note = Text(N_("Remarks"), limit=1000, synonyms=("备注",))

    def conflicts(self):
        if self.kind == "case" and self.state in ("applied", "awarded") and self.unnamed != "yes":
            yield Problem("unnamed", N_("A story that leaves the house changes names and places."), blocks=False)
        if self.applied and self.awarded and self.awarded < self.applied:
            yield "awarded", N_("It was awarded before it was applied for."), {}
