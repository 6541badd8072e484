"""A file with one line of facts above it: what follows from all that stands in it."""

from ui.forms.record_file import RecordFile
from ui.widgets.labels import Label


class FactsFile(RecordFile):
    """`say(record)` gives the line; "" for none."""

    def __init__(self, cls, desk, say, warnings=None):
        self._say, self.facts = say, Label("", role="strong")
        self.facts.setWordWrap(True)
        super().__init__(cls, desk, warnings)
        self.column.insertWidget(0, self.facts)

    def show_facts(self, found):
        said = self._say(self.record)
        self.facts.setText(said)
        self.facts.setVisible(bool(said))
