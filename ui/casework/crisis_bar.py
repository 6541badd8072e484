"""Across the page of a case: crises and mandatory reports that are not over, with their clock, until each is closed."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ui import icons
from ui.casework.alarms import alarms_of
from ui.theme import px
from ui.widgets.buttons import KeyButton
from ui.widgets.labels import Label
from ui.words import _

_MINUTE = 60_000


class CrisisBar(QFrame):
    """`show_case(case)`; `wanted(record)` when one is to be gone to. Hidden while nothing is on."""

    wanted = Signal(object)

    def __init__(self, store):
        super().__init__(objectName="notice")
        self.setProperty("state", "danger")
        self.store, self.alarms, self.sentences = store, [], []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(px(14), px(8), px(10), px(8))
        self.column.setSpacing(px(4))
        self.clock = QTimer(self, interval=_MINUTE)
        self.clock.timeout.connect(self._tell)
        self.hide()

    def show_case(self, case):
        self.alarms = alarms_of(self.store, case)
        while item := self.column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.sentences = [self._add(alarm) for alarm in self.alarms]
        self._tell()
        self.setVisible(bool(self.alarms))
        self.clock.start() if self.alarms else self.clock.stop()

    def _add(self, alarm):
        line = QFrame()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        picture = Label()
        picture.setPixmap(icons.pixmap("octagon-alert", "danger", 18))
        sentence = Label("", role="danger")
        sentence.setWordWrap(True)
        row.addWidget(picture)
        row.addWidget(sentence, 1)
        for step, done in alarm.steps:
            said = _("{mark} {step}", mark="✓" if done else "○", step=step)
            row.addWidget(Label(said, role="secondary" if done else "danger"))
        button = KeyButton(_("Deal with it"), small=True, danger=True)
        button.clicked.connect(lambda _checked=False: self.wanted.emit(alarm.record))
        row.addWidget(button)
        self.column.addWidget(line)
        return sentence

    def _tell(self):
        now = self.store.now()
        for alarm, sentence in zip(self.alarms, self.sentences, strict=True):
            sentence.setText(alarm.said(now))
