"""Scales filled in for the person of a case, as the first lines of its assessment and its evaluation."""

from models import codes
from models.database import current
from models.fields import Line
from resources.language import Language


def scales_so_far(form) -> tuple[Line, ...]:
    """The last result of each scale: what it is called (in Chinese, as the paper says), score and day."""
    return tuple(
        Line(scale=name, score=str(results[-1].total), day=results[-1].day) for name, results in _results(form)
    )


def scales_before_and_after(form) -> tuple[Line, ...]:
    """The first result of each scale, and the last where it was filled in again."""
    return tuple(
        Line(scale=name, before=str(first.total), **({"after": str(later[-1].total)} if later else {}))
        for name, (first, *later) in _results(form)
    )


def _results(form):
    """(name of the scale, its results by day) of the person whom the case is about."""
    case = form.linked("case") if form.case else None
    table = current().tables["scale_result"]
    rows = table.alive().where(table.person == (case and case.person), table.total.is_null(False))
    found = {}
    for row in rows.order_by(table.day, table.id) if case else ():
        found.setdefault(codes.label("scale", row.scale, Language("zh_CN")), []).append(row)
    return found.items()
