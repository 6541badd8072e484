"""The answers that all lines of a grid share: entered once above it, they reach the lines not begun."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from models import fields
from ui.editors.editors import compact_editor_for
from ui.theme import px
from ui.widgets.labels import Label
from ui.words import _

_ONE_LINE = 4


class CommonAnswers(QFrame):
    """`changed` when one was given; `answers()` gives those that can be read."""

    changed = Signal()

    def __init__(self, cls, names, choosing):
        super().__init__(objectName="card")
        self.editors = {name: compact_editor_for(cls.questions()[name], choosing) for name in names}
        self.heading = Label(_("The same for all lines"), role="strong")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(px(12), px(8), px(12), px(8))
        lines.setSpacing(px(6))
        half = len(names) if len(names) <= _ONE_LINE else -(-len(names) // 2)
        for part in filter(None, (names[:half], names[half:])):
            row = QHBoxLayout()
            row.setSpacing(px(8))
            if part[0] == names[0]:
                row.addWidget(self.heading)
            self._add(row, part)
            lines.addLayout(row)

    def _add(self, row, names):
        for name in names:
            editor = self.editors[name]
            label = Label(_(editor.question.label), role="secondary")
            label.setBuddy(editor.focusProxy() or editor)
            row.addSpacing(px(6))
            row.addWidget(label)
            row.addWidget(editor, 2 if isinstance(editor.question, (fields.Text, fields.Links)) else 1)
            if isinstance(editor.question, fields.Day):
                editor.setMinimumWidth(px(124))
            editor.changed.connect(self.changed)

    def show_answers(self, answers):
        """Put answers in without telling anybody."""
        for name, editor in self.editors.items():
            editor.blockSignals(True)
            editor.set_value(answers.get(name))
            editor.blockSignals(False)

    def answers(self) -> dict:
        found = {}
        for name, editor in self.editors.items():
            try:
                value = editor.value()
            except fields.Wrong:
                continue
            if not editor.question.is_empty(value):
                found[name] = value
        return found
