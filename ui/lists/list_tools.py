"""What can be done with a whole list: take it along as a workbook, print it, take in a ledger, use a template."""

from pathlib import Path

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from models import access, copying, read_log
from models.errors import UserError
from ui.prints.printing import preview_list, write_list
from ui.widgets.buttons import KeyButton
from ui.widgets.line_edit import LineEdit
from ui.widgets.messages import tell
from ui.widgets.parts_menu import PartsMenu
from ui.widgets.sheet import Sheet
from ui.words import _, ngettext

_TOLD_BY_THEMSELVES = frozenset(("person", "household", "visit", "volunteer_hours"))


class ListTools(KeyButton):
    """The button at the right above a list; `desk` runs what takes long and shows prints.

    `new_wanted(answers)` for a fresh record from a template, `taken_in` after a ledger.
    """

    new_wanted = Signal(object)
    taken_in = Signal()

    def __init__(self, cls, table, desk, shown):
        """`shown` is the list: current(), choose_columns() and its `view`."""
        said = _("Export, print, templates") if copying.has_templates(cls) else _("Export, print")
        super().__init__(said + " ▾")
        self.cls, self.table, self.desk, self.shown = cls, table, desk, shown
        self.clicked.connect(self.offer)

    def deeds(self):
        """What there is to do, in the order offered; of records that few may read no list is taken along."""
        if self.cls.restricted:
            return [(_("Print a blank form…"), self.print_blank)]
        found = [
            (_("Export as a workbook…") + "　Ctrl+E", self.export),
            (_("Print this list…"), self.print_list),
            (_("Print a blank form…"), self.print_blank),
            (_("Take in a ledger…"), self.take_in_ledger),
            (_("Columns…"), self.shown.choose_columns),
        ]
        if copying.has_templates(self.cls):
            found.append((_("New from a template…"), self.new_from_template))
            found.append((_("Save as a template…"), self.keep_template))
            found.append((_("Remove a template…"), self.remove_template))
        return found

    def offer(self):
        self._ask(self.deeds(), lambda deed: deed())

    def _ask(self, offers, then):
        self.menu = PartsMenu(self, offers)
        self.menu.picked.connect(then)
        self.menu.popup(self.mapToGlobal(QPoint(self.width() - self.menu.sizeHint().width(), self.height())))

    # --- the list ---

    def _rows(self):
        """The rows selected, where there are several; else all that the list shows."""
        return self.table.rows(self.shown.view.chosen_rows())

    def export(self):
        """The rows selected, else what the list shows, as it stands, as an Excel file; none of what few may read."""
        if self.cls.restricted:
            tell(self, access.NotTakenAlong())
            return
        offered = str(Path.home() / f"{_(self.cls.plural)} {self.desk.store.today()}.xlsx")
        path, _kind = QFileDialog.getSaveFileName(self, _("Save the workbook"), offered, "*.xlsx")
        if path:
            self.write(path if path.endswith(".xlsx") else f"{path}.xlsx")

    def write(self, path):
        self._noted("export")
        done = _("The list was written to {file}.", file=path)
        write_list(self.desk, path, self.cls, self._rows(), lambda _made: self.desk.window.toast(done))

    def copy(self):
        """The rows selected as they are shown, to be pasted into a sheet or a message; none of what few may read."""
        if self.cls.restricted:
            tell(self, access.NotTakenAlong())
            return
        rows = self.shown.view.chosen_rows()
        QGuiApplication.clipboard().setText(self.shown.view.text_of(rows))
        self._noted("export")
        self.desk.window.toast(ngettext("{n} row copied.", "{n} rows copied.", len(rows)))

    def print_list(self):
        """The register on paper, looked at first."""
        self._noted("print")
        preview_list(self.desk, self.cls, self._rows(), names=self.table.names)

    def print_blank(self):
        try:
            self.desk.print_record(self.cls)
        except UserError as error:
            tell(self, error)

    def _noted(self, action):
        """That a list left the program is written down, with what was in it but not with names."""
        read_log.note(self.desk.store, action, why=self.cls._meta.table_name)

    def take_in_ledger(self):
        """A ledger of this form from a sheet; rosters, visits and hours are told by their own headings."""
        path, _kind = QFileDialog.getOpenFileName(self, _("Choose the ledger"), "", "*.xlsx *.xls *.ods *.csv")
        if path:
            from ui.ledger.ledger_sheet import LedgerSheet  # reads workbooks: only here

            table = self.cls._meta.table_name
            kind = None if table in _TOLD_BY_THEMSELVES else table
            LedgerSheet(self.desk, path, self.taken_in.emit, kind=kind).begin()

    # --- templates ---

    def new_from_template(self):
        self._ask_template(lambda name: self.new_wanted.emit(copying.templates(self.desk.store, self.cls)[name]))

    def remove_template(self):
        self._ask_template(lambda name: copying.remove_template(self.desk.store, self.cls, name))

    def _ask_template(self, then):
        names = list(copying.templates(self.desk.store, self.cls))
        if names:
            self._ask([(name, name) for name in names], then)
        else:
            self.desk.window.toast(_("There is no template yet. Open a record and keep it as one."))

    def keep_template(self):
        """Keep the record the list stands on as a template, under a name that is asked for."""
        record = self.shown.current()
        if record is None:
            return
        body = LineEdit()
        body.setText(record.caption())
        body.setAccessibleName(_("Name of the template"))
        sentence = _("Under this name the answers are offered for new records; days, people and numbers are left out.")
        if Sheet(self, _("Name of the template"), sentence, [_("Keep the template")], body).ask() == 0:
            self._keep(body.text(), record)

    def _keep(self, name, record):
        try:
            copying.keep_template(self.desk.store, name, record)
        except UserError as error:
            tell(self, error)
        else:
            self.desk.window.toast(_("The template “{name}” is kept.", name=name.strip()))
