"""People and their households: the lists, the files, the person's sheet, and the way in for old ledgers."""

from models.people.household import Household
from models.people.person import Person
from ui.file_page import FilePage
from ui.printing import preview_holdings
from ui.words import _


class PersonPage(FilePage):
    def __init__(self, desk):
        super().__init__(
            Person,
            desk,
            actions=((_("Record a visit"), "", self._visit), (_("What we hold about you"), "", self._print_holdings)),
            names=("name", "sex", "birth", "categories", "village", "risk", "phone", "household"),
            warnings=desk.doubles,
        )

    def _visit(self, person):
        self.desk.visit_household(person.household)

    def _print_holdings(self, person):
        if self.desk.may_open(person):
            preview_holdings(self.desk, person)

    def take_in_ledger(self):
        self.records.take_in_ledger()


class HouseholdPage(FilePage):
    def __init__(self, desk):
        visit = (_("Record a visit"), "", lambda household: desk.visit_household(household.id))
        super().__init__(Household, desk, actions=(visit,))
