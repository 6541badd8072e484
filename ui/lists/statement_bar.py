"""The line above a list for what is counted over all of it: looked at and printed, or taken along as a workbook."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from models import read_log
from models.errors import UserError
from ui.prints.printing import head_of, show_noted
from ui.widgets.link_bar import LinkBar
from ui.widgets.messages import tell
from ui.words import _, spoken


class StatementBar(LinkBar):
    """`made(store, language)` gives the exports.statement.Statement; it is made anew each time."""

    def __init__(self, desk, words, made):
        self.desk, self.made = desk, made
        workbook = _("The same as a workbook…")
        super().__init__(((f"{words}…", "printer", self.preview), (workbook, "file-spreadsheet", self.export)))

    def stand_above(self, page):
        """Stand above the list of `page`, and give way to its form."""
        page.layout().insertWidget(0, self)
        page.changed_state.connect(lambda: self.setVisible(page.shows_tabs))

    def _statement(self):
        return self.made(self.desk.store, spoken())

    def preview(self):
        statement = self._statement()
        data = statement.pdf(day=self.desk.store.today(), **head_of(self.desk))
        show_noted(self.desk, _(statement.name), data)

    def export(self):
        offered = str(Path.home() / f"{_(self._statement().name)} {self.desk.store.today()}.xlsx")
        path, _kind = QFileDialog.getSaveFileName(self, _("Save the workbook"), offered, "*.xlsx")
        if path:
            self.write(path if path.endswith(".xlsx") else f"{path}.xlsx")

    def write(self, path):
        """Write the workbook; what the disk says against it is told."""
        statement, day = self._statement(), self.desk.store.today()
        try:
            statement.workbook(path, language=spoken(), station=self.desk.station.name, day=day)
        except UserError as error:
            tell(self, error)
            return
        read_log.note(self.desk.store, "export", why=statement.name)
        self.desk.window.toast(_("The list was written to {file}.", file=path))
