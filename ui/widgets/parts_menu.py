"""A list to choose from by number, by pinyin or by arrows."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from ui.widgets.typed_ahead import TypedAhead


class PartsMenu(QMenu):
    """`offers` are (label, what); `picked(what)` for the one chosen."""

    picked = Signal(object)

    def __init__(self, parent, offers):
        super().__init__(parent)
        self.labels, self._ahead = [], TypedAhead(self)
        for number, (label, what) in enumerate(offers, 1):
            self.labels.append(label)
            self.addAction(f"{number}　{label}".replace("&", "&&"), lambda what=what: self.picked.emit(what))
        if offers:
            self.setActiveAction(self.actions()[0])

    def keyPressEvent(self, event):
        """Letters go to the line they begin; a number takes its line where no longer number can be meant."""
        if not self._ahead.takes(event):
            super().keyPressEvent(event)
            return
        place, number = self._ahead.place_in(self.labels), self._ahead.number()
        if place is None:
            return
        self.setActiveAction(self.actions()[place])
        if number == place + 1 and number * 10 > len(self.labels):
            self.actions()[place].trigger()
            self.close()
