"""Before going out: who was not visited this month, and the route list of the households due, both to be printed."""

from datetime import timedelta

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout

from models.figures.figure import month_before
from models.services import rounds, unvisited
from ui.prints.printing import head_of, show_noted
from ui.theme import px
from ui.widgets.buttons import LinkButton
from ui.widgets.cell_delegate import STRONG
from ui.widgets.fitted_table import Column, FittedTable
from ui.widgets.labels import Label
from ui.widgets.page import Page
from ui.widgets.sheet import Sheet
from ui.widgets.shortcut import Shortcut
from ui.words import _, ngettext, spoken

_COLUMNS = (Column(8, 2, 0), Column(7, 2, 1), Column(9, 0.5, 3), Column(7, 0.5, 2), Column(9, 1, 0))

_AHEAD = 7


class RoundsPage(Page):
    """`show_month()` reads; `visit_wanted(household)` is emitted for the one in hand."""

    closed = Signal()
    visit_wanted = Signal(object)

    def __init__(self, store, desk):
        super().__init__()
        self.store, self.desk, self.month, self.found = store, desk, None, None
        self.title = _("Not visited this month")
        self.primary = (_("Record a visit"), "Enter", self.visit)
        self.sentence = Label("", role="strong")
        self.sentence.setWordWrap(True)
        self.items = UnseenRows(store.today)
        self.view = FittedTable(_COLUMNS)
        self.view.setModel(self.items)
        self.view.setAccessibleName(self.title)
        self._lay_out()
        self.view.doubleClicked.connect(lambda _index: self.visit())
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for key, slot in (("Return", self.visit), ("Enter", self.visit), ("Escape", self.closed.emit)):
            Shortcut(key, self.view, slot, context=Qt.ShortcutContext.WidgetShortcut)
        Shortcut("Ctrl+P", self, self.print_list, context=within)

    def _lay_out(self):
        self.paper = LinkButton(_("Print the list"), "Ctrl+P")
        self.before = LinkButton(_("the month before"))
        self.now = LinkButton(_("this month"))
        back = LinkButton(_("Back to the list"), "Esc")
        self.paper.clicked.connect(self.print_list)
        self.before.clicked.connect(lambda: self.show_month(month_before(self.month)))
        self.now.clicked.connect(lambda: self.show_month())
        back.clicked.connect(self.closed)
        top = QFrame(objectName="card")
        row = QHBoxLayout(top)
        row.setContentsMargins(px(12), px(8), px(12), px(8))
        row.addWidget(self.sentence, 1)
        for button in (self.paper, self.before, self.now, back):
            row.addWidget(button)
        card = QFrame(objectName="card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(14), px(16), px(14))
        column.setSpacing(px(12))
        column.addWidget(top)
        column.addWidget(card, 1)

    def state_line(self):
        return spoken().month(self.month) if self.month else ""

    def show_month(self, month=None):
        """Read a month written YYYY-MM, else the running one."""
        from exports.papers.route import rate_said  # the sentence of the paper; reportlab comes with it

        self.month = month or f"{self.store.today():%Y-%m}"
        self.found = unvisited.visited_in(self.store, self.month)
        self.items.show_rows(self.found.missing)
        everybody = "" if self.found.missing else _("Everybody to be visited every month was.")
        self.sentence.setText(" ".join(filter(None, (rate_said(self.found, spoken()), everybody))))
        if self.found.missing:
            self.view.selectRow(0)
        self.changed_state.emit()

    def shown(self):
        self.show_month(self.month)

    def visit(self):
        row = self.view.currentIndex().row()
        if 0 <= row < len(self.items.rows) and self.items.rows[row].household:
            self.visit_wanted.emit(self.items.rows[row].household)

    def print_list(self):
        from exports.papers.route import unvisited_pdf  # reportlab: only when something is printed

        show_noted(self.desk, self.title, unvisited_pdf(self.found, self.month, **head_of(self.desk)))

    def focus_first(self):
        self.view.setFocus()


class UnseenRows(QAbstractTableModel):
    """Name, village, whether the rate of elders counts them, how often, last visit."""

    def __init__(self, today):
        super().__init__()
        self.today, self.rows = today, []

    def show_rows(self, rows):
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent=QModelIndex()):
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent=QModelIndex()):
        return 0 if parent.isValid() else len(_COLUMNS)

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        heads = (
            _("Name"), _("Village or community"), _("Elder in special hardship"), _("To be visited every"),
            _("Last visit to the household"),
        )  # fmt: skip
        return heads[section]

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        if role == STRONG:
            return index.column() == 0
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        one = self.rows[index.row()]
        last = spoken().day(one.last, self.today().year) if one.last else _("never")
        elder = _("yes") if one.elder else ""
        return (one.name, one.village, elder, ngettext("{n} day", "{n} days", one.days), last)[index.column()]


class RouteChoice(QFrame):
    """For a route list: which villages, how far ahead, whether telephones are printed in full."""

    def __init__(self, store):
        super().__init__()
        self.store, self.boxes = store, {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        counts = rounds.villages_due(store, store.today() + timedelta(_AHEAD))
        for village, count in counts.items():
            said = village or _("No village named")
            words = ngettext("{name}　{n} household", "{name}　{n} households", count, name=said)
            box = QCheckBox(words.replace("&", "&&"))
            self.boxes[village] = box
            column.addWidget(box)
        self.week = QCheckBox(_("also those due within {days} days", days=_AHEAD))
        self.whole = QCheckBox(_("print telephones in full"))
        column.addSpacing(px(8))
        for box in (self.week, self.whole):
            column.addWidget(box)

    @property
    def until(self):
        return self.store.today() + timedelta(_AHEAD if self.week.isChecked() else 0)

    @property
    def villages(self):
        """Those ticked; none ticked means all."""
        return tuple(village for village, box in self.boxes.items() if box.isChecked())


def route_data(store, choice, station) -> bytes:
    """The route list as it was chosen."""
    from exports.papers.route import route_pdf  # reportlab: only when something is printed

    stops = rounds.stops(store, choice.until, choice.villages)
    return route_pdf(
        stops, choice.until, station=station, language=spoken(), whole=choice.whole.isChecked(), made=store.now()
    )


def ask_and_print_route(page, desk):
    """Ask what belongs on the route list, then look at it."""
    choice = RouteChoice(desk.store)
    sentence = _("Tick the villages of the round; none ticked means all. Addresses stand on the paper.")
    if Sheet(page, _("Route list of visits"), sentence, [_("Look at it")], body=choice).ask() == 0:
        data = route_data(desk.store, choice, desk.station.name)
        show_noted(desk, _("Route list of visits"), data)
