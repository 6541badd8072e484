"""Dates as ledgers write them: every reading a spelling allows, never one picked among several.

A spelling is read into the partial days (`1953`, `1953-05`, `1953-05-06`) it can mean. More than one means that the
cell alone does not say; the caller asks another witness (the identity number) or leaves the value out.
"""

import re
from datetime import date, datetime, timedelta

from exports.intake.cells import narrow, said

OLDEST = 1900
_EXCEL_DAY_0 = date(1899, 12, 30)
_SEPARATED = re.compile(r"([0-9]{1,4})\s*[-./年、,\\]\s*([0-9]{1,2})(?:\s*[-./月、,\\]\s*([0-9]{1,2}))?\s*[日号月]?")
_CLOCK = re.compile(r"[ T]+[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?(\.0+)?$")
_SIGNS = str.maketrans({"。": ".", "．": ".", "·": ".", "－": "-", "—": "-", "–": "-", "~": "-"})


def readings(cell, today: date, oldest=OLDEST) -> list[str]:
    """The partial days from `oldest` to `today` that a cell can mean, in order; none when it is no date.

    A bare number may be a day count of Excel's; `58.1` as a number may have been `58.10`.
    """
    if isinstance(cell, datetime):
        cell = cell.date()
    if isinstance(cell, date):
        found = [cell.isoformat()]
    elif isinstance(cell, (int, float)) and not isinstance(cell, bool):
        found = _of_number(cell, today)
    elif isinstance(cell, str):
        found = _of_text(_CLOCK.sub("", narrow(cell).translate(_SIGNS).strip()), today)
    else:
        found = []
    return sorted({day for day in found if f"{oldest}" <= day <= today.isoformat()[: len(day)]})


def agreed(days: list[str]) -> str | None:
    """What all of several readings have in common: the year, the year and month; None when nothing."""
    for length in (10, 7, 4):
        heads = {day[:length] for day in days}
        if len(heads) == 1 and all(len(day) >= length for day in days):
            return heads.pop()
    return None


def within(day: str, witness: str) -> bool:
    """Whether two partial days can be the same day."""
    return day.startswith(witness) or witness.startswith(day)


def _of_number(number, today) -> list[str]:
    text = said(number)
    if "e" in text.lower() or number < 0:
        return []
    if "." in text:
        found = _of_text(text, today)
        whole, rest = text.split(".")
        return found + (_of_text(f"{whole}.{rest}0", today) if len(rest) == 1 and rest == "1" else [])
    found = _of_digits(text, today)
    if not found and 366 < number < 2_958_466:
        found = [(_EXCEL_DAY_0 + timedelta(int(number))).isoformat()]
    return found


def _of_text(text, today) -> list[str]:
    if text.isascii() and text.isdigit():
        return _of_digits(text, today)
    if found := re.fullmatch(r"([0-9]{2,4})年", text):
        return _years(found[1], today)
    if not (found := _SEPARATED.fullmatch(text)):
        return []
    year, month, day = found.groups()
    if len(year) == 3 or (len(year) == 1 and day is None):
        return []
    return [d for full in _years(year, today) if (d := _day(full, month, day))]


def _of_digits(digits, today) -> list[str]:
    """1953, 195305, 19530506; 530506 where it cannot be mistaken is still two centuries."""
    if len(digits) == 4:
        return [digits]
    if len(digits) == 8:
        return [d for d in [_day(digits[:4], digits[4:6], digits[6:])] if d]
    if len(digits) == 6:
        found = [_day(digits[:4], digits[4:])]
        found += [_day(year, digits[2:4], digits[4:]) for year in _years(digits[:2], today)]
        return [d for d in found if d and d >= str(OLDEST)]
    return []


def _years(year, today) -> list[str]:
    """Four digits as they are; of two, each century that is not in the future."""
    if len(year) == 4:
        return [year]
    if len(year) != 2:
        return []
    return [century + year for century in ("19", "20") if int(century + year) <= today.year]


def _day(year, month, day=None) -> str | None:
    try:
        whole = date(int(year), int(month), int(day or 1))
    except ValueError:
        return None
    return whole.isoformat()[: 10 if day else 7]
