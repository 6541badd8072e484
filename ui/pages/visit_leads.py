"""What a saved visit leads to: one key opens the new need, case or referral with the person filled in."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout

from models.errors import UserError
from models.people.person import Person
from ui.theme import px
from ui.widgets.buttons import KeyButton
from ui.widgets.labels import Label
from ui.widgets.messages import tell
from ui.widgets.shortcut import Shortcut
from ui.words import _

_LEADS = (
    ("need", "need", "Ctrl+1"),
    ("case", "case", "Ctrl+2"),
    ("referral", "referral", "Ctrl+3"),
    ("adaptation", "home_modification", "Ctrl+4"),
)
"""Code of `visit_leads` → the form it opens, and by which key. Ctrl+M begins a mandatory report anywhere."""


def person_of(visit):
    """Whom what follows is about: who was seen first, else the head of the household or its only member."""
    people = list(Person.alive().where(Person.id.in_(list(visit.seen or ()))))
    if not people and visit.household:
        members = list(Person.alive().where(Person.household == visit.household, Person.state == "active"))
        household = visit.linked("household")
        people = [one for one in members if household and one.name == household.head] or members
    if len(people) > 1 and visit.seen:
        people.sort(key=lambda one: visit.seen.index(one.id))
    return people[0] if people else None


class LeadsBar(QFrame):
    """Shown above a visit on file; `page` is the page whose form holds it."""

    def __init__(self, page, desk):
        super().__init__(objectName="bar")
        self.page, self.desk, self.visit = page, desk, None
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(6), px(12), px(6))
        row.setSpacing(px(8))
        row.addWidget(Label(_("Leads to"), role="secondary"))
        self.buttons = {}
        for code, table, key in _LEADS:
            if table not in desk.store.tables:
                continue
            title = _(desk.store.tables[table].title)
            button = self.buttons[code] = KeyButton(_("New: {what}", what=title), key, small=True)
            button.clicked.connect(lambda _checked=False, code=code: self.go(code))
            row.addWidget(button)
            within = Qt.ShortcutContext.WidgetWithChildrenShortcut
            Shortcut(key, page, lambda code=code: self.go(code), context=within)
        row.addStretch(1)
        self.hide()

    def fit(self, narrow):
        """In a narrow window the keys are told by the tooltips."""
        for button in self.buttons.values():
            button.show_key(not narrow)

    def show_visit(self, visit):
        """Show the bar for a visit on file; None or a fresh one: nothing."""
        self.visit = visit if visit is not None and not visit.is_new else None
        self.setVisible(self.visit is not None)

    def go(self, code):
        """Note in the visit what it leads to, then open the fresh form with what the visit knows."""
        if self.visit is None or self.isHidden():
            return
        table = next(table for known, table, _key in _LEADS if known == code)
        name = self.desk.pages.page_of(table)
        if name is None or not self._note(code):
            return
        answers = self._answers(self.desk.store.tables[table])
        self.desk.window.go(name)
        self.desk.window.page.new(**answers)

    def _note(self, code):
        if code in (self.visit.leads or ()):
            return True
        try:
            self.visit.leads = tuple(sorted({*(self.visit.leads or ()), code}))
            self.visit.save()
        except UserError as error:
            tell(self.page, error)
            return False
        return True

    def _answers(self, cls):
        """What the form asks and the visit knows already."""
        person, questions = person_of(self.visit), cls.questions()
        known = {
            "person": person.id if person else None,
            "household": self.visit.household,
            "village": self.visit.village,
            "worker": self.desk.store.user,
            "visit": self.visit.id,
            "what": self.visit.wish or self.visit.problem,
            "request": self.visit.wish or self.visit.problem,
            "reason": self.visit.problem,
        }
        if cls._meta.table_name == "case":
            known["source"] = "02"
        asked = {name for name, question in questions.items() if not question.derived}
        return {name: value for name, value in known.items() if value is not None and name in asked}
