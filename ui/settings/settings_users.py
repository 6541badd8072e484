"""Who may open the book, and what they may do in it: staff with a password, one's own password, the recovery sheet."""

from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from models import access, codes, recovery_code
from models.errors import UserError
from models.keys import KeySlots
from models.station import SLOTS
from ui.settings.settings_part import SettingsPart
from ui.theme import px
from ui.widgets.buttons import KeyButton, LinkButton
from ui.widgets.choice_combo import ChoiceCombo
from ui.widgets.labels import Label
from ui.widgets.line_edit import LineEdit
from ui.widgets.sheet import Sheet
from ui.words import _, spoken

_MAY = ("lead", "admin")


class UsersPart(SettingsPart):
    def __init__(self, store, desk):
        super().__init__(
            _("Users and roles"),
            _("A user is a member of staff with a password here. Roles are changed under “Team and supervision”."),
        )
        self.store, self.desk = store, desk
        self.users = QWidget()
        self.grid = QGridLayout(self.users)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(px(24))
        self.grid.setVerticalSpacing(px(6))
        self.grid.setColumnStretch(4, 1)
        self.column.addWidget(self.users)
        self.new = KeyButton(_("New user…"), icon="user-plus", primary=True)
        self.own = KeyButton(_("Change my password…"), icon="key-round")
        self.new.clicked.connect(self.add_user)
        self.own.clicked.connect(self.change_own)
        self.sheet = KeyButton(_("New recovery code…"))
        self.sheet.clicked.connect(self.renew_recovery)
        self.line(self.new, self.own, self.sheet)
        self.why = self.say("", "hint")
        self.column.addStretch(1)

    def _slots(self):
        return KeySlots(self.store.folder / SLOTS)

    def shown(self):
        """Read users and rights again."""
        while item := self.grid.takeAt(0):
            item.widget().deleteLater()
        reason = self._reason()
        self.why.setText(reason)
        self.new.setEnabled(not reason)
        self.sheet.setEnabled(not reason)
        self.own.setEnabled(self.store.encrypted and self.store.user is not None)
        try:
            holders = {slot.user: slot for slot in self._slots().users()} if self.store.encrypted else {}
        except UserError as error:
            self.notice.say(error.say(spoken()), state="danger")
            holders = {}
        staff = [one for one in self.store.tables["staff"].alive() if not one.left]
        for column, text in enumerate((_("Name"), _("Role"), _("Password"))):
            self.grid.addWidget(Label(text, role="hint"), 0, column)
        for line, member in enumerate(staff, 1):
            self._add_line(line, member, member.id.hex in holders, len(holders) > 1 and not reason)

    def _add_line(self, line, member, holds, may_remove):
        self.grid.addWidget(Label(member.name or "", role="strong"), line, 0)
        self.grid.addWidget(Label(codes.label("role", member.role, spoken()) if member.role else ""), line, 1)
        said = _("has a password") if holds else _("cannot open the book")
        self.grid.addWidget(Label(said, role="secondary"), line, 2)
        if holds and may_remove and member.id != self.store.user:
            gone = LinkButton(_("Take the password away"))
            gone.clicked.connect(lambda _checked=False: self.take_away(member))
            self.grid.addWidget(gone, line, 3)
        elif not holds and self.new.isEnabled():
            give = LinkButton(_("Give a password"))
            give.clicked.connect(lambda _checked=False: self.add_user(member=member))
            self.grid.addWidget(give, line, 3)

    def _reason(self):
        """Why users cannot be changed here, or nothing."""
        if not self.store.encrypted:
            return _("A training station has no passwords: everybody on this computer may open it.")
        if access.role_of(self.store, self.store.user) not in _MAY:
            return _("The station lead gives and takes passwords.")
        return ""

    # --- acts ---

    def add_user(self, _checked=False, member=None):
        """A new member of staff with a password, or a password for one who has none."""
        body = PasswordBody(member.name if member else None)
        title = _("A password for {name}", name=member.name) if member else _("A new user")
        sentence = _("At least 10 characters; a sentence is fine. The user types it, nobody else needs to know it.")
        while Sheet(self, title, sentence, [_("Add")], body=body).ask() == 0:
            problem = body.problem() or self._try(self._give, body, member)
            if not problem:
                self.notice.say(_("{name} can open the book now.", name=body.name() or member.name), state="ok")
                return self.shown()
            body = body.again(problem)
        return None

    def _give(self, body, member):
        if member is None:
            member = self.store.tables["staff"].new(name=body.name(), role=body.role())
            from models.passwords import refuse_weak  # before the record is written, not after

            refuse_weak(body.password(), member.name)
            member.save()
        self._slots().add_password(self.store.ring, member.id, member.name, body.password())

    def change_own(self):
        """The old password, then a new one twice; who came in by the recovery code needs no old one."""
        body = PasswordBody(self.desk.station.name, old=not self.store.recovered)
        sentence = _("The new one counts from now on. Back-ups of earlier days are still opened by the old one.")
        while Sheet(self, _("Change my password"), sentence, [_("Change")], body=body).ask() == 0:
            problem = body.problem() or self._try(self._renew, body)
            if not problem:
                return self.notice.say(_("Your password was changed."), state="ok")
            body = body.again(problem)
        return None

    def _renew(self, body):
        slots, user = self._slots(), self.store.user
        if self.store.recovered:
            name = self.store.tables["staff"].get_by_id(user).name
            slots.add_password(self.store.ring, user, name, body.password())
        else:
            slots.change_password(user, body.old.text(), body.password())

    def renew_recovery(self):
        """Another code, shown to be written down before it takes the place of the old one."""
        code = recovery_code.make()
        body = QWidget()
        grid = QGridLayout(body)
        for place, group in enumerate(recovery_code.groups(code)):
            grid.addWidget(Label(group, role="huge"), place // 3, place % 3)
        sentence = _(
            "Write it down or print it, and put it into the safe. From then on the old sheet opens nothing here."
        )
        if Sheet(self, _("A new recovery code"), sentence, [_("It is on paper, use it")], body=body).ask() == 0:
            problem = self._try(self._slots().replace_recovery, self.store.ring, code)
            self.notice.say(
                problem or _("The new recovery code counts from now on."), state="danger" if problem else "ok"
            )

    def take_away(self, member):
        title = _("Take away the password of {name}?", name=member.name)
        sentence = _(
            "{name} can no longer open the book on this computer. Back-ups made before are still opened by it.",
            name=member.name,
        )
        if Sheet(self, title, sentence, [_("Take away")], danger=True).ask() == 0:
            if problem := self._try(self._slots().remove, member.id):
                self.notice.say(problem, state="danger")
            self.shown()

    @staticmethod
    def _try(act, *values):
        try:
            act(*values)
        except UserError as error:
            return error.say(spoken())
        return ""

    def focus_first(self):
        (self.new if self.new.isEnabled() else self.own).setFocus()


class PasswordBody(QWidget):
    """Name and role where they are asked, the old password where it is needed, the new one twice."""

    def __init__(self, name=None, old=False, problem=""):
        super().__init__()
        self.asked_name, self.wants_old = name, old
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.problem_line = Label(problem, role="danger")
        self.problem_line.setWordWrap(True)
        self.problem_line.setVisible(bool(problem))
        self.name_line = self.role_box = self.old = None
        if name is None:
            self.name_line = self._add(column, _("Name"), LineEdit())
            self.role_box = self._add(
                column, _("Role"), ChoiceCombo([(c.code, c.label(spoken())) for c in codes.choices("role")])
            )
            self.role_box.show_code("worker")
        if old:
            self.old = self._add(column, _("Old password"), _secret())
        self.first = self._add(column, _("New password"), _secret())
        self.second = self._add(column, _("The same once more"), _secret())
        column.addWidget(self.problem_line)

    @staticmethod
    def _add(column, text, editor):
        label = Label(text, role="secondary")
        label.setBuddy(editor)
        editor.setAccessibleName(text)
        column.addWidget(label)
        column.addWidget(editor)
        return editor

    def again(self, problem):
        """The same questions once more, saying what was wrong; passwords are typed anew."""
        fresh = PasswordBody(self.asked_name, self.wants_old, problem)
        if self.name_line:
            fresh.name_line.setText(self.name_line.text())
            fresh.role_box.show_code(self.role())
        return fresh

    def name(self):
        return self.name_line.text().strip() if self.name_line else ""

    def role(self):
        return self.role_box.currentData()

    def password(self):
        return self.first.text()

    def problem(self):
        if self.name_line and (not self.name() or not self.role()):
            return _("Name and role have to be there.")
        if self.first.text() != self.second.text():
            return _("The two new passwords are not the same.")
        return ""


def _secret():
    line = LineEdit(digits=True)
    line.setEchoMode(QLineEdit.EchoMode.Password)
    return line
