"""The staff: the list, the file of each, and the state of the team on paper."""

from models.team.staff import Staff
from ui import printing
from ui.file_page import FilePage
from ui.words import _


class StaffPage(FilePage):
    def __init__(self, desk):
        names = ("name", "sex", "post", "level", "time", "phone", "hired")
        team = (_("State of the team…"), "", self._team)
        super().__init__(Staff, desk, actions=(team,), names=names)

    def _team(self, _member):
        printing.preview_team(self.desk)
