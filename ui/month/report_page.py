"""The month: its table, what does not fit, the records behind a figure, signing, printing, the workbook."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QBoxLayout,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from exports.month import month as prints
from exports.month import month_files, monthly_return
from models import figures
from models.errors import UserError
from ui.month.month_lines import COLUMNS, MonthLines
from ui.month.month_panes import ChecksPane, DrillPane
from ui.month.month_signing import asked
from ui.prints.printing import show
from ui.theme import px
from ui.widgets.buttons import KeyButton
from ui.widgets.choice_combo import ChoiceCombo
from ui.widgets.fitted_table import FittedTable
from ui.widgets.messages import tell
from ui.widgets.page import Page
from ui.widgets.shortcut import Shortcut
from ui.widgets.stepper import Stepper
from ui.words import _, ngettext, spoken

_REST = 80


class ReportPage(Page):
    def __init__(self, desk):
        super().__init__()
        self.store, self.desk, self.title = desk.store, desk, _("Monthly summary")
        self.table, self.annexes, self.checks = None, (), []
        self.lines = MonthLines()
        self.months = ChoiceCombo([])
        self.months.setAccessibleName(_("Month"))
        self.months.setMinimumWidth(px(156))
        self.stepper = Stepper()
        self.preview_button = KeyButton(_("Print preview"), "Ctrl+P")
        self.files_button = KeyButton(_("PDF and Excel…"), "")
        self.sign_button = KeyButton(_("Sign the month…"), "", icon="lock")
        self.view = self._make_view()
        self.checks_pane, self.drill_pane = ChecksPane(), DrillPane()
        self._rest = QTimer(self, singleShot=True, interval=_REST)  # some figures stand on thousands of records
        self._lay_out()
        self._connect()

    # --- building ---

    def _make_view(self):
        view = FittedTable(COLUMNS, row_height=30)
        view.setModel(self.lines)
        view.setAccessibleName(_("Monthly summary"))
        return view

    def _lay_out(self):
        top = QFrame(objectName="card")
        self.top = QBoxLayout(QBoxLayout.Direction.LeftToRight, top)
        self.top.setContentsMargins(px(12), px(6), px(12), px(6))
        self.top.addWidget(self.stepper, 1)
        buttons = QHBoxLayout()
        for widget in (self.months, self.preview_button, self.files_button, self.sign_button):
            buttons.addWidget(widget)
        self.top.addLayout(buttons)
        card = QFrame(objectName="card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.view)
        side = QVBoxLayout()
        side.setSpacing(px(12))
        side.addWidget(self.checks_pane, 1)
        side.addWidget(self.drill_pane, 1)
        middle = QHBoxLayout()
        middle.setSpacing(px(12))
        middle.addWidget(card, 1)
        self.side = QWidget()
        self.side.setLayout(side)
        side.setContentsMargins(0, 0, 0, 0)
        middle.addWidget(self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(14), px(16), px(14))
        column.setSpacing(px(12))
        column.addWidget(top)
        column.addLayout(middle, 1)

    def resizeEvent(self, event):
        """Where there is little room the buttons go below the steps, and the side pane gets narrower."""
        super().resizeEvent(event)
        narrow = self.width() < px(1060)
        direction = QBoxLayout.Direction
        self.top.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self.side.setFixedWidth(min(px(400), self.width() * 36 // 100))

    def _connect(self):
        self.months.currentIndexChanged.connect(lambda _place: self.read())
        self.view.selectionModel().currentRowChanged.connect(lambda *_rows: self._rest.start())
        self._rest.timeout.connect(self._drill)
        self.checks_pane.wanted.connect(self.go_to)
        for pane in (self.checks_pane, self.drill_pane):
            pane.opened.connect(self.desk.open_row)
        self.preview_button.clicked.connect(self.preview)
        self.files_button.clicked.connect(self.save_files)
        self.sign_button.clicked.connect(self.sign)
        for key, slot in (
            ("F5", self.read), ("Ctrl+P", self.preview), ("Ctrl+Up", lambda: self._jump(-1)),
            ("Ctrl+Down", lambda: self._jump(1)),
        ):  # fmt: skip
            Shortcut(key, self, slot, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        for key in ("Return", "Enter"):
            Shortcut(key, self.view, self._into_drill, context=Qt.ShortcutContext.WidgetShortcut)

    # --- reading ---

    def shown(self):
        kept = self.months.currentData()
        self.months.blockSignals(True)
        self.months.clear()
        for month in self._months():
            self.months.addItem(spoken().month(month), month)
        self.months.show_code(kept or self._months()[0])
        self.months.blockSignals(False)
        self.read()

    def _months(self):
        """The last two years, the month that runs first."""
        today = self.store.today()
        count = today.year * 12 + today.month - 1
        return [f"{number // 12:04}-{number % 12 + 1:02}" for number in range(count, count - 24, -1)]

    @property
    def month(self):
        return self.months.currentData() or self._months()[0]

    def read(self):
        """Count the month anew."""
        self.table = figures.month_table(self.store.unit, self.month, self.store.today())
        self.annexes = figures.annexes(self.store.unit, self.month, self.store.today())
        self.checks = figures.broken(figures.checks_of(self.table, self.annexes))
        row = self.view.currentIndex().row()
        self.lines.show_table(self.table, {check.number: check.blocks for check in self.checks})
        self.view.clearSpans()
        for place, line in enumerate(self.lines.rows):
            if isinstance(line, str):
                self.view.setSpan(place, 0, 1, self.lines.columnCount())
        self._show_steps()
        self.checks_pane.show_checks(self.checks)
        self.view.selectRow(row if row > 0 else 1)
        self.changed_state.emit()

    def state_line(self):
        counted = sum(line.state == "number" for line in self.table.lines) if self.table else 0
        return _("SGZ-01 · {month} · {count} figures counted", month=spoken().month(self.month), count=counted)

    def _show_steps(self):
        blocking = sum(check.blocks for check in self.checks)
        signed = figures.latest(self.store.unit, self.month)
        if blocking:
            found = ngettext("{n} does not add up", "{n} do not add up", blocking)
        else:
            found = _("{count} to look at", count=len(self.checks)) if self.checks else _("all fits")
        versions = len(figures.versions(self.store.unit, self.month))
        day = spoken().day(signed.day, self.store.today().year) if signed else ""
        self.stepper.show_steps([
            (_("Entered"), _("up to {day}", day=spoken().day(self.table.until, self.store.today().year)), "done"),
            (_("Checked"), found, "bad" if blocking else "done" if not self.checks else "now"),
            (_("Signed"), _("{day}, version {n}", day=day, n=versions) if signed else _("by the lead"),
             "done" if signed else "todo"),
            (_("Sent"), _("under Bundles"), "todo"),
        ])  # fmt: skip
        self.sign_button.setEnabled(not blocking)
        self.sign_button.setToolTip(_("Mend what does not add up first.") if blocking else "")
        self.sign_button.setText(_("Sign again…") if signed else _("Sign the month…"))

    # --- the records behind ---

    def go_to(self, number):
        """The row of a figure comes in hand."""
        row = self.lines.row_of(number)
        if row >= 0:
            self.view.selectRow(row)
            self.view.scrollTo(self.lines.index(row, 0))
            self.view.setFocus()

    def _drill(self):
        self._rest.stop()
        row = self.view.currentIndex().row()
        line = self.lines.rows[row] if 0 <= row < len(self.lines.rows) else None
        self.drill_pane.clear()
        if line is not None and not isinstance(line, str):
            today = self.store.today()
            rows = figures.rows_of(line.number, self.store.unit, self.month, today)
            self.drill_pane.show_figure(line, rows, today.year)

    def _into_drill(self):
        """Enter goes to the first record behind the figure."""
        if self._rest.isActive():
            self._drill()
        self.drill_pane.focus_first()

    def _jump(self, step):
        """To the next or previous section."""
        bands = [place for place, line in enumerate(self.lines.rows) if isinstance(line, str)]
        here = self.view.currentIndex().row()
        ahead = [b for b in bands if b > here] if step > 0 else [b for b in bands if b < here - 1][::-1]
        if ahead:
            self.view.selectRow(ahead[0] + 1)
            self.view.scrollTo(self.lines.index(ahead[0], 0))

    # --- signing and printing ---

    def preview(self):
        """The month as it will print, page by page."""
        paper = monthly_return.read(self.store, self.month, spoken())
        show(self.desk, _("Monthly summary"), prints.month_pdf(paper), f"月报-{self.month}")

    def sign(self):
        """Keep the figures as they stand, in the name of the one at the desk."""
        reasons = asked(self, spoken().month(self.month), self.checks)
        if reasons is None:
            return
        try:
            figures.snapshot(self.store, self.month, reasons or None)
        except UserError as error:
            tell(self, error)
        else:
            self.said.emit(_("{month} is signed", month=spoken().month(self.month)))
        self.read()

    def save_files(self):
        """The signed PDF and the workbook, side by side."""
        path, _kind = QFileDialog.getSaveFileName(self, _("Where to"), f"月报-{self.month}.pdf", "*.pdf")
        if not path:
            return
        base = path.removesuffix(".pdf")

        def work(tick):
            month_files.write(
                self.store, self.month, pdf=base + ".pdf", xlsx=base + ".xlsx", language=spoken(), tick=tick
            )

        self.desk.start(work, lambda _none: self.desk.window.toast(_("PDF and workbook are written.")))

    def focus_first(self):
        self.view.setFocus()
