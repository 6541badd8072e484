"""Rows 1-6 of the monthly table: staff, persons and households on file."""

from models.figures import units
from models.figures.figure import ANNEX, FLOW, STOCK, Figure
from resources.language import N_

SECTION = N_("1. Base")

_STAFF = """
SELECT 'staff' AS "table", id AS row, hired AS day, id AS key, 1 AS amount FROM staff
WHERE station = :unit AND deleted = 0 AND coalesce(role, '') NOT IN ('auditor', 'supervisor')
AND coalesce(post, '') <> 'supervisor'
AND (hired IS NULL OR hired <= :end) AND ("left" IS NULL OR "left" > :end)
"""

_CERTIFIED = _STAFF + " AND level IN ('assistant', 'worker', 'senior')"

# A file that has ended counts to the day before its end.
ON_FILE = "p.since <= :end AND (p.ended > :end OR (p.ended IS NULL AND p.state = 'active'))"

PERSONS = f"""
SELECT 'person' AS "table", p.id AS row, p.since AS day, p.id AS key, 1 AS amount, p.village, p.categories
FROM person p WHERE p.station = :unit AND p.deleted = 0 AND {ON_FILE}
"""

# The first day is worked out only where the records behind the number are listed. The + makes the members of one
# household be looked up, rather than all persons of the station be read for each.
_HOUSEHOLD = """
SELECT 'household' AS "table", h.id AS row, h.id AS key, 1 AS amount, h.village,
(SELECT min(p.since) FROM person p WHERE p.household = h.id AND +p.station = :unit AND p.deleted = 0) AS day
FROM household h WHERE h.deleted = 0
"""

_HOUSEHOLDS = f"""
{_HOUSEHOLD} AND h.id IN (SELECT p.household FROM person p WHERE p.station = :unit AND p.deleted = 0 AND {ON_FILE})
"""

_NEW_HOUSEHOLDS = f"""
{_HOUSEHOLD} AND h.id IN (
SELECT p.household FROM person p WHERE p.station = :unit AND p.deleted = 0 AND p.since BETWEEN :start AND :end)
AND NOT EXISTS (
SELECT 1 FROM person p WHERE p.household = h.id AND +p.station = :unit AND p.deleted = 0 AND p.since < :start)
"""

_NEW_PERSONS = """
SELECT 'person' AS "table", id AS row, since AS day, id AS key, 1 AS amount, village, categories
FROM person WHERE station = :unit AND deleted = 0 AND since BETWEEN :start AND :end
"""

_RENEWED = """
SELECT 'file_update' AS "table", id AS row, day, household AS key, 1 AS amount, village
FROM file_update WHERE station = :unit AND deleted = 0 AND day BETWEEN :start AND :end
"""

FIGURES = (
    Figure(
        "1", "staff", N_("Staff in post"), units.PEOPLE, SECTION,
        N_("Staff who had joined and not left on the last day of the month; no outside supervisors or auditors."),
        _STAFF, additive=STOCK,
    ),
    Figure(
        "2", "staff.certified", N_("Of these, with a certificate"), units.PEOPLE, SECTION,
        N_("Of row 1, those with a social-work certificate of any level."), _CERTIFIED, additive=STOCK,
    ),
    Figure(
        "2.1", "staff.assistant", N_("Certificate: assistant"), units.PEOPLE, SECTION,
        N_("Of row 2, assistant social workers."), _STAFF + " AND level = 'assistant'", additive=STOCK,
    ),
    Figure(
        "2.2", "staff.middle", N_("Certificate: middle"), units.PEOPLE, SECTION,
        N_("Of row 2, social workers (middle level)."), _STAFF + " AND level = 'worker'", additive=STOCK,
    ),
    Figure(
        "2.3", "staff.senior", N_("Certificate: senior"), units.PEOPLE, SECTION,
        N_("Of row 2, senior social workers."), _STAFF + " AND level = 'senior'", additive=STOCK,
    ),
    Figure(
        "3", "persons", N_("Persons on file"), units.PEOPLE, SECTION,
        N_("Distinct persons whose file was open on the last day of the month."), PERSONS, "distinct",
        additive=frozenset((ANNEX,)), apart=True,
    ),
    Figure(
        "4", "households", N_("Households on file"), units.HOUSEHOLDS, SECTION,
        N_("Distinct households with at least one person of row 3."), _HOUSEHOLDS, "distinct", additive=STOCK,
        apart=True,
    ),
    Figure(
        "5.1", "households.new", N_("New files, households"), units.HOUSEHOLDS, SECTION,
        N_("Households whose first member was put on file in the month."), _NEW_HOUSEHOLDS, "distinct", additive=FLOW,
        apart=True,
    ),
    Figure(
        "5.2", "persons.new", N_("New files, people"), units.PEOPLE, SECTION,
        N_("Persons put on file in the month, by the day of filing."), _NEW_PERSONS, "distinct", additive=FLOW,
        apart=True,
    ),
    Figure(
        "6", "households.renewed", N_("Files brought up to date"), units.HOUSEHOLDS, SECTION,
        N_("Distinct households with a file update dated in the month."), _RENEWED, "distinct",
        additive=STOCK,
    ),
)  # fmt: skip
