"""Which heading of a ledger answers which question, for people to settle."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from exports.intake.kinds import TITLES, kind_named, label
from exports.intake.report import SURENESS
from ui.theme import px
from ui.widgets.choice_combo import ChoiceCombo
from ui.widgets.labels import ElidedLabel, Label
from ui.words import _


class ColumnList(QFrame):
    """The headings of the ledger, each with the question it answers; changing one reads the ledger again."""

    changed = Signal(str, str)
    kind_changed = Signal(str)

    def __init__(self):
        super().__init__(objectName="card")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(12), px(10), px(4), px(10))
        outer.setSpacing(px(8))
        self.kind = ChoiceCombo([(name, _(title)) for name, title in TITLES.items()])
        self.kind.removeItem(0)
        self.kind.setAccessibleName(_("Kind of ledger"))
        self.kind.activated.connect(lambda _place: self.kind_changed.emit(self.kind.currentData()))
        row = QHBoxLayout()
        row.addWidget(Label(_("Kind of ledger"), role="secondary"))
        row.addWidget(self.kind, 1)
        outer.addLayout(row)
        outer.addWidget(Label(_("Which column answers what"), role="pane"))
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer.addWidget(self.area, 1)

    def show_ledger(self, ledger):
        self.kind.setEnabled(ledger.kind in TITLES)
        if ledger.kind not in TITLES and self.kind.findData(ledger.kind) < 0:
            self.kind.addItem(_(kind_named(ledger.kind).title), ledger.kind)
        self.kind.show_code(ledger.kind)
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, px(8), 0)
        grid.setHorizontalSpacing(px(8))
        grid.setVerticalSpacing(px(4))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        offers = [(question, _(label(ledger.kind, question))) for question in kind_named(ledger.kind).words]
        for line, column in enumerate(ledger.columns):
            if column.heading:
                name = ElidedLabel(column.heading, role="warn" if column.sure == "alike" else "")
                grid.addWidget(name, line, 0)
                grid.addWidget(self._combo(column, offers), line, 1)
        grid.setRowStretch(len(ledger.columns), 1)
        self.area.setWidget(body)

    def _combo(self, column, offers):
        """What a column answers, to be chosen; how sure that is stands in its tooltip."""
        combo = ChoiceCombo(offers)
        combo.setItemText(0, _("— not taken in —"))
        combo.show_code(column.question)
        combo.setAccessibleName(column.heading)
        combo.setToolTip(_(SURENESS[column.sure]))
        combo.activated.connect(lambda _place: self.changed.emit(column.heading, combo.currentData() or ""))
        return combo
