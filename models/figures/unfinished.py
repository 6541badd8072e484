"""What a lead ought to know before signing: the month is not over, elders were not seen, shifts are not confirmed."""

from collections.abc import Iterator
from datetime import date

from models.figures.check import Check, behind
from models.figures.figure import month_of
from models.figures.table import BY_NUMBER
from models.figures.volunteering import PENDING
from resources.language import N_


def unfinished(table) -> Iterator[Check]:
    """Warnings about what may still change a month, or should have been done in it."""
    yield _running(table)
    if table.by_number["12"].state == "number":
        yield _unseen(table)
    yield _pending(table)


def _running(table):
    days = (month_of(table.month, date.max).end - table.until).days
    sentence = N_("The month is not over yet; days still to come: {left}.")
    return Check("month.running", "1", sentence, {"left": str(days)}, holds=days <= 0)


def _unseen(table):
    unseen, elders = behind(BY_NUMBER["12"], table, amount=0), behind(BY_NUMBER["12"], table)
    sentence = N_("Of {right} elders in special hardship, {left} were not seen this month.")
    values = {"left": str(len(unseen)), "right": str(len(elders))}
    return Check("elders.unseen", "12", sentence, values, holds=not unseen, record=next(iter(unseen), None))


def _pending(table):
    shifts = behind(PENDING, table)
    sentence = N_("Volunteer shifts awaiting review: {left}. Only confirmed ones count.")
    values = {"left": str(len(shifts))}
    return Check("volunteering.pending", "44", sentence, values, holds=not shifts, record=next(iter(shifts), None))
