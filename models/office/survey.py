"""Surveys of satisfaction and awareness: sample, items, sheets or tallied counts, rates and means."""

from models.database import current
from models.errors import Problem
from models.fields import Choice, Choices, Count, Day, Lines, Link, Notes, Text
from models.office import rates
from models.partners.project import Project
from models.records import Record
from models.team.staff import Staff
from resources.language import N_


def _is_satisfaction(survey):
    return survey.kind == "satisfaction"


def _is_awareness(survey):
    return survey.kind == "awareness"


class Survey(Record):
    """One survey. Rows 73 and 74 of the monthly table count the valid sheets of satisfaction surveys."""

    title, plural, letters = N_("Survey"), N_("Surveys"), "DCW"
    shelf, searched, part_of = "office", ("name",), ("project",)

    name = Text(N_("Title of the survey"), heading=N_("Survey"), required=True, listed=True, synonyms=("调查名称",))
    kind = Choice(
        N_("Kind of survey"), "survey_kind", required=True, listed=True, suggest="satisfaction", synonyms=("类别",)
    )
    group = Choice(
        N_("Who was asked"), "survey_group", required=True, listed=True, suggest="served", synonyms=("调查对象",)
    )
    project = Link(Project, N_("Project"), index=True)
    day = Day(
        N_("Date"),
        required=True,
        listed=True,
        index=True,
        suggest=lambda survey: current().today(),
        synonyms=("调查日期", "日期"),
    )
    ways = Choices(N_("How they were asked"), "survey_way", synonyms=("调查方式",))
    place = Text(N_("Where"))
    worker = Link(Staff, N_("Worker"), suggest=lambda one: current().user)
    planned = Count(N_("Sample planned"), heading=N_("Sample"), unit=N_("copies"))
    given = Count(N_("Given out"), unit=N_("copies"), synonyms=("发放",))
    returned = Count(N_("Returned"), unit=N_("copies"), synonyms=("回收",))
    valid = Count(
        N_("Valid"),
        listed=True,
        unit=N_("copies"),
        hint=N_("Leave empty where the single sheets are entered"),
        synonyms=("有效问卷", "有效"),
    )
    tallies = Lines(
        N_("Satisfaction, tallied counts"), heading=N_("Satisfaction, tallied counts"),
        asked_if=_is_satisfaction, room=5,
        columns={
            "part": Choice(N_("Dimension"), "survey_part"),
            "item": Text(N_("Wording of the question")),
            **rates.POINTS,
        },
    )  # fmt: skip
    satisfied = Count(
        N_("Satisfied on the whole (very satisfied and satisfied)"), asked_if=_is_satisfaction,
        unit=N_("copies"), synonyms=("满意份数",),
    )  # fmt: skip
    aware = Count(
        N_("Aware (at least three of five known)"), heading=N_("Awareness"),
        asked_if=_is_awareness, unit=N_("copies"),
    )  # fmt: skip
    rate = Text(N_("Rate"), heading=N_("Rate and mean"), derived=True, printed=True, listed=True, limit=10, upward=True)
    mean = Text(N_("Mean"), derived=True, printed=True, limit=10, upward=True)
    opinions = Notes(N_("Opinions and advice"), heading=N_("Opinions and measures"))
    measures = Notes(N_("Measures"))
    note = Text(N_("Remarks"), limit=1000)

    def derive(self):
        part, whole = self.counted()
        self.rate, self.mean = rates.percent(part, whole), rates.mean(self.tallied())

    def counted(self):
        """(satisfied or aware, valid) from the sheets where there are any, else as tallied."""
        sheets = [sheet for sheet in self.sheets() if sheet.counts_for(self.kind) is not None]
        if sheets:
            return sum(sheet.counts_for(self.kind) == "yes" for sheet in sheets), len(sheets)
        return (self.aware if self.kind == "awareness" else self.satisfied), self.valid

    def tallied(self) -> list[dict]:
        """Counts by item: from the single sheets where there are any, else as tallied by hand."""
        sheets = self.sheets() if self.kind == "satisfaction" else []
        if not sheets:
            return list(self.tallies)
        counts = []
        for part in rates.PARTS:
            answers = [getattr(sheet, part) for sheet in sheets]
            counts.append({"part": part} | {f"n{point}": answers.count(str(point)) for point in range(1, 6)})
        return [line for line in counts if rates.answered(line)]

    def sheets(self) -> list:
        """The single sheets entered, in the order of their numbers."""
        kind = current().tables["survey_sheet"]
        return list(kind.alive().where(kind.survey == self.id).order_by(kind.number)) if self.id else []

    def conflicts(self):
        chain = (("valid", "returned"), ("returned", "given"), ("satisfied", "valid"), ("aware", "valid"))
        for low, high in chain:
            above = getattr(self, high)
            if above is not None and (getattr(self, low) or 0) > above:
                yield low, N_("This is more than the number before it, {count}."), {"count": above}
        for number, line in enumerate(self.tallies, 1):
            if self.valid is not None and rates.answered(line) > self.valid:
                yield "tallies", N_("Line {line}: more answers than valid sheets."), {"line": number}
        if self.valid is not None and self.sheets():
            yield Problem("valid", N_("Single sheets are entered too; the sheets are counted."), blocks=False)

    def caption(self):
        return self.name or ""
