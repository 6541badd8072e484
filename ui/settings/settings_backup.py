"""Back-ups: which there are, one more now, and how one is put back."""

from PySide6.QtGui import QStandardItem, QStandardItemModel

from models import backups, read_log
from models.clock import from_milliseconds
from ui.settings.settings_part import SettingsPart
from ui.theme import px
from ui.widgets.buttons import KeyButton
from ui.widgets.fitted_table import Column, FittedTable
from ui.words import _, spoken

_MOST = 40


class BackupPart(SettingsPart):
    def __init__(self, store, desk):
        super().__init__(
            _("Back-up"),
            _(
                "One is made whenever the program is closed after changes, and read back before it "
                "counts. Kept are those of "
                "7 days, 5 weeks and 12 months."
            ),
        )
        self.store, self.desk = store, desk
        self.now = KeyButton(_("Back up now"), icon="archive", primary=True)
        self.now.clicked.connect(self.back_up)
        self.line(self.now)
        self.model = QStandardItemModel(0, 4, self)
        self.model.setHorizontalHeaderLabels([_("Made on"), _("File name"), _("Size"), _("Records inside")])
        self.table = FittedTable([Column(10), Column(14, 1, 1), Column(6, 0, 2), Column(8, 0, 3)])
        self.table.setModel(self.model)
        self.table.setMinimumHeight(px(220))
        self.table.setAccessibleName(_("Back-ups"))
        self.column.addWidget(self.table, 1)
        self.empty = self.say("")
        self.say(
            _(
                "The files lie in “{folder}”. Copy the newest to a stick now and then: a back-up on "
                "the same disk does not "
                "outlive the disk.",
                folder=str(store.folder / backups.FOLDER),
            ),
            "hint",
        )
        self.say(
            _(
                "To put one back: move the folder “station” away, start the program, and choose "
                "“Restore from a back-up”. "
                "Each back-up is opened by the passwords of the day it was made."
            ),
            "hint",
        )

    def shown(self):
        listed = backups.listed(self.store.folder)[:_MOST]
        self.model.removeRows(0, self.model.rowCount())
        for path, header in listed:
            records = sum(count for name, count in header.counts.items() if name in self.store.tables)
            size = path.stat().st_size / 1_000_000
            cells = (
                f"{from_milliseconds(header.created):%Y-%m-%d %H:%M}",
                path.name,
                _("{size} MB", size=f"{size:,.1f}"),
                spoken().number(records),
            )
            self.model.appendRow([QStandardItem(text) for text in cells])
        self.table.setVisible(bool(listed))
        self.empty.setText("" if listed else _("No back-up yet. One is made when you close the program."))
        self.empty.setVisible(not listed)

    def back_up(self):
        """Make one now, beside the window."""
        self.now.setEnabled(False)
        self.desk.start(lambda tick: backups.back_up(self.store, tick), self._made, self._failed)

    def _made(self, path):
        read_log.note(self.store, "back-up")
        self.now.setEnabled(True)
        self.shown()
        self.notice.say(_("Backed up and read back: {name}", name=path.name), state="ok")

    def _failed(self, error):
        from ui.widgets.messages import tell  # says errors in a sheet

        self.now.setEnabled(True)
        tell(self, error)

    def focus_first(self):
        self.now.setFocus()
