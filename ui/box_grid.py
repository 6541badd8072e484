"""Boxes to tick, laid out by the room there is."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme import px


class BoxGrid(QWidget):
    """Boxes to tick, in as many columns as there is room for; read row by row."""

    def __init__(self):
        super().__init__()
        self.boxes, self.columns = [], 0
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, px(3), 0, px(3))
        self.grid.setHorizontalSpacing(px(16))
        self.grid.setVerticalSpacing(px(2))

    def add(self, box):
        self.boxes.append(box)
        self._lay_out(self._fitting())

    def remove(self, box):
        self.boxes.remove(box)
        self.grid.removeWidget(box)
        box.deleteLater()
        self._lay_out(self._fitting())

    def _fitting(self):
        widest = max((box.sizeHint().width() for box in self.boxes), default=1) + px(16)
        return max(1, min(self.width() // widest, len(self.boxes)))

    def minimumSizeHint(self):
        return QSize(px(120), self.grid.sizeHint().height())

    def resizeEvent(self, event):
        super().resizeEvent(event)
        if self.boxes and self._fitting() != self.columns:
            self._lay_out(self._fitting())

    def _lay_out(self, columns):
        for column in range(max(self.columns, columns) + 1):
            self.grid.setColumnStretch(column, 0)
        self.columns = columns
        for place, box in enumerate(self.boxes):
            self.grid.addWidget(box, place // columns, place % columns)
        self.grid.setColumnStretch(columns, 1)
        self.updateGeometry()
