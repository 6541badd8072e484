"""Rates and means of questionnaires: 满意率 = (非常满意+满意)/有效问卷, and the mean on five points."""

from models.fields import Count
from models.team import shares
from resources.language import N_

PARTS = ("reliability", "access", "visibility", "care", "response")
POINTS = {f"n{point}": Count(label, most=100_000) for point, label in (
    (5, N_("Very satisfied (5)")), (4, N_("Satisfied (4)")), (3, N_("Fair (3)")),
    (2, N_("Not satisfied (2)")), (1, N_("Not satisfied at all (1)")),
)}  # fmt: skip


def answered(line) -> int:
    """How many answered one item."""
    return sum(line.get(name) or 0 for name in POINTS)


def percent(part: int | None, whole: int | None) -> str | None:
    """93.3 %, halves upwards; None where there is nothing to divide by or nothing known."""
    return None if part is None else shares.shown(shares.share(part, whole)) or None


def mean(lines) -> str | None:
    """The mean of all answers on five points with two decimals, halves upwards; None without answers."""
    count = sum(map(answered, lines))
    points = sum((line.get(f"n{point}") or 0) * point for line in lines for point in range(1, 6))
    if not count:
        return None
    hundredths = (200 * points + count) // (2 * count)
    return f"{hundredths // 100}.{hundredths % 100:02}"
