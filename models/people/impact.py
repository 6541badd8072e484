"""Assessment of what handling personal data means for the persons (个人信息保护影响评估, 个人信息保护法 §§55, 56).

Made before sensitive data are handled, data are entrusted, given to others or published; kept for three years at least.
"""

from models import numbers, parameters
from models.database import current
from models.errors import Problem
from models.fields import Choice, Choices, Day, Lines, Name, Notes, Pictures, Text
from models.records import Record
from models.terms import months_later
from resources.language import N_


def _kept_until(assessment):
    return months_later(assessment.day or current().today(), parameters.value("impact_months"))


class ImpactAssessment(Record):
    """One assessment with the three contents of §56: lawful and needed, effect and risks, measures that fit."""

    title, plural, letters = N_("Impact assessment"), N_("Impact assessments"), "PGB"
    shelf, searched = "consents", ("name",)
    signers = (N_("Assessed by:"), N_("Station lead:"), N_("Date:"))

    number = Text(N_("Number"), limit=40, derived=True, printed=True, listed=True, index=True, upward=True)
    name = Text(N_("What is assessed"), heading=N_("About the assessment"), required=True, listed=True)
    day = Day(N_("Date"), required=True, listed=True, suggest=lambda assessment: current().today())
    reasons = Choices(N_("Why it is assessed"), "impact_reason", required=True, listed=True)
    data = Choices(N_("Kinds of data"), "handed_kind", required=True)
    people = Text(N_("Whose data, and of how many"), limit=200)
    by = Name(N_("Assessor"), listed=True)
    lawful = Notes(
        N_("Purpose and way: lawful, proper, needed"), heading=N_("Three questions of the law"), required=True
    )
    effect = Notes(N_("Effect on the persons, risks to safety"), required=True)
    fitting = Notes(N_("Measures: lawful, effective, fitting the risk"), required=True)
    risks = Lines(
        N_("Risks one by one"), room=5,
        columns={
            "risk": Text(N_("What could happen"), limit=300, required=True),
            "level": Choice(N_("Risk"), "risk_level", required=True),
            "measure": Text(N_("Measure taken"), limit=300), "left": Choice(N_("Risk left"), "risk_level"),
        },
    )  # fmt: skip
    result = Choice(N_("Result"), "impact_result", heading=N_("Result"), required=True, listed=True)
    conditions = Notes(N_("To be mended before"))
    review = Day(N_("Reassess on"), may_be_future=True, listed=True)
    keep_until = Day(N_("Kept at least until"), may_be_future=True, suggest=_kept_until)
    pictures = Pictures(N_("Papers and pictures"), printed=False)

    def derive(self):
        self.number = self.number or numbers.next_number(self, self.day)

    def conflicts(self):
        if self.keep_until and self.day and self.keep_until < _kept_until(self):
            yield "keep_until", N_("The report is kept for three years at least (个人信息保护法 §56)."), {}
        if self.result == "go" and any(line.get("left") == "3" for line in self.risks):
            yield Problem("result", N_("A high risk is left: mend it first."), blocks=False)
