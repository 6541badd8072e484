"""A list that opens: codes, records, files; jumped in by number or by the sound of an entry."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from ui.widgets.typed_ahead import TypedAhead


class ChoiceCombo(QComboBox):
    """Opens with F4; letters and numbers jump; the wheel does nothing unless it has the focus."""

    def __init__(self, offers):
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(16)
        self._ahead = TypedAhead(self)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.addItem("", None)
        for value, label in offers:
            self.addItem(label, value)

    def show_code(self, value):
        # findData() compares Python values such as ids by identity
        place = next((row for row in range(self.count()) if self.itemData(row) == value), -1)
        if value is not None and place < 0:
            self.addItem(str(value), value)
            place = self.count() - 1
        self.setCurrentIndex(max(place, 0))

    def keyPressEvent(self, event):
        first = int(not self.itemText(0))  # where one has to be chosen there is no empty entry before the others
        if not self._ahead.takes(event):
            super().keyPressEvent(event)
        elif (place := self._ahead.place_in([self.itemText(row) for row in range(first, self.count())])) is not None:
            self.setCurrentIndex(place + first)

    def wheelEvent(self, event):
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
