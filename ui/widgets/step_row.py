"""What a sheet is busy with, and how far it has come; one piece of work at a time, beside the window."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from ui.theme import px
from ui.widgets.jobs import Job
from ui.widgets.labels import Label
from ui.words import _


class StepRow(QWidget):
    """`run()` does a piece of work on a connection of its own; `job` is the one that runs, or None."""

    def __init__(self, db):
        super().__init__()
        self.db, self.job = db, None
        self.step, self.bar = Label("", role="hint"), QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Progress"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(6))
        row.addWidget(self.step)
        row.addWidget(self.bar, 1)
        self.bar.hide()

    def run(self, step, work, done, failed, cancelled):
        """`work(tick)`; at its end exactly one of done(result), failed(error), cancelled() is called."""

        def within(tick):
            with self.db.connection_context():
                return work(tick)

        self.step.setText(step)
        self.bar.setRange(0, 0)
        self.bar.show()
        self.job = Job(within, self)
        self.job.progressed.connect(self._progressed)
        self.job.succeeded.connect(lambda result: self._ended(done, result))
        self.job.failed.connect(lambda error: self._ended(failed, error))
        self.job.cancelled.connect(lambda: self._ended(cancelled))
        self.job.start()

    def cancel(self):
        self.job.cancel()

    def _progressed(self, done, total):
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _ended(self, slot, *value):
        self.job = None
        self.bar.hide()
        self.step.setText("")
        slot(*value)
