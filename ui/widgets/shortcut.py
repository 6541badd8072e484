"""A key and what it does, where it is meant to do it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut


class Shortcut(QShortcut):
    """`slot` is called for `key` within `context` of `widget`: the whole window, or only where the focus is."""

    def __init__(self, key, widget, slot, context=Qt.ShortcutContext.WindowShortcut):
        super().__init__(QKeySequence(key), widget)
        self.setContext(context)  # PySide 6.9 drops a context that is given together with a slot
        self.activated.connect(slot)
