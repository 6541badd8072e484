"""A list that opens: codes, records, files; jumped in by number or by the sound of an entry."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox

_TYPING = 900


class ChoiceCombo(QComboBox):
    """Opens with F4; letters and numbers jump; the wheel does nothing unless it has the focus."""

    def __init__(self, offers):
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(16)
        self._typed, self._still_typing = "", QTimer(self, singleShot=True, interval=_TYPING)
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
        text = event.text()
        if text.isascii() and text.isalnum() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._jump(text.casefold())
        else:
            super().keyPressEvent(event)

    def _jump(self, key):
        """The number of an entry, or letters of its sound, typed one after the other."""
        self._typed = self._typed + key if self._still_typing.isActive() else key
        self._still_typing.start()
        if self._typed.isdigit() and 0 < int(self._typed) < self.count():
            self.setCurrentIndex(int(self._typed))
            return
        from models import pinyin  # where letters are typed: loading it with the first window would delay that

        for row in range(1, self.count()):
            label = self.itemText(row).casefold()
            if label.startswith(self._typed) or any(one.startswith(self._typed) for one in pinyin.spellings(label)):
                self.setCurrentIndex(row)
                return

    def wheelEvent(self, event):
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
