"""The steps of the first start that are about keys: the recovery code, the county's key, a back-up put back."""

import secrets

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QFrame, QGridLayout, QHBoxLayout, QLineEdit

from models import recovery_code
from models.errors import UserError
from ui.start.answers import Missing
from ui.start.step import Step
from ui.theme import px
from ui.widgets.buttons import KeyButton, LinkButton
from ui.widgets.choice_combo import ChoiceCombo
from ui.widgets.labels import Label
from ui.widgets.line_edit import LineEdit
from ui.words import _


class Recovery(Step):
    """The code that opens the book when all passwords are forgotten: three of its groups are typed back, always."""

    def __init__(self, wizard):
        super().__init__(
            wizard, _("Put this on paper, into the safe"),
            _("If all passwords are forgotten, only this code opens the book. Nobody else keeps it."),
        )  # fmt: skip
        self.name = _("Recovery code")
        self.column.addLayout(self._tiles())
        sheet = KeyButton(_("Save for printing…"), icon="printer")
        sheet.clicked.connect(self._save_sheet)
        sheet.setVisible(wizard.print_sheet is not None)
        self.locked_away = QCheckBox(_("It is printed and in the safe"))
        row = QHBoxLayout()
        row.addWidget(sheet)
        row.addSpacing(px(12))
        row.addWidget(self.locked_away)
        row.addStretch(1)
        self.column.addLayout(row)
        asked = sorted(secrets.SystemRandom().sample(range(9), 3))
        self.typed = {place: LineEdit(digits=True) for place in asked}
        self.column.addWidget(Label(_("Now type three groups back from the paper:"), role="strong"))
        self.column.addLayout(self._typed_back())
        self.column.addStretch(1)

    def _tiles(self):
        grid = QGridLayout()
        grid.setSpacing(px(8))
        for place, group in enumerate(recovery_code.groups(self.answers.recovery)):
            tile = QFrame(objectName="tile")
            row = QHBoxLayout(tile)
            row.setContentsMargins(px(10), px(3), px(10), px(3))
            row.addWidget(Label(str(place + 1), role="group"))
            word = Label(group, role="code")
            word.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            row.addWidget(word, 1, Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(tile, place // 3, place % 3)
        return grid

    def _typed_back(self):
        row = QHBoxLayout()
        row.setSpacing(px(8))
        for place, line in self.typed.items():
            label = Label(_("Group {number}", number=place + 1), role="secondary")
            label.setBuddy(line)
            line.setAccessibleName(label.text())
            line.setMaximumWidth(px(110))
            line.returnPressed.connect(self._entered)
            row.addWidget(label)
            row.addWidget(line)
            row.addSpacing(px(8))
        row.addStretch(1)
        return row

    def _save_sheet(self):
        path, _kind = QFileDialog.getSaveFileName(self, _("Where to"), _("Recovery sheet") + ".pdf", "*.pdf")
        if path:
            try:
                self.wizard.print_sheet(path, self.answers)
            except UserError as error:
                self.wizard.failed(error)

    def leave(self):
        groups = recovery_code.groups(self.answers.recovery)
        for place, line in self.typed.items():
            if line.text().strip().upper() != groups[place]:
                line.clear()
                raise Missing(_("Group {number} is not as on the paper. Look again.", number=place + 1))
        if not self.locked_away.isChecked():
            raise Missing(_("Say that the sheet is in the safe. Without it nobody can help later."))

    def focus_first(self):
        empty = [line for line in self.typed.values() if not line.text()]
        (empty[0] if empty else self.locked_away).setFocus()


class Upward(Step):
    def __init__(self, wizard):
        super().__init__(
            wizard, _("Who takes in what this station sends?"),
            _("With the county's key file (.tzkey) bundles can be written at once. It may come later, too."),
        )  # fmt: skip
        self.name = _("The level above")
        self.line, choose = _file_line(self, _("Path of the key file; may stay empty"), "*.tzkey")
        self._lines([(_("Key file"), self.line, "")])
        self.column.addWidget(choose, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def leave(self):
        self.answers.key_file = self.line.text().strip()

    def focus_first(self):
        self.line.setFocus()


class Restore(Step):
    def __init__(self, wizard):
        super().__init__(
            wizard, _("Which back-up, and what opens it?"),
            _("It is checked before anything is put in place. A password of that station opens it, or its code."),
        )  # fmt: skip
        self.name = _("Restore")
        self.line, choose = _file_line(self, _("Path of the .tzbak file"), "*.tzbak")
        self.line.textChanged.connect(self._read)
        self.user, self.word = ChoiceCombo([]), LineEdit()
        self.word.setEchoMode(QLineEdit.EchoMode.Password)
        self.word.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.code = LineEdit(digits=True)
        self._lines([
            (_("Back-up"), self.line, ""),
            (_("I am"), self.user, ""),
            (_("Password"), self.word, ""),
            (_("or recovery code"), self.code, _("Nine groups of four characters, from the sheet in the safe.")),
        ])  # fmt: skip
        self.column.addWidget(choose, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def _read(self, path):
        users = self.wizard.users_of(path) if self.wizard.users_of else []
        self.user.clear()
        for identity, label in users:
            self.user.addItem(label, identity)

    def leave(self):
        if not self.line.text().strip():
            raise Missing(_("Choose a back-up file first."))
        if self.user.count() and not (self.word.text() or self.code.text().strip()):
            raise Missing(_("Type the password, or the recovery code."))
        self.answers.backup = self.line.text().strip()
        self.answers.user = self.user.currentData() or ""
        self.answers.password, self.answers.opened_by_code = self.word.text(), self.code.text().strip()

    def focus_first(self):
        (self.word if self.line.text() else self.line).setFocus()


def _file_line(step, placeholder, pattern):
    """A line for a path, and the button that fills it from the files of this computer."""
    line = LineEdit()
    line.setPlaceholderText(placeholder)
    button = LinkButton(_("Choose a file…"), icon="folder-open")

    def choose():
        path, _kind = QFileDialog.getOpenFileName(step, _("Choose a file"), "", pattern)
        if path:
            line.setText(path)

    button.clicked.connect(choose)
    return line, button
