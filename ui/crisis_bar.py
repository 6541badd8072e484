"""Across the page of a case: the crises that are not over, with the clock, until each is closed."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from models import codes
from models.casework import crisis
from ui import icons
from ui.buttons import KeyButton
from ui.labels import Label
from ui.theme import px
from ui.words import _, spoken

_MINUTE = 60_000


class CrisisBar(QFrame):
    """`show_case(case)`; `wanted(report)` when one is to be gone to. Hidden while nothing is on."""

    wanted = Signal(object)

    def __init__(self, store):
        super().__init__(objectName="notice")
        self.setProperty("state", "danger")
        self.store, self.reports = store, []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(px(14), px(8), px(10), px(8))
        self.column.setSpacing(px(4))
        self.clock = QTimer(self, interval=_MINUTE)
        self.clock.timeout.connect(self._tell)
        self.sentences = []
        self.hide()

    def show_case(self, case):
        self.reports = crisis.open_reports(self.store, case)
        while item := self.column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.sentences = [self._add(report) for report in self.reports]
        self._tell()
        self.setVisible(bool(self.reports))
        self.clock.start() if self.reports else self.clock.stop()

    def _add(self, report):
        line = QFrame()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        picture = Label()
        picture.setPixmap(icons.pixmap("octagon-alert", "danger", 18))
        sentence = Label("", role="danger")
        sentence.setWordWrap(True)
        button = KeyButton(_("Deal with it"), small=True, danger=True)
        button.clicked.connect(lambda _checked=False: self.wanted.emit(report))
        row.addWidget(picture)
        row.addWidget(sentence, 1)
        for label, done in steps_of(report):
            mark = Label(
                _("{mark} {step}", mark="✓" if done else "○", step=label), role="secondary" if done else "danger"
            )
            row.addWidget(mark)
        row.addWidget(button)
        self.column.addWidget(line)
        return sentence

    def _tell(self):
        now = self.store.now()
        for report, sentence in zip(self.reports, self.sentences, strict=True):
            sentence.setText(said(report, now))


def steps_of(report) -> list[tuple[str, bool]]:
    """The three things a crisis asks for: the lead told, a plan for safety, somebody who looked again."""
    return [
        (_("lead told"), bool(report.lead_told_on)),
        (_("safety plan"), bool(report.safety)),
        (_("looked again"), bool(report.course)),
    ]


def said(report, now) -> str:
    """What is on, since when, and how long there is until somebody has to have looked again."""
    kind = codes.label("crisis_kind", report.kind, spoken()) if report.kind else ""
    found = report.found_at()
    since = _("found {day} {time}", day=spoken().day(found.date(), now.year), time=f"{found:%H:%M}") if found else ""
    by = report.look_by()
    if by is None:
        clock = ""
    elif by > now:
        clock = _("look again within {time}", time=_span(by - now))
    else:
        clock = _("look again: {time} over", time=_span(now - by))
    return " · ".join(filter(None, (_("Crisis: {kind}", kind=kind), since, clock)))


def _span(length):
    minutes = int(length.total_seconds()) // 60
    if minutes >= 48 * 60:
        return _("{days} days", days=minutes // (24 * 60))
    return _("{hours} h {minutes} min", hours=minutes // 60, minutes=minutes % 60)
