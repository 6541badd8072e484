"""The steps of a process in a row: done, in hand, to come; never ticked without proof."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ui import icons
from ui.theme import px
from ui.widgets.labels import Label

_ICON = {
    "done": ("circle-check", "ok"),
    "now": ("circle-dot", "primary"),
    "todo": ("circle", "text3"),
    "bad": ("circle-alert", "danger"),
}


class Stepper(QFrame):
    """`show_steps([(title, sub, state)])`, state one of done, now, todo, bad."""

    def __init__(self):
        super().__init__()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(px(10))
        self.narrow, self.steps = False, []

    def fit(self, narrow):
        """Where there is little room only the step in hand is written out; the others say it when pointed at."""
        if narrow != self.narrow:
            self.narrow = narrow
            self.show_steps(self.steps)

    def show_steps(self, steps):
        self.steps = steps
        while item := self.row.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for place, (title, sub, state) in enumerate(steps):
            if place:
                dash = QFrame(objectName="dash")
                dash.setFixedSize(px(8 if self.narrow else 20), 1)
                self.row.addWidget(dash)
            self.row.addWidget(self._step(title, sub, state))
        self.row.addStretch(1)

    def _step(self, title, sub, state):
        frame = QFrame()
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        picture = Label()
        picture.setPixmap(icons.pixmap(*_ICON[state], 18))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(title, role="strong" if state == "now" else ""))
        below = Label(sub, role="danger" if state == "bad" else "secondary-small")
        if not sub:  # never shown by hand before it has a parent: it would flash as a window of its own
            below.hide()
        words.addWidget(below)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignVCenter)
        frame.setToolTip(" ".join(filter(None, (title, sub))))
        frame.setAccessibleName(frame.toolTip())
        if self.narrow and state not in ("now", "bad"):
            self._hide(words)
        row.addLayout(words)
        return frame

    @staticmethod
    def _hide(words):
        for place in range(words.count()):
            words.itemAt(place).widget().hide()
