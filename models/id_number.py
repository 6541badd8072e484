"""Identity numbers: what they say and what may be wrong with them (GB 11643-1999, GA 1276 for residence permits)."""

import re
from datetime import date

from models.errors import Problem
from resources.language import N_

NONE = "无"
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_PROVINCES = frozenset(
    f"{number:02}"
    for first, last in ((11, 15), (21, 23), (31, 37), (41, 46), (50, 54), (61, 65), (71, 71), (81, 83))
    for number in range(first, last + 1)
)
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SHAPE_18 = re.compile(r"[0-9]{17}[0-9X]")
_SHAPE_15 = re.compile(r"[0-9]{15}")
_SHAPE_FOREIGN = re.compile(r"[A-Z]{3}[0-9]{12}")


def tidy(text: str) -> str:
    """`text` as a number is written: half-width, no blanks, dashes or unseen marks, capital X."""
    return re.sub(r"[\s\-—'’\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]", "", text.translate(_FULL_WIDTH)).upper()


def check_character(first_17: str) -> str:
    """The 18th character for 17 digits (GB 11643-1999, ISO 7064 MOD 11-2)."""
    return _CHECKS[sum(int(digit) * weight for digit, weight in zip(first_17, _WEIGHTS, strict=True)) % 11]


def longer(number: str) -> str:
    """A 15-digit number as the 18 digits of today."""
    first_17 = f"{number[:6]}19{number[6:]}"
    return first_17 + check_character(first_17)


def birth_of(number: str) -> date | None:
    """The birthday an 18- or 15-digit number carries; None when it carries none or an impossible one."""
    if _SHAPE_18.fullmatch(number):
        digits = number[6:14]
    elif _SHAPE_15.fullmatch(number):
        digits = "19" + number[6:12]
    else:
        return None
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None


def sex_of(number: str) -> str | None:
    """GB/T 2261.1 code "1" or "2" from the order digit; None when the number carries none."""
    if _SHAPE_18.fullmatch(number):
        return "1" if int(number[16]) % 2 else "2"
    if _SHAPE_15.fullmatch(number):
        return "1" if int(number[14]) % 2 else "2"
    return None


def problems(number: str, today: date):
    """What is doubtful about a tidied number, as warnings: papers with odd numbers exist."""
    if number == NONE or _SHAPE_FOREIGN.fullmatch(number):
        return
    if not (_SHAPE_18.fullmatch(number) or _SHAPE_15.fullmatch(number)):
        yield _doubt(
            "L-11", N_("An identity number has 18 (or, formerly, 15) digits; this has {count}."), count=len(number)
        )
        return
    if number[:2] not in _PROVINCES and number[0] != "9":
        yield _doubt("L-12", N_("No region begins with {digits}."), digits=number[:2])
    birth = birth_of(number)
    if birth is None or birth > today or birth.year < 1880:
        yield _doubt("L-13", N_("The birthday in this number does not exist or lies in the future."))
    if len(number) == 18 and check_character(number[:17]) != number[17]:
        right = check_character(number[:17])
        yield _doubt(
            "L-14",
            N_(
                "The last character should be {right}. Look at the identity card again; "
                "if there is none, choose “no papers”."
            ),
            right=right,
        )


def _doubt(code, sentence, **values):
    return Problem(None, sentence, values, blocks=False, code=code)
