import re

import pytest
from PySide6.QtGui import QFontInfo

from resources import FOLDER
from ui import look, theme

STATES = ("danger", "warn", "ok", "info", "lock", "sync", "draft")
SHEET = (FOLDER / "theme.qss").read_text(encoding="utf-8")


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture(params=theme.THEMES)
def tokens(request):
    return theme.TOKENS[request.param]


def least(tokens):
    return 7 if tokens is theme.TOKENS["contrast"] else 4.5


def test_the_measure_of_contrast_is_right():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#4A5763", "#FFFFFF") == pytest.approx(7.4, abs=0.1)


@pytest.mark.parametrize("text", ["text", "text2", "link"])
@pytest.mark.parametrize("ground", ["surface", "window", "selection", "rail", "sunken"])
def test_text_can_be_read_on_every_ground(tokens, text, ground):
    assert contrast(tokens[text], tokens[ground]) >= least(tokens)


@pytest.mark.parametrize("ground", ["surface", "window"])
def test_hints_can_be_read_where_no_row_is_selected(tokens, ground):
    assert contrast(tokens["text3"], tokens[ground]) >= least(tokens)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("ground", [None, "surface", "selection"])
def test_states_can_be_read_on_their_own_ground_and_in_rows(tokens, state, ground):
    assert contrast(tokens[state], tokens[ground or f"{state}_soft"]) >= least(tokens)


@pytest.mark.parametrize("mark", ["control", "focus", "primary"])
@pytest.mark.parametrize("ground", ["surface", "window"])
def test_what_can_be_operated_stands_out(tokens, mark, ground):
    assert contrast(tokens[mark], tokens[ground]) >= 3


def test_words_on_the_primary_button_can_be_read(tokens):
    assert contrast(tokens["on_primary"], tokens["primary"]) >= least(tokens)
    assert contrast(tokens["on_primary"], tokens["primary_hover"]) >= least(tokens)


def test_focus_is_seen_on_a_selected_row(tokens):
    assert contrast(tokens["focus"], tokens["selection"]) >= 3


def test_all_themes_have_all_tokens():
    assert len({tuple(tokens) for tokens in theme.TOKENS.values()}) == 1


def test_the_sheet_names_tokens_only():
    bare = re.sub(r"/\*.*?\*/", "", SHEET, flags=re.S)
    assert not re.search(r"#[0-9A-Fa-f]{6}\b|rgb\(", bare)
    assert set(re.findall(r"@(\w+)", bare)) <= set(theme.TOKENS["light"])
    assert "font-size" not in bare  # it would not follow the text size


def test_pictures_of_the_sheet_are_bundled():
    for name, token in re.findall(r"icon\(([\w-]+), (\w+)\)", SHEET):
        assert (FOLDER / "icons" / f"{name}.svg").exists(), name
        assert token in theme.TOKENS["light"]


@pytest.mark.parametrize("name", theme.THEMES)
@pytest.mark.parametrize("size", theme.SIZES)
def test_nothing_of_the_sheet_is_left_unfilled(qapp, name, size):
    look.apply(qapp, name, size)
    filled = look.sheet()
    assert "@" not in filled and "icon(" not in filled and not re.search(r"(?<![\w-])px\(", filled)


def test_lengths_follow_the_text_size(qapp):
    assert theme.px(34) == 34
    look.apply(qapp, "light", 150)
    assert (theme.px(34), theme.px(1), qapp.font().pixelSize()) == (51, 2, 22)


def test_the_type_comes_with_the_program(qapp):
    assert QFontInfo(qapp.font()).family() == theme.FAMILY


def test_another_theme_reaches_the_palette(qapp):
    look.apply(qapp, "dark", 100)
    assert qapp.palette().text().color().name().upper() == theme.TOKENS["dark"]["text"]
    assert qapp.palette().placeholderText().color().name().upper() == theme.TOKENS["dark"]["text3"]
