"""Minutes as hours on the papers of volunteers: added first, rounded once, as finely as the region asks for."""

from models import parameters
from models.figures.figure import rounded
from resources.language import Language


def hours_said(minutes: int, language: Language) -> str:
    """2.5 by the parameter hours_step in hundredths of an hour: 10 shows 2.5, 50 halves, 1 shows 2.50."""
    step = parameters.value("hours_step")
    hundredths = rounded(minutes * 100, 60 * step) * step
    places = 2 if step % 10 else 1
    return f"{language.number(hundredths // 100)}.{hundredths % 100:02}"[: -1 if places == 1 else None]


def hundredths_of_hours(minutes: int) -> float:
    """Hours with two decimals, as the national volunteer network takes them."""
    return rounded(minutes * 100, 60) / 100
