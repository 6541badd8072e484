"""The form of any record, made from its questions: sections, two columns, a sentence under what is to be mended."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QPushButton,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from models import fields
from models.errors import Problem, Wrong
from ui.editor import Choosing
from ui.labels import Label
from ui.question_row import QuestionRow
from ui.theme import px
from ui.words import _

_EDITOR = 170
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
        self.sections: list[tuple[str, QWidget]] = []
        self._record, self._quiet, self._hidden = None, False, set()
        self._shown_columns = columns
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._made())

    def _made(self):
        body = QWidget()
        self.grid = QGridLayout(body)
        self.grid.setContentsMargins(px(16), px(12), px(16), px(16))
        self.grid.setHorizontalSpacing(px(12))
        self.grid.setVerticalSpacing(px(10))
        self._order = []
        for name, question in self.cls.questions().items():
            if question.derived or isinstance(question, fields.Data):
                continue
            if question.heading or not self.sections:
                self._add_heading(_(question.heading or self.cls.title))
            if name not in self.without:
                self._order.append(self._add_question(name, question))
        self._arrange(self.columns)
        return body

    def _add_heading(self, text):
        heading = Label(text, role="section")
        self.sections.append((text, heading))
        self._order.append(heading)

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

    # --- room ---

    def resizeEvent(self, event):
        super().resizeEvent(event)
        wanted = min(self.columns, 2 if self.width() >= self._two_columns() else 1)
        if wanted != self._shown_columns:
            self._arrange(wanted)
            # behind another page the scroll area takes the new height late: the rows would stay squeezed into the old
            QTimer.singleShot(0, self, self.grid.invalidate)

    def _two_columns(self):
        """From which width on two questions stand side by side."""
        rows = self.rows.values()
        label = max((row.label.sizeHint().width() for row in rows), default=0)
        editor = max((row.editor.minimumSizeHint().width() for row in rows if not row.editor.wide), default=0)
        return 2 * (label + max(editor, px(_EDITOR))) + px(72)

    def _arrange(self, columns):
        """Headings across, questions in `columns` columns read row by row; long answers take a whole row."""
        self._shown_columns, line, side, self._last_line = columns, 0, 0, getattr(self, "_last_line", 0)
        for part in self._order:
            whole = isinstance(part, Label) or part.editor.wide or columns == 1
            line += whole and side > 0
            side = 0 if whole else side
            self._place(part, line, side, columns, whole)
            line, side = (line + 1, 0) if whole or side == columns - 1 else (line, side + 1)
        for column in range(2 * self.columns):
            self.grid.setColumnStretch(column, column % 2 if column < 2 * columns else 0)
        self.grid.setRowStretch(self._last_line, 0)
        self._last_line = line + 1
        self.grid.setRowStretch(self._last_line, 1)

    def _place(self, part, line, side, columns, whole):
        top = Qt.AlignmentFlag.AlignTop
        if isinstance(part, Label):
            self.grid.addWidget(part, line, 0, 1, columns * 2)
            return
        self.grid.addWidget(part.label, line, side * 2, top)
        self.grid.addWidget(part, line, side * 2 + 1, 1, columns * 2 - 1 if whole else 1, top)

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
        for part in (*self._order, None):
            if part is None or isinstance(part, Label):
                if heading is not None:
                    heading.setVisible(asked)
                heading, asked = part, False
            else:
                asked = asked or not part.isHidden()

    def hide_question(self, name, hidden=True):
        """Leave out a question that is answered in another way, such as the state that follows from steps."""
        if name in self.rows:
            self._hidden = self._hidden | {name} if hidden else self._hidden - {name}
            self.rows[name].show_asked(not hidden and self.rows[name].question.is_asked(self._trial()))

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
