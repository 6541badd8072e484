"""One question of a form with the place where something is said about its answer."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.errors import Problem
from ui.editors.editors import editor_for
from ui.theme import px
from ui.widgets.buttons import LinkButton
from ui.widgets.labels import Label
from ui.words import _, spoken

_WIDEST = 186  # of a label in one line: twelve signs


class QuestionRow(QWidget):
    """Label, editor, and the place where a problem is said; the place takes room only when something is said."""

    def __init__(self, question, choosing, editor=None):
        super().__init__()
        self.question, self.asked, self._proposed = question, True, None
        self.editor = editor or editor_for(question, choosing)
        text = _(question.label) + (_(" *") if question.required else "")
        self.label = Label(text, role="secondary")
        self.label.setBuddy(self.editor.focusProxy() or self.editor)
        self.label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if QFontMetrics(self.label.font()).horizontalAdvance(text) > px(_WIDEST):
            self.label.setWordWrap(True)
            self.label.setFixedWidth(px(_WIDEST))
        self.problem_line = Label("", role="danger")
        self.problem_line.setWordWrap(True)
        self.problem_line.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        column.addWidget(self.editor)
        if question.hint:
            hint = Label(_(question.hint), role="hint")
            hint.setWordWrap(True)
            column.addWidget(hint)
        column.addWidget(self.problem_line)
        self.repair = LinkButton("")
        self.repair.clicked.connect(lambda: self.editor.set_value(self._proposed))
        self.repair.hide()
        column.addWidget(self.repair, 0, Qt.AlignmentFlag.AlignLeft)

    def show_problem(self, problem: Problem | None):
        self.editor.show_problem(problem)
        self.problem_line.setVisible(problem is not None)
        self._proposed = problem.repair if problem is not None else None
        self.repair.setVisible(self._proposed is not None)
        if self._proposed is not None:
            self.repair.setText(_("Change to {answer}", answer=self.question.show(self._proposed, spoken())))
        if problem is not None:
            self.problem_line.set_role("danger" if problem.blocks else "warn")
            self.problem_line.setText(problem.say(spoken()))
            (self.editor.focusProxy() or self.editor).setAccessibleDescription(problem.say(spoken()))

    def show_asked(self, asked: bool):
        self.asked = asked
        self.setVisible(asked)
        self.label.setVisible(asked)
