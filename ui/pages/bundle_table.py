"""The bundles written or read, the latest first, each with how far it has come."""

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QVBoxLayout

from models.clock import from_milliseconds
from resources.language import N_
from ui.widgets.cell_delegate import CHIP
from ui.widgets.empty_page import EmptyPage
from ui.widgets.fitted_table import Column, FittedTable
from ui.words import _, spoken

_COLUMNS = (Column(3.5, rank=0), Column(9.5), Column(14, 2, 0), Column(6, rank=3), Column(14, 1, 0))
_SENT = {
    "written": (N_("Written, read back; not yet heard of"), "sync", "arrow-up-from-line"),
    "taken": (N_("Taken in by the county"), "info", "mail-check"),
    "acknowledged": (N_("Receipt is here"), "ok", "circle-check"),
    "refused": (N_("Sent back"), "danger", "circle-alert"),
    "parked": (N_("Waiting there"), "warn", "pause"),
}
_VERDICT = {
    "taken": (N_("Received and checked"), "ok", "circle-check"),
    "known": (N_("Known already"), "info", "check"),
    "parked": (N_("Put aside, unread"), "warn", "pause"),
    "refused": (N_("Refused"), "danger", "circle-alert"),
}


class BundleTable(QFrame):
    """A card with the table, or with `nothing` said where no bundle is known."""

    def __init__(self, nothing):
        super().__init__(objectName="card")
        self.table = QStandardItemModel()
        self.view, self.empty = FittedTable(_COLUMNS), EmptyPage()
        self.view.setModel(self.table)
        self.view.setAccessibleName(_("Bundles"))
        self.empty.say(nothing)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.view)
        inside.addWidget(self.empty)

    def show_sent(self, bundles):
        """(carried.SentFile, state) of each bundle written here."""
        rows = [(str(sent.no), sent.at, sent.file, sent.commits, _SENT[state]) for sent, state in bundles]
        self._show(rows, (_("No."), _("Written"), _("File name"), _("Entries"), _("How far")))

    def show_taken(self, intakes):
        """A carried.Intake for each bundle read here."""
        rows = [(str(one.no or ""), one.at, one.file, one.new, _VERDICT[one.verdict]) for one in intakes]
        self._show(rows, (_("No."), _("Read"), _("File name"), _("New entries"), _("Result")))

    def _show(self, rows, heads):
        self.table.setRowCount(0)  # not clear(), which forgets the widths
        self.view.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.table.setHorizontalHeaderLabels(heads)
        for number, at, file, count, (word, state, icon) in rows:
            when = f"{from_milliseconds(at):%Y-%m-%d %H:%M}"
            items = [QStandardItem(text) for text in (number, when, file, spoken().number(count))]
            chip = QStandardItem(_(word))
            chip.setData((_(word), state, icon), CHIP)
            self.table.appendRow([*items, chip])
