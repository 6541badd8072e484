"""Regional parameters: ages, terms, frequencies and hours that differ by place and year.

They are data in resources/parameters; a county's own come later as rows that replace these.
"""

import csv
from functools import cache

from resources import FOLDER


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of one file of resources/parameters."""
    with open(FOLDER / "parameters" / f"{name}.csv", encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def value(name: str) -> int:
    """One number of values.csv, such as value("left_behind_age")."""
    return next(int(row["value"]) for row in table("values") if row["name"] == name)


def visit_days(risk: str | None, categories=()) -> int:
    """Every how many days a household is to be visited: the shortest term that its risk or a category asks for."""
    asked = {("risk", risk or "0")} | {("category", code) for code in categories or ()}
    return min(int(row["days"]) for row in table("visit_frequency") if (row["by"], row["code"]) in asked)


def monthly_elders() -> frozenset[str]:
    """Categories of elders in special hardship, to be visited every month (民政部等十部门, 2022)."""
    return frozenset(row["category"] for row in table("monthly_elders"))


def stars(minutes: int) -> int:
    """How many stars so much volunteering is worth."""
    return max((int(row["stars"]) for row in table("volunteer_stars") if minutes >= int(row["hours"]) * 60), default=0)
