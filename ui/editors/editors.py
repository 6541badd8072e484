"""One editor for each kind of answer: a table from the kind of a question to its editor."""

from datetime import date

from models import fields
from ui.editors.choice_editors import ChoiceEditor, ChoicesEditor
from ui.editors.editor import Choosing, Editor
from ui.editors.lines_editor import LinesEditor
from ui.editors.link_editors import LinkEditor, LinksButton, LinksEditor
from ui.editors.pictures_editor import PicturesEditor
from ui.editors.scale_editor import AnswersEditor
from ui.widgets.labels import Label
from ui.widgets.line_edit import LineEdit, TextEdit
from ui.words import _, spoken


class LineEditor(Editor):
    """One line of typed text, read by its question."""

    _DIGITS = (
        fields.Count, fields.Money, fields.Day, fields.PartialDay, fields.Time, fields.Duration, fields.IdNumber,
        fields.Phone, fields.Division,
    )  # fmt: skip

    def __init__(self, question, choosing):
        super().__init__(question, choosing)
        self.line = LineEdit(digits=isinstance(question, self._DIGITS))
        self.line.textChanged.connect(self.changed)
        self.line.editingFinished.connect(self._tidy)
        self._take(self.line)
        if question.unit and not isinstance(question, fields.Duration):
            self.row.addWidget(Label(_(question.unit), role="secondary"))

    def value(self):
        return self.question.read(self.line.text(), self.choosing.today())

    def set_value(self, value):
        self.line.setText("" if value is None else self._written(value))

    def _written(self, value):
        return value.isoformat() if isinstance(value, date) else self.question.show(value, spoken())

    def _tidy(self):
        """Show a date or amount as it was understood, once it is left."""
        try:
            value = self.value()
        except fields.Wrong:
            return
        if value is not None and self._written(value) != self.line.text():
            self.line.setText(self._written(value))

    def set_read_only(self, on):
        self.line.setReadOnly(on)


class NotesEditor(Editor):
    """Several lines; grows with its text."""

    wide = True

    def __init__(self, question, choosing):
        super().__init__(question, choosing)
        self.setMinimumHeight(0)  # that of the text holds, which grows with its lines
        self.text = TextEdit()
        self.text.textChanged.connect(self.changed)
        self._take(self.text)

    def value(self):
        return self.question.read(self.text.toPlainText(), self.choosing.today())

    def set_value(self, value):
        self.text.setPlainText(value or "")

    def set_read_only(self, on):
        self.text.setReadOnly(on)


def _lines_editor(question, choosing):
    return LinesEditor(question, choosing, compact_editor_for)


EDITORS = {
    fields.Text: LineEditor,
    fields.Name: LineEditor,
    fields.Notes: NotesEditor,
    fields.Count: LineEditor,
    fields.Money: LineEditor,
    fields.Day: LineEditor,
    fields.PartialDay: LineEditor,
    fields.Time: LineEditor,
    fields.Duration: LineEditor,
    fields.YesNo: ChoiceEditor,
    fields.Choice: ChoiceEditor,
    fields.Choices: ChoicesEditor,
    fields.Link: LinkEditor,
    fields.Links: LinksEditor,
    fields.IdNumber: LineEditor,
    fields.Phone: LineEditor,
    fields.Division: LineEditor,
    fields.Lines: _lines_editor,
    fields.Pictures: PicturesEditor,
    fields.Answers: AnswersEditor,
}
"""Every kind but Data, which nobody types."""


def editor_for(question, choosing: Choosing) -> Editor:
    return EDITORS[type(question)](question, choosing)


def compact_editor_for(question, choosing: Choosing) -> Editor:
    """An editor of one line's height, for a bar: lists that open in place of radios and boxes."""
    if isinstance(question, fields.Links) and choosing.all_of(question.table) is not None:
        return LinksButton(question, choosing)
    if isinstance(question, fields.Choice):
        return ChoiceEditor(question, choosing, radios=False)
    return editor_for(question, choosing)
