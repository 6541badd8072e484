"""What the window asks of a page, and how the pages of the program are listed.

A page is a widget with `title`, `state_line()`, `primary` and `secondary` (text, key, slot and perhaps an icon's name,
or None), `focus_first()` and `shown()`, called when it comes to the front. It may have the signals `said(str)` and
`changed_state()`, and say by `shows_tabs` that it has room for the tabs above it, by `is_entering` that its `editor` is
open.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True)
class PageEntry:
    """A page: made when it is first opened. `badge()` counts what waits for the person.

    Pages that share one item of the rail are its tabs; `shelf` is (name, label, icon) of that item.
    """

    name: str
    group: str
    label: str
    icon: str
    make: Callable[[], QWidget]
    badge: Callable[[], int] | None = None
    shelf: tuple[str, str, str] | None = None

    @property
    def rail(self) -> tuple[str, str, str, str]:
        """Its item in the rail: name, group, label, icon."""
        name, label, icon = self.shelf or (self.name, self.label, self.icon)
        return name, self.group, label, icon


class Page(QWidget):
    """The usual answers; pages override what they need."""

    said = Signal(str)
    changed_state = Signal()
    title = ""
    shows_tabs = True
    primary = None
    secondary = None

    def __init__(self):
        super().__init__(objectName="page")

    def state_line(self):
        return ""

    def shown(self):
        """The page comes to the front: read again what may have changed."""

    def fit(self, narrow):
        """The window became narrow or wide: side panes close where there is no room for two things."""

    def focus_first(self):
        self.setFocus()
