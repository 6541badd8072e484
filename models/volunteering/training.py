"""Training of volunteers (民政部令第67号, art. 8: name, main content, length, unit, day)."""

from models import numbers
from models.database import current
from models.errors import Problem
from models.fields import Count, Day, Duration, Lines, Link, Links, Notes, Pictures, Text, YesNo
from models.records import Record
from models.team.staff import Staff
from models.volunteering.volunteer import Volunteer
from resources.language import N_


class VolunteerTraining(Record):
    """One training; it stands in the file of each volunteer who took part."""

    title, plural, letters = N_("Volunteer training"), N_("Volunteer training sessions"), "ZYP"
    shelf, part_of, searched = "volunteers", ("volunteers",), ("name",)
    signers = (N_("Worker:"), N_("Station lead:"), N_("Date:"))

    number = Text(N_("Training number"), limit=40, derived=True, printed=True, listed=True, index=True)
    name = Text(
        N_("Name of the training"), limit=100, heading=N_("Volunteer training"), required=True, listed=True,
        synonyms=("培训名称",),
    )  # fmt: skip
    day = Day(
        N_("Date"), required=True, listed=True, index=True, suggest=lambda training: current().today(),
        synonyms=("培训日期", "日期"),
    )  # fmt: skip
    minutes = Duration(N_("Length of study"), required=True, listed=True, unit=N_("minutes"), synonyms=("学习时长",))
    unit = Text(N_("Training held by"), limit=100, required=True, listed=True, synonyms=("举办单位", "主办单位"))
    place = Text(N_("Place"), synonyms=("地点",))
    teacher = Text(N_("Lecturer"), limit=100, synonyms=("讲师", "授课人"))
    content = Notes(N_("Main contents"), required=True, synonyms=("主要内容", "培训内容"))
    volunteers = Links(Volunteer, N_("Who took part"), heading=N_("Taking part"), synonyms=("参训志愿者",))
    unnamed = Count(N_("Others, not on file"), most=10_000, unit=N_("people"), synonyms=("其他人数",))
    scores = Lines(
        N_("Results of the test"), room=4, synonyms=("考核结果",),
        columns={
            "volunteer": Text(N_("Name"), required=True),
            "passed": YesNo(N_("Passed")),
            "note": Text(N_("Remarks")),
        },
    )  # fmt: skip
    worker = Link(Staff, N_("Worker responsible"), synonyms=("负责社工",))
    pictures = Pictures(N_("Pictures"), most=6, synonyms=("照片",))

    def derive(self):
        self.number = self.number or numbers.next_number(self, self.day)

    def conflicts(self):
        if not self.volunteers and not self.unnamed:
            yield Problem("volunteers", N_("Name who took part, or give their number."), blocks=False)

    @property
    def attendances(self) -> int:
        """How many took part: those on file and the others."""
        return len(self.volunteers or ()) + (self.unnamed or 0)
