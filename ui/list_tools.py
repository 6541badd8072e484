"""What can be done with a whole list: take it along as a workbook, print it, print the form empty."""

from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFileDialog

from models import access
from models.errors import UserError
from ui.buttons import KeyButton
from ui.jobs import Job
from ui.messages import tell
from ui.parts_menu import PartsMenu
from ui.words import _


class ListTools(KeyButton):
    """The button at the right above a list; `desk` runs what takes long and shows prints."""

    def __init__(self, cls, table, desk):
        super().__init__(_("Export, print") + " ▾")
        self.cls, self.table, self.desk = cls, table, desk
        self.clicked.connect(self.offer)

    def offer(self):
        whole = [
            (_("Export as a workbook…") + "　Ctrl+E", self.export),
            (_("Print this list…"), self.print_list),
        ]  # fmt: skip
        blank = (_("Print a blank form…"), self.print_blank)
        self.menu = PartsMenu(self, [blank] if self.cls.restricted else [*whole, blank])
        self.menu.picked.connect(lambda deed: deed())
        self.menu.popup(self.mapToGlobal(QPoint(self.width() - self.menu.sizeHint().width(), self.height())))

    def export(self):
        """What the list shows, filtered and ordered as it stands, as an Excel file; nothing of what is restricted."""
        if self.cls.restricted:
            tell(self, access.NotTakenAlong())
            return
        offered = str(Path.home() / f"{_(self.cls.plural)} {self.desk.store.today()}.xlsx")
        path, _kind = QFileDialog.getSaveFileName(self, _("Save the workbook"), offered, "*.xlsx")
        if path:
            self.write(path if path.endswith(".xlsx") else f"{path}.xlsx")

    def write(self, path):
        from ui.printing import list_work  # the engine of workbooks: only when one is written

        self._noted("export")
        work = list_work(self.desk, path, self.cls, self.table.rows())
        done = _("The list was written to {file}.", file=path)
        self.desk.window.run(Job(work, self.desk), lambda _made: self.desk.window.toast(done))

    def print_list(self):
        """The register on paper, looked at first."""
        from ui.printing import preview_list  # the PDF engine: only when something is printed

        self._noted("print")
        preview_list(self.desk, self.cls, self.table.rows(), names=self.table.names)

    def print_blank(self):
        try:
            self.desk.print_record(self.cls)
        except UserError as error:
            tell(self, error)

    def _noted(self, action):
        """That a list left the program is written down, with what was in it but not with names."""
        access.note(self.desk.store, action, why=self.cls._meta.table_name)
