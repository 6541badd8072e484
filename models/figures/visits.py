"""Rows 7-14 of the monthly table: visits. A row of `visit` is one household on one occasion (户次; settled 4)."""

from models.figures import units
from models.figures.base import ON_FILE
from models.figures.figure import FLOW, NEVER, STATIONS, TIME, Figure
from resources.language import N_

SECTION = N_("2. Visits")


def _visits(key, where, join=""):
    return f"""
SELECT 'visit' AS "table", v.id AS row, v.day, {key} AS key, 1 AS amount, v.village
FROM visit v{join} WHERE v.station = :unit AND v.deleted = 0 AND v.day BETWEEN :start AND :end AND {where}
"""


# Neither a call nor an interview at the station: at the door, through neighbours, in an institution, accompanying, and
# any way that a later code list adds.
_CALL = "v.way IN ('phone', 'video')"
_HOME = "coalesce(v.way, '') NOT IN ('phone', 'video', 'station')"
_OUTING = "v.day || '|' || coalesce(v.visitors, '') || '|' || coalesce(v.village, '')"

# Whatever the way: an elder in hospital or on the telephone has been looked after, too.
_ELDERS = f"""
WITH met AS MATERIALIZED (
SELECT DISTINCT s.value AS person FROM visit v, json_each(v.seen) s
WHERE v.station = :unit AND v.deleted = 0 AND v.day BETWEEN :start AND :end)
SELECT 'person' AS "table", p.id AS row, p.since AS day, p.id AS key, lower(hex(p.id)) IN met AS amount, p.village,
p.categories
FROM person p WHERE p.station = :unit AND p.deleted = 0 AND {ON_FILE}
AND EXISTS (SELECT 1 FROM json_each(p.categories) c WHERE c.value IN (SELECT value FROM json_each(:elders)))
"""

SEEN = _visits("s.value", _HOME, ", json_each(v.seen) s")

FIGURES = (
    Figure(
        "7", "visits.outings", N_("Home visits, outings"), units.TIMES, SECTION,
        N_("Visits of row 8 on one day by the same visitors in one village are one outing."), _visits(_OUTING, _HOME),
        "distinct", additive=frozenset((TIME, STATIONS)),
    ),
    Figure(
        "8", "visits.households", N_("Home visits, household visits"), units.HOUSEHOLD_VISITS, SECTION,
        N_(
            "Each visit to a household once: at home, through neighbours, in an institution, accompanying. Calls are in"
            " row 11; interviews at the station are in neither."
        ),
        _visits("v.id", _HOME), additive=FLOW,
    ),
    Figure(
        "9", "visits.distinct_households", N_("Households reached"), units.HOUSEHOLDS, SECTION,
        N_("Distinct households of row 8."), _visits("v.household", _HOME), "distinct", additive=frozenset((STATIONS,)),
    ),
    Figure(
        "10", "visits.distinct_persons", N_("People reached"), units.PEOPLE, SECTION,
        N_("Distinct persons seen on the visits of row 8."), SEEN, "distinct", additive=NEVER,
    ),
    Figure(
        "11", "visits.calls", N_("Telephone or video visits"), units.HOUSEHOLD_VISITS, SECTION,
        N_("Each visit to a household by telephone or video counts once."),
        _visits("v.id", _CALL), additive=FLOW,
    ),
    Figure(
        "12", "visits.elders", N_("Elders in special hardship visited this month"), units.PERCENT, SECTION,
        N_("Of the elders in special hardship on file at the end of the month, the share seen in it in any way."),
        _ELDERS, "share", additive=NEVER,
    ),
    Figure(
        "13", "visits.problems", N_("Problems found"), units.MATTERS, SECTION,
        N_("Visits of any way in which a problem was written down; one a visit."),
        _visits("v.id", "v.has_problem = 'yes'"), additive=FLOW,
    ),
    Figure(
        "14", "visits.solved", N_("Problems solved"), units.MATTERS, SECTION,
        N_("Of row 13, those marked solved."), _visits("v.id", "v.has_problem = 'yes' AND v.solved = 'yes'"),
        additive=FLOW,
    ),
)  # fmt: skip
