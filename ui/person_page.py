"""People: the list, the file, the person's sheet, and the way in for old ledgers."""

from PySide6.QtWidgets import QFileDialog

from models.people.person import Person
from ui.record_page import RecordPage
from ui.words import _


class PersonPage(RecordPage):
    def __init__(self, store, choosing, desk):
        super().__init__(
            Person,
            choosing,
            actions=((_("Record a visit"), "", self._visit), (_("Print the sheet"), "", self._print)),
            names=("name", "sex", "birth", "categories", "village", "risk", "phone", "household"),
            warnings=desk.doubles,
            may_open=desk.may_open,
        )
        self.store, self.desk = store, desk
        self.beside = (_("Take in a ledger…"), "", self.take_in_ledger)

    def _visit(self, person):
        self.desk.visit_household(person.household)

    def _print(self, person):
        self.desk.may_open(person)
        self.desk.print_record(person)

    def take_in_ledger(self):
        path, _kind = QFileDialog.getOpenFileName(self, _("Choose the ledger"), "", "*.xlsx *.xls *.ods *.csv")
        if path:
            from ui.ledger_sheet import LedgerSheet  # reads workbooks: only here

            LedgerSheet(self.desk, path, self._taken_in).begin()

    def _taken_in(self):
        self.list.reload()
        self.changed_state.emit()
