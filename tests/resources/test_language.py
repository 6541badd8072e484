from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources.language import LANGUAGES, Language

CHINESE, ENGLISH = Language("zh_CN"), Language("en")


def test_chinese_is_the_language_unless_another_is_named():
    assert Language() == CHINESE
    assert Language() != ENGLISH


def test_a_language_without_catalogue_is_refused():
    with pytest.raises(ValueError):
        Language("fr")


@pytest.mark.parametrize("language", [CHINESE, ENGLISH])
def test_what_no_catalogue_knows_is_said_as_it_stands(language):
    assert language.text("No catalogue has {this}.", this="it") == "No catalogue has it."
    assert language.text("") == ""


@pytest.mark.parametrize("language", [CHINESE, ENGLISH])
def test_what_people_type_is_not_filled_in_again(language):
    assert language.text("“{text}”", text="{0} {name} %s") == "“{0} {name} %s”"


def test_a_month_is_said_as_it_is_written():
    assert CHINESE.month("2026-09") == "2026年9月"
    assert ENGLISH.month("2026-09") == "September 2026"


def test_a_day_of_the_year_in_hand_needs_no_year():
    assert CHINESE.day(date(2026, 1, 5), 2026) == "01-05"
    assert CHINESE.day(date(2025, 11, 20), 2026) == "2025-11-20"
    assert CHINESE.day(date(2025, 11, 20)) == "2025-11-20"


def test_a_long_day_has_its_weekday():
    assert CHINESE.long_day(date(2026, 11, 20)) == "11月20日 星期五"
    assert ENGLISH.long_day(date(2026, 11, 20)) == "Friday, 20 November"


def test_numbers_have_commas_by_thousands():
    assert [CHINESE.number(n) for n in (0, 999, 1000, 41352, -1234567)] == ["0", "999", "1,000", "41,352", "-1,234,567"]


def test_money_is_yuan_with_two_decimals():
    assert [CHINESE.money(fen) for fen in (0, 5, 123450, -5, -100000)] == [
        "0.00",
        "0.05",
        "1,234.50",
        "-0.05",
        "-1,000.00",
    ]


def test_hours_have_one_decimal_with_halves_upwards():
    assert [CHINESE.hours(m) for m in (0, 2, 3, 90, 150, 60 * 1234)] == ["0.0", "0.0", "0.1", "1.5", "2.5", "1,234.0"]


@given(st.integers(-(10**12), 10**12))
def test_no_fen_is_lost_in_writing(fen):
    for name in LANGUAGES:
        assert int(Language(name).money(fen).replace(",", "").replace(".", "")) == fen


def test_a_number_chooses_its_form():
    assert ENGLISH.plural("{n} visit", "{n} visits", 1) == "1 visit"
    assert ENGLISH.plural("{n} visit", "{n} visits", 1200) == "1,200 visits"
    assert ENGLISH.plural("{n} visit to {who}", "{n} visits to {who}", 2, who="A") == "2 visits to A"
