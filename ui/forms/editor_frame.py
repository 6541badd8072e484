"""The parts of the place where a record is entered: steps, notice, sections, form, history, bar."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.forms.editor_bar import EditorBar
from ui.forms.history_pane import HistoryPane
from ui.forms.record_form import RecordForm
from ui.forms.steps_bar import StepsBar
from ui.theme import px
from ui.widgets.labels import Notice
from ui.widgets.section_list import SectionList, states_of
from ui.words import spoken


class EditorFrame(QWidget):
    """Lays the parts out and shows in them what is wrong with a record, and where an answer comes from."""

    def __init__(self, cls, choosing, without, inside, quiet):
        super().__init__()
        self.record, self.problems = None, []
        self.form = RecordForm(cls, choosing, without=without)
        self.sections = SectionList(self.form.sections)
        self.history = HistoryPane(choosing)
        self.notice = Notice()
        self.steps = StepsBar()
        self.bar = EditorBar(inside, quiet)
        self.save_button, self.next_button = self.bar.save_button, self.bar.next_button
        self._lay_out(inside)

    def _lay_out(self, inside):
        middle = QHBoxLayout()
        middle.setSpacing(px(12))
        middle.addWidget(self.sections)
        middle.addWidget(_card(self.form), 1)
        middle.addWidget(self.history)
        self.history.hide()
        column = QVBoxLayout(self)
        if inside:
            self.sections.hide()
            column.setContentsMargins(0, 0, 0, 0)
        else:
            column.setContentsMargins(px(16), px(14), px(16), px(14))
        column.setSpacing(px(12))
        column.addWidget(self.steps)
        column.addWidget(self.notice)
        column.addLayout(middle, 1)
        column.addWidget(self.bar)

    def show_problems(self, problems):
        self.problems = problems
        self.form.show_problems(problems)
        self.bar.show_problems(problems)
        general = [one.say(spoken()) for one in problems if one.question not in self.form.rows]
        if general:
            self.notice.say(" ".join(general), state="danger" if any(one.blocks for one in problems) else "warn")
        self.show_sections()

    def show_sections(self):
        named = {one.question for one in self.problems if one.blocks}
        self.sections.show_states(*states_of(self.form, named))

    def jump_to_problem(self):
        """The caret goes to the next answer to mend."""
        names = [name for name in self.form.rows if any(one.question == name for one in self.problems)]
        if names:
            here = next((place for place, name in enumerate(names) if self._holds_focus(name)), -1)
            self.form.focus_on(names[(here + 1) % len(names)])

    def stands_at_problem(self):
        """Whether the caret is in an answer to mend."""
        return any(one.question in self.form.rows and self._holds_focus(one.question) for one in self.problems)

    def _holds_focus(self, name):
        focused = self.focusWidget()
        return focused is not None and self.form.rows[name].isAncestorOf(focused)

    def show_history(self):
        """The values the question in hand had, with who and when."""
        name = next((name for name in self.form.rows if self._holds_focus(name)), None)
        if name and not self.record.is_new:
            self.history.show_versions(self.record, name)
            self.history.show()


def _card(widget):
    card = QFrame(objectName="card")
    box = QVBoxLayout(card)
    box.setContentsMargins(1, 1, 1, 1)
    box.addWidget(widget)
    return card
