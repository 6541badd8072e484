"""How the questions of a form stand: two beside each other, one to a row, or each under its label, by the room."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from ui.theme import px
from ui.widgets.labels import Label

_EDITOR = 170
_TOP = Qt.AlignmentFlag.AlignTop


class QuestionGrid(QGridLayout):
    """`parts` are headings (Label) and questions (QuestionRow) in their order; at most `most` stand in a row."""

    def __init__(self, body, most):
        super().__init__(body)
        self.parts, self.most, self.columns, self._last, self._standing = [], most, most, 0, []
        self.setContentsMargins(px(16), px(12), px(16), px(16))
        self.setHorizontalSpacing(px(12))
        self.setVerticalSpacing(px(10))

    def fit(self, width) -> bool:
        """Lay out for a form so wide; whether that changed anything."""
        two, one = self._needed()
        wanted = min(self.most, 2 if width >= two else 1 if width >= one else 0)
        changed = wanted != self.columns
        if changed:
            self.arrange(wanted)
        return changed

    def _needed(self):
        """From which width on two questions stand side by side, and from which a question stands beside its label."""
        rows = [part for part in self.parts if not isinstance(part, Label)]
        label = max((min(row.label.sizeHint().width(), row.label.maximumWidth()) for row in rows), default=0)
        editor = max((row.editor.minimumSizeHint().width() for row in rows if not row.editor.wide), default=0)
        widest = max((row.minimumSizeHint().width() for row in rows), default=0)
        return 2 * (label + max(editor, px(_EDITOR))) + px(72), label + widest + px(60)

    def arrange(self, columns):
        """Headings across, questions in `columns` columns read row by row; long answers take a whole row.

        With 0 columns there is so little room that labels stand above their questions.
        """
        self.columns, line, side = columns, 0, 0
        self._standing = self._wanted()
        for part in self._standing:
            whole = isinstance(part, Label) or part.editor.wide or columns <= 1
            line += whole and side > 0
            side = 0 if whole else side
            self._place(part, line, side, whole)
            high = 1 if columns or isinstance(part, Label) else 2
            line, side = (line + high, 0) if whole or side == columns - 1 else (line, side + 1)
        for column in range(2 * self.most):
            self.setColumnStretch(column, column % 2 if column < 2 * max(columns, 1) else 0)
        self.setRowStretch(self._last, 0)
        self._last = line + 1
        self.setRowStretch(self._last, 1)

    def close_up(self):
        """Let the questions that are asked stand together when others have come or gone."""
        if self._wanted() != self._standing:
            self.arrange(self.columns)

    def _wanted(self):
        return [part for part in self.parts if isinstance(part, Label) or part.asked]

    def _place(self, part, line, side, whole):
        across = 2 * max(self.columns, 1)
        if isinstance(part, Label):
            self.addWidget(part, line, 0, 1, across)
            return
        beside = Qt.AlignmentFlag.AlignRight if self.columns else Qt.AlignmentFlag.AlignLeft
        part.label.setAlignment(beside | Qt.AlignmentFlag.AlignVCenter)
        if self.columns:
            self.addWidget(part.label, line, side * 2, _TOP)
            self.addWidget(part, line, side * 2 + 1, 1, across - 1 if whole else 1, _TOP)
        else:
            self.addWidget(part.label, line, 0, 1, across, _TOP)
            self.addWidget(part, line + 1, 0, 1, across, _TOP)
