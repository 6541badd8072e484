"""Buttons: one that shows its key, one that opens a list, one that looks like a link."""

from PySide6.QtCore import QMetaObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QPushButton

from ui import icons
from ui.theme import colour, font, px

_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class PushButton(QPushButton):
    """Enter presses the button that has the focus, in a window as in a dialog, as Space does.

    An & in its words is a letter: Alt with a letter belongs to other programs.
    """

    def setText(self, text):
        super().setText(text.replace("&", "&&"))

    def text(self):
        return super().text().replace("&&", "&")

    def keyPressEvent(self, event):
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~_KEYPAD:
            # later: a click may close the dialog, and this button with it, while its own code still runs
            QMetaObject.invokeMethod(self, "click", Qt.ConnectionType.QueuedConnection)
        else:
            super().keyPressEvent(event)


class KeyButton(PushButton):
    """A button with its key painted on it as a cap. At most one on a page is primary."""

    def __init__(self, text, key="", icon="", primary=False, danger=False, small=False):
        super().__init__()
        self.setText(text)
        self.key, self.icon_name, self.height_ = key, icon, 28 if small else 34
        self.shows_key, self.bare = bool(key), False
        self.setProperty("kind", "primary" if primary else "danger" if danger else "plain")
        self.setProperty("paints", "words")
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(px(self.height_))
        if key:
            self.setToolTip(f"{text}  {key}")

    def show_key(self, shown):
        """Paint the key or, where there is little room, leave it to the tooltip."""
        self.shows_key = shown and bool(self.key)
        self.updateGeometry()
        self.update()

    def set_bare(self, bare):
        """Show the picture only, with the words as tooltip; nothing changes where there is no picture."""
        self.bare = bare and bool(self.icon_name)
        self.setToolTip(f"{self.text()}  {self.key}".rstrip() if self.bare or self.key else "")
        self.updateGeometry()
        self.update()

    def _cap(self):
        return QFontMetrics(font(12.5)).horizontalAdvance(self.key) + px(10) if self.shows_key else 0

    def sizeHint(self):
        if self.bare:
            return QSize(px(40), px(self.height_))
        width = QFontMetrics(self.font()).horizontalAdvance(self.text()) + px(26)
        width += self._cap() + px(8) if self.shows_key else 0
        width += px(23) if self.icon_name else 0
        return QSize(width, px(self.height_))

    def minimumSizeHint(self):
        return self.sizeHint()

    def paintEvent(self, event):
        super().paintEvent(event)  # the sheet makes its words transparent; drawing by QStyle costs the start 8 ms
        self._paint_words(QPainter(self))

    def _token(self):
        if not self.isEnabled():
            return "disabled"
        return {"primary": "on_primary", "danger": "danger"}.get(self.property("kind"), "text")

    def _paint_words(self, painter):
        inside = self.rect().adjusted(px(13), 0, -px(13), 0)
        if self.icon_name:
            place = (self.height() - px(16)) // 2
            painter.drawPixmap(inside.left(), place, icons.pixmap(self.icon_name, self._token(), 16))
            inside.setLeft(inside.left() + px(23))
        if self.bare:
            return
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        if self.shows_key and words + self._cap() + px(6) <= inside.width() + 1:  # else it stays in the tooltip
            box = QRect(inside.right() - self._cap() + px(2), (self.height() - px(19)) // 2, self._cap(), px(19))
            paint_cap(painter, box, self.key, self.property("kind") == "primary" and self.isEnabled())
            inside.setRight(inside.right() - self._cap() - px(6))
        painter.setPen(QColor(colour(self._token())))
        painter.setFont(self.font())
        left = self.shows_key or self.icon_name
        side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignHCenter
        shown = QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, inside.width() + 1)
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | side, shown)


def paint_cap(painter, box, key, on_primary=False):
    """A key as a small cap, in `box`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour("on_primary" if on_primary else "line")), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush if on_primary else QColor(colour("window")))
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), px(3), px(3))
    painter.setPen(QColor(colour("on_primary" if on_primary else "text2")))
    painter.setFont(font(12.5))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
    painter.restore()


class MenuButton(PushButton):
    """Says what is chosen and opens a list to choose from; looks like a list that opens."""

    def __init__(self):
        super().__init__()
        self.setProperty("paints", "words")
        self.setAutoDefault(False)
        self.setMinimumHeight(px(34))

    def paintEvent(self, event):
        super().paintEvent(event)
        painter = QPainter(self)
        inside = self.rect().adjusted(px(9), 0, -px(30), 0)
        painter.setPen(QColor(colour("text" if self.isEnabled() else "disabled")))
        shown = QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        place = self.width() - px(25), (self.height() - px(16)) // 2
        painter.drawPixmap(*place, icons.pixmap("chevron-down", "text2", 16))


class LinkButton(PushButton):
    """Something to do that looks like a link, with its key in the tooltip."""

    def __init__(self, text, key="", icon=""):
        super().__init__()
        self.setText(text)
        self.setProperty("kind", "link")
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if icon:
            self.setIcon(icons.icon(icon, "link", 16))
            self.setIconSize(QSize(px(16), px(16)))
        if key:
            self.setToolTip(f"{text}  {key}")
