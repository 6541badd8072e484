"""The card that opens a station: who, password, Enter. The input method is off in the password."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from models.errors import UserError
from ui import icons
from ui.theme import px
from ui.widgets.buttons import KeyButton, LinkButton
from ui.widgets.choice_combo import ChoiceCombo
from ui.widgets.labels import Label, Notice
from ui.widgets.line_edit import LineEdit
from ui.words import _, spoken


class UnlockCard(QWidget):
    """`unlock(user, password)` and `recover(code)` give a store or raise a UserError.

    `users()` gives the (id, label) of all and the id of who is offered first, or raises a UserError too; it is asked
    once the card has been painted.
    """

    opened = Signal(object)
    painted = Signal()

    def __init__(self, station_name, users, unlock, recover, notice=""):
        super().__init__(objectName="page")
        self.users, self.unlock, self.recover, self.recovering = users, unlock, recover, False
        self.user = ChoiceCombo([])
        self.password = LineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.password.setAccessibleName(_("Password"))
        self.show_it = LinkButton(_("Show"))
        self.show_it.setCheckable(True)
        self.show_it.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.open = KeyButton(_("Open"), "Enter", primary=True)
        self.forgotten = LinkButton(_("Forgotten the password"))
        self.problem = Notice()
        self._lay_out(station_name)
        self.show_it.toggled.connect(self._show_password)
        self.open.clicked.connect(self.try_it)
        self.password.returnPressed.connect(self.try_it)
        self.forgotten.clicked.connect(self._switch)
        self.password.installEventFilter(self)
        self._pause = QTimer(self, interval=1000)
        self._pause.timeout.connect(self._count_down)
        self._seconds = 0
        self._was_painted = self._has_users = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._after_painting)
        if notice:
            self.problem.say(notice, state="info")

    def _lay_out(self, station_name):
        card = QFrame(objectName="card")
        card.setFixedWidth(px(480))
        column = QVBoxLayout(card)
        column.setContentsMargins(px(32), px(28), px(32), px(24))
        column.setSpacing(px(14))
        head = QHBoxLayout()
        mark = Label("")
        mark.setPixmap(icons.emblem(36))
        head.addWidget(mark)
        head.addSpacing(px(8))
        name = Label(station_name or _("Taizhang"), role="title")
        name.setWordWrap(True)
        head.addWidget(name, 1)
        column.addLayout(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(10))
        self.user_label, self.word_label = Label(_("I am"), role="secondary"), Label(_("Password"), role="secondary")
        self.user_label.setBuddy(self.user)
        self.word_label.setBuddy(self.password)
        grid.addWidget(self.user_label, 0, 0)
        grid.addWidget(self.user, 0, 1, 1, 2)
        grid.addWidget(self.word_label, 1, 0)
        grid.addWidget(self.password, 1, 1)
        grid.addWidget(self.show_it, 1, 2)
        column.addLayout(grid)
        column.addWidget(self.problem)
        foot = QHBoxLayout()
        foot.addWidget(self.open)
        foot.addStretch(1)
        foot.addWidget(self.forgotten)
        column.addLayout(foot)
        row = QHBoxLayout()  # an alignment instead would keep the card from growing with what it has to say
        row.addStretch(1)
        row.addWidget(card)
        row.addStretch(1)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addLayout(row)
        outer.addStretch(3)

    def paintEvent(self, event):
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self._soon.start()

    def _after_painting(self):
        self._offer_users()
        self.painted.emit()

    def _offer_users(self):
        """Fill the list of who it may be; once."""
        if self._has_users:
            return
        try:
            users, first = self.users()
        except UserError as error:
            self.problem.say(error.say(spoken()), state="danger")
            return
        self._has_users = True
        self.user.clear()
        for user, label in users:
            self.user.addItem(label, user)
        if any(user == first for user, _label in users):
            self.user.show_code(first)

    def _show_password(self, on):
        self.password.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)
        self.show_it.setText(_("Hide") if on else _("Show"))

    def _switch(self):
        """From the password to the recovery code, and back."""
        self.recovering = not self.recovering
        self._pause.stop()
        self._seconds = 0
        self.open.setEnabled(True)
        self.word_label.setText(_("Recovery code") if self.recovering else _("Password"))
        self.user.setVisible(not self.recovering)
        self.user_label.setVisible(not self.recovering)
        self.forgotten.setText(_("Use the password") if self.recovering else _("Forgotten the password"))
        self.show_it.setChecked(self.recovering)
        self.password.clear()
        self.problem.clear()
        if self.recovering:
            self.problem.say(_("Type the code from the sheet in the safe: nine groups of four characters."))
        self.password.setFocus()

    def eventFilter(self, watched, event):
        """A capital letter without Shift means Caps Lock: said at once, before a password is wrong for it."""
        if event.type() == QEvent.Type.KeyPress and len(event.text()) == 1 and event.text().isalpha():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if event.text().isupper() != shift:
                self.problem.say(_("Caps Lock is on."), state="warn")
        return False

    def try_it(self):
        text = self.password.text()
        if not text or self._seconds:
            return
        self._offer_users()
        self.open.setEnabled(False)
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            store = self.recover(text) if self.recovering else self.unlock(self.user.currentData(), text)
        except UserError as error:
            self._refused(error)
            return
        finally:
            QApplication.restoreOverrideCursor()
            self.open.setEnabled(not self._seconds)
        self.password.clear()
        self.opened.emit(store)

    def _refused(self, error):
        self.problem.say(error.say(spoken()), state="danger")
        if isinstance(error, _locked_out()):
            self._seconds = error.values["seconds"]
            self._pause.start()
        self.password.selectAll()
        self.password.setFocus()

    def _count_down(self):
        """Say how long the pause still is; the recovery code may be used meanwhile."""
        self._seconds -= 1
        if self._seconds > 0:
            self.problem.say(_locked_out()(seconds=self._seconds).say(spoken()), state="danger")
            return
        self._pause.stop()
        self._seconds = 0
        self.problem.say(_("Now you can try again."))
        self.open.setEnabled(True)

    def focus_first(self):
        self.password.setFocus()


def _locked_out():
    from models.lockout import LockedOut  # with the libraries of ciphers: there once a password was tried

    return LockedOut
