"""The county's pages: the stations at a glance, and their figures beside each other."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from hub import boards, consolidate
from models.clock import from_milliseconds
from ui.month.counted import said
from ui.prints.printing import show
from ui.theme import px
from ui.widgets.buttons import KeyButton
from ui.widgets.cell_delegate import CHIP, GROUP, STRONG, TOKEN
from ui.widgets.choice_combo import ChoiceCombo
from ui.widgets.empty_page import EmptyPage
from ui.widgets.fitted_table import Column, FittedTable
from ui.widgets.labels import Label
from ui.widgets.page import Page
from ui.widgets.shortcut import Shortcut
from ui.words import _, spoken

_MONTHS = 3
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class StationsPage(Page):
    """Who has reported which month, what came last, who waits for a receipt."""

    def __init__(self, desk):
        super().__init__()
        self.store, self.desk, self.title = desk.store, desk, _("Stations")
        self.primary = (_("Read bundles"), "Ctrl+R", lambda: desk.window.go("sync"))
        self.table = QStandardItemModel()
        self.view = FittedTable()
        self.view.setModel(self.table)
        self.view.setAccessibleName(self.title)
        self.empty = EmptyPage()
        self.empty.pressed.connect(lambda: desk.window.go("sync"))
        card = QFrame(objectName="card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.view)
        inside.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(14), px(16), px(14))
        column.addWidget(card)
        Shortcut("Ctrl+R", self, lambda: desk.window.go("sync"))

    def _months(self):
        today = self.store.today()
        count = today.year * 12 + today.month - 1
        return [f"{number // 12:04}-{number % 12 + 1:02}" for number in range(count - _MONTHS, count)]

    def shown(self):
        states = boards.stations(self.store)
        months = self._months()
        self.table.clear()
        self.table.setHorizontalHeaderLabels(
            [_("Station"), *[spoken().month(month) for month in months], _("Last bundle"), _("Receipt"), _("State")]
        )
        for state in states:
            self.table.appendRow(self._row(state, months))
        self.view.set_columns(
            [Column(13, 2, 0), *[Column(7.5, 1, 2)] * len(months), Column(10), Column(6), Column(8, 1, 0)]
        )
        self.view.setVisible(bool(states))
        self.empty.setVisible(not states)
        self.empty.say(_("No station is known yet. Accept a station's key file under Bundles."), _("To the bundles"))
        self.reported = sum(months[-1] in state.months for state in states) if states else 0
        self.count = len(states)

    def state_line(self):
        month = spoken().month(self._months()[-1])
        return _("{month}: {reported} of {count} reported", month=month, reported=self.reported, count=self.count)

    def _row(self, state, months):
        items = [_item(state.name, strong=True)]
        for month in months:
            held = month in state.months
            items.append(
                _chip(_("reported") if held else _("not yet"), "ok" if held else "warn", "check" if held else "clock")
            )
        when = f"{from_milliseconds(state.last.at):%Y-%m-%d %H:%M}" if state.last else _("nothing yet")
        items.append(_item(when))
        items.append(_chip(_("to write"), "sync", "mail-check") if state.receipt_waits else _item("—"))
        if state.note:
            items.append(_chip(_("look at {code}", code=state.note), "danger", "circle-alert"))
        else:
            items.append(_chip(_("in order"), "ok", "circle-check") if state.last else _item(_("nothing yet")))
        return items

    def focus_first(self):
        (self.view if self.view.isVisibleTo(self) else self.empty.button).setFocus()


class MatrixPage(Page):
    """Figures as rows, stations as columns; who has not reported is shown so, never as 0."""

    def __init__(self, desk):
        super().__init__()
        self.store, self.desk, self.title = desk.store, desk, _("County table")
        self.found = None
        self.months = ChoiceCombo([])
        self.months.setAccessibleName(_("Month"))
        self.months.setMinimumWidth(px(140))
        self.words = Label("", role="secondary")
        self.table = QStandardItemModel()
        self.view = FittedTable(row_height=32)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.view.setModel(self.table)
        self.view.setAccessibleName(self.title)
        self.preview_button = KeyButton(_("Print preview"), "Ctrl+P", icon="printer", primary=True)
        top = QHBoxLayout()
        for widget in (self.months, self.words):
            top.addWidget(widget, 1 if widget is self.words else 0)
        top.addWidget(self.preview_button)
        card = QFrame(objectName="card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(14), px(16), px(14))
        column.setSpacing(px(12))
        column.addLayout(top)
        column.addWidget(card, 1)
        self.months.currentIndexChanged.connect(lambda _place: self.read())
        self.preview_button.clicked.connect(self.preview)
        Shortcut("Ctrl+P", self, self.preview, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def shown(self):
        kept = self.months.currentData()
        held = sorted({month for state in boards.stations(self.store) for month in state.months}, reverse=True)
        self.months.blockSignals(True)
        self.months.clear()
        for month in held or [f"{self.store.today():%Y-%m}"]:
            self.months.addItem(spoken().month(month), month)
        self.months.show_code(kept or self.months.itemData(0))
        self.months.blockSignals(False)
        self.read()

    def read(self):
        month = self.months.currentData()
        if month is None:
            return
        self.found = found = consolidate.county_table(self.store, month)
        self.table.clear()
        total = _("Total ({reported} of {count})", reported=found.reported, count=found.expected)
        heads = [_("No."), _("Figure"), _("Unit"), *[column.name for column in found.columns], total]
        self.table.setHorizontalHeaderLabels(heads)
        for column in range(3, len(heads)):
            self.table.horizontalHeaderItem(column).setTextAlignment(_RIGHT)
        section = None
        for row in found.rows:
            if row.figure.section != section:
                section = row.figure.section
                self._band(_(section))
            self.table.appendRow(self._row(row))
        for column in range(self.table.columnCount()):
            self.view.setColumnWidth(column, px((54, 250, 70)[column] if column < 3 else 150))
        missing = _(", ").join(found.missing)
        self.words.setText(_("Not reported: {names}", names=missing) if missing else _("All stations have reported."))
        self.changed_state.emit()

    def _band(self, text):
        item = _item(text)
        item.setData(text, GROUP)
        self.table.appendRow([item])
        self.view.setSpan(self.table.rowCount() - 1, 0, 1, self.table.columnCount())

    def _row(self, row):
        figure = row.figure
        items = [_item(figure.number, token="text2"), _item(_(figure.label)), _item(_(figure.unit), token="text2")]
        for cell in row.cells:
            if cell.state == consolidate.UNREPORTED:
                items.append(_item(_("not reported"), token="warn", right=True))
            else:
                token = "danger" if cell.differs else None
                items.append(_item(said(cell.state, cell.value, figure), token=token, right=True))
        words = figure.show(row.total, spoken()) if row.total is not None else "—"
        items.append(_item(words, strong=True, right=True))
        return items

    def state_line(self):
        if self.found is None:
            return ""
        return _("{reported} of {count} stations reported", reported=self.found.reported, count=self.found.expected)

    def preview(self):
        """The county's table as it will print."""
        from exports.month import county  # reportlab: only when something is printed

        data = county.county_pdf(self.found, county=self.desk.station.name, language=spoken())
        show(self.desk, _("County table"), data, f"县汇总-{self.found.month}")

    def focus_first(self):
        self.view.setFocus()


def _item(text, *, strong=False, token=None, right=False):
    item = QStandardItem(text)
    item.setData("medium" if strong else None, STRONG)
    item.setData(token, TOKEN)
    if right:
        item.setTextAlignment(_RIGHT)
    return item


def _chip(text, state, icon):
    item = QStandardItem(text)
    item.setData((text, state, icon), CHIP)
    return item
