"""Rows 39-46 of the monthly table: volunteers. Only confirmed shifts count (民政部令第67号)."""

from models.figures import units
from models.figures.figure import FLOW, NEVER, STATIONS, STOCK, TIME, Figure
from resources.language import N_

SECTION = N_("6. Volunteering")


def _volunteers(where):
    return f"""
SELECT 'volunteer' AS "table", v.id AS row, v.registered AS day, v.id AS key, 1 AS amount, v.village
FROM volunteer v WHERE v.station = :unit AND v.deleted = 0 AND {where}
"""


def _shifts(key, amount="1", state="confirmed"):
    return f"""
SELECT 'volunteer_hours' AS "table", h.id AS row, h.day, {key} AS key, {amount} AS amount
FROM volunteer_hours h WHERE +h.station = :unit AND h.deleted = 0 AND h.day BETWEEN :start AND :end
AND h.state = '{state}'
"""


_TEAMS = """
SELECT 'volunteer_team' AS "table", t.id AS row, t.founded AS day, t.id AS key, 1 AS amount, t.village
FROM volunteer_team t WHERE t.station = :unit AND t.deleted = 0 AND t.founded <= :end
AND (t.dissolved IS NULL OR t.dissolved > :end)
"""
_PROOFS = """
SELECT 'volunteer_certificate' AS "table", p.id AS row, p.day AS day, p.id AS key, 1 AS amount
FROM volunteer_certificate p WHERE p.station = :unit AND p.deleted = 0 AND p.day BETWEEN :start AND :end
AND p.state = 'issued'
"""


def _trainings(amount="1"):
    return f"""
SELECT 'volunteer_training' AS "table", t.id AS row, t.day AS day, t.id AS key, {amount} AS amount
FROM volunteer_training t WHERE t.station = :unit AND t.deleted = 0 AND t.day BETWEEN :start AND :end
"""


_TRAINED = "coalesce(json_array_length(t.volunteers), 0) + coalesce(t.unnamed, 0)"
_EVENT = "h.day || '|' || coalesce(hex(h.activity), '')"

PENDING = Figure(
    "44", "volunteering.pending", N_("Shifts awaiting review"), units.ENTRIES, SECTION,
    source=_shifts("h.id", state="pending"),
)  # fmt: skip

FIGURES = (
    Figure(
        "39", "volunteers", N_("Volunteers registered"), units.PEOPLE, SECTION,
        N_("Volunteers registered by the end of the month who have not left."),
        _volunteers("v.registered <= :end AND coalesce(v.state, '') <> 'left'"), "distinct", additive=NEVER,
    ),
    Figure(
        "40", "volunteers.new", N_("Volunteers newly registered"), units.PEOPLE, SECTION,
        N_("Volunteers registered in the month."), _volunteers("v.registered BETWEEN :start AND :end"), "distinct",
        additive=frozenset((TIME,)),
    ),
    Figure(
        "41", "volunteers.teams", N_("Volunteer teams"), units.TEAMS, SECTION,
        N_("Teams founded by the end of the month and not dissolved by then."), _TEAMS, additive=STOCK,
    ),
    Figure(
        "42", "volunteering.events", N_("Volunteer services held"), units.EVENTS, SECTION,
        N_("Distinct activities with confirmed shifts in the month; shifts that name none count as one a day."),
        _shifts(_EVENT), "distinct", additive=frozenset((TIME, STATIONS)),
    ),
    Figure(
        "43", "volunteering.attendances", N_("Volunteers taking part"), units.PERSON_TIMES, SECTION,
        N_("Each volunteer once an activity and day among the confirmed shifts of the month."),
        _shifts(f"{_EVENT} || '|' || hex(h.volunteer)"), "distinct", additive=frozenset((TIME, STATIONS)),
    ),
    Figure(
        "44", "volunteering.minutes", N_("Hours volunteered"), units.HOURS, SECTION,
        N_("Length of the confirmed shifts of the month, added in minutes."), _shifts("h.id", "coalesce(h.minutes, 0)"),
        additive=FLOW,
    ),
    Figure(
        "45.1", "volunteers.trainings", N_("Volunteer training, times"), units.TIMES, SECTION,
        N_("Trainings of volunteers in the month."), _trainings(), additive=FLOW,
    ),
    Figure(
        "45.2", "volunteers.trained", N_("Volunteer training, attendances"), units.PERSON_TIMES, SECTION,
        N_("Those named at the trainings of row 45.1, and the others who came."), _trainings(_TRAINED), additive=FLOW,
    ),
    Figure(
        "46", "volunteers.proofs", N_("Proofs of volunteering issued"), units.COPIES, SECTION,
        N_("Proofs issued in the month that are not void."), _PROOFS, additive=FLOW,
    ),
)  # fmt: skip
