"""What is said when something cannot go on: a sentence with its code, or, for a bug, that what was saved is safe."""

import logging
import sys
import traceback

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from models.errors import UserError
from ui.labels import Label
from ui.sheet import Sheet
from ui.theme import px
from ui.words import _, spoken

log = logging.getLogger("taizhang")


def tell(parent: QWidget | None, error: BaseException) -> None:
    """Say an error to the person: a sentence where it is known, the bug card where it is not."""
    if isinstance(error, UserError):
        Sheet(parent, _("This cannot go on as it is"), error.say(spoken()), [_("Understood")]).ask()
    else:
        tell_bug(parent, error)


def tell_bug(parent, error):
    """What you saved is safe; details without personal data can be copied."""
    details = outline(error)
    log.error("%s", details)
    sentence = _("Something went wrong. What you saved is safe. You can go on; send the details to the county.")
    if Sheet(parent, _("Something went wrong"), sentence, [_("Copy the details"), _("Go on")]).ask() == 0:
        QGuiApplication.clipboard().setText(details)


def outline(error: BaseException) -> str:
    """Kind of error and lines of code; never its message or values, which could hold what people typed."""
    lines = [
        f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    return "\n".join([type(error).__name__, *lines])


def catch_all(parent_of) -> None:
    """Let every error nobody caught be said, instead of ending the program."""

    def hook(_kind, error, _trace):
        tell(parent_of(), error)

    sys.excepthook = hook


class Toast(QFrame):
    """A word at the lower right that goes by itself: for what is done elsewhere, never for errors."""

    def __init__(self, parent, text):
        super().__init__(parent, objectName="card")
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QHBoxLayout

        row = QHBoxLayout(self)
        row.setContentsMargins(px(14), px(10), px(14), px(10))
        label: QLabel = Label(text)
        label.setWordWrap(True)
        row.addWidget(label)
        self.setMaximumWidth(px(420))
        self.adjustSize()
        self.move(parent.width() - self.width() - px(20), parent.height() - self.height() - px(44))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.show()
        QTimer.singleShot(5000, self.close)
