"""Amounts in capital figures read back as what they were."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.team.capitals import capitals

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_SMALL = {"拾": 10, "佰": 100, "仟": 1000}


@pytest.mark.parametrize(
    ("fen", "said"),
    [
        (1_500_000, "壹万伍仟元整"), (130_000, "壹仟叁佰元整"), (1_005, "壹拾元零伍分"), (50, "伍角整"), (0, "零元整"),
        (1_680_32, "壹仟陆佰捌拾元叁角贰分"), (10_700_053, "壹拾万柒仟元伍角叁分"), (100_000_100, "壹佰万零壹元整"),
        (1_000_000_000_000, "壹佰亿元整"), (140_950, "壹仟肆佰零玖元伍角整"), (10_010, "壹佰元壹角整"),
    ],
)  # fmt: skip
def test_amounts_are_said_as_on_vouchers(fen, said):
    assert capitals(fen) == said


def _read(said):
    """An independent reader: sections of four digits before 亿, 万 and 元."""
    high = total = section = digit = cents = 0
    for sign in said.removesuffix("整"):
        if sign in _DIGITS:
            digit = _DIGITS.index(sign)
        elif sign in _SMALL:
            section, digit = section + digit * _SMALL[sign], 0
        elif sign == "万":
            total, section, digit = (section + digit) * 10_000, 0, 0
        elif sign == "亿":
            high, total, section, digit = (total + section + digit) * 100_000_000, 0, 0, 0
        elif sign == "元":
            total, section, digit = high + total + section + digit, 0, 0
        else:
            cents, digit = cents + digit * (10 if sign == "角" else 1), 0
    return 100 * total + cents


@given(st.integers(0, 999_999_999_99))
def test_capital_figures_read_back(fen):
    assert _read(capitals(fen)) == fen
