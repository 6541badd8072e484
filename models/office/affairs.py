"""Help with civil affairs (民政事务协助): a tally by kind and month."""

import re

from models import lookup
from models.database import current
from models.fields import Choice, Count, Link, Notes, Text
from models.records import Record
from models.team.staff import Staff
from resources.language import N_


def month_problem(month: str, today) -> str | None:
    """What is wrong with a month written YYYY-MM, as a sentence; None for nothing."""
    if not re.fullmatch(r"[0-9]{4}-(0[1-9]|1[0-2])", month):
        return N_("A month is written 2026-09.")
    return N_("This month lies in the future.") if month > f"{today:%Y-%m}" else None


class Affair(Record):
    """What was accepted and settled of one kind in one month, and for how many people."""

    title, plural, letters = N_("Affairs tally"), N_("Civil affairs"), "SW"
    shelf = "affairs"

    month = Text(
        N_("Month"), limit=7, required=True, listed=True, index=True, upward=True,
        suggest=lambda affair: f"{current().today():%Y-%m}", synonyms=("月份",),
    )  # fmt: skip
    kind = Choice(N_("Kind of affair"), "affair_kind", required=True, listed=True, synonyms=("事务类别", "类别"))
    accepted = Count(N_("Accepted"), listed=True, most=1_000_000, unit=N_("cases"), synonyms=("受理",))
    settled = Count(N_("Settled"), listed=True, most=1_000_000, unit=N_("cases"), synonyms=("办结",))
    people = Count(N_("Person-times"), listed=True, most=1_000_000, synonyms=("人次",))
    worker = Link(Staff, N_("Worker"), listed=True, synonyms=("经办人",))
    note = Notes(N_("Remarks"), synonyms=("备注",))

    def conflicts(self):
        if self.month and (sentence := month_problem(self.month, current().today())):
            yield "month", sentence, {}
        if lookup.has_twin(self, "month", "kind"):
            yield "kind", N_("This kind stands in this month already; change that row."), {}
        if self.accepted is None and self.settled is None and self.people is None:
            yield "accepted", N_("Give at least one number; 0 counts too."), {}
