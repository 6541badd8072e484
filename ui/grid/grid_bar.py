"""The bar under a grid: saving, leaving, how many lines stand how, and the keys."""

from PySide6.QtWidgets import QFrame, QHBoxLayout

from ui.theme import px
from ui.widgets.buttons import KeyButton
from ui.widgets.labels import Label
from ui.words import _


class GridBar(QFrame):
    """`save` and `done` are its buttons; `say()` shows the counts, `keys` may be hidden where there is little room."""

    def __init__(self):
        super().__init__(objectName="bar")
        self.save = KeyButton(_("Save all"), "Ctrl+S", icon="save", primary=True)
        self.done = KeyButton(_("Done"), "Esc")
        self.counts = Label("", role="secondary")
        self.keys = Label(_("Enter next cell · Ctrl+Enter save line · Ctrl+D as above · Ctrl+V paste"), role="hint")
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(8), px(12), px(8))
        row.addWidget(self.save)
        row.addWidget(self.done)
        row.addStretch(1)
        row.addWidget(self.counts)
        row.addSpacing(px(12))
        row.addWidget(self.keys)

    def say(self, saved, bad, drafts):
        self.counts.setText(_("Saved {saved} · to mend {bad} · drafts {drafts}", saved=saved, bad=bad, drafts=drafts))
