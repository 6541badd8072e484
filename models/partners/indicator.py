"""Indicators of a contract, each fed by a figure of the station's own records."""

from datetime import date

from models.database import current
from models.errors import Problem
from models.fields import Choice, Count, Link, Text
from models.partners.project import Project
from models.records import Record
from resources.language import N_


class Indicator(Record):
    """One indicator of a purchased project: what the contract asks for, and what the records say."""

    title, plural, letters = N_("Contract indicator"), N_("Contract indicators"), "HTZ"
    part_of = ("project",)

    project = Link(Project, N_("Project"), heading=N_("Contract indicator"), required=True, listed=True, index=True)
    name = Text(N_("Indicator"), required=True, listed=True, synonyms=("指标", "指标名称"))
    unit = Text(N_("Unit of count"), limit=20, required=True, listed=True, synonyms=("单位",))
    year_target = Count(N_("Target of the contract"), required=True, listed=True, synonyms=("年度目标", "目标值"))
    quarter_target = Count(N_("Target of a quarter"), listed=True, synonyms=("季目标", "季度目标"))
    weight = Count(N_("Weight (%)"), most=100, listed=True, synonyms=("权重",))
    figure = Choice(
        N_("Counted from the records as"),
        "contract_figure",
        listed=True,
        hint=N_("Leave empty what is counted by hand"),
    )
    counted = Count(N_("Counted by hand"), asked_if=lambda indicator: not indicator.figure)
    note = Text(N_("Remarks"), limit=1000)

    def conflicts(self):
        if self.year_target is not None and (self.quarter_target or 0) > self.year_target:
            yield Problem("quarter_target", N_("The target of a quarter is above that of the year."), blocks=False)
        others = Indicator.alive().where(Indicator.project == self.project, Indicator.id != self.id)
        if (total := sum(one.weight or 0 for one in others) + (self.weight or 0)) > 100:
            yield Problem(
                "weight", N_("The weights of this project add up to {total} %."), {"total": total}, blocks=False
            )

    def actual(self, today: date | None = None) -> int | None:
        """What was done in the term of the contract up to today, in the unit of the indicator; None where not known."""
        return self._since(None, today or current().today()) if self.figure else self.counted

    def this_quarter(self, today: date | None = None) -> int | None:
        """What was done in the quarter of today so far, within the term; None for what is counted by hand."""
        today = today or current().today()
        return self._since(date(today.year, today.month - (today.month - 1) % 3, 1), today) if self.figure else None

    def _since(self, start, today):
        project = self.linked("project")
        if project is None or project.begin is None:
            return None
        from models.figures import BY_NUMBER, Period  # figures know all forms: not at import time

        figure, last = BY_NUMBER[self.figure], min(project.last_day or today, today)
        first = max(project.begin, start or project.begin)
        if last < first:
            return None
        value = figure.count(current().unit, Period(first, last))
        return None if value is None else int(figure.in_unit(value))


def progress(project, today: date | None = None) -> list[tuple]:
    """(indicator, actual, tenths of a percent of its target) of a project, in the order entered."""
    found = []
    for one in Indicator.alive().where(Indicator.project == project.id).order_by(Indicator.id):
        actual = one.actual(today)
        done = None if actual is None or not one.year_target else actual * 1000 // one.year_target
        found.append((one, actual, done))
    return found


def weighted(project, today: date | None = None) -> int | None:
    """How much of the contract is done in tenths of a percent, by weight, none above its own; None without weights."""
    rows = [(one.weight, done) for one, _actual, done in progress(project, today) if one.weight and done is not None]
    whole = sum(weight for weight, _done in rows)
    return sum(weight * min(done, 1000) for weight, done in rows) // whole if whole else None
