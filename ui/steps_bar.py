"""The steps of a record above its form: where it stands, and what may be done with it by whom."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from models import access, codes
from models.database import current
from ui.buttons import KeyButton
from ui.file_lines import state_of
from ui.labels import Chip, Label
from ui.parts_menu import PartsMenu
from ui.theme import px
from ui.words import _, spoken

_SHOWN = 3


class StepsBar(QFrame):
    """`wanted(move)` when a step was pressed; hidden while a record is new or has no process."""

    wanted = Signal(object)

    def __init__(self):
        super().__init__(objectName="card")
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(px(12), px(6), px(12), px(6))
        self.row.setSpacing(px(8))
        self.buttons = {}
        self.hide()

    def show_record(self, record, may_write):
        """Show the state of a record and the steps open to who is at work; `may_write` False: none is."""
        while item := self.row.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.buttons = {}
        if record is None or record.process is None or record.is_new:
            self.hide()
            return
        store = current()
        role = access.role_of(store, store.user) if store.user else None
        mine = [move for move in record.steps() if move.is_for(role)]
        self.row.addWidget(Label(_("State"), role="hint"))
        self.row.addWidget(Chip(state_of(record) or _("not said"), "info", "circle-dot"))
        for move in mine[:_SHOWN]:
            self._add(move, may_write)
        if mine[_SHOWN:]:
            self._add_more(mine[_SHOWN:], may_write)
        self._say_others(record, role)
        self.row.addStretch(1)
        self.show()

    def _add(self, move, may_write):
        button = KeyButton(_(move.label) + ("…" if move.why else ""), small=True)
        button.setEnabled(may_write)
        button.clicked.connect(lambda _checked=False: self.wanted.emit(move))
        self.buttons[move.name] = button
        self.row.addWidget(button)

    def _add_more(self, moves, may_write):
        more = KeyButton(_("More steps") + " ▾", small=True)
        more.setEnabled(may_write)
        more.clicked.connect(lambda _checked=False: self._offer(more, moves))
        self.row.addWidget(more)

    def _offer(self, more, moves):
        self.menu = PartsMenu(self, [(_(move.label), move) for move in moves])
        self.menu.picked.connect(self.wanted)
        self.menu.popup(more.mapToGlobal(QPoint(0, more.height())))

    def _say_others(self, record, role):
        """What comes next but is for somebody else is said, not offered."""
        others = [move for move in record.steps() if not move.is_for(role)]
        if not others:
            return
        roles = dict.fromkeys(one for move in others for one in move.roles)
        whom = _(", ").join(codes.label("role", one, spoken()) for one in roles)
        steps = _(", ").join(dict.fromkeys(_(move.label) for move in others))
        hint = Label(_("{steps}: for the {role}", steps=steps, role=whom), role="hint")
        hint.setWordWrap(True)
        self.row.addWidget(hint, 1)
