"""The rows of a RecordTable in the columns, widths and order in which their user left them."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFontMetrics

from models import codes, fields
from ui.lists.list_columns import LEAST, MOST
from ui.theme import font, px
from ui.widgets.fitted_table import Column, FittedTable
from ui.words import _, spoken

_USUAL = 6
_LEAST = {
    "name": 7, "head": 7, "problem": 10, "topic": 9, "number": 11, "categories": 9, "content": 9, "sex": 3.5,
    "risk": 5.5, "birth": 7, "since": 7, "phone": 8.5, "scale": 11,
}  # fmt: skip


class RecordView(FittedTable):
    """A heading is clicked to sort by it (the third click goes back), dragged to another place, widened at its edge."""

    def __init__(self, table, look):
        super().__init__(select_many=True)
        self.table, self.look = table, look
        self.setAccessibleName(_(table.cls.plural))
        self.setModel(table)
        heads = self.horizontalHeader()
        heads.setSectionsMovable(True)
        heads.setSortIndicatorClearable(True)
        self.show_look()
        self.setSortingEnabled(True)
        heads.sortIndicatorChanged.connect(self._keep_order)
        heads.sectionMoved.connect(lambda *_places: QTimer.singleShot(0, self, self._keep_places))
        self.widened.connect(self._keep_width)

    def show_look(self):
        """Show columns, widths and order as they are kept."""
        self.table.show_columns(self.look.names)
        self.set_columns(self._columns())
        names, down = self.table.names, Qt.SortOrder.DescendingOrder if self.look.down else Qt.SortOrder.AscendingOrder
        place = names.index(self.look.sort) if self.look.sort in names else -1
        self.horizontalHeader().setSortIndicator(place, down)
        self.table.order_by(self.look.sort if place >= 0 else None, self.look.down)

    def _columns(self):
        """The first column always shows; of the others those further right hide first. None cuts its heading."""
        metrics, made = QFontMetrics(font(14.5)), []
        for place, (name, question) in enumerate(zip(self.table.names, self.table.questions, strict=True)):
            heading = (metrics.horizontalAdvance(_(question.label)) + px(26)) / px(15)
            least = max(_LEAST.get(name, _USUAL), min(heading, 12), min(self._words(question, metrics), _USUAL))
            made.append(Column(least, share=least, rank=place, own=self.look.widths.get(name, 0)))
        return made

    @staticmethod
    def _words(question, metrics):
        """The ems the longest word of a list of codes takes: that a sex is never cut, in whatever language."""
        if not isinstance(question, fields.Choice):
            return 0
        labels = (code.label(spoken()) for code in codes.choices(question.codes))
        return (max(map(metrics.horizontalAdvance, labels), default=0) + px(20)) / px(15)

    def chosen_rows(self):
        """The rows selected, from top to bottom."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def text_of(self, rows):
        """These rows as a sheet takes them: the columns shown, apart by tabs, no cell a formula."""
        shown = [place for place in range(len(self.table.names)) if not self.isColumnHidden(place)]
        cells = ([str(self.table.index(row, place).data() or "") for place in shown] for row in rows)
        return "\n".join("\t".join(_as_text(cell) for cell in line) for line in cells)

    # --- what the user did to the headings ---

    def _keep_order(self, column, order):
        name = self.table.names[column] if 0 <= column < len(self.table.names) else None
        self.look.keep(sort=name, down=order == Qt.SortOrder.DescendingOrder)

    def _keep_places(self):
        """The columns in the order in which they now stand; the header itself keeps none."""
        heads, names = self.horizontalHeader(), self.table.names
        moved = [names[heads.logicalIndex(place)] for place in range(len(names))]
        if moved == names:
            return
        heads.blockSignals(True)
        for place in range(len(names)):
            heads.moveSection(heads.visualIndex(place), place)
        heads.blockSignals(False)
        self.look.keep(names=moved)
        self.show_look()

    def _keep_width(self, place, ems):
        name = self.table.names[place]
        self.look.keep(widths=self.look.widths | {name: min(max(round(ems, 1), LEAST), MOST)})
        self.set_columns(self._columns())


def _as_text(cell):
    """One line, and text to every sheet, whatever sign it begins with."""
    line = " ".join(cell.split())
    return "'" + line if line[:1] in "=+-@" and line else line
