"""Colours by name, sizes by one scale, the fonts of the program.

The sheet (resources/theme.qss) names tokens only. Sizes are multiples of 4 px at 100 % and follow the text size.
"""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from resources import FOLDER

SIZES = (100, 110, 125, 150, 175)
THEMES = ("light", "dark", "contrast")
_COLOURS = {
    # token: light, dark, high contrast
    "text": ("#1B2630", "#E8EDF1", "#FFFFFF"),
    "text2": ("#4A5763", "#B9C4CD", "#FFFFFF"),
    "text3": ("#5F6C78", "#9AA7B2", "#FFFF88"),
    "disabled": ("#87929C", "#6F7C87", "#BBBBBB"),
    "link": ("#17598A", "#7BBDE8", "#FFFF00"),
    "primary": ("#1B5E8C", "#5AA9DC", "#FFFF00"),
    "on_primary": ("#FFFFFF", "#0B1A26", "#000000"),
    "primary_hover": ("#154C72", "#7BBDE8", "#FFFFFF"),
    "primary_soft": ("#E1EDF5", "#1F3A4E", "#222200"),
    "focus": ("#1B6FB0", "#6DB6E8", "#FFFF00"),
    "control": ("#7C8894", "#7F8C98", "#FFFFFF"),
    "window": ("#F3F5F7", "#161B20", "#000000"),
    "surface": ("#FFFFFF", "#1E252C", "#000000"),
    "sunken": ("#E9EDF1", "#12171B", "#000000"),
    "rail": ("#EAEEF2", "#191F25", "#000000"),
    "line": ("#D3DAE1", "#36414B", "#FFFFFF"),
    "selection": ("#D5E6F3", "#24455D", "#222200"),
    "danger": ("#B3261E", "#FF968D", "#FF9C94"),
    "danger_soft": ("#FBE9E7", "#42211F", "#000000"),
    "warn": ("#8A5200", "#F0B455", "#FFD27A"),
    "warn_soft": ("#FDF1DC", "#3D2F17", "#000000"),
    "ok": ("#1E6B43", "#76CB98", "#8CF0B0"),
    "ok_soft": ("#E3F2E9", "#1B3828", "#000000"),
    "info": ("#17598A", "#7BBDE8", "#9BD4FF"),
    "info_soft": ("#E1EDF5", "#1F3A4E", "#000000"),
    "lock": ("#5B4391", "#BBA6EE", "#D9C8FF"),
    "lock_soft": ("#EDE8F6", "#2F2746", "#000000"),
    "sync": ("#0F6669", "#63C9C9", "#8CF0F0"),
    "sync_soft": ("#DFF1F1", "#173738", "#000000"),
    "draft": ("#6B5A1E", "#E3CF86", "#FFF0A0"),
    "draft_soft": ("#FFF8DB", "#363019", "#000000"),
}
TOKENS = {name: {token: three[place] for token, three in _COLOURS.items()} for place, name in enumerate(THEMES)}
_look = {"theme": "light", "size": 100}
FAMILY = "Noto Sans SC"
_FIRST_FONTS = ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf")
_FONTS = (*_FIRST_FONTS, "NotoSansSC-Medium.ttf", "HanaMinB.ttf")


def px(n: float) -> int:
    """`n` pixels of the 100 % design at the text size in use."""
    return round(n * _look["size"] / 100)


def colour(token: str) -> str:
    """A token's colour in the theme in use, as #RRGGBB."""
    return TOKENS[_look["theme"]][token]


def use(name: str, text_size: int) -> None:
    """Colours and sizes are asked for in this theme and text size from now on (look.py puts them on the program)."""
    _look.update(theme=name, size=text_size)


def theme() -> str:
    return _look["theme"]


def size() -> int:
    """The text size in per cent."""
    return _look["size"]


def font(points: float = 15, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The program's font; `points` are pixels at 100 %."""
    made = QFont([FAMILY, "HanaMinB"])
    made.setPixelSize(px(points))
    made.setWeight(weight)
    return made


def load_first_fonts() -> None:
    """Take the fonts that the unlock card is written in."""
    for name in _FIRST_FONTS:
        _load(name)


def load_fonts() -> None:
    """Take all fonts from the program's own files, so that wrapping is the same on every machine.

    That of rare characters has 30 MB: it comes before the first name of a person is shown, not before the first window.
    """
    for name in _FONTS:
        _load(name)


@cache
def _load(name):
    QFontDatabase.addApplicationFont(str(FOLDER / "fonts" / name))


def fonts_are_there() -> bool:
    return all((FOLDER / "fonts" / name).exists() for name in _FONTS)
