"""One step of the first start: its question, its lines, and what Enter does in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QVBoxLayout, QWidget

from ui.theme import px
from ui.widgets.labels import Label
from ui.widgets.line_edit import LineEdit


class Step(QWidget):
    """One step: a question in large letters and what is needed for it. `name` stands in the list of steps."""

    name = ""

    def __init__(self, wizard, question, why=""):
        super().__init__()
        self.wizard, self.answers = wizard, wizard.answers
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, px(6), 0)
        self.column.setSpacing(px(10))
        self.head = Label(question, role="question")
        self.head.setWordWrap(True)
        self.column.addWidget(self.head)
        self.why = Label(why, role="secondary")
        self.why.setWordWrap(True)
        self.why.setVisible(bool(why))
        self.column.addWidget(self.why)
        self.column.addSpacing(px(6))

    def enter(self):
        """The step comes to the front."""

    def leave(self):
        """Take the answers over; raises a UserError where one is missing."""

    def focus_first(self):
        self.setFocus()

    def keyPressEvent(self, event):
        """Enter on a choice or a tick goes on; lines say by themselves when they are left."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and isinstance(self.focusWidget(), QAbstractButton):
            self.wizard.go_on()
        else:
            super().keyPressEvent(event)

    def _lines(self, rows, label_width=96):
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(6))
        grid.setColumnMinimumWidth(0, px(label_width))
        for place, (label, widget, hint) in enumerate(rows):
            name = Label(label, role="secondary")
            name.setBuddy(widget)
            widget.setAccessibleName(label)
            if hasattr(widget, "returnPressed"):
                widget.returnPressed.connect(self._entered)
            grid.addWidget(name, place * 2, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(widget, place * 2, 1)
            below = Label(hint, role="hint")
            below.setWordWrap(True)
            below.setContentsMargins(0, 0, 0, px(6))
            grid.addWidget(below, place * 2 + 1, 1)
            below.setVisible(bool(hint))
        grid.setColumnStretch(1, 1)
        self.column.addLayout(grid)
        return grid

    def _entered(self):
        """Enter: to the next empty line of this step, or on."""
        lines = [line for line in self.findChildren(LineEdit) if line.isVisible() and line.isEnabled()]
        here = lines.index(self.sender()) if self.sender() in lines else len(lines) - 1
        empty = next((line for line in lines[here + 1 :] if not line.text()), None)
        empty.setFocus() if empty else self.wizard.go_on()
