"""Boxes to tick, laid out by the room there is."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import px


class BoxGrid(QWidget):
    """Boxes in as many columns as the width holds, read row by row; the height follows from the width."""

    def __init__(self):
        super().__init__()
        self.boxes = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

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
        self._place()
        self.updateGeometry()

    def _place(self):
        wide, high = self._cell()
        columns = self._columns(self.width())
        for place, box in enumerate(self.boxes):
            box.setGeometry(QRect(place % columns * wide, place // columns * high + px(2), wide - px(8), high))
