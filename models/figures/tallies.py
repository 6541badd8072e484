"""Rows 57-64 of the monthly table: help with civil affairs, as tallied by kind and month."""

from models.figures import units
from models.figures.figure import FLOW, Figure
from resources.language import N_

SECTION = N_("9. Civil affairs")

# A tally is of a whole month: it belongs to any period that begins by the month's first day and ends after it.
_TALLY = """
SELECT 'affair' AS "table", id AS row, month || '-01' AS day, id AS key, {answer} AS amount
FROM affair WHERE +station = :unit AND deleted = 0 AND month BETWEEN substr(:start, 1, 7) AND substr(:end, 1, 7)
AND kind = '{kind}'
"""

_LABELS = (
    ("57", "subsistence", N_("Subsistence allowance: accepted"), N_("Subsistence allowance: settled"),
     N_("Subsistence allowance: person-times")),
    ("58", "destitute", N_("Destitute people: accepted"), N_("Destitute people: settled"),
     N_("Destitute people: person-times")),
    ("59", "marginal", N_("Marginal and rigid expenses: accepted"), N_("Marginal and rigid expenses: settled"),
     N_("Marginal and rigid expenses: person-times")),
    ("60", "relief", N_("Temporary relief: accepted"), N_("Temporary relief: settled"),
     N_("Temporary relief: person-times")),
    ("61", "disability", N_("Disability card and allowances: accepted"), N_("Disability card and allowances: settled"),
     N_("Disability card and allowances: person-times")),
    ("62", "orphan", N_("Orphans and children without support: accepted"),
     N_("Orphans and children without support: settled"), N_("Orphans and children without support: person-times")),
    ("63", "oldage", N_("Old-age allowance: accepted"), N_("Old-age allowance: settled"),
     N_("Old-age allowance: person-times")),
    ("64", "enquiry", N_("Policy enquiries: accepted"), N_("Policy enquiries: settled"),
     N_("Policy enquiries: person-times")),
)  # fmt: skip

_PARTS = (
    ("accepted", units.MATTERS, N_("What was accepted, as tallied for the month.")),
    ("settled", units.MATTERS, N_("What was settled, as tallied for the month.")),
    ("people", units.PERSON_TIMES, N_("Person-times helped, as tallied for the month.")),
)

FIGURES = tuple(
    Figure(
        f"{number}.{part}", f"affairs.{kind}.{answer}", label, unit, SECTION, rule,
        _TALLY.format(answer=answer, kind=kind), additive=FLOW, empty=None,
    )
    for number, kind, *labels in _LABELS
    for part, (label, (answer, unit, rule)) in enumerate(zip(labels, _PARTS, strict=True), 1)
)  # fmt: skip
