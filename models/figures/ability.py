"""Rows 68-70 of the monthly table: training that the staff attended, supervision received, training given."""

from models.figures import units
from models.figures.figure import FLOW, Figure
from resources.language import N_

SECTION = N_("11. Ability")


def _held(table, amount="1"):
    """The rows of a form held in the month, each worth `amount`."""
    return f"""
SELECT '{table}' AS "table", t.id AS row, t.day, t.id AS key, {amount} AS amount
FROM "{table}" t WHERE +t.station = :unit AND t.deleted = 0 AND t.day BETWEEN :start AND :end
"""


_PEOPLE = "coalesce(json_array_length(t.people), 0)"

FIGURES = (
    Figure(
        "68.1", "training", N_("Training attended, times"), units.TIMES, SECTION,
        N_("Training that members of the staff attended, by its first day."), _held("staff_training"), additive=FLOW,
    ),
    Figure(
        "68.2", "training.attendances", N_("Training attended, person-times"), units.PERSON_TIMES, SECTION,
        N_("Each member of the staff once a training of row 68.1."), _held("staff_training", _PEOPLE), additive=FLOW,
    ),
    Figure(
        "68.3", "training.hours", N_("Training attended, lesson hours"), units.LESSON_HOURS, SECTION,
        N_("Lesson hours of the trainings of row 68.1, times those who attended."),
        _held("staff_training", f"coalesce(t.hours, 0) * {_PEOPLE}"), additive=FLOW,
    ),
    Figure(
        "69.1", "supervision", N_("Supervision received, times"), units.TIMES, SECTION,
        N_("Supervisions held in the month, however many were supervised."), _held("supervision"), additive=FLOW,
    ),
    Figure(
        "69.2", "supervision.hours", N_("Supervision received, hours"), units.HOURS, SECTION,
        N_("Length of the supervisions of row 69.1, once each, added in minutes."),
        _held("supervision", "coalesce(t.minutes, 0)"), additive=FLOW,
    ),
    Figure(
        "70.1", "trainings.given", N_("Training given, times"), units.TIMES, SECTION,
        N_("Batches of training that the station gave, by their first day."), _held("training_given"), additive=FLOW,
    ),
    Figure(
        "70.2", "trainings.given.attendances", N_("Training given, person-times"), units.PERSON_TIMES, SECTION,
        N_("Those who came to the trainings of row 70.1, once a batch."),
        _held("training_given", "coalesce(t.persons, 0)"), additive=FLOW,
    ),
)  # fmt: skip
