"""A hand on the keyboard of the real program: presses keys where the focus is, and waits until something is so."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

_CONTROL, _SHIFT, _ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
_MODIFIERS = {"Ctrl": _CONTROL, "Shift": _SHIFT, "Alt": _ALT}


class Hand(QObject):
    """Walks a road: an iterator that presses keys and yields what it waits for.

    Every key is pressed from the event loop, so that a dialog it opens runs on while the road goes on inside it.
    """

    def __init__(self, patience=8_000):
        super().__init__()
        self.patience, self.pending, self.waited, self.error, self.done = patience, 0, 0, None, False
        self.waits_for = None
        self.tick = QTimer(self, interval=10)
        self.tick.timeout.connect(self._look)

    def press(self, *names):
        """Press keys one after the other: "Return", "Ctrl+S", "Alt+Left"."""
        for name in names:
            *held, key = name.split("+")
            modifiers = Qt.KeyboardModifier.NoModifier
            for one in held:
                modifiers |= _MODIFIERS[one]
            self._later(lambda key=key, modifiers=modifiers: QTest.keyClick(_focus(), _key(key), modifiers))

    def type(self, text):
        """Letters and figures by their keys, Chinese as an input method hands it over."""
        if text.isascii():
            for letter in text:
                self._later(lambda letter=letter: QTest.keyClick(_focus(), letter))
            return
        handed = QInputMethodEvent()
        handed.setCommitString(text)
        self._later(lambda: QApplication.sendEvent(_focus(), handed))

    def _later(self, deed):
        self.pending += 1

        def do():
            if not _has_focus():
                QTimer.singleShot(10, do)
                return
            self.pending -= 1
            deed()

        QTimer.singleShot(0, do)

    def walk(self, road: Iterator[Callable[[], bool]], qtbot):
        """To the end of the road; what goes wrong on it is raised here."""
        self.road = road
        self.tick.start()
        qtbot.waitUntil(lambda: self.done, timeout=120_000)
        if self.error:
            raise self.error

    def _look(self):
        if self.done or self.pending:
            return
        try:
            if self.waits_for is not None and not self.waits_for():
                self._lose_patience()
                return
            self.waited, self.waits_for = 0, next(self.road)
        except StopIteration:
            self._end(None)
        except BaseException as error:  # noqa: BLE001 (raised where the walk was begun)
            self._end(error)

    def _lose_patience(self):
        self.waited += self.tick.interval()
        if self.waited > self.patience:
            road, where = self.road, []
            while road is not None:
                where.append(f"{road.__name__}:{road.gi_frame.f_lineno}")
                road = road.gi_yieldfrom
            raise AssertionError(f"waited in vain in {' '.join(where)}; the focus is on {_focus()}")

    def _end(self, error):
        self.tick.stop()
        self.error, self.done = error, True
        while dialog := QApplication.activeModalWidget():
            dialog.reject() if hasattr(dialog, "reject") else dialog.close()


def _has_focus():
    """A screen without a window manager leaves no window active when a dialog closes: then it is made active."""
    if QApplication.activeWindow() is None:
        windows = [window for window in QApplication.topLevelWidgets() if isinstance(window, QMainWindow)]
        window = QApplication.activeModalWidget() or next(one for one in windows if one.isVisible())
        window.activateWindow()
        window.windowHandle().requestActivate()
    return _focus() is not None


def _focus():
    """Who gets the next key: a menu that is open, else what has the focus."""
    if menu := QApplication.activePopupWidget():
        return menu.focusWidget() or menu
    return QApplication.focusWidget() or QApplication.activeWindow()


def _key(name):
    return getattr(Qt.Key, f"Key_{name.upper() if len(name) == 1 else name}")
