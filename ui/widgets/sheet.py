"""A question to be answered first: a title that asks, a sentence that says the consequence, verbs to choose."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from ui.theme import px
from ui.widgets.buttons import KeyButton
from ui.widgets.labels import Label
from ui.widgets.shortcut import Shortcut
from ui.words import _


class Sheet(QDialog):
    """`ask()` returns the place of the verb chosen, or None for Esc.

    The first verb is the one Enter presses, and Ctrl+Enter where Enter writes a line; where it destroys something
    (`danger`), Enter goes back instead. `back` names the way back ("" for none: there is only something to hear).
    """

    def __init__(self, parent, title, sentence, verbs, body=None, danger=False, back=None):
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.choice = None
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(px(12))
        head = Label(title, role="person")
        head.setWordWrap(True)
        column.addWidget(head)
        if sentence:
            text = Label(sentence)
            text.setWordWrap(True)
            column.addWidget(text)
        if body is not None:
            column.addWidget(body, 1)
        column.addLayout(self._buttons(verbs, danger, _("Cancel") if back is None else back))
        self.setMinimumWidth(px(420))
        self.setMaximumWidth(px(760))

    def _buttons(self, verbs, danger, back):
        row = QHBoxLayout()
        row.addStretch(1)
        self.verbs = []
        for place, verb in enumerate(verbs):
            button = KeyButton(verb, primary=place == 0 and not danger, danger=place == 0 and danger)
            button.clicked.connect(lambda _checked=False, place=place: self._choose(place))
            button.setDefault(place == 0 and not danger)
            row.addWidget(button)
            self.verbs.append(button)
        if verbs and not danger:
            for key in ("Ctrl+Return", "Ctrl+Enter"):
                Shortcut(key, self, self.verbs[0].click)
        if back:
            cancel = KeyButton(back, "Esc")
            cancel.clicked.connect(self.reject)
            cancel.setDefault(danger)
            row.addWidget(cancel)
        return row

    def _choose(self, place):
        self.choice = place
        self.accept()

    def ask(self):
        self.exec()
        return self.choice
