"""Putting a theme and a text size on the program: palette, fonts, and the sheet filled with tokens and icons."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette

from resources import FOLDER
from ui import theme
from ui.icons import path
from ui.theme import colour, font, px


def apply(app, name: str, text_size: int) -> None:
    """Palette, then fonts, then sheet: in another order old colours or sizes stay."""
    theme.use(name, text_size)
    scheme = Qt.ColorScheme.Light if name == "light" else Qt.ColorScheme.Dark
    app.styleHints().setColorScheme(scheme)
    app.setPalette(_palette())
    app.setFont(font())
    app.setStyleSheet(sheet())


def restyle(widget) -> None:
    """Let the sheet see that a property of a widget has changed; until it is first shown the sheet has not looked."""
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def sheet() -> str:
    """The style sheet with tokens, sizes and icons put in: @name, px(n), icon(name, token)."""
    text = (FOLDER / "theme.qss").read_text(encoding="utf-8")
    text = re.sub(r"icon\(([\w-]+), (\w+)\)", lambda m: f'url("{path(m[1], m[2])}")', text)
    text = re.sub(r"px\((\d+)\)", lambda m: f"{px(int(m[1]))}px", text)
    return re.sub(r"@(\w+)", lambda m: colour(m[1]), text)


def _palette() -> QPalette:
    palette, role = QPalette(), QPalette.ColorRole
    for roles, token in (
        ((role.Window,), "window"),
        ((role.Base, role.Button, role.ToolTipBase), "surface"),
        ((role.AlternateBase,), "sunken"),
        (
            (role.WindowText, role.Text, role.ButtonText, role.ToolTipText, role.HighlightedText, role.BrightText),
            "text",
        ),
        ((role.PlaceholderText,), "text3"),
        ((role.Highlight,), "selection"),
        ((role.Link, role.LinkVisited), "link"),
        ((role.Accent,), "primary"),
        ((role.Light, role.Midlight, role.Mid, role.Dark, role.Shadow), "line"),
    ):
        for one in roles:
            palette.setColor(one, QColor(colour(token)))
    for one in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, one, QColor(colour("disabled")))
    return palette
