"""Appeals and complaints: their list, and above it how fast they were answered and settled."""

from models.office.appeal import Appeal
from ui.forms.record_page import RecordPage
from ui.lists.statement_bar import StatementBar
from ui.words import _


class AppealPage(RecordPage):
    def __init__(self, desk):
        super().__init__(Appeal, desk)
        self.bar = StatementBar(desk, _("How fast they were answered this year"), _statement)
        self.bar.stand_above(self)


def _statement(store, language):
    from exports.papers.appeal_table import appeal_statement  # reportlab: only when something is printed

    return appeal_statement(store, language)
