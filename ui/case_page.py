"""Cases: the list, and for the case in hand its course, its forms and its sessions on one page."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout

from models.casework.case import Case
from models.casework.session import CaseSession
from ui.case_course import CaseCourse, steps_of
from ui.case_facts import CaseFacts
from ui.file_page import FilePage
from ui.page import Page
from ui.record_editor import RecordEditor
from ui.shortcut import Shortcut
from ui.stepper import Stepper
from ui.theme import px
from ui.words import _


class CasePage(FilePage):
    """Starts with the list; a case opens with its course, the chosen form and the facts side by side."""

    def __init__(self, store, choosing, desk):
        super().__init__(Case, choosing, desk, CaseFile(store, choosing))

    def owner_of(self, record):
        return record.linked("case") if isinstance(record, CaseSession) else record


class CaseFile(Page):
    """One case. Choosing in the course shows that form; Esc goes back to the course, then to the list."""

    closed = Signal()

    def __init__(self, store, choosing):
        super().__init__()
        self.store, self.record = store, None
        self.primary = (_("Record a session"), "Ctrl+N", self.new_session)
        self.steps = Stepper()
        self.course = CaseCourse(store)
        self.facts = CaseFacts(store, choosing)
        self.case_form = RecordEditor(Case, choosing, inside=True, quiet=True)
        self.session_form = RecordEditor(CaseSession, choosing, without=("case",), inside=True, quiet=True)
        self.forms = QStackedWidget()
        for form in (self.case_form, self.session_form):
            form.next_button.hide()
            self.forms.addWidget(form)
        self._lay_out()
        self._connect()

    def _lay_out(self):
        top = QFrame(objectName="card")
        row = QHBoxLayout(top)
        row.setContentsMargins(px(14), px(8), px(14), px(8))
        row.addWidget(self.steps)
        middle = QHBoxLayout()
        middle.setSpacing(px(12))
        middle.addWidget(self.course)
        middle.addWidget(self.forms, 1)
        middle.addWidget(self.facts)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(14), px(16), px(14))
        column.setSpacing(px(12))
        column.addWidget(top)
        column.addLayout(middle, 1)

    def _connect(self):
        for form in (self.case_form, self.session_form):
            form.saved.connect(self._saved)
            form.said.connect(self.said)
            form.closed.connect(self.course.view.setFocus)
        self.course.chosen.connect(self._show_form)
        self.course.entered.connect(lambda: self.editor.form.focus_first())
        Shortcut("Escape", self.course, self.leave, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        Shortcut("F2", self, lambda: self.editor.form.focus_first())

    @property
    def editor(self):
        return self.forms.currentWidget()

    @property
    def title(self):
        person = self.record.linked("person")
        return _("Case: {name}", name=person.name if person else _("not here yet"))

    def state_line(self):
        return self.record.number or ""

    # --- showing ---

    def show_file(self, case, session=None):
        """Show a case; a session of it in front, else its last one, else its own form."""
        self.record = case
        self._reread(session.id if session else None)

    def shown(self):
        """Read the case again, for others may have written."""
        self.record = Case.get_by_id(self.record.id)
        self._reread(self.course.current_id())

    def _reread(self, front):
        sessions = list(
            CaseSession.alive().where(CaseSession.case == self.record.id).order_by(CaseSession.day, CaseSession.id)
        )
        self.steps.show_steps(steps_of(self.record, sessions, self.store.today()))
        self.facts.show_case(self.record, sessions)
        self.course.show_course(self.record, sessions, front)

    def _show_form(self, record):
        """The form of what is chosen in the course; what was being typed in the other stays as a draft."""
        self.editor.put_aside()
        if isinstance(record, CaseSession):
            self.forms.setCurrentWidget(self.session_form)
            self.session_form.edit(record, draft_of=self.record.id, focus=False)
        else:
            self.forms.setCurrentWidget(self.case_form)
            self.case_form.edit(record, focus=False)

    def new_session(self):
        """A fresh session of this case, by the one who is at the desk."""
        worker = self.store.user or self.record.worker
        fresh = CaseSession.new(case=self.record.id, worker=worker)
        self.course.clear_choice()
        self._show_form(fresh)
        self.session_form.form.focus_on("day")

    def _saved(self, record):
        self.said.emit(_("Saved {when}", when=f"{self.store.now():%H:%M}"))
        self.record = Case.get_by_id(self.record.id)
        self._reread(record.id)
        self.changed_state.emit()

    def leave(self):
        self.editor.put_aside()
        self.closed.emit()

    def place(self):
        """The session in hand, or that a fresh one is being written."""
        record = self.editor.record
        return "new" if record.is_new else record.id

    def come_back(self, place):
        if place == "new":
            self.new_session()
        else:
            self._reread(place)

    def focus_first(self):
        self.course.view.setFocus()

    def fit(self, narrow):
        """In a narrow window the facts give way to the form."""
        self.facts.setVisible(not narrow)
