"""Awards to volunteers (民政部令第67号, art. 9: name, day, unit that gives it)."""

from models.database import current
from models.fields import Choice, Count, Day, Link, Notes, Pictures, Text
from models.records import Record
from models.volunteering.volunteer import Volunteer
from resources.language import N_


class VolunteerAward(Record):
    """One award or star rating."""

    title, plural, letters = N_("Volunteer award"), N_("Volunteer awards"), "ZYR"
    shelf, part_of = "volunteers", ("volunteer",)

    volunteer = Link(Volunteer, N_("Volunteer"), heading=N_("Award or rating"), required=True, listed=True, index=True)
    name = Text(N_("Name of the award"), limit=100, required=True, listed=True, synonyms=("表彰奖励名称", "表彰名称"))
    kind = Choice(N_("Kind of award"), "award_kind", listed=True, suggest="honour", synonyms=("类型",))
    stars = Count(N_("Stars"), most=5, asked_if=lambda award: award.kind == "star", listed=True, synonyms=("星级",))
    level = Choice(N_("Rank of the award"), "award_level", listed=True, synonyms=("级别",))
    day = Day(
        N_("Date"), required=True, listed=True, index=True, suggest=lambda award: current().today(),
        synonyms=("表彰奖励日期", "获奖日期"),
    )  # fmt: skip
    unit = Text(N_("Awarded by"), limit=100, required=True, listed=True, synonyms=("授予单位", "颁发者"))
    document = Text(N_("Name of the document"), synonyms=("文书名称",))
    document_no = Text(N_("Number of the document"), limit=60, synonyms=("文号",))
    picture = Pictures(N_("Picture of it"), most=2, synonyms=("证书照片",))
    note = Notes(N_("Remarks"), synonyms=("备注",))

    def caption(self):
        volunteer = self.linked("volunteer")
        return " · ".join(filter(None, (volunteer and volunteer.caption(), self.name)))
