"""Jumping in a list by what is typed: the number of an entry, or the first letters of its sound."""

from PySide6.QtCore import QObject, Qt, QTimer

_TYPING = 900


class TypedAhead(QObject):
    """Letters and digits typed one soon after the other belong together."""

    def __init__(self, parent):
        super().__init__(parent)
        self.typed, self._still_typing = "", QTimer(self, singleShot=True, interval=_TYPING)

    def takes(self, event) -> bool:
        """Whether a key event was such a letter or digit; it is added to what was typed."""
        text = event.text()
        if not (text.isascii() and text.isalnum()) or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        self.typed = (self.typed if self._still_typing.isActive() else "") + text.casefold()
        self._still_typing.start()
        return True

    def number(self) -> int | None:
        return int(self.typed) if self.typed.isdigit() else None

    def place_in(self, labels) -> int | None:
        """The place of the entry meant among `labels`, which are numbered from 1; None where none is."""
        number = self.number()
        if number is not None and 0 < number <= len(labels):
            return number - 1
        from models import pinyin  # where letters are typed: loading it with the first window would delay that

        for place, label in enumerate(labels):
            if any(one.startswith(self.typed) for one in (label.casefold(), *pinyin.spellings(label.casefold()))):
                return place
        return None
