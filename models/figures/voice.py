"""Rows 71-75 of the monthly table: meetings, publicity, satisfaction, complaints."""

from models.figures import units
from models.figures.figure import FLOW, NEVER, Figure
from resources.language import N_

SECTION = N_("12. Publicity and satisfaction")

_MEETINGS = """
SELECT 'meeting' AS "table", m.id AS row, m.day, m.id AS key, 1 AS amount
FROM meeting m WHERE +m.station = :unit AND m.deleted = 0 AND m.state = 'held' AND m.day BETWEEN :start AND :end
"""

_ARTICLES = """
SELECT 'article' AS "table", a.id AS row, a.day, a.id AS key, 1 AS amount
FROM article a WHERE +a.station = :unit AND a.deleted = 0 AND a.kind <> 'event' AND a.day BETWEEN :start AND :end
"""

# A sheet says whether it is satisfied; a survey without such sheets is counted as it was tallied.
_SURVEYS = """
FROM survey s WHERE +s.station = :unit AND s.deleted = 0 AND s.kind = 'satisfaction' AND s.day BETWEEN :start AND :end
"""
_SHEETS = """
FROM survey_sheet q JOIN survey s ON s.id = q.survey AND s.deleted = 0 AND s.kind = 'satisfaction'
WHERE +q.station = :unit AND q.deleted = 0 AND q.satisfied IS NOT NULL AND s.day BETWEEN :start AND :end
"""
_TALLIED = """
AND NOT EXISTS (SELECT 1 FROM survey_sheet q WHERE q.survey = s.id AND q.deleted = 0 AND q.satisfied IS NOT NULL)
"""

_VALID = f"""
SELECT 'survey_sheet' AS "table", q.id AS row, s.day, q.id AS key, 1 AS amount {_SHEETS} UNION ALL
SELECT 'survey', s.id, s.day, s.id, coalesce(s.valid, 0) {_SURVEYS} {_TALLIED}
"""

_SATISFIED = f"""
SELECT 'survey_sheet' AS "table", q.id AS row, s.day, q.id AS key, q.satisfied = 'yes' AS amount, 1 AS under {_SHEETS}
UNION ALL
SELECT 'survey', s.id, s.day, s.id, s.satisfied, s.valid {_SURVEYS} {_TALLIED} AND s.satisfied IS NOT NULL
AND s.valid > 0
"""


def _complaints(day, where="1"):
    return f"""
SELECT 'appeal' AS "table", a.id AS row, a.{day} AS day, a.id AS key, 1 AS amount, a.village, a.field
FROM appeal a WHERE +a.station = :unit AND a.deleted = 0 AND a.kind = 'complaint'
AND a.{day} BETWEEN :start AND :end AND {where}
"""


MEETINGS = (
    Figure(
        "71", "meetings", N_("Meetings"), units.TIMES, N_("11. Ability"),
        N_("Meetings of the month that were held."), _MEETINGS, additive=FLOW,
    ),
)  # fmt: skip

FIGURES = (
    Figure(
        "72", "articles", N_("News and briefs"), units.ARTICLES, SECTION,
        N_("News items, briefs and reports of the month; publicity events are not counted here."),
        _ARTICLES, additive=FLOW,
    ),
    Figure(
        "73", "satisfaction.forms", N_("Satisfaction questionnaires"), units.COPIES, SECTION,
        N_("Valid questionnaires of the satisfaction surveys of the month."), _VALID, additive=FLOW,
    ),
    Figure(
        "74", "satisfaction.rate", N_("Satisfaction rate"), units.PERCENT, SECTION,
        N_("Of row 73, those satisfied or very satisfied on the whole."), _SATISFIED, "quotient", additive=NEVER,
    ),
    Figure(
        "75.1", "complaints", N_("Complaints"), units.MATTERS, SECTION,
        N_("Complaints received in the month."), _complaints("received"), additive=FLOW,
    ),
    Figure(
        "75.2", "complaints.settled", N_("Complaints settled"), units.MATTERS, SECTION,
        N_("Complaints settled in the month, whenever they were received."),
        _complaints("solved", "a.state IN ('solved', 'closed')"), additive=FLOW,
    ),
)  # fmt: skip
