"""The lines of a small table while they are written: what each cell holds, what was typed and cannot be read yet."""

from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal

from models import fields
from models.errors import Wrong
from resources.language import N_
from ui.words import _, spoken


@dataclass
class Entry:
    """One line: its answers by column, what was typed that cannot be read (text, Wrong), where it stood when stored."""

    answers: dict = field(default_factory=dict)
    typed: dict = field(default_factory=dict)
    place: int | None = None

    @property
    def is_empty(self):
        return not self.answers and not self.typed


class LinesRows(QAbstractTableModel):
    """Columns are those of the question; people answer those at the places `asked`.

    Below the last line there is always an empty one, unless it is `fixed`.
    """

    changed = Signal()

    def __init__(self, question, choosing):
        super().__init__()
        self.question, self.choosing = question, choosing
        self.names = list(question.columns)
        self.columns = list(question.columns.values())
        self.asked = [place for place, column in enumerate(self.columns) if not column.derived]
        self.entries, self.fixed, self.marked = [Entry()], False, None

    # --- the value ---

    def show(self, lines):
        """Show the lines of a record."""
        self.beginResetModel()
        self.entries = [Entry(dict(line), place=line.place) for line in lines or ()]
        self.marked = None
        if not self.fixed:
            self.entries.append(Entry())
        self.endResetModel()

    def lines(self, open_cell=None):
        """The lines as far as they can be read. `open_cell` is (row, name, answer) of a cell still being typed in."""
        found = []
        for row, entry in enumerate(self.entries):
            answers = dict(entry.answers)
            if open_cell and open_cell[0] == row:
                answers[open_cell[1]] = open_cell[2]
            if line := self.question.line(fields.Line(answers, entry.place)):
                found.append(line)
        return tuple(found)

    def unread(self):
        """Wrong for the first cell that cannot be read, said with its line; None where all can."""
        for number, entry in enumerate(self.entries, 1):
            for name, (_text, wrong) in entry.typed.items():
                label = _(self.question.columns[name].label)
                said = Wrong(N_("Line {line}, {label}: {sentence}"), line=number, label=label)
                said.values["sentence"] = _said(wrong)
                return said
        return None

    def written(self):
        """How many lines hold something."""
        return sum(not entry.is_empty for entry in self.entries)

    # --- writing ---

    def answer(self, row, name, value):
        entry = self.entries[row]
        before = entry.answers.get(name), entry.typed.pop(name, None)
        if self.question.columns[name].is_empty(value):
            entry.answers.pop(name, None)
        else:
            entry.answers[name] = value
        if before != (value, None):
            self._told(row)

    def keep_typed(self, row, name, text, wrong):
        """Typed text that cannot be read stays in its cell as typed."""
        self.entries[row].answers.pop(name, None)
        self.entries[row].typed[name] = (text, wrong)
        self._told(row)

    def take_text(self, row, name, text):
        """Text pasted into a cell."""
        column = self.question.columns[name]
        try:
            value = self._read(column, text.strip())
        except Wrong as wrong:
            self.keep_typed(row, name, text.strip(), wrong)
        else:
            self.answer(row, name, value)

    def _read(self, column, text):
        if not isinstance(column, fields.Link):
            return column.read(text, self.choosing.today())
        offers = self.choosing.find(column.table, text) if text else []
        exact = [offer.id for offer in offers if offer.title == text] or [offer.id for offer in offers]
        if len(exact) > 1 or (text and not exact):
            raise Wrong(N_("“{text}” is not on file, or there are several of that name."), text=text)
        return exact[0] if exact else None

    def _told(self, row):
        if not self.entries[-1].is_empty:
            self.beginInsertRows(QModelIndex(), len(self.entries), len(self.entries))
            self.entries.append(Entry())
            self.endInsertRows()
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.names) - 1))
        self.changed.emit()

    def remove(self, row):
        """Take a line out; the empty one at the end stays."""
        if row < len(self.entries) - 1:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self.entries[row]
            self.endRemoveRows()
            self.changed.emit()

    def move(self, row, step) -> bool:
        """Exchange a line with the one above or below."""
        other, last = row + step, len(self.entries) - 2
        if not (0 <= row <= last and 0 <= other <= last):
            return False
        self.entries[row], self.entries[other] = self.entries[other], self.entries[row]
        self.dataChanged.emit(self.index(min(row, other), 0), self.index(max(row, other), len(self.names) - 1))
        self.changed.emit()
        return True

    def mark(self, cell):
        """Show the cell (row, column) as one to mend; None: none."""
        self.marked = cell
        self.dataChanged.emit(self.index(0, 0), self.index(len(self.entries) - 1, len(self.names) - 1))

    # --- what is shown ---

    def text(self, column, value):
        """An answer as its cell shows it."""
        if value is None or value == ():
            return ""
        if isinstance(column, fields.Link):
            return self.choosing.name(column.table, value)
        if isinstance(column, fields.Links):
            return _(", ").join(self.choosing.name(column.table, one) for one in value)
        if isinstance(value, date):
            return spoken().day(value, self.choosing.today().year)
        return column.show(value, spoken())

    def rowCount(self, parent=QModelIndex()):
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent=QModelIndex()):
        return 0 if parent.isValid() else len(self.names)

    def flags(self, index):
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual if self.fixed or index.column() not in self.asked else usual | Qt.ItemFlag.ItemIsEditable

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        if orientation == Qt.Orientation.Vertical and role == Qt.ItemDataRole.DisplayRole:
            return self._number(section)
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            column = self.columns[section]
            return _(column.label) + (_(" *") if column.required else "")
        return None

    def _number(self, row):
        """The number the program gave the line, where the lines have such; else its place."""
        entry, told = self.entries[row], set(range(len(self.columns))) - set(self.asked)
        if entry.is_empty:
            return "＋"
        return str(entry.answers.get(self.names[min(told)], "")) if told else str(row + 1)

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        entry, name = self.entries[index.row()], self.names[index.column()]
        if name in entry.typed:
            text, wrong = entry.typed[name]
            return _said(wrong) if role == Qt.ItemDataRole.ToolTipRole else text
        text = self.text(self.columns[index.column()], entry.answers.get(name))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _("{heading}: {answer}", heading=_(self.columns[index.column()].label), answer=text)
        return text


def _said(wrong):
    return spoken().text(wrong.sentence, **wrong.values)
