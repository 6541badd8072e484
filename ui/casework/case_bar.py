"""Above a case: its seven steps, the way on with what is missing, and all that may be done with the case."""

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from models import access
from models.casework import road
from models.casework.goals import plan_in_force
from models.casework.life import ENDED
from ui.casework.case_course import steps_of
from ui.theme import px
from ui.widgets.buttons import KeyButton
from ui.widgets.parts_menu import PartsMenu
from ui.widgets.stepper import Stepper
from ui.words import _


class CaseBar(QFrame):
    """`paper_wanted(table)` for a form to be written, `move_wanted(move)` for a step to be taken.

    `again_wanted` asks for a new case that goes on from this one, `revision_wanted(plan)` for its next version,
    `dossier_wanted` for all papers as one, `facts_wanted` for what stands beside where there is little room.
    """

    paper_wanted = Signal(str)
    move_wanted = Signal(object)
    again_wanted = Signal()
    revision_wanted = Signal(object)
    dossier_wanted = Signal()
    facts_wanted = Signal()

    def __init__(self, store):
        super().__init__(objectName="card")
        self.store, self.case, self.ahead = store, None, None
        self.steps = Stepper()
        self.on = KeyButton("", "Ctrl+J", "arrow-right", small=True)
        self.on.clicked.connect(self.go_on)
        self.more = KeyButton(_("Pause, transfer…"), icon="ellipsis", small=True)
        self.more.clicked.connect(self.offer_moves)
        self.facts = KeyButton(_("Facts"), "Ctrl+I", "info", small=True)
        self.facts.clicked.connect(self.facts_wanted)
        self.facts.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14), px(8), px(14), px(8))
        row.setSpacing(px(10))
        row.addWidget(self.steps, 1)
        row.addWidget(self.on)
        row.addWidget(self.more)
        row.addWidget(self.facts)

    def fit(self, narrow):
        self.steps.fit(narrow)
        self.on.show_key(not narrow)
        self.more.set_bare(narrow)
        self.facts.setVisible(narrow)

    def show_case(self, case):
        self.case, self.ahead = case, road.ahead_of(case)
        self.steps.show_steps(steps_of(case, self.store.today()))
        self.more.setText(_("Resume, transfer…") if case.state == "paused" else _("Pause, transfer…"))
        waits = self._waiting()
        self.on.setVisible(bool(waits or self.ahead))
        if waits:
            self.on.setText(_(waits.label))
        elif self.ahead:
            move = self.ahead.move and case.process.named(self.ahead.move)
            self.on.setText(_(move.label) if move else _("On to: {step}", step=_(self.ahead.to)))

    def moves(self):
        """The steps of the process that who is at work may take."""
        role = access.role_of(self.store, self.store.user) if self.store.user else None
        return [move for move in self.case.steps() if move.is_for(role)]

    def _waiting(self):
        """The approval that the case waits for, where it is ours to give."""
        if self.case.state not in ("opening", "closing"):
            return None
        return next((move for move in self.moves() if move.name.startswith("approve_")), None)

    def go_on(self):
        """Approve, submit, or write the paper that is missing; several are offered to choose from."""
        if move := self._waiting():
            self.move_wanted.emit(move)
        elif self.ahead and self.ahead.move:
            self.move_wanted.emit(self.case.process.named(self.ahead.move))
        elif self.ahead and len(self.ahead.missing) == 1:
            self.paper_wanted.emit(self.ahead.missing[0][0])
        elif self.ahead:
            missing = [(_(sentence), partial(self.paper_wanted.emit, table)) for table, sentence in self.ahead.missing]
            self._offer(self.on, missing)

    def _offers(self):
        """What may be done with the case, each with what does it."""
        found = [(_(move.label), partial(self.move_wanted.emit, move)) for move in self.moves()]
        if self.case.state in ENDED:
            found.append((_("Open again as a new case"), self.again_wanted.emit))
        plan = plan_in_force(self.case.id) if self.case.state == "open" else None
        if plan and plan.state == "agreed":
            found.append((_("Revise the plan: a new version"), partial(self.revision_wanted.emit, plan)))
        return [*found, (_("Print the whole file…"), self.dossier_wanted.emit)]

    def offer_moves(self):
        self._offer(self.more, self._offers())

    def _offer(self, button, offers):
        self.menu = PartsMenu(self, offers)
        self.menu.picked.connect(lambda act: act())
        self.menu.popup(button.mapToGlobal(QPoint(0, button.height())))
