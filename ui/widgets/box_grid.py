"""Boxes to tick, laid out by the room there is. Tab and Enter come to the first and go on to the next question."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from ui.theme import px
from ui.widgets.typed_ahead import TypedAhead

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Box(QCheckBox):
    """One of the boxes of a BoxGrid: Space ticks, arrows, its number or its sound go to another.

    An & in its words is a letter, as on a PushButton.
    """

    def __init__(self, label, grid):
        super().__init__(label.replace("&", "&&"))
        self._grid, self._ahead = grid, TypedAhead(self)

    def text(self):
        return super().text().replace("&&", "&")

    def keyPressEvent(self, event):
        boxes = self._grid.boxes
        steps = self._grid.steps()
        if event.key() in steps:
            self._go(boxes.index(self) + steps[event.key()])
        elif event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.focusNextChild()
        elif self._ahead.takes(event):
            place = self._ahead.place_in([box.text() for box in boxes])
            if place is not None:
                self._go(place)
        else:
            super().keyPressEvent(event)

    def _go(self, place):
        if 0 <= place < len(self._grid.boxes):
            self._grid.boxes[place].setFocus(Qt.FocusReason.TabFocusReason)


class BoxGrid(QWidget):
    """Boxes in as many columns as the width holds, read row by row; the height follows from the width."""

    def __init__(self):
        super().__init__()
        self.boxes = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def tick(self, label):
        """A new box to tick, at the end."""
        self.add(box := Box(label, self))
        return box

    def add(self, box):
        box.setParent(self)
        box.show()
        self.boxes.append(box)
        self._lay_out()

    def remove(self, box):
        self.boxes.remove(box)
        box.hide()
        box.deleteLater()
        self._lay_out()

    def steps(self):
        """How far each arrow goes among the boxes."""
        down = self._columns(self.width())
        return {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -down, Qt.Key.Key_Down: down}

    def _cell(self):
        """Width and height of the place of one box."""
        return (
            max((box.sizeHint().width() for box in self.boxes), default=1) + px(16),
            max((box.minimumHeight() for box in self.boxes), default=0) or px(30),
        )

    def _columns(self, width):
        return max(1, min(width // self._cell()[0], len(self.boxes)))

    def hasHeightForWidth(self):
        return True

    def heightForWidth(self, width):
        return -(-len(self.boxes) // self._columns(width)) * self._cell()[1] + px(4)

    def sizeHint(self):
        return QSize(self._cell()[0] * min(len(self.boxes), 4), self.heightForWidth(self.width()))

    def minimumSizeHint(self):
        return QSize(self._cell()[0], self._cell()[1] + px(4))

    def resizeEvent(self, event):
        super().resizeEvent(event)
        self._place()

    def _lay_out(self):
        for place, box in enumerate(self.boxes):
            if isinstance(box, Box):
                box.setFocusPolicy(Qt.FocusPolicy.ClickFocus if place else Qt.FocusPolicy.StrongFocus)
        self._place()
        self.updateGeometry()

    def _place(self):
        wide, high = self._cell()
        columns = self._columns(self.width())
        for place, box in enumerate(self.boxes):
            box.setGeometry(QRect(place % columns * wide, place // columns * high + px(2), wide - px(8), high))
