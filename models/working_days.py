"""Working days: weekdays without the public holidays, with the weekends worked instead of them.

The days come from resources/parameters/holidays.csv, which holds what the State Council has announced. Of a year it
says nothing about, only the weekends are known: a term then ends too early by its holidays, never too late.
"""

from datetime import date, timedelta
from functools import cache

from models import parameters


@cache
def _announced() -> dict[date, bool]:
    """Day → whether it is worked, for the days that differ from the week's rule."""
    return {date.fromisoformat(row["day"]): row["kind"] == "work" for row in parameters.table("holidays")}


def is_working_day(day: date) -> bool:
    return _announced().get(day, day.weekday() < 5)


def after(day: date, count: int) -> date:
    """The working day that is the `count`-th after `day`; with 0 the day itself."""
    while count:
        day += timedelta(1)
        count -= is_working_day(day)
    return day


def between(day: date, until: date) -> int:
    """How many working days lie after `day`, up to and with `until`."""
    return sum(is_working_day(day + timedelta(number)) for number in range(1, (until - day).days + 1))
