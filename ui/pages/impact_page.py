"""Impact assessments: their list, and above it how personal data were handled this year."""

from models.people.impact import ImpactAssessment
from ui.forms.record_page import RecordPage
from ui.lists.statement_bar import StatementBar
from ui.words import _


class ImpactPage(RecordPage):
    def __init__(self, desk):
        super().__init__(ImpactAssessment, desk)
        self.bar = StatementBar(desk, _("How personal data were handled this year"), _statement)
        self.bar.stand_above(self)


def _statement(store, language):
    from exports.papers.data_care_table import data_care_statement  # reportlab: only when something is printed

    return data_care_statement(store, language)
