"""The fonts of print and screen: outlines that PDF takes, and every character that people are named with."""

from functools import cache

import pytest
from fontTools.ttLib import TTFont

from resources import FOLDER, divisions

FONTS = sorted((FOLDER / "fonts").glob("*.ttf"))
RARE_NAMES = "𠮷䶮㛃𫖯𬱖"


@cache
def _characters(name):
    with TTFont(FOLDER / "fonts" / f"{name}.ttf", lazy=True) as font:
        return frozenset(font.getBestCmap())


def _together():
    return _characters("NotoSansSC-Regular") | _characters("HanaMinB")


def test_three_weights_a_serif_and_the_rare_characters_are_there():
    assert [font.stem for font in FONTS] == [
        "HanaMinB", "NotoSansSC-Bold", "NotoSansSC-Medium", "NotoSansSC-Regular", "NotoSerifSC-Regular",
    ]  # fmt: skip


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_outlines_are_truetype(path):
    with TTFont(path, lazy=True) as font:
        assert {"glyf", "loca"} <= set(font.keys())
        assert "CFF " not in font


def test_together_they_are_no_more_than_90_mb():
    assert sum(font.stat().st_size for font in FONTS) <= 90_000_000


@pytest.mark.parametrize("character", RARE_NAMES)
def test_rare_names_are_covered(character):
    assert ord(character) in _together()


@pytest.mark.parametrize("face", ["NotoSansSC-Regular", "NotoSansSC-Medium", "NotoSansSC-Bold", "NotoSerifSC-Regular"])
def test_every_town_is_covered_by_each_face(face):
    names = {ord(character) for code in divisions._divisions() for character in divisions.path(code)}
    assert not names - _characters(face)


@pytest.mark.parametrize("first, last", [(0x4E00, 0x9FA5), (0x3400, 0x4DB5), (0x20000, 0x2A6D6), (0x2A700, 0x2B734)])
def test_hanzi_blocks_are_whole_but_for_a_handful(first, last):
    assert len(set(range(first, last + 1)) - _together()) <= 12


def test_each_font_comes_with_its_licence():
    texts = [path.read_text(encoding="utf-8") for path in (FOLDER / "fonts").glob("OFL-*.txt")]
    assert len(texts) == 2
    assert all("SIL OPEN FONT LICENSE" in text for text in texts)
