"""A small table inside a form, such as the steps of a plan: typed line by line, or pasted from a sheet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.fields.lines import LineProblem
from ui.editors.editor import Editor
from ui.editors.lines_rows import LinesRows
from ui.editors.lines_view import LinesView
from ui.theme import px
from ui.widgets.buttons import LinkButton
from ui.widgets.labels import Label
from ui.widgets.shortcut import Shortcut
from ui.words import _, spoken


class LinesEditor(Editor):
    """The value is a tuple of Line; lines that stay keep the place they were stored under."""

    wide = True

    def __init__(self, question, choosing, editor_for_cell):
        """`editor_for_cell(column, choosing)` makes the editor of a cell."""
        super().__init__(question, choosing)
        self.setMinimumHeight(0)  # that of the table holds, which grows with its lines
        self.rows = LinesRows(question, choosing)
        self.view = LinesView(self.rows, lambda column: editor_for_cell(column, choosing))
        self.sums = Label("", role="strong")
        self.doubt = Label("", role="danger")
        self.doubt.hide()
        self.remove_button = LinkButton(_("Remove the line"), "Del")
        self.up, self.down = LinkButton(_("Up"), "Alt+↑"), LinkButton(_("Down"), "Alt+↓")
        self._lay_out()
        self._connect()
        self._show_foot()

    def _lay_out(self):
        column = QVBoxLayout()
        column.setSpacing(px(2))
        column.addWidget(self.view)
        column.addWidget(self.doubt)
        self.foot = QWidget()
        row = QHBoxLayout(self.foot)
        row.setContentsMargins(0, 0, px(8), 0)
        row.setSpacing(px(4))
        for button in (self.remove_button, self.up, self.down):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(button)
        self.sums.setWordWrap(True)  # the sums of five columns are longer than a line
        self.sums.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.sums, 1)
        column.addWidget(self.foot)
        self.row.addLayout(column, 1)
        self.setFocusProxy(self.view)
        self.view.setAccessibleName(_(self.question.label))

    def _connect(self):
        self.rows.changed.connect(self._written)
        self.view.typed.connect(self.changed)
        self.view.pasted.connect(self.paste)
        self.view.leaves.connect(self._leave)
        self.remove_button.clicked.connect(self.remove_line)
        self.up.clicked.connect(lambda: self.move_line(-1))
        self.down.clicked.connect(lambda: self.move_line(1))
        for key, slot in (
            ("Delete", self.remove_line), ("Ctrl+Backspace", self.remove_line),
            ("Alt+Up", lambda: self.move_line(-1)), ("Alt+Down", lambda: self.move_line(1)),
        ):  # fmt: skip
            Shortcut(key, self.view, slot, context=Qt.ShortcutContext.WidgetShortcut)

    # --- the value ---

    def value(self):
        lines = self.rows.lines(self.view.open_cell())
        if (wrong := self.rows.unread()) is not None:
            raise wrong
        return lines

    def readable(self):
        return self.rows.lines(self.view.open_cell())

    def set_value(self, value):
        self.rows.show(value)
        self.doubt.hide()
        self._show_foot()

    def set_read_only(self, on):
        kept = self.rows.lines()
        self.rows.fixed = on
        self.rows.show(kept)
        self._show_foot()

    def show_problem(self, problem):
        super().show_problem(problem)
        self.rows.mark(self._cell_of(problem) if isinstance(problem, LineProblem) else None)

    def _cell_of(self, problem):
        """Lines are counted without the empty ones between them, as they are stored."""
        written = [row for row, entry in enumerate(self.rows.entries) if not entry.is_empty]
        column = next((c for c, column in enumerate(self.rows.columns) if column.label == problem.label), 0)
        return (written[problem.line - 1], column) if problem.line <= len(written) else None

    def setFocus(self, reason=Qt.FocusReason.OtherFocusReason):
        """To the cell with something to mend, where there is one."""
        if self.rows.marked:
            self.view.go_to(*self.rows.marked)
        self.view.setFocus(reason)

    # --- lines ---

    def remove_line(self):
        row = self.view.currentIndex().row()
        if not self.rows.fixed and row >= 0:
            self.rows.remove(row)
            self.view.go_to(min(row, self.rows.rowCount() - 1), max(self.view.currentIndex().column(), 0))

    def move_line(self, step):
        index = self.view.currentIndex()
        if not self.rows.fixed and self.rows.move(index.row(), step):
            self.view.go_to(index.row() + step, index.column())

    def paste(self, text):
        """Cells copied from a sheet, put in from the cell in hand on; what cannot be read stays as typed."""
        if self.rows.fixed or not text.strip("\r\n"):
            return
        index = self.view.currentIndex()
        row, first = max(index.row(), 0), max(index.column(), 0)
        lines = [line.split("\t") for line in text.rstrip("\r\n").replace("\r\n", "\n").split("\n")]
        if max(map(len, lines)) > len(self.rows.names) - first:
            self._say(_("There are more columns than this table has."))
            return
        for number, cells in enumerate(lines[: self.question.most]):
            for place, cell in enumerate(cells):
                self.rows.take_text(min(row + number, self.rows.rowCount() - 1), self.rows.names[first + place], cell)
        self._say("")

    def _say(self, sentence):
        self.doubt.setText(sentence)
        self.doubt.setVisible(bool(sentence))

    def _written(self):
        self._show_foot()
        self.changed.emit()

    def _show_foot(self):
        lines = self.rows.lines()
        columns = self.question.columns
        sums = [
            _("{label}, sum: {sum}", label=_(columns[name].label), sum=columns[name].show(total, spoken()))
            for name in self.question.sums
            if (total := self.question.total(lines, name))
        ]
        self.sums.setText("　 ".join(sums))
        for button in (self.remove_button, self.up, self.down):
            button.setVisible(bool(lines) and not self.rows.fixed)
        self.foot.setVisible(bool(lines) and (bool(sums) or not self.rows.fixed))

    def _leave(self, forward):
        """On to the question before or after the table."""
        self.focusNextChild() if forward else self.focusPreviousChild()
