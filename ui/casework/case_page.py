"""Cases: the list, and for the case in hand its steps, its papers and its facts on one page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget

from models.casework.case import Case
from models.casework.crisis import CrisisReport
from models.casework.session import CaseSession
from ui.casework.case_bar import CaseBar
from ui.casework.case_course import gap_between, remarks_of
from ui.casework.case_facts import CaseFacts
from ui.casework.crisis_bar import CrisisBar
from ui.casework.drawing_view import drawings_of
from ui.forms.file_page import FilePage
from ui.forms.reading import Reading
from ui.forms.record_file import RecordFile
from ui.prints.printing import preview_dossier
from ui.widgets.shortcut import Shortcut
from ui.words import _


class CasePage(FilePage):
    """Starts with the list; a case opens with its papers, the chosen form and the facts side by side."""

    def __init__(self, desk):
        super().__init__(Case, desk, CaseFile(desk))


class CaseFile(RecordFile):
    """The file of a case: crises across the page, its steps above, its facts at the right."""

    newest_first = True

    def __init__(self, desk):
        super().__init__(Case, desk)
        self.parts.sort(key=lambda part: part is not CaseSession)  # what is written most often comes first
        self.crises, self.bar = CrisisBar(self.store), CaseBar(self.store)
        self.facts = CaseFacts(self.store, self.choosing)
        self.column.insertWidget(0, self.crises)
        self.column.insertWidget(1, self.bar)
        self.middle.addWidget(self.facts)
        self.reading, self.front = Reading(self.choosing, drawings_of), QStackedWidget()
        self.middle.removeWidget(self.forms)
        self.front.addWidget(self.reading)
        self.front.addWidget(self.forms)
        self.middle.insertWidget(1, self.front, 1)
        self.narrow = False
        self._connect()

    def _connect(self):
        self.reading.change_wanted.connect(self.change_chosen)
        self.reading.step_wanted.connect(self._step_of_paper)
        self.crises.wanted.connect(self.go_to)
        self.bar.paper_wanted.connect(lambda table: self.new_part(self.store.tables[table]))
        self.bar.move_wanted.connect(self.take_step)
        self.bar.again_wanted.connect(self.open_again)
        self.bar.revision_wanted.connect(self.revise)
        self.bar.dossier_wanted.connect(lambda: preview_dossier(self.desk, self.record))
        self.bar.facts_wanted.connect(self.turn_facts)
        Shortcut("Ctrl+J", self, self.bar.go_on)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        Shortcut("Ctrl+I", self, self.turn_facts, context=within)
        Shortcut("Escape", self.facts, self._leave_facts, context=within)
        Shortcut("Space", self.course.view, self.turn_facts, context=Qt.ShortcutContext.WidgetShortcut)

    @property
    def title(self):
        person = self.record.linked("person")
        return _("Case: {name}", name=person.name if person else _("not here yet"))

    def show_facts(self, found):
        self.crises.show_case(self.record)
        self.bar.show_case(self.record)
        self.facts.show_case(self.record)

    def _show_form(self, record):
        """What is on file is read until F2; what is fresh, or was left half typed, is in its form at once."""
        super()._show_form(record)
        if self.editor is None or self.editor.record is not record:
            return
        if record.is_new or self.editor.is_typed_in():
            self.front.setCurrentWidget(self.forms)
        else:
            self._read()

    def _read(self):
        editor = self.editor
        self.reading.show_record(editor.record, editor.save_button.isEnabled(), self.store.today())
        self.front.setCurrentWidget(self.reading)

    def _editor_of(self, cls):
        known = cls in self.editors
        editor = super()._editor_of(cls)
        if not known:
            editor.closed.connect(self._left_form)
        return editor

    def _left_form(self):
        """Esc in a form goes back to reading; what is half typed stays in view."""
        if not self.editor.record.is_new and not self.editor.is_typed_in():
            self._read()

    def change_chosen(self):
        self.front.setCurrentWidget(self.forms)
        super().change_chosen()

    def _step_of_paper(self, move):
        """A step of the paper that is read; what it lacks is said in its form."""
        self.front.setCurrentWidget(self.forms)
        self.editor.take_step(move)

    def remarks(self, found):
        last = max((paper.day for paper in found if paper.day <= self.store.today()), default=self.record.opened)
        return remarks_of(self.record, last, self.store.today(), self.choosing.name)

    def new_session(self):
        """A fresh session of this case."""
        self.new_part(CaseSession)
        self.editor.form.focus_on("day")

    def go_to(self, alarm):
        """A crisis report stands in the file; a mandatory report is read where reading it is asked about."""
        if isinstance(alarm, CrisisReport):
            self.reread(alarm.id)
        else:
            self.desk.open_row(alarm._meta.table_name, alarm.id)

    def take_step(self, move):
        """A step of the case itself: its own form comes to the front, and says what is lacking."""
        self.reread(self.record.id)
        self._step_of_paper(move)

    def open_again(self):
        """A new case of the same person that goes on from this one; its file is shown."""
        fresh = self.record.reopened()
        fresh.save()
        self.said.emit(_("Opened again as {number}.", number=fresh.number))
        self.show_file(fresh)
        self.changed_state.emit()

    def revise(self, plan):
        """The next version of the plan, with the answers of this one, to be changed and signed."""
        self.course.clear_choice()
        self._show_form(plan.revised())
        self.editor.form.focus_on("aim")

    def turn_facts(self):
        """Show the facts, or put them away; in a narrow window they stand where the course is."""
        shown = self.facts.isHidden()
        self.facts.setVisible(shown)
        self.course.setVisible(not (shown and self.narrow))
        (self.facts.area if shown else self.course.view).setFocus()

    def fit(self, narrow):
        """In a narrow window the facts give way to the form, until they are asked for."""
        self.bar.fit(narrow)
        if narrow != self.narrow:
            self.narrow = narrow
            self.facts.setVisible(not narrow)
            self.course.show()

    def _leave_facts(self):
        """Esc: back to the course, in whose place they may stand."""
        self.turn_facts() if self.course.isHidden() else self.course.view.setFocus()

    def gap(self, newer, older):
        """For how long nothing was written while the case was open; after closing visits are months apart."""
        if self.record.closed and newer > self.record.closed:
            return None
        return gap_between(newer, older)
