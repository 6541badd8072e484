"""Single questionnaires of a survey, entered one by one."""

from models import lookup, parameters
from models.fields import Choice, Choices, Count, Link, Text
from models.office import rates
from models.office.survey import Survey
from models.records import Record
from resources.language import N_


def _is_of(kind):
    def asked(sheet):
        survey = sheet.linked("survey")
        return survey is None or survey.kind == kind

    return asked


class SurveySheet(Record):
    """One sheet that came back; no name is asked for."""

    title, plural, letters = N_("Questionnaire"), N_("Questionnaires"), "WJD"
    part_of = ("survey",)

    survey = Link(Survey, N_("Survey"), heading=N_("Questionnaire"), required=True, index=True)
    number = Count(N_("Sheet number"), listed=True, most=100_000)
    overall = Choice(N_("Overall satisfaction"), "five_point", asked_if=_is_of("satisfaction"), listed=True)
    reliability = Choice(N_("Reliability"), "five_point", asked_if=_is_of("satisfaction"), listed=True)
    access = Choice(N_("Access"), "five_point", asked_if=_is_of("satisfaction"), listed=True)
    visibility = Choice(N_("Visibility"), "five_point", asked_if=_is_of("satisfaction"), listed=True)
    care = Choice(N_("Care shown"), "five_point", asked_if=_is_of("satisfaction"), listed=True)
    response = Choice(N_("Response"), "five_point", asked_if=_is_of("satisfaction"), listed=True)
    known = Choices(N_("Knows"), "awareness_item", asked_if=_is_of("awareness"), listed=True)
    satisfied = Choice(N_("Counts as satisfied"), "yes_no", derived=True)
    aware = Choice(N_("Counts as aware"), "yes_no", derived=True)
    opinion = Text(N_("Opinion and advice"), limit=1000)

    def derive(self):
        overall = self.overall or _middle([getattr(self, part) for part in rates.PARTS])
        self.satisfied = None if overall is None else "yes" if int(overall) >= 4 else "no"
        awareness = _is_of("awareness")(self)
        self.aware = ("yes" if len(self.known) >= parameters.value("aware_of") else "no") if awareness else None

    def followers(self):
        """The survey, whose rate follows from its sheets; the one it stood in before as well."""
        ids = {self.survey, *(lookup.answers(SurveySheet, self.id, "survey") or ())} - {None}
        return Survey.alive().where(Survey.id.in_(ids))

    def counts_for(self, kind: str) -> str | None:
        """yes or no to satisfied, or for an awareness survey to aware; None where the sheet does not say."""
        return self.aware if kind == "awareness" else self.satisfied

    def caption(self):
        return str(self.number or "")


def _middle(points):
    """The mean of the parts answered, halves upwards, where the whole was not asked."""
    known = [int(point) for point in points if point]
    return (2 * sum(known) + len(known)) // (2 * len(known)) if known else None
