"""What all editors of answers promise, and what they ask of the station.

`value()` gives the answer or raises Wrong with the sentence to show; `set_value()` shows one. What records there are to
choose from comes in as a `Choosing` of plain functions, so that an editor can be tried alone.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from models.errors import Wrong
from ui.look import restyle
from ui.theme import colour, px
from ui.widgets.finder import Offer
from ui.words import _


@dataclass(frozen=True)
class Choosing:
    """Where links find other records.

    find(target, text) offers records for typed text; name(target, id) says one; all_of(target) lists a small table or
    gives None where it is too large to list. keep_picture(file name, or the bytes of a picture) gives its number, or
    raises a UserError; picture(number) gives what it shows.
    """

    today: Callable[[], date]
    find: Callable[[str, str], list[Offer]]
    name: Callable[[str, UUID], str]
    all_of: Callable[[str], list[Offer] | None]
    keep_picture: Callable[[str | bytes], str]
    picture: Callable[[str], bytes]


def scrolled_in(widget):
    """The area a widget is scrolled in, or None."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above


class Editor(QWidget):
    """What all editors promise: changed, value(), set_value(), set_read_only(), and whether they take a whole row."""

    changed = Signal()
    wide = False
    is_pop_up = False

    def __init__(self, question, choosing: Choosing):
        super().__init__()
        self.question, self.choosing = question, choosing
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(px(8))
        self.setMinimumHeight(px(34))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _take(self, widget):
        self.row.addWidget(widget)
        self.setFocusProxy(widget)
        widget.setAccessibleName(_(self.question.label))

    def readable(self):
        """The value as far as it can be read; None where it cannot."""
        try:
            return self.value()
        except Wrong:
            return None

    def follow(self, record):
        """Told the answers of the whole form as they stand, for the few editors that depend on others."""

    def set_read_only(self, on: bool):
        self.setEnabled(not on)

    def show_problem(self, problem):
        """Mark what is wrong; `problem` None: nothing is."""
        self.mark("" if problem is None else "bad" if problem.blocks else "doubt")

    def paintEvent(self, event):
        super().paintEvent(event)
        if self.is_pop_up:
            painter = QPainter(self)
            painter.fillRect(self.rect(), QColor(colour("surface")))
            painter.setPen(QPen(QColor(colour("focus")), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def open_over(self, cell):
        """Lie over a cell of a grid, as large as the boxes need."""
        self.is_pop_up = True
        self.row.setContentsMargins(px(8), px(4), px(6), px(4))
        cell.setSize(self.sizeHint().expandedTo(cell.size()))

    def mark(self, state: str):
        """Show "bad", "doubt" or "" as the border of what is typed into."""
        target = self.focusProxy() or self
        target.setProperty("state", state)
        restyle(target)
