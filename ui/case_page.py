"""Cases: the list, and for the case in hand its steps, its papers and its facts on one page."""

from PySide6.QtWidgets import QFrame, QHBoxLayout

from models.casework.case import Case
from models.casework.session import CaseSession
from ui.case_course import remarks_of, steps_of
from ui.case_facts import CaseFacts
from ui.file_page import FilePage
from ui.record_file import RecordFile
from ui.stepper import Stepper
from ui.theme import px
from ui.words import _


class CasePage(FilePage):
    """Starts with the list; a case opens with its papers, the chosen form and the facts side by side."""

    def __init__(self, store, choosing, desk):
        super().__init__(Case, choosing, desk, CaseFile(store, choosing, desk))


class CaseFile(RecordFile):
    """The file of a case, with what is known of its steps above and its facts at the right."""

    newest_first = True

    def __init__(self, store, choosing, desk):
        super().__init__(Case, store, choosing, desk)
        self.parts.sort(key=lambda part: part is not CaseSession)  # what is written most often comes first
        self.steps = Stepper()
        self.facts = CaseFacts(store, choosing)
        top = QFrame(objectName="card")
        row = QHBoxLayout(top)
        row.setContentsMargins(px(14), px(8), px(14), px(8))
        row.addWidget(self.steps)
        self.column.insertWidget(0, top)
        self.middle.addWidget(self.facts)

    @property
    def title(self):
        person = self.record.linked("person")
        return _("Case: {name}", name=person.name if person else _("not here yet"))

    def show_facts(self, found):
        sessions = list(
            CaseSession.alive().where(CaseSession.case == self.record.id).order_by(CaseSession.day, CaseSession.id)
        )
        self.steps.show_steps(steps_of(self.record, sessions, self.store.today()))
        self.facts.show_case(self.record, sessions)

    def remarks(self, found):
        last = found[0].day if found else self.record.opened
        return remarks_of(self.record, last, self.store.today())

    def new_session(self):
        """A fresh session of this case."""
        self.new_part(CaseSession)
        self.editor.form.focus_on("day")

    def fit(self, narrow):
        """In a narrow window the facts give way to the form."""
        self.facts.setVisible(not narrow)
