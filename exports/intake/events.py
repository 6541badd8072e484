"""A row of a visits or an hours ledger: a day, names, what was done. The records say later who is meant."""

import re
from datetime import date, time, timedelta

from exports.intake import answers, doubts, identity
from exports.intake.cells import joined_name, means_nothing, narrow, said
from exports.intake.ledger import LedgerRow
from exports.intake.roster import take_name
from models import codes
from models.errors import UserError
from models.fields import Link, Links
from models.people.person import Person
from models.services.visit import Visit
from models.team.staff import Staff
from models.volunteering.hours import VolunteerHours
from models.volunteering.volunteer import Volunteer


def _generic(record, *but):
    """The questions of a record whose columns need no more than their own reading."""
    return {
        name: question
        for name, question in record.questions().items()
        if not question.derived and name not in but and not isinstance(question, (Link, Links))
    }


_VISIT = _generic(Visit, "day") | {"village": Person.village}
_HOURS = _generic(Volunteer, "name", "id_number", "phone") | _generic(VolunteerHours, "day", "start", "end")
_LENGTH = re.compile(r"([0-9]+(?:\.[0-9]+)?)(小时|个小时|时|h|hr|hours?|分钟|分|min|m)?", re.IGNORECASE)
_HOUR_WORDS = ("小时", "个小时", "时", "h", "hr", "hour", "hours")


def read_visits(rows: list[LedgerRow], headings: dict[str, str], today: date) -> None:
    for row in rows:
        if not take_name(row, Person.name, today):
            continue
        row.asks_met = "met" in headings
        answers.take_event_day(row, today)
        _take_number(row, today)
        _take_visitors(row, headings)
        if "way" not in headings:
            _tell_way_from_kind(row)
        for name, question in _VISIT.items():
            answers.take(row, name, question, today, headings.get(name, ""))


def read_hours(rows: list[LedgerRow], headings: dict[str, str], today: date) -> None:
    for row in rows:
        if not take_name(row, Volunteer.name, today):
            continue
        answers.take_event_day(row, today)
        _take_number(row, today)
        _take_shift(row)
        answers.take_phones(row, Volunteer.phone, today)
        for name, question in _HOURS.items():
            answers.take(row, name, question, today, headings.get(name, ""))
        row.values["activity"] = said(row.cells.get("activity"))


def _take_number(row, today):
    """The identity number as a witness of who is meant; a blank one is no news here."""
    number, found = identity.read_number(row.cells.get("id_number"), today)
    row.doubts += [doubt for doubt in found if doubt.kind is not doubts.NUMBER_NONE]
    if number:
        row.values["id_number"] = number


def _take_visitors(row, headings):
    names = _names(said(row.cells.get("visitors")))
    fit = tuple(
        name for name in names if name.replace("·", "").isalpha() and not any(Staff.name.check(name, None, None))
    )
    for name in names:
        if name not in fit:
            row.doubt(doubts.UNKNOWN_WORD, found=name[:60], heading=headings.get("visitors", ""))
    row.values["visitors"] = fit


def _tell_way_from_kind(row):
    """Lists without a column for the way have 电话走访 among their kinds, so that the other kinds are at home."""
    kind = said(row.cells.get("kind"))
    if codes.find("visit_kind", kind):
        row.cells["way"] = "上门"
    elif codes.find("visit_way", kind):
        row.cells["way"], row.cells["kind"] = kind, ""


def _names(text) -> tuple[str, ...]:
    """Several names in a cell, in the order written."""
    names = [joined_name(part) for part in re.split(r"[、,，;；/／|\n]+", text)]
    if len(names) == 1 and re.fullmatch(r"\S{2,4}(\s+\S{2,4})+", text) and all(len(part) > 1 for part in text.split()):
        names = text.split()
    return tuple(dict.fromkeys(name for name in names if name and not means_nothing(name)))


def _take_shift(row):
    start, end = clock(row.cells.get("start")), clock(row.cells.get("end"))
    if not (start and end and start < end):
        found = "–".join(said(row.cells.get(name)) or "?" for name in ("start", "end"))
        row.doubt(doubts.TIMES_MISSING, found=found)
        return
    row.values |= {"start": start, "end": end}
    minutes = (end.hour - start.hour) * 60 + end.minute - start.minute
    length = row.cells.get("minutes")
    if said(length) and minutes not in lengths(length):
        row.doubt(doubts.HOURS_DIFFER, found=said(length)[:60])


def clock(cell) -> time | None:
    """A time of day from a time cell, a fraction of a day, or text such as 9:00, 9：30, 9点半."""
    if isinstance(cell, timedelta):
        seconds = int(cell.total_seconds())
    elif isinstance(cell, float) and 0 < cell < 1:
        seconds = round(cell * 24 * 60) * 60
    else:
        return _typed_clock(narrow(said(cell)))
    return time(seconds // 3600, seconds % 3600 // 60) if 0 <= seconds < 24 * 3600 else None


def _typed_clock(text):
    text = re.sub(r":[0-9]{2}$", "", text) if text.count(":") == 2 else text
    text = text.replace("点半", ":30").replace("时", ":").replace("分", "").replace(".", ":")
    try:
        return VolunteerHours.start.read(text, date.min)
    except UserError:
        return None


def lengths(cell) -> set[int]:
    """The minutes a length can mean: `4小时` 240; a bare `4` four hours or four minutes, a time cell both."""
    if isinstance(cell, timedelta):
        return {int(cell.total_seconds()) // 60}
    found = _LENGTH.fullmatch(narrow(said(cell)).replace(" ", ""))
    if not found or len(found[1]) > 8:
        return set()
    number, unit = float(found[1]), (found[2] or "").lower()
    if unit:
        return {round(number * 60)} if unit in _HOUR_WORDS else {round(number)}
    return {round(number * 60), round(number)}
