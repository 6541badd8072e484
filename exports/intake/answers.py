"""Cells read as answers, by the same questions that a form asks."""

import re
from datetime import date

from exports.intake import doubts
from exports.intake.cells import means_nothing, narrow, said
from exports.intake.dates import readings
from exports.intake.ledger import LedgerRow
from models import codes
from models.errors import UserError
from models.fields import Choice, Choices, Day, Question

_FIRST_EVENTS = 1990
_NUMBER = re.compile(
    r"(?:\+?86[- ]?)?(1[3-9][0-9](?:[- ]?[0-9]{4}){2})(?![0-9])"  # a mobile number
    r"|(0[0-9]{2,3}[- ]?[0-9]{7,8})(?![0-9])"  # a fixed one with its area
    r"|([0-9]{5,12})"
)


def take(row: LedgerRow, name: str, question: Question, today: date, heading="") -> None:
    """Put the answer of the cell under `name` into the row's values, or say why it is left out."""
    text = said(row.cells.get(name))
    if not text:
        return
    if isinstance(question, Choices):
        take_codes(row, name, question.codes, heading)
    elif isinstance(question, Choice):
        take_code(row, name, question.codes, heading)
    elif isinstance(question, Day):
        latest = date(today.year + 5, 12, 31) if question.may_be_future else today
        take_whole_day(row, name, latest, heading)
    else:
        _take_text(row, name, question, text, today, heading)


def _take_text(row, name, question, text, today, heading):
    try:
        value = question.read(text, today)
    except UserError as wrong:
        row.doubt(doubts.VALUE_UNREADABLE, found=_short(text), heading=heading, reason=_Said(wrong))
        return
    problem = None if value is None else next(iter(question.check(value, None, today)), None)
    if problem:
        row.doubt(doubts.VALUE_UNREADABLE, found=_short(text), heading=heading, reason=problem)
    elif value is not None:
        row.values[name] = value


class _Said:
    """A UserError inside a sentence: its words without its code."""

    def __init__(self, error):
        self._sentence, self._values = error.sentence, error.values

    def say(self, language):
        return language.text(self._sentence, **self._values)


def _short(text):
    return text if len(text) <= 60 else text[:60] + "…"


def take_code(row, name, list_name, heading=""):
    text = said(row.cells.get(name))
    code = codes.find(list_name, narrow(text)) if text else None
    if code is not None:
        row.values[name] = code  # 无 and 不详 are answers where the list has them
    elif not means_nothing(text):
        row.doubt(doubts.UNKNOWN_WORD, found=_short(text), heading=heading)


def take_codes(row, name, list_name, heading=""):
    """Several codes in one cell, whatever separates them; words not in the list are left out and listed."""
    text = said(row.cells.get(name))
    whole = codes.find(list_name, narrow(text)) if text else None
    if whole is None and means_nothing(text):
        return
    found = {text: whole} if whole else dict(codes.several(list_name, narrow(text)))
    for word in (word for word, code in found.items() if code is None):
        row.doubt(doubts.UNKNOWN_WORD, found=_short(word), heading=heading)
    row.values[name] = tuple(sorted({code for code in found.values() if code}))


def take_whole_day(row, name, latest, heading=""):
    """A whole day not after `latest`, such as the beginning of a file."""
    cell = row.cells.get(name)
    days = readings(cell, latest, _FIRST_EVENTS)
    if len(days) == 1 and len(days[0]) == 10:
        row.values[name] = date.fromisoformat(days[0])
    elif not means_nothing(said(cell)):
        row.doubt(doubts.NOT_A_DAY, found=_short(said(cell)), heading=heading)


def take_event_day(row: LedgerRow, today: date) -> None:
    """The day of a visit or a shift: a whole day, or the row waits until somebody writes it."""
    cell = row.cells.get("day")
    text = said(cell)
    days = readings(cell, today, _FIRST_EVENTS)
    if not text:
        row.doubt(doubts.DAY_MISSING)
    elif not days:
        row.doubt(doubts.DAY_UNREADABLE, found=_short(text))
    elif len(days) > 1 or len(days[0]) < 10:
        row.doubt(doubts.DAY_OPEN, found=_short(text))
    else:
        row.values["day"] = date.fromisoformat(days[0])


def take_phones(row: LedgerRow, question: Question, today: date) -> None:
    """One or two telephone numbers of one cell (or of two columns); a third, and what is no number, is listed."""
    found = []
    for name in ("phone", "phone2"):
        text = narrow(said(row.cells.get(name)))
        if not means_nothing(text):
            found += _numbers(row, text, question, today)
    found = list(dict.fromkeys(found))
    if len(found) > 2:
        row.doubt(doubts.PHONES_MORE, found="、".join(found[2:]))
    for name, number in zip(("phone", "phone2"), found, strict=False):
        row.values[name] = number


def _numbers(row, text, question, today):
    spans = list(_NUMBER.finditer(text))
    numbers = []
    for match in spans:
        number = re.sub(r"[- ]", "", match[1]) if match[1] else (match[2] or match[3]).replace(" ", "")
        if any(question.check(number, None, today)):
            row.doubt(doubts.PHONE_SHAPE, found=_short(match[0]))
        else:
            numbers.append(number)
    rest = _NUMBER.sub("", text).strip(" /、,;()-")
    if rest:
        row.doubt(doubts.PHONE_SHAPE, found=_short(text if not spans else rest))
    return numbers
