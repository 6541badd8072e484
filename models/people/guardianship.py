"""Guardianship assessment of a minor (监护评估): a list of our own, by seeing and talking; a screening, no verdict."""

from models import ages, parameters
from models.database import current
from models.errors import Problem
from models.fields import Choice, Count, Day, Link, Name, Notes, YesNo
from models.people.person import Person
from models.records import Record
from models.team.staff import Staff
from resources.language import N_

STRENGTHS = ("lives_with", "willing", "healthy", "daily", "schooling", "medical", "money", "warmth", "law")
DANGERS = ("beaten", "abused", "alone", "strays", "drugs", "abandoned")


class Guardianship(Record):
    """One assessment: nine things a guardian gives, six that put a child in danger."""

    title, plural, letters = N_("Guardianship assessment"), N_("Guardianship assessments"), "JHP"
    part_of = ("person",)
    facts = tuple(("person", name) for name in ("sex", "birth", "village", "address"))
    signers = (N_("Assessors:"), N_("Guardian:"), N_("Station lead:"), N_("Date:"))

    person = Link(Person, N_("Child"), heading=N_("This assessment"), required=True, listed=True, index=True)
    day = Day(N_("Assessed on"), required=True, listed=True, suggest=lambda one: current().today())
    guardian = Name(N_("Guardian"), required=True, synonyms=("监护人",))
    relation = Choice(N_("Relation to the child"), "relation")
    assessor = Link(Staff, N_("Assessor"), required=True, suggest=lambda one: current().user)
    lives_with = YesNo(N_("The guardian lives with the child"), heading=N_("What the guardian gives"))
    willing = YesNo(N_("Is willing to be guardian"))
    healthy = YesNo(N_("Is fit in body and mind to care"))
    daily = YesNo(N_("Food, clothing and a clean home are seen to"))
    schooling = YesNo(N_("Schooling is seen to"))
    medical = YesNo(N_("Illness is treated in time"))
    money = YesNo(N_("There are means to raise the child"))
    warmth = YesNo(N_("There is warmth and talk"))
    law = YesNo(N_("Knows the duties of a guardian"))
    beaten = YesNo(N_("The child is beaten or scolded badly"), heading=N_("Danger"), sensitive=True)
    abused = YesNo(N_("Suspected abuse or sexual assault"), sensitive=True)
    alone = YesNo(N_("The child lives alone or is left alone for long"), sensitive=True)
    strays = YesNo(N_("The child stays away or was missing"), sensitive=True)
    drugs = YesNo(N_("Drink, drugs or gambling of the guardian"), sensitive=True)
    abandoned = YesNo(N_("The guardian refuses or has left the child"), sensitive=True)
    given = Count(N_("Care items met"), heading=N_("Result"), derived=True, printed=True)
    dangers = Count(N_("Dangers found"), derived=True, printed=True, sensitive=True, upward=False)
    grade = Choice(N_("Guardianship"), "guardianship_grade", derived=True, printed=True, listed=True)
    grounds = Notes(N_("Facts the answers rest on"), sensitive=True)
    advice = Notes(N_("Advice and support"), sensitive=True)

    def derive(self):
        strengths, dangers = ([getattr(self, name) for name in names] for names in (STRENGTHS, DANGERS))
        self.given, self.dangers = strengths.count("yes"), dangers.count("yes")
        self.grade = grade_of(strengths, dangers)

    def conflicts(self):
        person = self.linked("person")
        age = ages.full_years(person.birth, self.day) if person and self.day else None
        if age is not None and age >= parameters.value("adult_age"):
            yield Problem("person", N_("This assessment is for those under 18."), blocks=False)
        if self.grade is None:
            yield Problem("lives_with", N_("Without the open items there is no grade yet."), blocks=False)

    def caption(self):
        person = self.linked("person")
        return person.caption() if person else ""


def grade_of(strengths, dangers) -> str | None:
    """The grade by answers: any danger is danger; three or more things lacking is weak, one or two fair.

    None while an answer that is missing or unknown could still change the grade.
    """
    if "yes" in dangers:
        return "danger"
    lacking = list(strengths).count("no")
    most = lacking + sum(answer not in ("yes", "no") for answer in strengths)
    grades = {_grade(number) for number in range(lacking, most + 1)}
    return grades.pop() if len(grades) == 1 and all(answer == "no" for answer in dangers) else None


def _grade(lacking):
    return "weak" if lacking >= 3 else "fair" if lacking else "good"
