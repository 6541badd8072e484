"""A list to choose from by number, by pinyin or by arrows."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QMenu

from models import pinyin

_TYPING = 900


class PartsMenu(QMenu):
    """`offers` are (label, what); `picked(what)` for the one chosen."""

    picked = Signal(object)

    def __init__(self, parent, offers):
        super().__init__(parent)
        self.labels, self._typed = [], ""
        self._still_typing = QTimer(self, singleShot=True, interval=_TYPING)
        for number, (label, what) in enumerate(offers, 1):
            self.labels.append(label)
            self.addAction(f"{number}　{label}".replace("&", "&&"), lambda what=what: self.picked.emit(what))
        if offers:
            self.setActiveAction(self.actions()[0])

    def keyPressEvent(self, event):
        text = event.text()
        if text.isascii() and text.isalnum() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._jump(text.casefold())
        else:
            super().keyPressEvent(event)

    def _jump(self, key):
        """A number takes the line at once where no longer number can be meant; letters go to the line they begin."""
        self._typed = self._typed + key if self._still_typing.isActive() else key
        self._still_typing.start()
        if self._typed.isdigit():
            number = int(self._typed)
            if 0 < number <= len(self.labels):
                self.setActiveAction(self.actions()[number - 1])
                if number * 10 > len(self.labels):
                    self.actions()[number - 1].trigger()
                    self.close()
            return
        for place, label in enumerate(self.labels):
            if any(one.startswith(self._typed) for one in (label.casefold(), *pinyin.spellings(label))):
                self.setActiveAction(self.actions()[place])
                return
