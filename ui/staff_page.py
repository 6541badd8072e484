"""The staff and the agencies: the list, the file of each, and above it what is counted over all of them."""

from models.partners.agency import Agency
from models.team.staff import Staff
from ui.file_page import FilePage
from ui.statement_bar import StatementBar
from ui.words import _


class StaffPage(FilePage):
    def __init__(self, desk):
        super().__init__(Staff, desk, names=("name", "sex", "post", "level", "time", "phone", "hired"))
        self.bar = StatementBar(desk, _("State of the team"), _team)
        self.bar.stand_above(self)


class AgencyPage(FilePage):
    def __init__(self, desk):
        super().__init__(Agency, desk)
        self.bar = StatementBar(desk, _("Census of organisations and funds"), _census)
        self.bar.stand_above(self)


def _team(store, language):
    from exports.team_table import team_statement  # reportlab: only when something is printed

    return team_statement(store, language)


def _census(store, language):
    from exports.census_table import census_statement  # reportlab: only when something is printed

    return census_statement(store, language)
