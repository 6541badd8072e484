"""Ability to care for oneself of the destitute, by six items (特困人员认定办法 §§5–6, 21–23)."""

from models import parameters, working_days
from models.database import current
from models.errors import Problem
from models.fields import Choice, Count, Day, Link, Notes, Text, YesNo
from models.people.person import Person
from models.records import Record
from resources.language import N_

ITEMS = ("eats", "dresses", "rises", "toilet", "walks", "washes")
_WHOLLY = 4


def grade_of(answers) -> str | None:
    """The grade by six answers, "yes" for able: none unable: able; 1–3: partly; 4 and more: wholly unable.

    None while an answer is missing or unknown and could still change the grade.
    """
    answers = list(answers)
    unable = answers.count("no")
    open_ones = len(answers) - unable - answers.count("yes")
    grades = {_grade(number) for number in range(unable, unable + open_ones + 1)}
    return grades.pop() if len(grades) == 1 else None


def _grade(unable):
    return "able" if unable == 0 else "partly" if unable < _WHOLLY else "wholly"


def _is_change(assessment):
    return assessment.cause == "change"


class SelfCare(Record):
    """One assessment of the six items (生活自理能力评估表)."""

    title, plural, letters = N_("Self-care assessment"), N_("Self-care assessments"), "ZLN"
    part_of = ("person",)
    facts = tuple(("person", name) for name in ("sex", "birth", "id_number", "village", "address", "categories"))
    signers = (N_("Assessors:"), N_("Person or guardian:"), N_("Town office:"), N_("Date:"))

    person = Link(
        Person, N_("Person"), heading=N_("This assessment"), required=True, listed=True, index=True, synonyms=("姓名",)
    )
    day = Day(
        N_("Assessed on"), required=True, listed=True, suggest=lambda one: current().today(), synonyms=("评估日期",)
    )
    cause = Choice(N_("Occasion"), "assess_reason", required=True, listed=True, suggest="first", synonyms=("评估原因",))
    reported = Day(N_("Change reported on"), asked_if=_is_change, required=True, synonyms=("变化报告日期",))
    eats = YesNo(N_("Eats without help"), heading=N_("Six items"), required=True, synonyms=("自主吃饭", "吃饭"))
    dresses = YesNo(N_("Dresses and undresses without help"), required=True, synonyms=("自主穿衣", "穿衣"))
    rises = YesNo(N_("Gets in and out of bed without help"), required=True, synonyms=("自主上下床", "上下床"))
    toilet = YesNo(N_("Uses the toilet without help"), required=True, synonyms=("自主如厕", "如厕"))
    walks = YesNo(N_("Walks indoors without help"), required=True, synonyms=("室内自主行走", "室内行走"))
    washes = YesNo(N_("Bathes without help"), required=True, synonyms=("自主洗澡", "洗澡"))
    unable = Count(N_("Items not managed"), derived=True, printed=True, listed=True)
    grade = Choice(N_("Ability to care for self"), "self_care_six", derived=True, printed=True, listed=True)
    assessors = Text(N_("Assessors"), heading=N_("Result"), synonyms=("评估人",))
    publicly = Day(N_("Made public from"), may_be_future=True, synonyms=("公示日期",))
    review_by = Day(N_("Review by"), derived=True, printed=True, may_be_future=True)
    note = Notes(N_("Remarks"), sensitive=True, synonyms=("备注",))

    def derive(self):
        answers = [getattr(self, name) for name in ITEMS]
        self.unable, self.grade = answers.count("no"), grade_of(answers)
        self.review_by = review_day(self.reported) if self.reported and self.cause == "change" else None

    def conflicts(self):
        if self.day and self.reported and self.day < self.reported:
            yield "day", N_("The assessment is before the report of the change."), {}
        if self.review_by and self.day and self.day > self.review_by:
            yield Problem("day", N_("Later than 10 working days after the report of the change."), blocks=False)
        if any(getattr(self, name) == "unknown" for name in ITEMS) and grade_of(map(self._item, ITEMS)) is None:
            yield Problem("eats", N_("Without the unknown items there is no grade yet."), blocks=False)

    def _item(self, name):
        return getattr(self, name)

    def caption(self):
        person = self.linked("person")
        return person.caption() if person else ""


def review_day(reported):
    """The last day to look again after a change was reported: 10 working days."""
    return working_days.after(reported, parameters.value("review_working_days"))
