"""Rows 33-38 of the monthly table: community activities."""

from models.figures import units
from models.figures.figure import FLOW, Figure
from models.figures.referrals import HOMES
from resources.language import N_

SECTION = N_("5. Community activities")

_HELD = "+e.station = :unit AND e.deleted = 0 AND e.day BETWEEN :start AND :end"
# The question may stand at its first value while the kind says it.
_CHARITY = "(e.charity = 'yes' OR e.kind = 'charity')"
_POLICY = "(e.policy = 'yes' OR e.kind = 'policy')"
_CAMPAIGN = "e.kind = 'environment'"


def _activities(where="1", amount="1"):
    return f"""
SELECT 'activity' AS "table", e.id AS row, e.day, e.id AS key, {amount} AS amount, e.village, e.field
FROM activity e WHERE {_HELD} AND {where}
"""


def attendances(where="1"):
    """Everyone who came: a row of the sheet each, and the count of those without a name."""
    return f"""
SELECT 'attendance' AS "table", a.id AS row, e.day, a.id AS key, 1 AS amount, e.village, e.field
FROM activity e JOIN attendance a ON a.activity = e.id AND a.deleted = 0 AND a.state IN ('present', 'late')
WHERE {_HELD} AND {where} UNION ALL
SELECT 'activity', e.id, e.day, e.id, e.unnamed, e.village, e.field FROM activity e
WHERE {_HELD} AND {where} AND e.unnamed > 0
"""


def _own_publicity(amount):
    """Rounds of publicity that were no part of an activity: what was, is counted with the activity."""
    return f"""
SELECT 'publicity' AS "table", p.id AS row, p.day, p.id AS key, {amount} AS amount, p.village, NULL AS field
FROM publicity p WHERE p.station = :unit AND p.deleted = 0 AND p.day BETWEEN :start AND :end AND p.activity IS NULL
"""


FIGURES = (
    Figure(
        "33", "activities", N_("Activities held"), units.EVENTS, SECTION,
        N_("Activities of the month, up to today."), _activities(), additive=FLOW,
    ),
    Figure(
        "34", "activities.attendances", N_("Attendances at activities"), units.PERSON_TIMES, SECTION,
        N_("Everyone present or late at the activities of row 33, once an activity, and those counted without a name."),
        attendances(), additive=FLOW,
    ),
    Figure(
        "35.1", "activities.charity", N_("Of these, for public benefit"), units.EVENTS, SECTION,
        N_("Of row 33, those marked as for public benefit or of that kind."), _activities(_CHARITY), additive=FLOW,
    ),
    Figure(
        "35.2", "activities.charity.attendances", N_("For public benefit, attendances"), units.PERSON_TIMES, SECTION,
        N_("Of row 34, those at the activities of row 35.1."), attendances(_CHARITY), additive=FLOW,
    ),
    Figure(
        "36.1", "policy", N_("Policy publicity held"), units.TIMES, SECTION,
        N_(
            "Of row 33, those marked as policy publicity or of that kind; and the times held of publicity that was no"
            " part of an activity."
        ),
        f"{_activities(_POLICY)} UNION ALL {_own_publicity('p.sessions')}", additive=FLOW,
    ),
    Figure(
        "36.2", "policy.attendances", N_("Policy publicity, audience"), units.PERSON_TIMES, SECTION,
        N_("Of row 34, those at the activities of row 36.1; and the audience of publicity that was no part of one."),
        f"{attendances(_POLICY)} UNION ALL {_own_publicity('p.audience')} AND p.audience > 0", additive=FLOW,
    ),
    Figure(
        "36.3", "policy.leaflets", N_("Policy publicity, leaflets"), units.COPIES, SECTION,
        N_("Leaflets given out at the activities of row 36.1 and at publicity that was no part of one."),
        f"{_activities(_POLICY, 'coalesce(e.materials, 0)')} UNION ALL {_own_publicity('p.copies')} AND p.copies > 0",
        additive=FLOW,
    ),
    Figure(
        "37.1", "campaigns", N_("Campaigns such as surroundings"), units.TIMES, SECTION,
        N_("Of row 33, those of the kind surroundings and environment."), _activities(_CAMPAIGN), additive=FLOW,
    ),
    Figure(
        "37.2", "campaigns.attendances", N_("Campaigns, attendances"), units.PERSON_TIMES, SECTION,
        N_("Of row 34, those at the activities of row 37.1."), attendances(_CAMPAIGN), additive=FLOW,
    ),
    *HOMES,
)  # fmt: skip
