"""The assessment (预估表): five dimensions, family and surroundings drawn, problems, needs, strengths, danger."""

from models.casework.case import Case
from models.casework.measured import scales_so_far
from models.database import current
from models.errors import Problem
from models.fields import Choice, Choices, Count, Day, Line, Lines, Link, Name, Notes, PartialDay, Pictures, Text, YesNo
from models.records import Record
from models.team.staff import Staff
from resources.language import N_

_FAMILY = {
    "name": Name(N_("Name")), "relation": Choice(N_("Relation to the person"), "relation", required=True),
    "sex": Choice(N_("Sex"), "sex"), "birth_year": PartialDay(N_("Year of birth")), "alive": YesNo(N_("Alive")),
    "together": YesNo(N_("Lives together")), "carer": YesNo(N_("Main carer")),
    "bond": Choice(N_("Couple"), "family_bond"), "tie": Choice(N_("Tie to the person"), "family_tie"),
}  # fmt: skip
_SURROUNDINGS = {
    "what": Text(N_("Who or what around"), limit=40, required=True),
    "strength": Choice(N_("Strength of the tie"), "tie_strength", required=True),
    "direction": Choice(N_("Who supports whom"), "tie_direction"), "remark": Text(N_("Remarks"), limit=100),
}  # fmt: skip
_PROBLEMS = {
    "kind": Choice(N_("Kind of problem"), "case_problem"), "shows": Text(N_("How it shows"), limit=300, required=True),
    "since": Text(N_("For how long"), limit=50), "cause": Text(N_("Cause"), limit=200),
    "first": Choice(N_("Priority"), "need_priority"),
}  # fmt: skip
_NEEDS = {
    "need": Text(N_("Need of the person"), limit=300, required=True),
    "level": Choice(N_("Level of work"), "work_level"), "first": Choice(N_("Priority"), "need_priority"),
}  # fmt: skip
_DANGERS = {
    "kind": Choice(N_("Kind of danger"), "case_danger", required=True),
    "grade": Choice(N_("Grade of danger"), "risk_level", required=True), "ground": Text(N_("Grounds"), limit=300),
    "plan": Text(N_("Safety plan"), limit=300),
}  # fmt: skip
_SCALES = {
    "scale": Text(N_("Scale"), limit=100, required=True), "score": Text(N_("Score"), limit=30), "day": Day(N_("Date")),
}  # fmt: skip


def _family_at_intake(assessment):
    """Those named at the intake; what only the drawing needs is asked here."""
    forms = current().tables["case_intake"]
    intake = assessment.case and forms.alive().where(forms.case == assessment.case).order_by(forms.day.desc()).first()
    wanted = ("name", "relation", "birth_year", "together")
    return (
        tuple(Line({name: line[name] for name in wanted if name in line}) for line in intake.family) if intake else ()
    )


def _round(assessment):
    forms = CaseAssessment
    return "again" if assessment.case and forms.alive().where(forms.case == assessment.case).exists() else "first"


class CaseAssessment(Record):
    """How things stand with a person and what is around them (五维度: 生理、心理、支持网络、努力、资源)."""

    title, plural, letters = N_("Assessment form"), N_("Assessment forms"), "GAYG"
    part_of, facts = ("case",), (("case.person", "sex"), ("case.person", "birth"), ("case.person", "categories"))
    signers = (N_("Worker:"), N_("Opinion of the supervisor or lead:"), N_("Date:"))

    case = Link(Case, N_("Case"), heading=N_("Assessment"), required=True, listed=True, index=True)
    day = Day(N_("Day of the assessment"), required=True, listed=True, suggest=lambda form: current().today())
    turn = Choice(N_("Which assessment"), "assessment_round", required=True, listed=True, suggest=_round)
    nth = Count(N_("Assessment no."), derived=True, printed=True, most=1000)
    sources = Choices(N_("Informed by"), "information_from", required=True, synonyms=("资料来源",))
    worker = Link(Staff, N_("Assessed by"), required=True, synonyms=("预估社工",))
    family = Lines(
        N_("Family for the drawing"), heading=N_("Genogram and ecomap"), columns=_FAMILY, suggest=_family_at_intake,
        sensitive=True, room=6,
    )  # fmt: skip
    surroundings = Lines(N_("Surroundings for the drawing"), columns=_SURROUNDINGS, sensitive=True, room=6)
    drawing = Pictures(N_("Drawing by hand"), most=3, sensitive=True)
    body = Notes(N_("Bodily side"), heading=N_("Five dimensions"), sensitive=True, synonyms=("生理",))
    mind = Notes(N_("Mental side"), sensitive=True, synonyms=("心理",))
    network = Notes(N_("Network of support"), sensitive=True, synonyms=("支持网络",))
    efforts = Notes(N_("Efforts and ways of coping so far"), sensitive=True, synonyms=("已做过的努力", "应对"))
    means = Notes(N_("Means at hand"), sensitive=True, synonyms=("资源",))
    problems_found = Lines(N_("List of problems"), heading=N_("Problems and needs"), columns=_PROBLEMS, sensitive=True)
    needs_found = Lines(N_("List of needs"), columns=_NEEDS, sensitive=True)
    strengths = Notes(N_("Strengths and resources"), sensitive=True, synonyms=("优势与资源",))
    dangers = Lines(
        N_("Assessment of dangers"), heading=N_("Danger and scales"), columns=_DANGERS, sensitive=True, room=3
    )
    scales = Lines(N_("Results of scales"), columns=_SCALES, suggest=scales_so_far, sensitive=True, room=3)
    conclusion = Notes(
        N_("Conclusion of the assessment"),
        heading=N_("Conclusion of the assessment"),
        required=True,
        sensitive=True,
        synonyms=("预估结论",),
    )

    def derive(self):
        """Which assessment of the case it is, by day."""
        earlier = (CaseAssessment.day < self.day) | ((CaseAssessment.day == self.day) & (CaseAssessment.id < self.id))
        of_case = CaseAssessment.alive().where(CaseAssessment.case == self.case, CaseAssessment.id != self.id)
        self.nth = 1 + of_case.where(earlier).count() if self.case and self.day else None

    def gravest(self) -> str:
        """The highest grade of danger named, as a code of risk_level."""
        return max((line["grade"] for line in self.dangers if "grade" in line), default="0")

    def conflicts(self):
        case = self.linked("case")
        if case and self.gravest() > (case.risk or "0"):
            yield Problem("dangers", N_("The danger is graver than the risk noted in the case."), blocks=False)
        if any(line.get("grade") == "3" and not line.get("plan") for line in self.dangers):
            yield Problem("dangers", N_("A grave danger needs a safety plan."), blocks=False)
        if not (self.body or self.mind or self.network or self.efforts or self.means):
            yield Problem("body", N_("None of the five dimensions is described."), blocks=False)

    def caption(self):
        case = self.linked("case")
        return case.caption() if case else ""
