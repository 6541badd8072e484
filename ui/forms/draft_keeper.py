"""What is typed in a form and not saved yet: kept outside the journal (settled 21), put back, thrown away."""

from datetime import datetime

from models import drafts
from models.database import current


class DraftKeeper:
    """The draft of the record in a form. A fresh form of a kind has one draft, a record on file has its own."""

    def __init__(self, form):
        self.form, self.record, self.of = form, None, None

    def begin(self, record, of=None) -> None:
        """Another record is shown; `of` is the row under which the draft of a fresh one is kept."""
        self.record, self.of = record, of

    def row(self):
        return self.of if self.record.is_new else self.record.id

    def put_back(self) -> datetime | None:
        """Show what was typed before; when that was, or None where nothing was."""
        kept = drafts.of(current(), self._table(), self.row())
        if not kept:
            return None
        questions = self.record.questions()
        self.form.show_answers(
            {name: None if value is None else questions[name].unpack(value) for name, value in kept.data.items()}
        )
        return kept.at

    def keep(self) -> bool:
        """Keep what is typed; False, and the draft goes, where nothing differs from what is saved."""
        if not self.is_typed_in():
            self.drop()
            return False
        trial = self.form.trial()
        data = {name: self._packed(name, getattr(trial, name)) for name in self.form.rows}
        drafts.keep(current(), self._table(), self.row(), data)
        return True

    def drop(self, row=...) -> None:
        """Forget the draft of the record shown, or of `row`."""
        drafts.drop(current(), self._table(), self.row() if row is ... else row)

    def is_typed_in(self) -> bool:
        """Whether something was typed that is not saved."""
        trial = self.form.trial()
        return any(self._differs(name, trial) for name in self.form.rows)

    def _table(self):
        return type(self.record)._meta.table_name

    def _differs(self, name, trial):
        question, ours, theirs = self.record.questions()[name], getattr(trial, name), getattr(self.record, name)
        return ours != theirs and not (question.is_empty(ours) and question.is_empty(theirs))

    def _packed(self, name, value):
        question = self.record.questions()[name]
        return None if question.is_empty(value) else question.pack(value)
