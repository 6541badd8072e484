from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.intake.dates import agreed, readings, within

TODAY = date(2026, 9, 30)


@pytest.mark.parametrize(
    "cell, day",
    [
        ("1953.5.6", "1953-05-06"),
        ("1953-05-06", "1953-05-06"),
        ("1953/5/6", "1953-05-06"),
        ("1953年5月6日", "1953-05-06"),
        ("1953年5月", "1953-05"),
        ("1953.5", "1953-05"),
        ("1953年", "1953"),
        ("1953", "1953"),
        ("19530506", "1953-05-06"),
        ("195305", "1953-05"),
        ("１９５３．５．６", "1953-05-06"),
        ("1953。5。6", "1953-05-06"),
        ("1953-05-06 00:00:00", "1953-05-06"),
        ("53.5", "1953-05"),
        ("53年5月", "1953-05"),
        ("53.5.6", "1953-05-06"),
        ("1953.10", "1953-10"),
        (date(1953, 5, 6), "1953-05-06"),
        (datetime(1953, 5, 6, 8, 30), "1953-05-06"),
        (19530506.0, "1953-05-06"),
        (1953.0, "1953"),
        (53.5, "1953-05"),
        (19485.0, "1953-05-06"),
    ],
)
def test_a_spelling_with_one_meaning_is_read(cell, day):
    assert readings(cell, TODAY) == [day]


@pytest.mark.parametrize(
    "cell, days",
    [
        ("10.7", ["1910-07", "2010-07"]),
        (10.7, ["1910-07", "2010-07"]),
        (1953.1, ["1953-01", "1953-10"]),  # Excel drops the zero of 1953.10
        ("201005", ["1920-10-05", "2010-05", "2020-10-05"]),
    ],
)
def test_a_spelling_with_several_meanings_gives_them_all(cell, days):
    assert readings(cell, TODAY) == days


@pytest.mark.parametrize(
    "cell",
    ["", "无", "不详", "五三年五月", "农历1953.5.6", "1953.13", "1953.2.30", "2099.1.1", "5.6", True, None, -3.5, 6e17],
)  # fmt: skip
def test_what_is_no_date_or_lies_ahead_has_no_reading(cell):
    assert readings(cell, TODAY) == []


def test_a_shorter_list_of_years_leaves_one_century():
    assert readings("26.8", TODAY, oldest=1990) == ["2026-08"]


def test_readings_agree_on_what_they_share():
    assert agreed(["1953-01", "1953-10"]) == "1953"
    assert agreed(["1910-07", "2010-07"]) is None
    assert agreed(["1953-05-06", "1953-05"]) == "1953-05"


def test_a_partial_day_is_within_the_whole_one():
    assert within("1953-05", "1953-05-06") and within("1953-05-06", "1953-05-06")
    assert not within("1953-06", "1953-05-06")


@given(st.one_of(st.text(max_size=30), st.floats(), st.integers(), st.booleans(), st.none(), st.dates()))
def test_no_cell_breaks_the_reader_and_no_reading_lies_ahead(cell):
    assert all("1900" <= day <= "2026-09-30" for day in readings(cell, TODAY))


@given(st.dates(date(1900, 1, 1), TODAY))
def test_every_day_is_read_back_from_each_spelling(day):
    for text in (
        f"{day.year}.{day.month}.{day.day}",
        f"{day:%Y%m%d}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day}",
    ):
        assert readings(text, TODAY) == [day.isoformat()]
