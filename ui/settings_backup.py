"""Back-ups: which there are, one more now, and how one is put back."""

from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

from models import access, backups
from models.clock import from_milliseconds
from ui.buttons import KeyButton
from ui.settings_part import SettingsPart
from ui.theme import px
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
        self.table = QTableWidget(0, 4)
        self.table.setHorizontalHeaderLabels([_("Made on"), _("File"), _("Size"), _("Records inside")])
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
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
        self.table.setRowCount(len(listed))
        for row, (path, header) in enumerate(listed):
            records = sum(count for name, count in header.counts.items() if name in self.store.tables)
            size = path.stat().st_size / 1_000_000
            cells = (
                f"{from_milliseconds(header.created):%Y-%m-%d %H:%M}",
                path.name,
                _("{size} MB", size=f"{size:,.1f}"),
                spoken().number(records),
            )
            for column, text in enumerate(cells):
                self.table.setItem(row, column, QTableWidgetItem(text))
        self.table.resizeColumnToContents(0)
        self.table.setVisible(bool(listed))
        self.empty.setText("" if listed else _("No back-up yet. One is made when you close the program."))
        self.empty.setVisible(not listed)

    def back_up(self):
        """Make one now, beside the window."""
        self.now.setEnabled(False)
        self.desk.start(lambda tick: backups.back_up(self.store, tick), self._made, self._failed)

    def _made(self, path):
        access.note(self.store, "back-up")
        self.now.setEnabled(True)
        self.shown()
        self.notice.say(_("Backed up and read back: {name}", name=path.name), state="ok")

    def _failed(self, error):
        from ui.messages import tell  # says errors in a sheet

        self.now.setEnabled(True)
        tell(self, error)

    def focus_first(self):
        self.now.setFocus()
