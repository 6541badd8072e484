"""F1: the keys of the window and of the page in hand."""

from PySide6.QtWidgets import QDialog, QGridLayout

from ui.labels import Label
from ui.theme import px
from ui.words import _


class KeyHelp(QDialog):
    def __init__(self, parent, page):
        super().__init__(parent)
        self.setWindowTitle(_("Keys"))
        grid = QGridLayout(self)
        grid.setContentsMargins(px(20), px(16), px(20), px(16))
        grid.setHorizontalSpacing(px(24))
        grid.setVerticalSpacing(px(6))
        own = [(key, text) for text, key, *_rest in filter(None, (page.primary, page.secondary)) if key]
        for place, (key, text) in enumerate([*own, *self._common()]):
            grid.addWidget(Label(key, role="strong"), place % 14, place // 14 * 2)
            grid.addWidget(Label(text), place % 14, place // 14 * 2 + 1)

    @staticmethod
    def _common():
        return [
            ("Ctrl+K", _("search everything")),
            ("F3", _("filter this list")),
            ("Enter", _("open; next question")),
            ("Ctrl+S", _("save")),
            ("Ctrl+Enter", _("save and next")),
            ("Esc", _("one step back")),
            ("F8", _("next answer to mend")),
            ("F9", _("show masked numbers")),
            ("Ctrl+H", _("history of this answer")),
            ("Ctrl+D", _("the same as above")),
            ("F6", _("next part of the window")),
            ("Ctrl+PgUp / PgDn", _("previous or next page")),
            ("Alt+← / →", _("back and forward")),
            ("Ctrl + / −", _("text size")),
            ("Ctrl+L", _("lock")),
            ("F11", _("full screen")),
        ]
