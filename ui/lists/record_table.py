"""A table of any record that reads pages from the database: sorting and filtering happen in SQL, never in Python."""

from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal

from models import fields
from ui.widgets.cell_delegate import MARK, STRONG
from ui.words import _, spoken

PAGE = 200
_DOWN = Qt.SortOrder.DescendingOrder
_RISKS = {"1": ("circle-check", "ok"), "2": ("triangle-alert", "warn"), "3": ("octagon-alert", "danger")}


class RecordTable(QAbstractTableModel):
    """Rows of `query`; columns are the questions declared `listed`. Answers that are masked show only their end.

    `turned` when somebody has asked for another order of the rows.
    """

    turned = Signal()

    def __init__(self, cls, choosing, names=None):
        super().__init__()
        self.cls, self.choosing = cls, choosing
        self.usual = list(names or [name for name, question in cls.questions().items() if question.listed])
        self._take_columns(self.usual)
        self.sort_name, self.descending = None, False
        self.condition = None
        self._count, self._pages, self._linked = 0, {}, {}

    def _take_columns(self, names):
        self.names = list(names)
        self.questions = [self.cls.questions()[name] for name in self.names]

    # --- what is shown ---

    def show_columns(self, names):
        """Show other questions; none named: those it began with."""
        self.beginResetModel()
        self._take_columns(names or self.usual)
        self.endResetModel()

    def show_rows(self, condition=None):
        """Read anew, only what fulfils the peewee `condition`."""
        self.beginResetModel()
        self.condition = condition
        self._pages, self._linked = {}, {}
        self._count = self._query().count()
        self.endResetModel()

    def reload(self):
        self.show_rows(self.condition)

    def _query(self):
        query = self.cls.alive()
        return query.where(self.condition) if self.condition is not None else query

    def rows(self, chosen=()):
        """All rows, filtered and in order, as a query; or those chosen, by their numbers in the table."""
        if len(chosen) < 2 or len(chosen) == self._count:
            return self._ordered()
        return self._ordered().where(self.cls.id.in_([self.record_at(row).id for row in chosen]))

    def _ordered(self):
        if self.sort_name is None:
            day = self.cls.questions().get("day")
            latest = [day.desc()] if day is not None else []
            return self._query().order_by(*latest, self.cls.id.desc())
        column = self.cls.questions()[self.sort_name]
        return self._query().order_by(column.desc() if self.descending else column.asc(), self.cls.id)

    def sort(self, column, order=Qt.SortOrder.AscendingOrder):
        """By a column; by none, with -1, the latest first."""
        self.order_by(self.names[column] if 0 <= column < len(self.names) else None, order == _DOWN)
        self.reload()
        self.turned.emit()

    def order_by(self, name, descending):
        """By which question the rows are read from now on; None for the latest first."""
        self.sort_name, self.descending = name, descending

    def record_at(self, row):
        page = self._pages.get(row // PAGE)
        if page is None:
            page = list(self._ordered().limit(PAGE).offset(row // PAGE * PAGE))
            if len(self._pages) > 20:
                self._pages.clear()
            self._pages[row // PAGE] = page
        place = row % PAGE
        return page[place] if place < len(page) else None

    def row_of(self, identity):
        """The row of a record among the pages read so far; -1 when it is not among them."""
        for number, page in self._pages.items():
            for place, record in enumerate(page):
                if record.id == identity:
                    return number * PAGE + place
        return -1

    # --- Qt asks ---

    def rowCount(self, parent=QModelIndex()):
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent=QModelIndex()):
        return 0 if parent.isValid() else len(self.names)

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        said = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)  # a heading that is cut says itself whole
        if orientation == Qt.Orientation.Horizontal and role in said:
            return _(self.questions[section].label)
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(self.questions[section])
        return None

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(self.questions[index.column()])
        if role == STRONG:
            return index.column() == 0
        if role == MARK:
            return self._mark(index)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        record = self.record_at(index.row())
        if record is None:
            return ""
        text = self.text(record, self.names[index.column()])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _("{heading}: {answer}", heading=_(self.questions[index.column()].label), answer=text)
        return text

    def _mark(self, index):
        """The sign and colour of a risk, beside its word."""
        if self.names[index.column()] != "risk" or (record := self.record_at(index.row())) is None:
            return None
        return _RISKS.get(record.risk)

    @staticmethod
    def _alignment(question):
        number = isinstance(question, (fields.Count, fields.Money, fields.Duration))
        side = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def text(self, record, name):
        """An answer as lists show it."""
        question, value = self.cls.questions()[name], getattr(record, name)
        if name in record.withheld:
            return _("not sent")
        if value is None or value == ():
            return ""
        if isinstance(question, (fields.IdNumber, fields.Phone)):
            return masked(value)
        if isinstance(question, fields.Link):
            return self._name(question, value)
        if isinstance(question, fields.Links):
            return _(", ").join(self._name(question, one) for one in value)
        if isinstance(value, date):
            return spoken().day(value, self.choosing.today().year)
        return question.show(value, spoken()).replace("\n", " ")[:200]

    def _name(self, question, identity):
        key = (question.table, identity)
        if key not in self._linked:
            self._linked[key] = self.choosing.name(*key)
        return self._linked[key]


def masked(number: str) -> str:
    """An ID document number or a telephone as lists show it: its ends only (5199 **** **** **28, 139 **** 6620)."""
    if len(number) >= 15:
        return f"{number[:4]} **** **** **{number[-2:]}"
    if len(number) >= 11:
        return f"{number[:3]} **** {number[-4:]}"
    return number if len(number) < 4 else f"**** {number[-3:]}"
