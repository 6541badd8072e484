"""The staff, what they are paid, and the agencies: lists and files, and above them what is counted over all."""

from models.partners.agency import Agency
from models.team import learning, pay_sheet
from models.team.staff import Staff
from ui.forms.facts_file import FactsFile
from ui.forms.file_page import FilePage
from ui.forms.record_page import RecordPage
from ui.lists.statement_bar import StatementBar
from ui.prints.printing import head_of, show_noted
from ui.widgets.link_bar import LinkBar
from ui.widgets.span_choice import ask_span
from ui.words import _


class StaffPage(FilePage):
    """Above the file of each how far continuing education has come."""

    def __init__(self, desk):
        file = FactsFile(Staff, desk, lambda member: _studied(desk.store, member))
        super().__init__(Staff, desk, file, names=("name", "sex", "post", "level", "time", "phone", "hired"))
        self.bar = StatementBar(desk, _("State of the team"), _team)
        self.bar.stand_above(self)


def _studied(store, member):
    """Hours done, asked for and remaining in the period of registration, and whether that is behind the time."""
    ledger = learning.ledger(store, member)
    if ledger is None or not ledger.asked:
        return ""
    said = _(
        "Continuing education until {end}: {done} of {asked} lesson hours, {remaining} to do",
        end=ledger.end.isoformat(), done=ledger.done, asked=ledger.asked, remaining=ledger.remaining,
    )  # fmt: skip
    return _("{said} · behind the time", said=said) if ledger.is_short(store.today()) else said


class PaySheetPage(RecordPage):
    """Pay sheets; above them what was paid over a span, added up for each person."""

    def __init__(self, desk):
        super().__init__(pay_sheet.PaySheet, desk)
        self.bar = LinkBar(((_("Payments added up…"), "printer", self.preview_sums),))
        self.layout().insertWidget(0, self.bar)
        self.changed_state.connect(lambda: self.bar.setVisible(self.shows_tabs))

    def preview_sums(self):
        title, sentence = _("Payments added up"), _("What was approved for each person, added up over the months.")
        if span := ask_span(self, self.desk.store.today(), title, sentence, place=2):
            from exports.papers.pay_sheet_paper import pay_sheet_pdf  # reportlab: only when something is printed

            sheet = pay_sheet.summed(self.desk.store, *(f"{day:%Y-%m}" for day in span))
            show_noted(self.desk, title, pay_sheet_pdf(sheet, name="Payments added up", **head_of(self.desk)))


class AgencyPage(FilePage):
    def __init__(self, desk):
        super().__init__(Agency, desk)
        self.bar = StatementBar(desk, _("Census of organisations and funds"), _census)
        self.bar.stand_above(self)


def _team(store, language):
    from exports.papers.team_table import team_statement  # reportlab: only when something is printed

    return team_statement(store, language)


def _census(store, language):
    from exports.papers.census_table import census_statement  # reportlab: only when something is printed

    return census_statement(store, language)
