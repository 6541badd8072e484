"""The line at the foot: where and who one is, what is saved, the last back-up and receipt, what is running."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton

from ui import icons
from ui.theme import colour, font, px
from ui.widgets.buttons import LinkButton
from ui.widgets.labels import Label
from ui.words import _

_ITEMS = (
    ("station", "map-pin"), ("user", "circle-user"), ("saved", "check"), ("backup", "hard-drive"),
    ("receipt", "clock"), ("plain", "triangle-alert"),
)  # fmt: skip
_STATE_ICONS = {"draft": "file-pen-line", "danger": "circle-alert"}
_LESS = ("station", "backup")


class StripItem(QPushButton):
    """Icon and words in the colour of their state; pressing it opens what it speaks of."""

    def __init__(self, icon=""):
        super().__init__()
        self.usual, self.icon_name, self.state = icon, icon, ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(px(27))

    def say(self, text, state=""):
        self.state = state
        self.icon_name = _STATE_ICONS.get(state, self.usual) if self.usual == "check" else self.usual
        self.setText(text)
        self.setShortcut(QKeySequence())
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def _font(self):
        return font(13.5, QFont.Weight.Medium if self.state in ("warn", "danger") else QFont.Weight.Normal)

    def sizeHint(self):
        width = QFontMetrics(self._font()).horizontalAdvance(self.text()) + px(10)
        return QSize(width + (px(20) if self.icon_name else 0), px(27))

    def minimumSizeHint(self):
        return self.sizeHint()

    def paintEvent(self, event):
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            painter.setPen(QPen(QColor(colour("focus")), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour("primary_soft")))
            painter.drawRoundedRect(self.rect().adjusted(1, 3, -1, -3), px(4), px(4))
        left = px(5)
        if self.icon_name:
            place = (self.height() - px(15)) // 2
            painter.drawPixmap(left, place, icons.pixmap(self.icon_name, self.state or "text2", 15))
            left += px(20)
        painter.setFont(self._font())
        painter.setPen(QColor(colour(self.state or "text2")))
        painter.drawText(self.rect().adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())


class StatusStrip(QFrame):
    """Each item is a name with icon, text and state; `pressed(name)` says which was pressed."""

    pressed = Signal(str)

    def __init__(self):
        super().__init__(objectName="strip")
        self.setFixedHeight(px(28))
        self.items, self.narrow = {}, False
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(px(10), 0, px(10), 0)
        self.row.setSpacing(px(8))
        for name, icon in _ITEMS:
            self._add(name, icon)
        self.row.addStretch(1)
        self.bar = QProgressBar()
        self.bar.setFixedWidth(px(160))
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Progress"))
        self.done = Label("", role="hint")
        self.stop = LinkButton(_("Cancel"))
        for widget in (self.done, self.bar, self.stop):
            widget.hide()
            self.row.addWidget(widget)
        self.size = self._add("size", "")
        self.lock = self._add("lock", "lock")
        self.lock.say(_("Lock  Ctrl+L"))
        self.lock.show()

    def _add(self, name, icon):
        item = self.items[name] = StripItem(icon)
        item.clicked.connect(lambda: self.pressed.emit(name))
        item.hide()
        self.row.addWidget(item)
        return item

    def say(self, name, text, state=""):
        """Show an item in the colours of `state` ("", ok, draft, warn, danger); an empty text hides it."""
        self.items[name].say(text, state)
        self._show(name)

    def _show(self, name):
        item = self.items[name]
        less = self.narrow and name in _LESS and item.state not in ("warn", "danger")
        item.setVisible(bool(item.text()) and not less)

    def fit(self, narrow):
        """In a narrow window only what is needed: user, saved, receipt, lock."""
        self.narrow = narrow
        for name in _LESS:
            self._show(name)

    def show_progress(self, done, total):
        """How far a job is; total 0 means it cannot be said yet."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.done.setText(_("{done} / {total}", done=done, total=total) if total else "")
        for widget in (self.done, self.bar, self.stop):
            widget.show()

    def end_progress(self):
        for widget in (self.done, self.bar, self.stop):
            widget.hide()
