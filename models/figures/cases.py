"""Rows 15-25 of the monthly table: casework.

A case is in hand from the day it is opened to the day it is closed or transferred, whichever comes first. Intakes that
are not opened yet, and those returned or refused, are no cases.
"""

from models.figures import units
from models.figures.figure import FLOW, NEVER, STOCK, Figure
from models.figures.referrals import REPORTS
from resources.language import N_

SECTION = N_("3. Casework")

_LEFT = "min(coalesce(c.closed, '9999'), coalesce(c.transferred, '9999'))"
_IS_CASE = "coalesce(c.state, 'open') NOT IN ('waiting', 'assessing', 'opening', 'returned', 'refused')"


def _cases(where, day="c.opened", amount="1"):
    return f"""
SELECT 'case' AS "table", c.id AS row, {day} AS day, c.id AS key, {amount} AS amount, c.field
FROM "case" c WHERE c.station = :unit AND c.deleted = 0 AND {_IS_CASE} AND {where}
"""


_CLOSED = _LEFT + " BETWEEN :start AND :end AND coalesce(c.transferred, '9999') > c.closed"
_TRANSFERRED = "c.transferred BETWEEN :start AND :end AND c.transferred <= coalesce(c.closed, '9999')"
# Row 19 goes by what the case says of itself, rows 17 and 18 by days: a case closed on no day shows where they part.
_UNDATED = "(coalesce(c.state, '') IN ('closed', 'follow', 'archived') AND c.closed IS NULL AND c.transferred IS NULL)"
_REACHED = "c.reached IN ('full', 'most')"


def _sessions(amount):
    return f"""
SELECT 'case_session' AS "table", s.id AS row, s.day, s.id AS key, {amount} AS amount
FROM case_session s WHERE +s.station = :unit AND s.deleted = 0 AND s.day BETWEEN :start AND :end
AND s."case" NOT IN (SELECT id FROM "case" WHERE deleted = 1)
"""


_ENQUIRIES = """
SELECT 'consultation' AS "table", id AS row, day, id AS key, 1 AS amount, village, field FROM consultation
WHERE station = :unit AND deleted = 0 AND day BETWEEN :start AND :end AND coalesce(result, '') <> 'case'
"""

UNDATED = Figure(
    "19", "cases.undated", N_("Cases closed without a closing date"), units.CASES, SECTION,
    source=_cases(f"c.opened <= :end AND {_UNDATED}"),
)  # fmt: skip

FIGURES = (
    Figure(
        "15", "cases.start", N_("Cases in hand at the start of the month"), units.CASES, SECTION,
        N_("Cases opened before the month and neither closed nor transferred before it."),
        _cases(f"c.opened < :start AND {_LEFT} >= :start"), additive=STOCK,
    ),
    Figure(
        "16", "cases.opened", N_("Cases opened"), units.CASES, SECTION, N_("Cases opened in the month."),
        _cases("c.opened BETWEEN :start AND :end"), additive=FLOW,
    ),
    Figure(
        "17", "cases.closed", N_("Cases closed"), units.CASES, SECTION,
        N_("Cases closed in the month and not transferred before."), _cases(_CLOSED, "c.closed"), additive=FLOW,
    ),
    Figure(
        "18", "cases.transferred", N_("Cases transferred"), units.CASES, SECTION,
        N_("Cases transferred in the month and not closed before."), _cases(_TRANSFERRED, "c.transferred"),
        additive=FLOW,
    ),
    Figure(
        "19", "cases.end", N_("Cases in hand at the end of the month"), units.CASES, SECTION,
        N_("Cases opened by the end of the month and neither closed nor transferred by then (15 + 16 − 17 − 18)."),
        _cases(f"c.opened <= :end AND {_LEFT} > :end AND NOT {_UNDATED}"), additive=STOCK,
    ),
    Figure(
        "20", "cases.sessions", N_("Case sessions"), units.SESSIONS, SECTION, N_("Sessions of cases in the month."),
        _sessions("1"), additive=FLOW,
    ),
    Figure(
        "21", "cases.minutes", N_("Hours of casework"), units.HOURS, SECTION,
        N_("Length of the sessions of row 20, added in minutes."), _sessions("coalesce(s.minutes, 0)"), additive=FLOW,
    ),
    Figure(
        "22", "cases.reached", N_("Cases closed with goals reached"), units.PERCENT, SECTION,
        N_("Of row 17, the share whose goals were fully or mostly reached."), _cases(_CLOSED, "c.closed", _REACHED),
        "share", additive=NEVER,
    ),
    Figure(
        "23", "cases.crisis", N_("Crisis cases"), units.CASES, SECTION,
        N_("Cases marked as a crisis that were in hand on any day of the month."),
        _cases(f"c.crisis = 'yes' AND c.opened <= :end AND {_LEFT} >= :start"), additive=STOCK,
    ),
    *REPORTS,
    Figure(
        "25", "enquiries", N_("Enquiries answered once"), units.PERSON_TIMES, SECTION,
        N_("Consultations of the month for which no case was opened."), _ENQUIRIES, additive=FLOW,
    ),
)  # fmt: skip
