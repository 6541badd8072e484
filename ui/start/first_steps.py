"""The steps of the first start: each asks one thing, and takes its answers over when it is left."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QGridLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
)

from models import passwords
from models.errors import UserError
from resources import divisions
from ui import icons
from ui.look import restyle
from ui.start.answers import COUNTY, NEW, RESTORE, TRAINING, Missing
from ui.start.step import Step
from ui.theme import px
from ui.widgets.finder import Finder, Offer
from ui.widgets.labels import Label
from ui.widgets.line_edit import LineEdit
from ui.words import _, spoken

_SIGNS = {"✓": ("circle-check", "ok"), "!": ("triangle-alert", "warn"), "⊘": ("circle-alert", "danger")}


class Option(QFrame):
    """A choice with what it means; the whole card can be clicked."""

    def __init__(self, label, why):
        super().__init__(objectName="option")
        self.radio = QRadioButton(label)
        self.radio.toggled.connect(self._mark)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(5), px(12), px(8))
        column.setSpacing(0)
        column.addWidget(self.radio)
        below = Label(why, role="hint")
        below.setWordWrap(True)
        below.setContentsMargins(px(24), 0, 0, 0)
        column.addWidget(below)

    def _mark(self, on):
        self.setProperty("chosen", on)
        restyle(self)

    def mousePressEvent(self, event):
        self.radio.setChecked(True)
        self.radio.setFocus()


class ThisComputer(Step):
    def __init__(self, wizard, self_check):
        super().__init__(wizard, _("What shall this computer be?"))
        self.name = _("This computer")
        self.group = QButtonGroup(self)
        for kind, label, why in (
            (NEW, _("A new station"), _("A township or street social-work station begins its book here.")),
            (COUNTY, _("A county hub"), _("Takes in what stations send, adds it up, prints the county's table.")),
            (RESTORE, _("Restore from a back-up"), _("A .tzbak file; a password of that station opens it.")),
            (TRAINING, _("Look around first"), _("Invented people, not encrypted: nothing real belongs in it.")),
        ):  # fmt: skip
            option = Option(label, why)
            option.radio.toggled.connect(lambda on, kind=kind: on and self._chosen(kind))
            self.group.addButton(option.radio)
            self.column.addWidget(option)
        self.group.buttons()[0].setChecked(True)
        self.column.addSpacing(px(4))
        self.column.addLayout(self._checks(self_check))
        self.column.addStretch(1)

    @staticmethod
    def _checks(self_check):
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(6))
        grid.setVerticalSpacing(px(2))
        for place, (sign, text) in enumerate(self_check):
            picture = Label()
            picture.setPixmap(icons.pixmap(*_SIGNS[sign], 15))
            words = Label(text, role="hint")
            words.setWordWrap(len(self_check) < 3)
            grid.addWidget(picture, place // 2, place % 2 * 2)
            grid.addWidget(words, place // 2, place % 2 * 2 + 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        return grid

    def _chosen(self, kind):
        self.answers.kind = kind
        if hasattr(self.wizard, "stack") and self.wizard.stack.count() == len(self.wizard.steps):
            self.wizard.kind_changed()

    def focus_first(self):
        self.group.checkedButton().setFocus()


class TheStation(Step):
    def __init__(self, wizard):
        super().__init__(wizard, _("What is it called?"), _("The name stands on every print. The rest can come later."))
        self.name = _("The station")
        self.place = Finder(self._find, empty=_("“{text}” is no town of the table. Leave it empty if need be."))
        self.place.setPlaceholderText(_("Name or pinyin, such as ylz"))
        self.place.chosen.connect(self._propose)
        self.station, self.short, self.phone = LineEdit(), LineEdit(digits=True), LineEdit(digits=True)
        self._lines([
            (_("Town or street"), self.place, _("Where two bear one name, the county comes first: qingxi yunling.")),
            (_("Name of the station"), self.station, ""),
            (_("Short number"), self.short, _("It begins printed numbers, such as 0417; the county gives it.")),
            (_("Telephone"), self.phone, _("Printed at the foot of the monthly table. It may stay empty.")),
        ])  # fmt: skip
        self.column.addStretch(1)

    def _find(self, text):
        find = divisions.counties if self.answers.kind == COUNTY else divisions.towns
        return [Offer(code, path.split("/")[-1], "　".join(path.split("/")[:-1])) for code, path in find(text, 8)]

    def enter(self):
        county = self.answers.kind == COUNTY
        self.head.setText(_("What is the hub called?") if county else _("What is the station called?"))

    def _propose(self):
        if not self.station.text().strip():
            county = self.answers.kind == COUNTY
            self.station.setText(
                _("{place} social-work hub", place=self.place.text()) if county
                else _("{place} social-work station", place=self.place.text())
            )  # fmt: skip
        self.station.setFocus()

    def leave(self):
        name, short = self.station.text().strip(), self.short.text().strip() or "0001"
        if not name:
            raise Missing(_("The station needs a name."))
        if len(name) > 50:
            raise Missing(_("A name has at most 50 characters."))
        if not (short.isascii() and short.isdigit() and len(short) <= 8):
            raise Missing(_("The short number is made of up to eight digits."))
        self.answers.name, self.answers.short, self.answers.phone = name, short, self.phone.text().strip()
        self.answers.division = str(self.place.chosen_id or "")

    def focus_first(self):
        (self.station if self.place.text() else self.place).setFocus()


class YouAndPassword(Step):
    def __init__(self, wizard):
        super().__init__(
            wizard, _("Who are you, and what opens the book?"),
            _("At least ten characters. A sentence of your own is good. No capitals or signs are demanded."),
        )  # fmt: skip
        self.name = _("You and a password")
        self.user, self.first, self.again = LineEdit(), LineEdit(), LineEdit()
        for line in (self.first, self.again):
            line.setEchoMode(QLineEdit.EchoMode.Password)
            line.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        grid = self._lines([
            (_("Your name"), self.user, _("Shown when the book is opened; a nickname will do.")),
            (_("Password"), self.first, ""),
            (_("Once more"), self.again, ""),
        ])  # fmt: skip
        self.shows = QCheckBox(_("Show the password"))
        self.shows.toggled.connect(self._show)
        self.strength = Label("", role="hint")
        self.strength.setWordWrap(True)
        self.first.textChanged.connect(self._judge)
        grid.addWidget(self.shows, 6, 1)
        grid.addWidget(self.strength, 7, 1)
        self.column.addStretch(1)

    def _show(self, on):
        for line in (self.first, self.again):
            line.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)

    def _judge(self, text):
        try:
            passwords.refuse_weak(text, self.user.text().strip())
        except UserError as error:
            self.strength.set_role("hint")
            self.strength.setText(spoken().text(error.sentence, **error.values) if text else "")
        else:
            self.strength.set_role("ok")
            good = len(text) >= 14
            self.strength.setText(_("This one is good.") if good else _("This one will do; longer is better."))

    def leave(self):
        user, password = self.user.text().strip(), self.first.text()
        if not user:
            raise Missing(_("Say who you are."))
        passwords.refuse_weak(password, user)
        if password != self.again.text():
            raise Missing(_("The two passwords are not the same. Type them again."))
        self.answers.user, self.answers.password = user, password

    def focus_first(self):
        (self.first if self.user.text() else self.user).setFocus()
