"""When nobody has touched the program for a while."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

_AWAKE = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel)


class Idle(QObject):
    """`passed` when the program has had no key and no button for so many milliseconds, from watch() until rest().

    A filter over every event of the program costs time with each of them: it is there only while it is wanted.
    """

    passed = Signal()

    def __init__(self, app, milliseconds: int):
        super().__init__(app)
        self._app = app
        self._timer = QTimer(self, singleShot=True, interval=milliseconds)
        self._timer.timeout.connect(self.passed)

    @property
    def left(self) -> int:
        """Milliseconds until it has passed; -1 while nothing is watched."""
        return self._timer.remainingTime()

    def watch(self) -> None:
        self._app.installEventFilter(self)
        self._timer.start()

    def rest(self) -> None:
        self._app.removeEventFilter(self)
        self._timer.stop()

    def eventFilter(self, watched, event):
        if event.type() in _AWAKE:
            self._timer.start()
        return False
