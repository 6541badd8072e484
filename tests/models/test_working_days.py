"""Working days: weekends, announced holidays, and weekends worked instead of them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import parameters, working_days


@pytest.mark.parametrize(
    ("day", "count", "then"),
    [
        (date(2026, 9, 14), 1, date(2026, 9, 15)),
        (date(2026, 9, 11), 1, date(2026, 9, 14)),
        (date(2026, 9, 12), 5, date(2026, 9, 18)),
        (date(2026, 9, 18), 1, date(2026, 9, 20)),  # a Sunday worked for the National Day
        (date(2026, 9, 30), 1, date(2026, 10, 8)),
        (date(2026, 9, 24), 10, date(2026, 10, 15)),
        (date(2025, 9, 30), 1, date(2025, 10, 9)),
        (date(2026, 2, 13), 2, date(2026, 2, 24)),
        (date(2026, 9, 12), 0, date(2026, 9, 12)),
    ],
)
def test_the_term_leaves_out_weekends_and_holidays(day, count, then):
    assert working_days.after(day, count) == then


@given(day=st.dates(date(2024, 12, 1), date(2027, 2, 1)), count=st.integers(0, 30))
def test_the_last_day_of_a_term_is_worked_and_as_many_lie_before_it(day, count):
    then = working_days.after(day, count)
    assert working_days.between(day, then) == count
    assert count == 0 or working_days.is_working_day(then)


def test_the_announced_days_fit_the_week():
    """A day off in the table may fall on a weekend; a day worked always does."""
    rows = parameters.table("holidays")
    assert all(row["kind"] in ("off", "work") for row in rows)
    assert all(date.fromisoformat(row["day"]).weekday() > 4 for row in rows if row["kind"] == "work")
    assert len({row["day"] for row in rows}) == len(rows)


@pytest.mark.parametrize(("year", "days"), [(2025, 28), (2026, 33)])
def test_a_year_has_the_days_off_that_were_announced(year, days):
    off = [row for row in parameters.table("holidays") if row["kind"] == "off" and row["day"].startswith(str(year))]
    assert len(off) == days


def test_a_year_without_announcement_knows_weekends_only():
    week = [date(2031, 10, 1) + timedelta(n) for n in range(7)]
    assert sum(map(working_days.is_working_day, week)) == 5
