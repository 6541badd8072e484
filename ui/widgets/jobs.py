"""Work off the main thread: a plain function `work(tick)`; exactly one of succeeded, failed, cancelled, once."""

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal

from models.errors import Cancelled

_PATIENCE = 300


class Job(QObject):
    """Lives on the main thread; only its inner runnable goes to the pool."""

    progressed = Signal(int, int)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    slow = Signal()
    _ended = Signal(str, object)

    _running: set["Job"] = set()  # a job nobody holds would be destroyed on the pool's thread

    def __init__(self, work, parent=None):
        super().__init__(parent)
        self.work, self._stop = work, False
        self._ended.connect(self._end)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(self.slow)

    def start(self):
        self._running.add(self)
        self._patience.start()
        QThreadPool.globalInstance().start(_Run(self))

    def cancel(self):
        """Ask the work to stop at its next tick."""
        self._stop = True

    def tick(self, done, total):
        """Called by the work, on its thread."""
        if self._stop:
            raise Cancelled()
        self.progressed.emit(done, total)

    def _end(self, how, value):
        self._patience.stop()
        self._running.discard(self)
        if how == "cancelled":
            self.cancelled.emit()
        else:
            getattr(self, how).emit(value)


class _Run(QRunnable):
    def __init__(self, job):
        super().__init__()
        self.job = job

    def run(self):
        job = self.job
        try:
            result = job.work(job.tick)
        except Cancelled:
            job._ended.emit("cancelled", None)
        except BaseException as error:  # noqa: BLE001 (whatever it is, the person hears of it on the main thread)
            job._ended.emit("failed", error)
        else:
            job._ended.emit("succeeded", result)
