"""Rows 76-79 of the monthly table: spending, budget, staff costs."""

from models.figures import units
from models.figures.figure import FLOW, NEVER, Figure
from resources.language import N_

SECTION = N_("13. Funds")


def _spent(where="1"):
    return f"""
SELECT 'spending' AS "table", s.id AS row, s.day, s.id AS key, s.amount FROM spending s
WHERE +s.station = :unit AND s.deleted = 0 AND s.day BETWEEN :start AND :end AND {where}
"""


_SO_FAR = """
(SELECT coalesce(sum(s.amount), 0) FROM spending s
WHERE s.project = p.id AND s.deleted = 0 AND s.day <= :end {and_where})
"""
_RUNNING = """
FROM project p WHERE +p.station = :unit AND p.deleted = 0 AND p.stage <> 'stopped' AND p.amount > 0
AND p."begin" <= :end AND coalesce(p.extended, p."end") >= :start
"""
_ALL, _STAFF = _SO_FAR.format(and_where=""), _SO_FAR.format(and_where="AND s.item = 'staff'")

_CARRIED_OUT = f"""
SELECT 'project' AS "table", p.id AS row, p."begin" AS day, p.id AS key, {_ALL} AS amount, p.amount AS under {_RUNNING}
"""
_LABOUR = f"""
SELECT 'project' AS "table", p.id AS row, p."begin" AS day, p.id AS key, {_STAFF} AS amount, {_ALL} AS under {_RUNNING}
"""

FIGURES = (
    Figure(
        "76", "spent", N_("Spent this month"), units.YUAN, SECTION,
        N_("Spending entered for days of the month, in all projects and without one."), _spent(), additive=FLOW,
    ),
    Figure(
        "77", "spent.staff", N_("Of this, on staff"), units.YUAN, SECTION,
        N_("Of row 76, staff pay and allowances."), _spent("s.item = 'staff'"), additive=FLOW,
    ),
    Figure(
        "78", "budget.rate", N_("Budget carried out so far"), units.PERCENT, SECTION,
        N_("Spent so far by the projects at work in the month, out of the amounts of their contracts."), _CARRIED_OUT,
        "quotient", additive=NEVER,
    ),
    Figure(
        "79", "staff.share", N_("Share of staff costs"), units.PERCENT, SECTION,
        N_("Staff costs out of all that the projects of row 78 have spent so far."), _LABOUR, "quotient",
        additive=NEVER,
    ),
)  # fmt: skip
