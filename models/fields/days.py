"""Answers of time: days of events, births known in part, times of day."""

import re
from datetime import date, time, timedelta

from models.errors import Wrong
from models.fields.question import Question, half_width
from resources.language import N_

_SPOKEN = {"今天": 0, "昨天": 1, "前天": 2, "today": 0, "yesterday": 1}
_DAY_SHAPES = (
    (re.compile(r"([0-9]{4})[-./年]([0-9]{1,2})[-./月]([0-9]{1,2})日?"), ("year", "month", "day")),
    (re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})"), ("year", "month", "day")),
    (re.compile(r"([0-9]{1,2})[-./月]([0-9]{1,2})日?"), ("month", "day")),
    (re.compile(r"([0-9]{2})([0-9]{2})"), ("month", "day")),
    (re.compile(r"([0-9]{1,2})日?"), ("day",)),
)


class Day(Question):
    """A whole date of an event. Typed `3.5` or `0305` (5 March of this year), `20260305`, `20`, `0`, `-1`, 昨天."""

    def __init__(self, label, *, may_be_future=False, **options):
        super().__init__(label, **options)
        self.may_be_future = may_be_future

    def read(self, text, today):
        typed = half_width(text)
        if not typed:
            return None
        if typed in _SPOKEN:
            return today - timedelta(_SPOKEN[typed])
        if re.fullmatch(r"0|-[0-9]{1,3}", typed):
            return today + timedelta(int(typed))
        for shape, parts in _DAY_SHAPES:
            if found := shape.fullmatch(typed):
                return _real_day(
                    {"year": today.year, "month": today.month} | dict(zip(parts, map(int, found.groups()), strict=True))
                )
        raise Wrong(N_("Type a date such as 3.5, 0305 or 20260305."))

    def check(self, value, record, today):
        if value.year < 1900:
            yield self.problem(N_("This date lies before 1900."))
        elif value > today and not self.may_be_future:
            yield self.problem(N_("This date is in the future."))
        elif value.year > today.year + 30:
            yield self.problem(N_("This date lies too far in the future."))

    def show(self, value, language):
        return "" if value is None else language.day(value)

    def pack(self, value):
        return value if value is None or isinstance(value, str) else value.isoformat()

    def unpack(self, packed):
        if packed is None:
            return None
        try:
            if type(packed) is str and (found := date.fromisoformat(packed)).isoformat() == packed:
                return found
        except ValueError:
            pass
        raise Wrong(N_("This is not a date."))


def _real_day(parts):
    try:
        return date(**parts)
    except ValueError:
        raise Wrong(N_("This day is not in the calendar.")) from None


_PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_PARTIAL_TYPED = (
    re.compile(r"([0-9]{4})年?"),
    re.compile(r"([0-9]{4})[-./年]([0-9]{1,2})月?"),
    re.compile(r"([0-9]{4})([0-9]{2})"),
    re.compile(r"([0-9]{4})[-./年]([0-9]{1,2})[-./月]([0-9]{1,2})日?"),
    re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})"),
)


class PartialDay(Question):
    """A birth or an old fact known to the year, month or day: `1953`, `1953-05`, `1953-05-06`."""

    goes_upward = False

    def read(self, text, today):
        typed = half_width(text)
        if not typed:
            return None
        for shape in _PARTIAL_TYPED:
            if found := shape.fullmatch(typed):
                return self._from_parts(found.groups())
        raise Wrong(N_("Type a year, month or day such as 1953, 1953.5 or 19530506."))

    def _from_parts(self, parts):
        numbers = [int(part) for part in parts]
        _real_day(dict(zip(("year", "month", "day"), (numbers + [1, 1])[:3], strict=True)))
        return "-".join([f"{numbers[0]:04}"] + [f"{n:02}" for n in numbers[1:]])

    def check(self, value, record, today):
        if value > today.isoformat()[: len(value)]:
            yield self.problem(N_("This date is in the future."))
        elif value < "1880":
            yield self.problem(N_("This date lies too far back."))

    def unpack(self, packed):
        packed = super().unpack(packed)
        if packed is not None:
            found = _PARTIAL.fullmatch(packed)
            if not found:
                raise Wrong(N_("This is not a date."))
            self._from_parts([part for part in found.groups() if part])
        return packed

    def show(self, value, language):
        return value or ""


class Time(Question):
    """A time of day to the minute: `9`, `930`, `9:30`."""

    def read(self, text, today):
        typed = half_width(text).replace("点", ":").rstrip(":")
        if not typed:
            return None
        found = re.fullmatch(r"([0-9]{1,2})(?::?([0-9]{2}))?", typed)
        if not found or int(found[1]) > 23 or int(found[2] or 0) > 59:
            raise Wrong(N_("Type a time such as 9:30 or 1430."))
        return time(int(found[1]), int(found[2] or 0))

    def pack(self, value):
        return value if value is None or isinstance(value, str) else value.strftime("%H:%M")

    def unpack(self, packed):
        if packed is None:
            return None
        if type(packed) is str and re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", packed):
            return time(int(packed[:2]), int(packed[3:]))
        raise Wrong(N_("This is not a time."))

    def show(self, value, language):
        return "" if value is None else value.strftime("%H:%M")
