"""The line of links above a list: what else can be looked at or printed from there."""

from PySide6.QtWidgets import QFrame, QHBoxLayout

from ui.theme import px
from ui.widgets.buttons import LinkButton


class LinkBar(QFrame):
    """`links` are (words, icon, slot)."""

    def __init__(self, links):
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(10), px(16), 0)
        row.setSpacing(px(16))
        for words, icon, slot in links:
            button = LinkButton(words, icon=icon)
            button.clicked.connect(lambda _checked=False, slot=slot: slot())
            row.addWidget(button)
        row.addStretch(1)
