"""The rows of a grid: each is a record of its own, saved when it is left complete, kept as a draft when it is not."""

from dataclasses import dataclass, field
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal

from models import fields
from models.errors import Problem, UserError
from resources.language import N_
from ui.words import _, spoken

_UNREAD = N_("This was typed and could not be read. Type it again.")


@dataclass
class Row:
    """One line: the record, what was typed that cannot be read yet, what is wrong, what was suggested, when saved."""

    record: object
    typed: dict = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    accepted: set = field(default_factory=set)
    proposed: dict = field(default_factory=dict)
    begun: bool = False
    saved: str = ""

    @property
    def blocking(self):
        return [problem for problem in self.problems if problem.blocks]


class GridRows(QAbstractTableModel):
    """Columns are the questions `names`, then the state of the row. `saved` counts what has reached the disk."""

    row_saved = Signal(object)
    problems_changed = Signal()

    def __init__(self, cls, names, choosing, now):
        super().__init__()
        self.cls, self.names, self.choosing, self.now = cls, list(names), choosing, now
        self.questions = [cls.questions()[name] for name in names]
        self.rows: list[Row] = []
        self.defaults = {}

    # --- rows ---

    def begin(self, defaults, count=6):
        """Empty lines that carry the batch's common answers."""
        self.beginResetModel()
        self.defaults, self.rows = dict(defaults), []
        for _number in range(count):
            self.rows.append(self._fresh())
        self.endResetModel()

    def set_defaults(self, defaults):
        """Common answers reach the lines not begun; what is filled in stays."""
        self.defaults = dict(defaults)
        for row in self.rows:
            if not row.begun:
                for name, value in defaults.items():
                    setattr(row.record, name, value)
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, self.columnCount() - 1))

    def _fresh(self):
        return Row(self.cls.new(**self.defaults))

    def add_row(self):
        self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows))
        self.rows.append(self._fresh())
        self.endInsertRows()

    def answer(self, row, name, value):
        """Put an answer into a line."""
        line = self.rows[row]
        setattr(line.record, name, value)
        line.typed.pop(name, None)
        line.begun, line.saved = True, ""
        self._propose(line, name)
        if line.problems:
            unread = [problem for problem in line.problems if problem.question in line.typed]
            line.problems = unread + [one for one in line.record.problems() if one.question not in line.typed]
        self._tell(row)

    def _propose(self, line, answered):
        """What follows from an answer is suggested anew, such as the next visit; what somebody typed stays."""
        for name, question in zip(self.names, self.questions, strict=True):
            value = getattr(line.record, name)
            if name == answered or not callable(question.suggest):
                continue
            if question.is_empty(value) or line.proposed.get(name) == value:
                line.proposed[name] = question.suggestion(line.record)
                setattr(line.record, name, line.proposed[name])

    def keep_typed(self, row, name, text, wrong):
        """What was typed and cannot be read stays in the line as typed, with the sentence of what is wrong."""
        line = self.rows[row]
        line.typed[name] = text
        line.begun, line.saved = True, ""
        line.problems = [Problem(name, wrong.sentence, wrong.values)]
        self._tell(row)

    def copy_above(self, row, column):
        if row > 0 and column < len(self.names):
            self.answer(row, self.names[column], getattr(self.rows[row - 1].record, self.names[column]))

    def save_row(self, row) -> bool:
        """Save a line that is complete; False when something has to be mended first. An empty line is no line."""
        line = self.rows[row]
        if not line.begun or line.saved:
            return True
        if not line.typed:
            line.problems = line.record.problems()
        doubts = {(one.question, one.sentence) for one in line.problems if not one.blocks}
        if line.blocking or not doubts <= line.accepted:
            line.accepted |= doubts
            self._tell(row)
            return False
        try:
            line.record.save()
        except UserError as error:
            line.problems = [Problem(None, error.sentence, error.values, code=error.code)]
            self._tell(row)
            return False
        line.problems, line.saved = [], f"{self.now():%H:%M}"
        self._tell(row)
        self.row_saved.emit(line.record)
        return True

    def save_all(self) -> int:
        """Try every line; returns how many still wait."""
        return sum(not self.save_row(row) for row in range(len(self.rows)))

    def unsaved(self) -> list[dict]:
        """The lines begun and not saved, to be kept as a draft."""
        return [
            {
                "id": None if line.record.is_new else line.record.id.hex,
                "answers": self._packed(line.record),
                "typed": line.typed,
            }
            for line in self.rows
            if line.begun and not line.saved
        ]

    def _packed(self, record):
        questions = self.cls.questions().items()
        return {n: q.pack(getattr(record, n)) for n, q in questions if not q.is_empty(getattr(record, n))}

    def put_back(self, lines):
        """Lines kept in a draft, in front of the empty ones."""
        self.beginResetModel()
        found = []
        for kept in lines:
            record = self.cls.get_or_none(self.cls.id == UUID(kept["id"])) if kept["id"] else None
            record = record or self.cls.new()
            for name, question in self.cls.questions().items():
                packed = kept["answers"].get(name)
                empty = () if question.multiple else None
                setattr(record, name, empty if packed is None else question.unpack(packed))
            unread = [Problem(name, _UNREAD) for name in kept["typed"]]
            found.append(Row(record, typed=dict(kept["typed"]), problems=unread, begun=True))
        self.rows = found + self.rows
        self.endResetModel()

    def counts(self):
        """(saved, to mend, begun and not saved)"""
        saved = sum(bool(line.saved) for line in self.rows)
        bad = sum(bool(line.blocking) for line in self.rows)
        return saved, bad, sum(line.begun and not line.saved and not line.blocking for line in self.rows)

    def _tell(self, row):
        self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))
        self.problems_changed.emit()

    # --- Qt asks ---

    def rowCount(self, parent=QModelIndex()):
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent=QModelIndex()):
        return 0 if parent.isValid() else len(self.names) + 1

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1)
        if section == len(self.names):
            return _("State")
        question = self.questions[section]
        return _(question.label) + (_(" *") if question.required else "")

    def flags(self, index):
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() < len(self.names) else flags

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        line = self.rows[index.row()]
        if index.column() == len(self.names):
            return self._state(line) if role == Qt.ItemDataRole.DisplayRole else None
        name = self.names[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return line.typed.get(name) or self.text(line.record, name)
        if role == Qt.ItemDataRole.ToolTipRole:
            return next((one.say(spoken()) for one in line.problems if one.question == name), None)
        return None

    def problem_at(self, row, column):
        """The problem of one cell, or None."""
        name = self.names[column] if column < len(self.names) else None
        return next((one for one in self.rows[row].problems if one.question == name and name), None)

    def _state(self, line):
        if line.blocking:
            return _("⊘ to mend")
        if line.saved:
            return _("✓ {when}", when=line.saved)
        if line.problems:
            return _("! look again")
        return _("draft") if line.begun else ""

    def text(self, record, name):
        question, value = self.cls.questions()[name], getattr(record, name)
        if value is None or value == ():
            return ""
        if isinstance(question, fields.Link):
            return self.choosing.name(question.table, value)
        if isinstance(question, fields.Links):
            return _(", ").join(self.choosing.name(question.table, one) for one in value)
        if isinstance(question, fields.Day):
            return spoken().day(value, self.choosing.today().year)
        return question.show(value, spoken())
