"""Rows 26-32 of the monthly table: group work."""

from models.figures import units
from models.figures.figure import FLOW, NEVER, STOCK, Figure
from resources.language import N_

SECTION = N_("4. Group work")

# A group said to have ended, without a day, ended with its last session.
_ENDED = """coalesce(g.ended, CASE WHEN g.state IN ('ended', 'stopped') THEN coalesce(
(SELECT max(s.day) FROM group_session s WHERE s."group" = g.id AND s.deleted = 0), g.started) END, '9999')"""


def _groups(where, day="g.started"):
    return f"""
SELECT 'group' AS "table", g.id AS row, {day} AS day, g.id AS key, 1 AS amount, g.field
FROM "group" g WHERE g.station = :unit AND g.deleted = 0 AND coalesce(g.state, '') <> 'planned' AND {where}
"""


_HELD = """
FROM group_session s LEFT JOIN "group" g ON g.id = s."group"
WHERE +s.station = :unit AND s.deleted = 0 AND s.day BETWEEN :start AND :end AND coalesce(g.deleted, 0) = 0
"""

_SESSIONS = f"""SELECT 'group_session' AS "table", s.id AS row, s.day, s.id AS key, 1 AS amount, g.field {_HELD}"""

_HELD_WITH_ROWS = _HELD.replace("LEFT JOIN", "JOIN attendance a ON a.session = s.id AND a.deleted = 0 LEFT JOIN")


def _sheets(key, amount, where):
    return f"""
SELECT 'attendance' AS "table", a.id AS row, s.day, {key} AS key, {amount} AS amount, g.field
{_HELD_WITH_ROWS} AND {where}
"""


_CAME = "a.state IN ('present', 'late')"
_PERSON = """CASE WHEN a.person IS NOT NULL THEN lower(hex(a.person)) ELSE lower(hex(s."group")) || trim(a.name) END"""

_ATTENDANCES = f"""
{_sheets("a.id", "1", _CAME)} UNION ALL
SELECT 'group_session', s.id, s.day, s.id, s.unnamed, g.field {_HELD} AND s.unnamed > 0
"""

FIGURES = (
    Figure(
        "26", "groups.running", N_("Groups running"), units.PIECES, SECTION,
        N_("Groups that had begun and had not ended before the month."),
        _groups(f"g.started <= :end AND {_ENDED} >= :start"), additive=STOCK,
    ),
    Figure(
        "27", "groups.begun", N_("Groups begun"), units.PIECES, SECTION, N_("Groups that began in the month."),
        _groups("g.started BETWEEN :start AND :end"), additive=FLOW,
    ),
    Figure(
        "28", "groups.ended", N_("Groups ended"), units.PIECES, SECTION, N_("Groups whose last day is in the month."),
        _groups(f"{_ENDED} BETWEEN :start AND :end", _ENDED), additive=FLOW,
    ),
    Figure(
        "29", "groups.sessions", N_("Group sessions held"), units.SESSIONS, SECTION,
        N_("Sessions of groups held in the month, up to today."), _SESSIONS, additive=FLOW,
    ),
    Figure(
        "30", "groups.attendances", N_("Group attendances"), units.PERSON_TIMES, SECTION,
        N_("Everyone present or late at the sessions of row 29, once a session, and those counted without a name."),
        _ATTENDANCES, additive=FLOW,
    ),
    Figure(
        "31", "groups.persons", N_("People in groups"), units.PEOPLE, SECTION,
        N_("Distinct persons of row 30; newcomers by their name within one group; those without a name are left out."),
        _sheets(_PERSON, "1", _CAME), "distinct", additive=NEVER,
    ),
    Figure(
        "32", "groups.rate", N_("Mean attendance"), units.PERCENT, SECTION,
        N_("Present or late among all named on the sheets of the sessions of row 29."), _sheets("a.id", _CAME, "1"),
        "share", additive=NEVER,
    ),
)  # fmt: skip
