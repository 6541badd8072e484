"""Tables of indicators of a plan (序号、指标、目标值、指标类型), with what was reached."""

import re
from fractions import Fraction

from models.database import current
from models.errors import Problem
from models.fields import Choice, Count, Day, Lines, Text
from models.records import Record
from resources.language import N_

_NUMBER = re.compile(r"[0-9]{1,9}(\.[0-9]{1,4})?")
_OF = {"percent": 100, "permille": 1000}


class IndicatorTable(Record):
    """One table of a plan; the base of a share is written down, never guessed."""

    title, plural, letters = N_("Table of indicators"), N_("Tables of indicators"), "ZBB"
    shelf, searched = "projects", ("name",)

    name = Text(N_("Title of the table"), heading=N_("Table of indicators"), required=True, listed=True)
    term = Text(N_("Term of the plan"), listed=True, hint=N_("Such as 2021-2025"))
    counted = Day(N_("As of"), listed=True, suggest=lambda table: current().today())
    issuers = Text(N_("Issuing bodies"), limit=500, hint=N_("One after another for a joint document"))
    base = Text(N_("Base of the population"), hint=N_("Registered or resident population, of which day"))
    lines = Lines(
        N_("Indicators"), room=10, required=True,
        columns={
            "name": Text(N_("Indicator"), limit=300, required=True),
            "operator": Choice(N_("Comparison"), "target_operator"),
            "target": Text(N_("Target value"), limit=14, required=True),
            "unit": Choice(N_("Measure"), "indicator_unit", required=True),
            "type": Choice(N_("Type"), "indicator_type", required=True),
            "part": Count(N_("Achieved (numerator)")),
            "whole": Count(N_("Base (denominator)")),
        },
    )  # fmt: skip
    note = Text(N_("Remarks"), limit=1000)

    def conflicts(self):
        for number, line in enumerate(self.lines, 1):
            if not _NUMBER.fullmatch(line.get("target") or ""):
                yield "lines", N_("Line {line}: a target is a number such as 750 or 1.7."), {"line": number}
            elif line.get("unit") in _OF and line.get("part") is not None and not line.get("whole"):
                yield Problem("lines", N_("Line {line}: a share needs its whole."), {"line": number}, blocks=False)


def value(line) -> Fraction | None:
    """What was reached in the measure of the line: a number, a share in % or ‰, or an average for each."""
    part, whole, unit = line.get("part"), line.get("whole"), line.get("unit")
    if part is None:
        return None
    if unit in _OF:
        return Fraction(part * _OF[unit], whole) if whole else None
    return Fraction(part, whole) if unit == "per" and whole else Fraction(part)


def met(line) -> bool | None:
    """Whether the target is reached; None where it is not known."""
    reached = value(line)
    if reached is None or not _NUMBER.fullmatch(line.get("target") or ""):
        return None
    target = Fraction(line["target"])
    return {"le": reached <= target, "eq": reached >= target}.get(line.get("operator"), reached >= target)


def gap(line) -> Fraction | None:
    """How much is missing to the target, 0 where it is reached; None where it is not known."""
    reached = value(line)
    return None if reached is None or met(line) is None else max(Fraction(line["target"]) - reached, Fraction(0))
