"""Rows 65-67 of the monthly table: community organisations, key members, joint projects of the five parties."""

from models.figures import units
from models.figures.figure import FLOW, STOCK, Figure
from resources.language import N_

SECTION = N_("10. Fostering")


def _organisations(where):
    return f"""
SELECT 'community_organisation' AS "table", o.id AS row, o.founded AS day, o.id AS key, 1 AS amount, o.village
FROM community_organisation o WHERE +o.station = :unit AND o.deleted = 0 AND {where}
"""


_BACKBONES = """
SELECT 'backbone' AS "table", b.id AS row, b.since AS day, b.id AS key, 1 AS amount, b.village
FROM backbone b WHERE +b.station = :unit AND b.deleted = 0 AND b.since BETWEEN :start AND :end
"""

_JOINT = """
SELECT 'linkage' AS "table", l.id AS row, l."begin" AS day, l.id AS key, 1 AS amount, l.village
FROM linkage l WHERE +l.station = :unit AND l.deleted = 0 AND l.kind = 'five'
AND l."begin" <= :end AND (l."end" IS NULL OR l."end" >= :start)
"""

FIGURES = (
    Figure(
        "65.1", "organisations.new", N_("Community organisations, new"), units.PIECES, SECTION,
        N_("Community organisations founded in the month."),
        _organisations("o.founded BETWEEN :start AND :end"), additive=FLOW,
    ),
    Figure(
        "65.2", "organisations", N_("Community organisations, in all"), units.PIECES, SECTION,
        N_("Community organisations founded by the end of the month and not dissolved by then."),
        _organisations("o.founded <= :end AND (o.ended IS NULL OR o.ended > :end)"), additive=STOCK,
    ),
    Figure(
        "66", "backbones", N_("Key members fostered"), units.PEOPLE, SECTION,
        N_("Key members whose fostering began in the month."), _BACKBONES, additive=FLOW,
    ),
    Figure(
        "67", "joint.projects", N_("Joint projects of the five parties"), units.PIECES, SECTION,
        N_("Joint projects of the five parties that were at work on any day of the month."), _JOINT, additive=STOCK,
    ),
)  # fmt: skip
