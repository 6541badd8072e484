"""F1: the keys of the window and of the page in hand."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import font, px
from ui.widgets.buttons import KeyButton, paint_cap
from ui.widgets.labels import Label
from ui.words import _

_ROWS = 11


class KeyCap(QWidget):
    """A key as it is painted on buttons."""

    def __init__(self, key):
        super().__init__()
        self.key = key
        self.setAccessibleName(key)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self):
        return QSize(QFontMetrics(font(12.5)).horizontalAdvance(self.key) + px(12), px(20))

    def paintEvent(self, event):
        paint_cap(QPainter(self), self.rect(), self.key)


class KeyHelp(QDialog):
    """The page's own keys first, then those that hold everywhere."""

    def __init__(self, parent, page):
        super().__init__(parent)
        self.setWindowTitle(_("Keys"))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(16))
        column.setSpacing(px(14))
        column.addWidget(Label(_("Keys"), role="title"))
        own = [(key, text) for text, key, *_rest in filter(None, (page.primary, page.secondary)) if key]
        column.addLayout(self._grid([*own, *self._common()]))
        close = KeyButton(_("Close"), "Esc")
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column.addLayout(foot)

    @staticmethod
    def _grid(keys):
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(14))
        grid.setVerticalSpacing(px(7))
        for place, (key, text) in enumerate(keys):
            row, group = place % _ROWS, place // _ROWS * 3
            grid.addWidget(KeyCap(key), row, group)
            grid.addWidget(Label(text), row, group + 1)
            grid.setColumnMinimumWidth(group + 2, px(20))
        return grid

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
            ("Ctrl+1 … 9", _("the page's tabs")),
            ("Ctrl+E", _("export this list")),
            ("Ctrl+C", _("copy the rows selected")),
            ("Ctrl+P", _("print")),
            ("F6", _("next part of the window")),
            ("Ctrl+PgUp / PgDn", _("previous or next page")),
            ("Alt+← / →", _("back and forward")),
            ("Ctrl + / −", _("text size")),
            ("Ctrl+B", _("fold the rail")),
            ("Ctrl+I", _("Facts of the case")),
            ("Ctrl+M", _("mandatory report")),
            ("Ctrl+G", _("crisis report")),
            ("Ctrl+L", _("lock")),
            ("F11", _("full screen")),
        ]
