"""Text that is shown: always plain, never guessed to be markup; what is cut shows itself whole in a tooltip."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy

from ui import icons
from ui.look import restyle
from ui.theme import font, px

_ROLES = {
    "": (15, QFont.Weight.Normal),
    "strong": (15, QFont.Weight.Medium),
    "secondary": (15, QFont.Weight.Normal),
    "secondary-small": (13.5, QFont.Weight.Normal),
    "hint": (13.5, QFont.Weight.Normal),
    "group": (12.5, QFont.Weight.Normal),
    "section": (16, QFont.Weight.Bold),
    "pane": (15, QFont.Weight.Bold),
    "person": (17, QFont.Weight.Bold),
    "title": (20, QFont.Weight.Bold),
    "figure": (19, QFont.Weight.Bold),
    "huge": (26, QFont.Weight.Bold),
    "question": (24, QFont.Weight.Bold),
    "code": (22, QFont.Weight.Medium),
    "danger": (13.5, QFont.Weight.Normal),
    "warn": (13.5, QFont.Weight.Normal),
    "ok": (13.5, QFont.Weight.Normal),
}


class Label(QLabel):
    """One piece of plain text; `role` gives size, weight and colour."""

    def __init__(self, text="", role=""):
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.set_role(role)
        self.setText(text)

    def set_role(self, role: str):
        self.setProperty("role", role)
        self.setFont(font(*_ROLES[role]))
        restyle(self)


class ElidedLabel(Label):
    """One line, cut at its end where there is no room."""

    def __init__(self, text="", role=""):
        self.whole = ""
        super().__init__(text, role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def setText(self, text):
        self.whole = text
        self._cut()

    def _cut(self):
        shown = QFontMetrics(self.font()).elidedText(self.whole, Qt.TextElideMode.ElideRight, max(self.width(), px(40)))
        QLabel.setText(self, shown)
        self.setToolTip(self.whole if shown != self.whole else "")

    def resizeEvent(self, event):
        super().resizeEvent(event)
        self._cut()

    def sizeHint(self):
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self.whole) + px(4), super().sizeHint().height())


class Chip(QFrame):
    """A state said by icon, word and colour together."""

    def __init__(self, text, state, icon=""):
        super().__init__()
        self.setProperty("chip", state)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(6), px(2), px(8), px(2))
        row.setSpacing(px(4))
        if icon:
            picture = Label()
            picture.setPixmap(icons.pixmap(icon, state, 15))
            row.addWidget(picture)
        word = Label(text, role="secondary-small")
        word.setProperty("chip", state)
        row.addWidget(word)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class Notice(QFrame):
    """A sentence across a page, with at most one thing to do; hidden while there is nothing to say."""

    pressed = Signal()

    def __init__(self):
        super().__init__(objectName="notice")
        from ui.widgets.buttons import LinkButton  # buttons show labels

        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(6), px(12), px(6))
        self.sentence = Label("", role="")
        self.sentence.setWordWrap(True)
        self.action = LinkButton("")
        self.action.clicked.connect(self._act)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.action)
        self._slot = None
        self.hide()

    def say(self, sentence, action="", slot=None, state="info"):
        """Show `sentence` in the colours of `state`, with a link for `slot`."""
        self._slot = slot
        self.setProperty("state", state)
        restyle(self)
        self.sentence.setText(sentence)
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self.show()

    def clear(self):
        self.hide()

    def _act(self):
        self.pressed.emit()
        if self._slot:
            self._slot()
