"""The steps of a record above its form: where it stands, and what may be done with it by whom."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from models import access, codes
from models.database import current
from ui.forms.file_lines import state_of
from ui.theme import px
from ui.widgets.buttons import KeyButton
from ui.widgets.labels import Chip, Label
from ui.widgets.parts_menu import PartsMenu
from ui.words import _, spoken


class StepsBar(QFrame):
    """`wanted(move)` when a step was pressed; hidden while a record is new or has no process.

    As many steps are buttons as there is room for, the others are in a list behind them.
    """

    wanted = Signal(object)

    def __init__(self):
        super().__init__(objectName="card")
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(6), px(12), px(6))
        column.setSpacing(px(2))
        self.row = QHBoxLayout()
        self.row.setSpacing(px(8))
        column.addLayout(self.row)
        self.others = Label("", role="hint")
        self.others.setWordWrap(True)
        column.addWidget(self.others)
        self.buttons, self.moves, self.hidden = {}, [], []
        self.more = None
        self.hide()

    def show_record(self, record, may_write):
        """Show the state of a record and the steps open to who is at work; `may_write` False: none can be taken."""
        self._clear()
        if record is None or record.process is None or record.is_new:
            self.hide()
            return
        role = _role()
        steps = record.steps()
        self.moves = [move for move in steps if move.is_for(role)]
        self.row.addWidget(Label(_("State"), role="hint"))
        self.row.addWidget(Chip(state_of(record) or _("not said"), "info", "circle-dot"))
        for move in self.moves:
            self._add(move, may_write)
        self.more = KeyButton(_("More steps") + " ▾", small=True)
        self.more.setEnabled(may_write)
        self.more.clicked.connect(self._offer)
        self.row.addWidget(self.more)
        self.row.addStretch(1)
        self._say_others([move for move in steps if not move.is_for(role)])
        self._fit()
        self.show()

    def _clear(self):
        while item := self.row.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.buttons, self.moves, self.hidden, self.more = {}, [], [], None

    def _add(self, move, may_write):
        button = KeyButton(_(move.label) + ("…" if move.why else ""), small=True)
        button.setEnabled(may_write)
        button.clicked.connect(lambda _checked=False: self.wanted.emit(move))
        self.buttons[move.name] = button
        self.row.addWidget(button)

    def resizeEvent(self, event):
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self):
        hint = super().minimumSizeHint()
        hint.setWidth(px(240))  # what does not fit goes into the list
        return hint

    def _fit(self):
        """Hide the last steps until the others fit."""
        if self.more is None:
            return
        gap = px(8)
        first = sum(self.row.itemAt(place).widget().sizeHint().width() + gap for place in range(2))
        room = self.width() - px(26) - first
        widths = [self.buttons[move.name].sizeHint().width() + gap for move in self.moves]
        count = len(widths)
        if sum(widths) > room:
            room -= self.more.sizeHint().width() + gap
            while count and sum(widths[:count]) > room:
                count -= 1
        self.hidden = self.moves[count:]
        for place, move in enumerate(self.moves):
            self.buttons[move.name].setVisible(place < count)
        self.more.setVisible(bool(self.hidden))

    def _offer(self):
        self.menu = PartsMenu(self, [(_(move.label), move) for move in self.hidden])
        self.menu.picked.connect(self.wanted)
        self.menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _say_others(self, moves):
        """What comes next but is for somebody else is said, not offered."""
        roles = dict.fromkeys(one for move in moves for one in move.roles)
        whom = _(", ").join(codes.label("role", one, spoken()) for one in roles)
        steps = _(", ").join(dict.fromkeys(_(move.label) for move in moves))
        self.others.setText(_("{steps}: for the {role}", steps=steps, role=whom) if moves else "")
        self.others.setVisible(bool(moves))


def _role():
    store = current()
    return access.role_of(store, store.user) if store.user else None
