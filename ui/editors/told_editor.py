"""An answer that the record gives itself, to be read in its form."""

from models import fields
from ui.editors.editor import Editor
from ui.editors.editors import editor_for
from ui.widgets.labels import Label
from ui.words import _, spoken


class ToldEditor(Editor):
    """Shows an answer as words."""

    def __init__(self, question, choosing):
        super().__init__(question, choosing)
        self.words, self._value = Label(), None
        self.words.setAccessibleName(_(question.label))
        has_unit = bool(question.unit) and not isinstance(question, fields.Duration)
        self.words.setWordWrap(not has_unit)
        self.row.addWidget(self.words, 0 if has_unit else 1)
        if has_unit:
            self.row.addWidget(Label(_(question.unit), role="secondary"), 1)

    def value(self):
        return self._value

    def set_value(self, value):
        self._value = value
        self.words.setText(self._said(value))

    def _said(self, value):
        if value is not None and isinstance(self.question, fields.Link):
            return self.choosing.name(self.question.table, value)
        return self.question.show(value, spoken())


def told_editor(question, choosing) -> Editor:
    """Lines stand as a table, all else as words."""
    return editor_for(question, choosing) if isinstance(question, fields.Lines) else ToldEditor(question, choosing)
