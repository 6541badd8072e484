"""What is said when something cannot go on: a sentence with its code, or, for a bug, that what was saved is safe."""

import logging
import sys

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from models.errors import UserError, outline
from ui import icons
from ui.theme import px
from ui.widgets.labels import Label
from ui.widgets.sheet import Sheet
from ui.words import _, spoken

log = logging.getLogger("taizhang")


def tell(parent: QWidget | None, error: BaseException) -> None:
    """Say an error to the person: a sentence where it is known, the bug card where it is not."""
    if isinstance(error, UserError):
        Sheet(parent, _("This cannot go on as it is"), error.say(spoken()), [_("Understood")], back="").ask()
    else:
        tell_bug(parent, error)


def tell_bug(parent, error):
    """What you saved is safe; details without personal data can be copied."""
    details = outline(error)
    log.error("%s", details)
    sentence = _("Something went wrong. What you saved is safe. You can go on; send the details to the county.")
    if Sheet(parent, _("Something went wrong"), sentence, [_("Go on"), _("Copy the details")], back="").ask() == 1:
        QGuiApplication.clipboard().setText(details)


def catch_all(parent_of) -> None:
    """Let every error nobody caught be said, instead of ending the program; one card at a time, all in the log."""
    saying = []

    def hook(_kind, error, _trace):
        if saying:
            log.error("%s", outline(error))
            return
        saying.append(error)
        try:
            tell(parent_of(), error)
        finally:
            saying.clear()

    sys.excepthook = hook


class Toast(QFrame):
    """A word at the lower right that goes by itself: for what is done elsewhere, never for errors.

    There is one at a time; it stays while the pointer is on it.
    """

    _STAYS = 5000

    def __init__(self, parent, text, icon="circle-check", state="ok", stays=_STAYS):
        for other in parent.findChildren(Toast):
            other.close()
        super().__init__(parent, objectName="toast")
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14), px(10), px(14), px(10))
        row.setSpacing(px(8))
        picture = Label()
        picture.setPixmap(icons.pixmap(icon, state, 18))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        label = Label(text)
        label.setWordWrap(len(text) > 24)
        label.setMinimumWidth(px(300) if len(text) > 24 else 0)
        row.addWidget(label, 1)
        self.setMaximumWidth(px(420))
        self.adjustSize()
        self.move(parent.width() - self.width() - px(20), parent.height() - self.height() - px(44))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._gone = QTimer(self, singleShot=True, interval=stays)
        self._gone.timeout.connect(self.close)
        self._gone.start()
        self.show()
        self.raise_()

    def enterEvent(self, event):
        self._gone.stop()

    def leaveEvent(self, event):
        self._gone.start()
