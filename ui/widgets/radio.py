"""One of a few answers that exclude each other: chosen by its number, by the sound of its name, or by arrows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton

from ui.widgets.typed_ahead import TypedAhead

_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Radio(QRadioButton):
    """A button of a QButtonGroup. Enter goes on to the next question."""

    def __init__(self, label):
        super().__init__(label)
        self._ahead = TypedAhead(self)

    def keyPressEvent(self, event):
        buttons = self.group().buttons()
        if self._ahead.takes(event):
            place = self._ahead.place_in([button.text() for button in buttons])
            if place is not None:
                self._choose(buttons[place])
        elif event.key() in _ARROWS and self.group().checkedButton() is None:
            self._choose(buttons[0])  # Qt would only go from one to the next
        elif event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    @staticmethod
    def _choose(button):
        button.setFocus(Qt.FocusReason.TabFocusReason)
        button.setChecked(True)
