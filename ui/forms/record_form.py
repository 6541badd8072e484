"""The form of any record, made from its questions: sections, two columns, a sentence under what is to be mended."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QPushButton,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from models import fields
from models.errors import Problem, Wrong
from ui.editors.editor import Choosing
from ui.editors.question_row import QuestionRow
from ui.editors.told_editor import told_editor
from ui.forms.question_grid import QuestionGrid
from ui.theme import px
from ui.widgets.labels import Label
from ui.words import _

_KEEPS_ENTER = (QTextEdit, QAbstractItemView, QPushButton)


class RecordForm(QScrollArea):
    """Shows a record, gives its answers back, shows problems. It knows questions, not where records are kept."""

    changed = Signal()
    left = Signal(str)

    def __init__(self, cls, choosing: Choosing, columns=2, without=()):
        """`without` names questions that are answered already where the form stands, such as the case of a session."""
        super().__init__()
        self.cls, self.choosing, self.columns, self.without = cls, choosing, columns, without
        self.rows: dict[str, QuestionRow] = {}
        self.told: dict[str, QuestionRow] = {}  # lines the record fills in itself: to be read here, not asked
        self.sections: list[tuple[str, QWidget]] = []
        self._record, self._quiet, self._hidden = None, False, set()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._made())

    def _made(self):
        body = QWidget()
        self.grid = QuestionGrid(body, self.columns)
        for name, question in self.cls.questions().items():
            if _is_told(question):
                self.grid.parts.append(self._add_told(name, question))
            if question.derived or isinstance(question, fields.Data):
                continue
            if question.heading or not self.sections:
                self._add_heading(_(question.heading or self.cls.title))
            if name not in self.without:
                self.grid.parts.append(self._add_question(name, question))
        self.grid.arrange(self.columns)
        return body

    def _add_heading(self, text):
        heading = Label(text, role="section")
        self.sections.append((text, heading))
        self.grid.parts.append(heading)

    def _add_question(self, name, question):
        row = QuestionRow(question, self.choosing)
        row.label.setMinimumHeight(px(34))
        row.editor.changed.connect(self._on_change)
        target = row.editor.focusProxy()
        if target is not None:
            target.installEventFilter(self)
            target.setProperty("question", name)
        self.rows[name] = row
        return row

    def _add_told(self, name, question):
        row = self.told[name] = QuestionRow(question, self.choosing, told_editor(question, self.choosing))
        row.editor.set_read_only(True)
        row.label.setMinimumHeight(px(34))
        return row

    # --- room ---

    def resizeEvent(self, event):
        super().resizeEvent(event)
        if self.grid.fit(self.width()):
            # behind another page the scroll area takes the new height late: the rows would stay squeezed into the old
            QTimer.singleShot(0, self, self.grid.invalidate)

    def eventFilter(self, watched, event):
        if event.type() == event.Type.FocusIn:
            QTimer.singleShot(0, lambda: self._reveal(watched))
        elif event.type() == event.Type.FocusOut:
            self.left.emit(watched.property("question"))
        elif event.type() == event.Type.KeyPress and self._moves_on(watched, event):
            self.focusNextChild()
            return True
        return super().eventFilter(watched, event)

    @staticmethod
    def _moves_on(watched, event) -> bool:
        """Enter goes to the next question, unless a list is open, words are being composed, or lines are written."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or isinstance(watched, _KEEPS_ENTER):
            return False
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        offers = getattr(watched, "list", None)
        if getattr(watched, "keeps_enter", bool)():
            return False
        return not (offers is not None and offers.isVisible()) and not getattr(watched, "composing", bool)()

    def _reveal(self, widget):
        if self.isAncestorOf(widget):
            self.ensureWidgetVisible(widget, px(24), px(48))

    def _on_change(self):
        if self._quiet:
            return
        self._ask_what_follows()
        self.changed.emit()

    def _ask_what_follows(self):
        """Show the questions that the answers so far call for."""
        if self._record is None:
            return
        trial = self._trial()
        for row in self.rows.values():
            if row.question.asked_if is not None and row.question.name not in self._hidden:
                row.show_asked(row.question.is_asked(trial))
            row.editor.follow(trial)
        self._show_headings()

    def _show_headings(self):
        """A heading stands only over questions that are asked."""
        heading, asked = None, False
        for part in (*self.grid.parts, None):
            if part is None or isinstance(part, Label):
                if heading is not None:
                    heading.setVisible(asked)
                heading, asked = part, False
            else:
                asked = asked or not part.isHidden()
        self.grid.close_up()

    def hide_question(self, name, hidden=True):
        """Leave out a question that is answered in another way, such as the state that follows from steps."""
        if name in self.rows:
            self._hidden = self._hidden | {name} if hidden else self._hidden - {name}
            self.rows[name].show_asked(not hidden and self.rows[name].question.is_asked(self._trial()))
            self._show_headings()

    def _trial(self):
        """A record with the answers as they stand, what cannot be read left out."""
        trial = self.cls(id=self._record.id)
        for name in self.cls.questions():
            setattr(trial, name, getattr(self._record, name))
        for name, row in self.rows.items():
            setattr(trial, name, row.editor.readable())
        return trial

    def trial(self):
        return self._trial()

    def show_record(self, record):
        """Put a record's answers into the editors."""
        self._record, self._quiet = record, True
        for name, row in self.rows.items():
            row.editor.set_value(getattr(record, name))
            row.show_problem(None)
        for name, row in self.told.items():
            row.editor.set_value(value := getattr(record, name))
            row.show_asked(not row.question.is_empty(value))
        self._quiet = False
        self._ask_what_follows()

    def show_answers(self, answers: dict):
        """Put single answers into the editors: a draft, or a repair."""
        for name, value in answers.items():
            if name in self.rows:
                self.rows[name].editor.set_value(value)

    def is_open(self, name, trial):
        """Whether a question stands in the form, is asked, and has no answer in `trial`."""
        question = self.cls.questions()[name]
        return name in self.rows and question.is_asked(trial) and question.is_empty(getattr(trial, name))

    def fill(self, record) -> list[Problem]:
        """Put the answers into `record`; what cannot be read is returned as problems and left as it was."""
        problems = []
        for name, row in self.rows.items():
            try:
                value = row.editor.value()
            except Wrong as wrong:
                problems.append(Problem(name, wrong.sentence, wrong.values))
                continue
            if value != (getattr(record, name) or (() if row.question.multiple else getattr(record, name))):
                setattr(record, name, value)
        return problems

    def show_problems(self, problems: list[Problem]):
        """Say each problem under its question; of several the first that blocks."""
        worst = {}
        for problem in sorted(problems, key=lambda problem: not problem.blocks):
            worst.setdefault(problem.question, problem)
        for name, row in self.rows.items():
            row.show_problem(worst.get(name))

    def focus_on(self, name):
        if name in self.rows:
            self.rows[name].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self):
        """The first required question without an answer, else the first."""
        for row in self.rows.values():
            if row.question.required and row.isVisibleTo(self) and self._is_empty(row):
                return row.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return next(iter(self.rows.values())).editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @staticmethod
    def _is_empty(row):
        try:
            return row.question.is_empty(row.editor.value())
        except Wrong:
            return False

    def set_read_only(self, on):
        for row in self.rows.values():
            row.editor.set_read_only(on)


def _is_told(question) -> bool:
    """Whether the record answers a question itself and its paper shows it: the form shows it too, to be read."""
    return question.derived and question.printed
