"""Rows 24, 38 and 54-56 of the monthly table: mandatory reports, homes adapted, referrals.

A mandatory report is counted and never listed: `drill.rows_of()` leaves out what is restricted.
"""

from models.figures import units
from models.figures.figure import FLOW, STATIONS, Figure
from resources.language import N_

_SECTION = N_("8. Referrals")


def _rows(table, day, where="1", key="id"):
    return f"""
SELECT '{table}' AS "table", id AS row, {day} AS day, {key} AS key, 1 AS amount FROM {table}
WHERE station = :unit AND deleted = 0 AND {day} BETWEEN :start AND :end AND {where}
"""


REPORTS = (
    Figure(
        "24", "reports.mandatory", N_("Mandatory reports"), units.MATTERS, N_("3. Casework"),
        N_("Mandatory reports made in the month, by the day of the report; their number only."),
        _rows("mandatory_report", "reported_on"), additive=FLOW,
    ),
)  # fmt: skip
HOMES = (
    Figure(
        "38", "homes.adapted", N_("Homes adapted for age or disability"), units.HOUSEHOLDS,
        N_("5. Community activities"), N_("Distinct households whose modification was taken over in the month."),
        _rows("home_modification", "accepted_on", "state = 'accepted'", "household"), "distinct",
        additive=frozenset((STATIONS,)),
    ),
)  # fmt: skip
REFERRALS = (
    Figure(
        "54", "referrals.out", N_("Referred out"), units.MATTERS, _SECTION,
        N_("Referrals to other units first sent in the month."),
        _rows("referral", "sent_on", "direction = 'out'"), additive=FLOW,
    ),
    Figure(
        "55", "referrals.in", N_("Referred in"), units.MATTERS, _SECTION,
        N_("Referrals from other units dated in the month."), _rows("referral", "day", "direction = 'in'"),
        additive=FLOW,
    ),
    Figure(
        "56", "referrals.settled", N_("Referrals settled"), units.MATTERS, _SECTION,
        N_("Referrals in either direction completed in the month."),
        _rows("referral", "settled", "state = 'done'"), additive=FLOW,
    ),
)  # fmt: skip
