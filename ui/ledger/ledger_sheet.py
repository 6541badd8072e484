"""An old ledger on its way in: kind, columns, rows that wait or are refused; then taken in, or taken back."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout

from exports import intake
from exports.intake.kinds import kind_named
from models import batches
from models.errors import UserError
from ui.ledger.ledger_columns import ColumnList
from ui.ledger.ledger_rows import RowsCard
from ui.theme import px
from ui.widgets.buttons import KeyButton, LinkButton
from ui.widgets.labels import ElidedLabel, Label, Notice
from ui.widgets.messages import tell
from ui.widgets.shortcut import Shortcut
from ui.widgets.step_row import StepRow
from ui.words import _, ngettext, spoken


class LedgerSheet(QDialog):
    """`begin()` reads the file beside the window; nothing is written before [Take in] is pressed."""

    def __init__(self, desk, path, done, kind=None):
        """`kind` is the table of a form whose ledger this is said to be; None: rosters, visits and hours are told."""
        super().__init__(desk.window)
        self.desk, self.store, self.path = desk, desk.store, Path(path)
        self.taken_in = done  # not "done", which every dialog has and Qt itself calls
        self.sheets = self.ledger = self.report = None
        self.changes, self.kind = {}, kind
        self.setModal(True)
        self.setWindowTitle(_("Take in a ledger"))
        self.head = ElidedLabel(_("Take in “{name}”", name=self.path.name), role="person")
        self.notice = Notice()
        self.counts = Label("", role="strong")
        self.counts.setWordWrap(True)
        self.columns, self.found, self.work = ColumnList(), RowsCard(), StepRow(self.store.db)
        self._lay_out()
        self._connect()
        self.resize(min(px(1040), desk.window.width() - px(24)), min(px(640), desk.window.height() - px(24)))

    # --- building ---

    def _lay_out(self):
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(px(10))
        for widget in (self.head, self.notice, self.counts):
            column.addWidget(widget)
        middle = QHBoxLayout()
        middle.setSpacing(px(12))
        middle.addWidget(self.columns, 2)
        middle.addWidget(self.found, 3)
        column.addLayout(middle, 1)
        column.addWidget(self.work)
        column.addLayout(self._buttons())

    def _buttons(self):
        row = QHBoxLayout()
        row.setSpacing(px(8))
        self.take = KeyButton(_("Take in"), "Ctrl+Enter", icon="download", primary=True)
        self.keep = KeyButton(_("Save the report…"), icon="file-spreadsheet")
        self.undo = KeyButton(_("Take this intake back"), icon="undo-2", danger=True)
        self.back = LinkButton(_("Cancel"), "Esc")
        for button in (self.take, self.keep, self.undo):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.back)
        self.undo.hide()
        return row

    def _connect(self):
        self.take.clicked.connect(self.take_in)
        self.keep.clicked.connect(self.save_report)
        self.undo.clicked.connect(self.take_back)
        self.back.clicked.connect(self.reject)
        self.columns.changed.connect(self._column_changed)
        self.columns.kind_changed.connect(self._kind_changed)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            Shortcut(key, self, self.take.click)

    # --- reading ---

    def begin(self):
        """Show the sheet and read the file."""
        self.open()
        self._run(_("Reading"), self._read, self._shown, self._unreadable)

    def _read(self, tick):
        self.sheets = intake.read_sheets(self.path, tick)
        return self._planned()

    def _planned(self):
        """What would happen, with what this station settled about columns before."""
        mapping = intake.remembered(self.store) | self.changes
        ledger = intake.plan(self.sheets, mapping, kind=self.kind, today=self.store.today())
        return intake.dry_run(ledger, self.store)

    def _shown(self, report):
        self.report, self.ledger = report, report.ledger
        self.notice.clear()
        self.columns.show_ledger(self.ledger)
        self.counts.setText(self._counted(report))
        self.found.show_report(report)
        stored = sum(row.is_stored for row in self.ledger.entries)
        self.take.setText(ngettext("Take in {n} row", "Take in {n} rows", stored))
        self.take.setEnabled(stored > 0)
        if not stored:
            self.notice.say(
                _("There is nothing to take in: every row waits or is refused. The reasons stand below."), state="warn"
            )
        self.keep.setEnabled(True)
        self.take.setFocus()

    def _counted(self, report):
        held = sum(row.is_held for row in report.doubtful)
        counts = {
            "rows": report.rows, "taken": report.taken, "doubtful": len(report.doubtful) - held, "held": held,
            "refused": len(report.refused),
        }  # fmt: skip
        return _(
            "{kind}, {rows} rows: {taken} without doubt, {doubtful} with doubts, {held} wait, {refused} refused",
            kind=_(kind_named(self.ledger.kind).title),
            **{name: spoken().number(count) for name, count in counts.items()},
        )

    def _unreadable(self, error):
        self.take.setEnabled(False)
        self.keep.setEnabled(False)
        if isinstance(error, UserError):
            self.notice.say(error.say(spoken()), state="danger")
        else:
            self.reject()
            tell(self.desk.window, error)

    def _column_changed(self, heading, question):
        self.changes[heading] = question
        self._run(_("Reading"), lambda _tick: self._planned(), self._shown, self._unreadable)

    def _kind_changed(self, kind):
        self.kind = kind
        self._run(_("Reading"), lambda _tick: self._planned(), self._shown, self._unreadable)

    # --- taking in ---

    def take_in(self):
        """Store what may be stored: one batch, which can be taken back as a whole."""
        if not self.take.isEnabled() or self.report is None or self.report.batch:
            return
        if self.changes:
            intake.remember(self.store, self.changes)
        self._run(_("Taking in"), lambda tick: intake.apply(self.ledger, self.store, tick), self._taken, self._refused)

    def _taken(self, report):
        self.report = report
        self.notice.say(_("Taken in: {made}.", made=self._made(report)), state="ok")
        self.found.show_report(report)
        self.take.hide()
        self.undo.show()
        self.columns.setEnabled(False)
        self.back.setText(_("Close"))
        self.back.setFocus()
        self.taken_in()

    def _made(self, report):
        tables = [name for name in self.store.tables if report.made.get(name)]
        return _(", ").join(
            _("{what} {count}", what=_(self.store.tables[name].title), count=spoken().number(report.made[name]))
            for name in tables
        ) or _("nothing")

    def _refused(self, error):
        self.take.setEnabled(True)
        sentence = error.say(spoken()) if isinstance(error, UserError) else None
        if sentence:
            self.notice.say(sentence, state="danger")
        else:
            tell(self, error)

    def take_back(self):
        """Remove what this intake made and nobody has worked on since."""
        self._run(
            _("Taking back"),
            lambda tick: batches.undo(self.store, self.report.batch, tick),
            self._undone,
            self._refused,
        )

    def _undone(self, undone):
        self.undo.hide()
        said = _("{count} records were taken back.", count=spoken().number(undone.removed))
        if undone.kept:
            said += _("{count} stay, because somebody has worked on them.", count=len(undone.kept))
        self.notice.say(said, state="ok")
        self.taken_in()

    # --- the report ---

    def save_report(self):
        """Every row not taken or doubtful as a workbook, beside the ledger unless another place is chosen."""
        offered = str(intake.report_path(self.path, spoken()))
        path, _kind = QFileDialog.getSaveFileName(self, _("Save the report…"), offered, "*.xlsx")
        if not path:
            return
        try:
            self.report.save(path, spoken())
        except UserError as error:
            self.notice.say(error.say(spoken()), state="danger")
            return
        self.notice.say(_("The report was written to {path}.", path=path), state="ok")

    # --- work beside the window ---

    @property
    def job(self):
        """What runs just now, or None."""
        return self.work.job

    def _run(self, step, work, done, failed):
        """One piece of work at a time; Esc cancels it. While it runs nothing else can be pressed."""
        for button in (self.take, self.keep, self.undo, self.columns):
            button.setEnabled(False)
        self.back.setText(_("Cancel"))
        self.work.run(step, work, self._then(done), self._then(failed), self._then(self._cancelled))

    def _then(self, slot):
        """`slot`, once what was at rest can be pressed again."""

        def ended(*value):
            for button in (self.keep, self.undo):
                button.setEnabled(True)
            taken = self.report is not None and bool(self.report.batch)
            self.columns.setEnabled(not taken)
            self.back.setText(_("Close") if taken else _("Cancel"))
            slot(*value)

        return ended

    def _cancelled(self):
        self.notice.say(_("Cancelled. Nothing was changed."), state="info")
        self.take.setEnabled(self.report is not None and not self.report.batch)
        if self.report is None:
            super().reject()

    def reject(self):
        """Esc: stop what runs, else close."""
        if self.job is not None:
            self.work.cancel()
        else:
            super().reject()
