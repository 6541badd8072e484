"""Scales over time: the results of one person one after another, and those to be filled in again."""

from models.due import Due
from models.scales.result import ScaleResult


def course(result) -> list[ScaleResult]:
    """All results of the same person and scale that have a total, by day; this one alone where nobody is named."""
    if not result.person:
        return [result] if result.total is not None else []
    rows = ScaleResult.alive().where(
        ScaleResult.person == result.person, ScaleResult.scale == result.scale, ScaleResult.total.is_null(False)
    )
    return list(rows.order_by(ScaleResult.day, ScaleResult.id))


def repeats_due(store, until) -> list[Due]:
    """Scales to be repeated by `until` that were not filled in again since, of persons still on file."""
    found = []
    for row in ScaleResult.alive().where(ScaleResult.station == store.unit, ScaleResult.repeat_on <= until):
        person = row.linked("person")
        later = ScaleResult.alive().where(
            ScaleResult.person == row.person, ScaleResult.scale == row.scale, ScaleResult.day > row.day
        )
        if person and person.state == "active" and not later.exists():
            found.append(Due("scale_result", row.id, person.name, person.village, person.risk, row.repeat_on, row.day))
    return sorted(found, key=lambda due: due.day)
