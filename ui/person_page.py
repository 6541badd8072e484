"""People: the list, the file, the person's sheet, and the way in for old ledgers."""

from models.people.person import Person
from ui.file_page import FilePage
from ui.words import _


class PersonPage(FilePage):
    def __init__(self, store, choosing, desk):
        super().__init__(
            Person,
            choosing,
            desk,
            actions=((_("Record a visit"), "", self._visit), (_("What we hold about you"), "", self._print_holdings)),
            names=("name", "sex", "birth", "categories", "village", "risk", "phone", "household"),
            warnings=desk.doubles,
        )

    def _visit(self, person):
        self.desk.visit_household(person.household)

    def _print_holdings(self, person):
        from ui.printing import preview_holdings  # the PDF engine: only when something is printed

        if self.desk.may_open(person):
            preview_holdings(self.desk, person)

    def take_in_ledger(self):
        self.records.take_in_ledger()
