"""The first start: steps at the left, one thing to do at the right; nothing is written before the last one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from models.errors import UserError
from ui import icons
from ui.start import first_steps, key_steps
from ui.start.answers import RESTORE, TRAINING, Answers
from ui.theme import colour, font, px
from ui.widgets.buttons import KeyButton
from ui.widgets.labels import Label, Notice
from ui.words import _, spoken


class FirstRun(QWidget):
    """Emits `done(answers)` when the last step of the way is finished; `failed(error)` shows why it did not work.

    `self_check` are (sign, words) of this computer; `print_sheet(path, answers)` writes the recovery sheet;
    `users_of(backup)` are (id, label) of those who can open a back-up.
    """

    done = Signal(object)

    def __init__(self, self_check=(), print_sheet=None, users_of=None):
        super().__init__(objectName="page")
        self.answers, self.print_sheet, self.users_of = Answers(), print_sheet, users_of
        self.steps = [
            first_steps.ThisComputer(self, self_check),
            first_steps.TheStation(self),
            first_steps.YouAndPassword(self),
            key_steps.Recovery(self),
            key_steps.Upward(self),
            key_steps.Restore(self),
        ]
        self.list = StepList()
        self.stack = QStackedWidget()
        self.problem = Notice()
        self.back = KeyButton(_("Back"))
        self.next = KeyButton(_("Next"), "Enter", primary=True)
        for step in self.steps:
            self.stack.addWidget(_scrolled(step))
        self._lay_out()
        self.back.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_on)
        self.show_step(0)

    def _lay_out(self):
        card = QFrame(objectName="card")
        card.setMaximumSize(px(960), px(620))
        card.setMinimumWidth(px(540))
        row = QHBoxLayout(card)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        row.addWidget(self.list)
        column = QVBoxLayout()
        column.setContentsMargins(px(36), px(24), px(30), px(16))
        column.setSpacing(px(12))
        column.addWidget(self.stack, 1)
        column.addWidget(self.problem)
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.next)
        column.addLayout(foot)
        row.addLayout(column, 1)
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        outer.addWidget(card, 100)
        outer.addStretch(1)

    def resizeEvent(self, event):
        """Where there is little room, the steps give it to what is asked."""
        super().resizeEvent(event)
        self.list.setVisible(self.width() >= px(800))

    # --- the way ---

    @property
    def way(self) -> list[int]:
        """The places of the steps that this kind of set-up goes through."""
        return {TRAINING: [0], RESTORE: [0, 5]}.get(self.answers.kind, [0, 1, 2, 3, 4])

    @property
    def place(self) -> int:
        return self.stack.currentIndex()

    def show_step(self, place):
        self.problem.clear()
        self.stack.setCurrentIndex(place)
        self.steps[place].enter()
        self._say_way()
        self.steps[place].focus_first()

    def _say_way(self):
        here = self.way.index(self.place)
        self.list.show_steps([self.steps[place].name for place in self.way], here)
        self.back.setVisible(here > 0)
        last = here == len(self.way) - 1
        self.next.setText(_("Next") if not last else _("Look around") if self.answers.kind == TRAINING else
                          _("Restore") if self.answers.kind == RESTORE else _("Set up"))  # fmt: skip

    def kind_changed(self):
        self._say_way()

    def go_back(self):
        self.show_step(self.way[max(self.way.index(self.place) - 1, 0)])

    def go_on(self):
        """To the next step, when this one has what it needs; the last one hands everything over."""
        try:
            self.steps[self.place].leave()
        except UserError as error:
            self.failed(error)
            return
        here = self.way.index(self.place)
        if here < len(self.way) - 1:
            self.show_step(self.way[here + 1])
            return
        self._hand_over()

    def _hand_over(self):
        self.problem.say(_("Setting up. This takes a few seconds…"), state="info")
        self.next.setEnabled(False)
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        QApplication.processEvents()
        try:
            self.done.emit(self.answers)
        finally:
            QApplication.restoreOverrideCursor()

    def failed(self, error):
        self.next.setEnabled(True)
        self.problem.say(error.say(spoken()), state="danger")
        self.steps[self.place].focus_first()

    def focus_first(self):
        self.steps[self.place].focus_first()


def _scrolled(step):
    """For large letters on a small screen."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(step)
    return area


class StepList(QFrame):
    """The steps one under the other: done with a tick, the one in hand in blue, those to come in grey."""

    def __init__(self):
        super().__init__(objectName="steps")
        self.setFixedWidth(px(228))
        self.names, self.here = [], 0
        row = QHBoxLayout()
        row.setSpacing(px(11))
        mark = Label()
        mark.setPixmap(icons.emblem(36))
        row.addWidget(mark)
        row.addWidget(Label(_("Taizhang"), role="title"), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(28), px(16), px(20))
        column.addLayout(row)
        column.addStretch(1)
        hint = Label(_("Nothing is written before the last step."), role="hint")
        hint.setWordWrap(True)
        column.addWidget(hint)

    def show_steps(self, names, here):
        self.names, self.here = names, here
        self.setAccessibleName(_("Step {here} of {count}: {name}", here=here + 1, count=len(names), name=names[here]))
        self.update()

    def paintEvent(self, event):
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, name in enumerate(self.names):
            top = px(104) + place * px(44)
            if place:
                painter.setPen(QPen(QColor(colour("control" if place <= self.here else "line")), px(2)))
                painter.drawLine(px(36), top - px(16), px(36), top - px(4))
            self._paint_step(painter, place, name, top)

    def _paint_step(self, painter, place, name, top):
        state = "done" if place < self.here else "now" if place == self.here else "todo"
        if state == "done":
            painter.drawPixmap(px(24), top, icons.pixmap("circle-check", "ok", 24))
        else:
            painter.setPen(QPen(QColor(colour("primary" if state == "now" else "control")), 1.5))
            painter.setBrush(QColor(colour("primary")) if state == "now" else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(px(25), top + px(1), px(22), px(22))
            painter.setPen(QColor(colour("on_primary" if state == "now" else "text2")))
            painter.setFont(font(12.5, QFont.Weight.Medium))
            painter.drawText(px(24), top, px(24), px(24), Qt.AlignmentFlag.AlignCenter, str(place + 1))
        painter.setFont(font(15, QFont.Weight.Bold if state == "now" else QFont.Weight.Normal))
        painter.setPen(QColor(colour("text" if state != "todo" else "text2")))
        room = self.width() - px(62)
        painter.drawText(px(58), top, room, px(24), Qt.AlignmentFlag.AlignVCenter, name)
