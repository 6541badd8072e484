"""What an identity number cell says. Nothing is ever repaired: a doubtful number is left out and listed."""

import re
from datetime import date

from exports.intake import doubts
from exports.intake.cells import means_nothing, said
from exports.intake.doubts import Doubt
from models import id_number

_CALCULATED = re.compile(r"[0-9](\.[0-9]+)?[eE]\+?[0-9]+")
_EXACT_BELOW = 2**53
_BY_CODE = {
    kind.code: kind for kind in (doubts.NUMBER_SHAPE, doubts.NUMBER_REGION, doubts.NUMBER_BIRTH, doubts.NUMBER_CHECK)
}


def read_number(cell, today: date) -> tuple[str | None, list[Doubt]]:
    """The number of an identity card, or None with the reason. Blanks go, a small x grows, digits stay."""
    text = said(cell)
    if means_nothing(text):
        return None, [Doubt(doubts.NUMBER_NONE)]
    if _has_lost_digits(cell, text):
        return None, [Doubt(doubts.LOST_DIGITS, {"found": text})]
    number = id_number.tidy(text)
    for problem in id_number.problems(number, today):
        return None, [Doubt(_BY_CODE[problem.code], {"found": text})]
    return number, list(_notes(text, number))


def _has_lost_digits(cell, text) -> bool:
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return abs(cell) >= _EXACT_BELOW or not float(cell).is_integer()
    return bool(_CALCULATED.fullmatch(text))


def _notes(text, number):
    if any(char.isspace() for char in text):
        yield Doubt(doubts.NUMBER_BLANKS)
    if "x" in text or "ｘ" in text:
        yield Doubt(doubts.NUMBER_SMALL_X)
    if len(number) == 15 and number.isdigit():
        yield Doubt(doubts.NUMBER_15)


def comparable(number: str | None) -> str | None:
    """The 18-digit form under which an old and a new number of one person are the same; for comparing only."""
    if number and len(number) == 15 and number.isdigit():
        return id_number.longer(number)
    return number
