"""The unified social credit code (统一社会信用代码) of organisations, with its check character (GB 32100-2015).

A code that is odd is a warning, never a wall: papers carry mistakes, and the record is needed all the same.
"""

from models.fields import half_width
from resources.language import N_

LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""31 characters; I, O, S, V and Z are left out."""
_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)


def tidy(text: str | None) -> str | None:
    """The code as it is kept: narrow capitals without blanks and hyphens; None for nothing."""
    return "".join(half_width(text or "").upper().replace("-", "").split()) or None


def check_letter(stem: str) -> str:
    """The 18th character of a code whose first 17 are `stem`."""
    total = sum(weight * LETTERS.index(letter) for weight, letter in zip(_WEIGHTS, stem, strict=True))
    return LETTERS[-total % 31]


def problem(code: str) -> str | None:
    """What is wrong with a tidied code, as a sentence; None for nothing."""
    if len(code) != 18:
        return N_("A social credit code has 18 characters; this one does not.")
    if any(letter not in LETTERS for letter in code):
        return N_("A social credit code holds no I, O, S, V or Z and no signs.")
    if not code[2:8].isdigit():
        return N_("Characters 3 to 8 of a social credit code are the digits of a place.")
    if code[-1] != check_letter(code[:17]):
        return N_("The check character of this social credit code does not fit; compare it with the certificate.")
    return None
