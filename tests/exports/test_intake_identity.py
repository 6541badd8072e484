from datetime import date

import pytest

from exports.intake import doubts
from exports.intake.identity import comparable, read_number
from models.id_number import check_character

TODAY = date(2026, 9, 30)


def good(first_17):
    return first_17 + check_character(first_17)


NUMBER = good("51041119530618517")
WITH_X = next(number for order in range(999) if (number := good(f"51041119530618{order:03}")).endswith("X"))


def codes(cell):
    number, found = read_number(cell, TODAY)
    return number, [doubt.code for doubt in found]


def test_a_sound_number_is_taken_as_it_is():
    assert codes(NUMBER) == (NUMBER, [])


def test_blanks_go_and_a_small_x_grows_and_both_are_said():
    assert codes(f"{NUMBER[:6]} {NUMBER[6:14]} {NUMBER[14:]}") == (NUMBER, [doubts.NUMBER_BLANKS.code])
    assert codes(WITH_X.lower()) == (WITH_X, [doubts.NUMBER_SMALL_X.code])


def test_full_width_digits_are_read():
    assert codes("".join(chr(ord(c) + 0xFEE0) for c in NUMBER))[0] == NUMBER


@pytest.mark.parametrize("cell", [float(NUMBER[:17] + "0"), 5.104112017061075e17, "5.10411E+17", 510411195306185.5])
def test_a_number_that_lost_its_digits_is_left_out_and_never_repaired(cell):
    assert codes(cell) == (None, [doubts.LOST_DIGITS.code])


def test_fifteen_digits_are_kept_as_text_or_number():
    assert codes("510411530618517") == ("510411530618517", [doubts.NUMBER_15.code])
    assert codes(510411530618517.0) == ("510411530618517", [doubts.NUMBER_15.code])


def test_a_wrong_check_digit_is_left_out():
    wrong = NUMBER[:17] + ("1" if NUMBER[17] != "1" else "2")
    assert codes(wrong) == (None, [doubts.NUMBER_CHECK.code])


@pytest.mark.parametrize(
    "cell, kind",
    [
        ("12345", doubts.NUMBER_SHAPE),
        ("办理中", doubts.NUMBER_SHAPE),
        (good("51041119531318517"), doubts.NUMBER_BIRTH),
        (good("00041119530618517"), doubts.NUMBER_REGION),
    ],
)
def test_a_number_that_cannot_be_right_is_left_out(cell, kind):
    assert codes(cell) == (None, [kind.code])


@pytest.mark.parametrize("cell", [None, "", "无", "—", "暂无"])
def test_no_number_is_no_doubt(cell):
    number, found = read_number(cell, TODAY)
    assert number is None and [doubt.weight for doubt in found] == [doubts.NOTE]


def test_an_old_number_and_its_new_form_are_comparable():
    assert comparable("510411530618517") == comparable(good("51041119530618517"))
