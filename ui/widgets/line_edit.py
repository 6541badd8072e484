"""Editors that know when an input method is composing: until it is done, Enter and arrows are its own."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLineEdit, QTextEdit

from ui.theme import px

_ITS_OWN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down)


class _Composing:
    """Keeps the letters being composed, and leaves the input method its keys."""

    preedit = ""

    def composing(self) -> bool:
        return bool(self.preedit)

    def inputMethodEvent(self, event):
        self.preedit = event.preeditString()
        super().inputMethodEvent(event)

    def focusOutEvent(self, event):
        self.preedit = ""
        super().focusOutEvent(event)

    def event(self, event):
        own = event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride) and event.key() in _ITS_OWN
        if own and self.composing():
            event.accept()
            return True
        return super().event(event)


class LineEdit(_Composing, QLineEdit):
    """One line. `digits` switches the input method off, so that figures land at once."""

    def __init__(self, parent=None, *, digits=False):
        super().__init__(parent)
        self.setMinimumHeight(px(34))
        self.setMaxLength(100_000)
        if digits:
            self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)


class TextEdit(_Composing, QTextEdit):
    """Several lines of plain text, three to twelve high; Tab leaves it."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def _grow(self, _size=None):
        line = QFontMetrics(self.font()).lineSpacing()
        wanted = int(self.document().size().height()) + px(10)
        self.setFixedHeight(min(max(wanted, 3 * line + px(10)), 12 * line + px(10)))
