"""The job that runs: its progress and its Cancel stand in the strip, its end is said where it was asked for."""

from PySide6.QtCore import QObject

from ui.widgets.messages import Toast, tell
from ui.words import _


class Running(QObject):
    """One job at a time; `window.refresh()` is called when it is over."""

    def __init__(self, strip, window):
        super().__init__(window)
        self.strip, self.window, self.job = strip, window, None
        strip.stop.clicked.connect(self.cancel)

    def start(self, job, done, failed=None):
        """`done(result)` or `failed(error)` is called at the end; without `failed` the error is said."""
        self.job = job
        job.slow.connect(lambda: self.strip.show_progress(0, 0))
        job.progressed.connect(self._progress)
        job.succeeded.connect(lambda result: self._ended(done, result))
        job.cancelled.connect(lambda: self._ended(self._say, _("Cancelled. Nothing was changed.")))
        job.failed.connect(lambda error: self._ended(failed or (lambda e: tell(self.window, e)), error))
        job.start()

    def cancel(self):
        if self.job is not None:
            self.job.cancel()

    def _say(self, text):
        Toast(self.window, text)

    def _progress(self, done, total):
        if self.strip.bar.isVisible():
            self.strip.show_progress(done, total)

    def _ended(self, slot, value):
        self.job = None
        self.strip.end_progress()
        slot(value)
        self.window.refresh()
