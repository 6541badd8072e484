"""A record to be read: what was answered, in the order of its form, without editors."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from models import fields, papers
from ui.forms.steps_bar import StepsBar
from ui.theme import px
from ui.widgets.buttons import KeyButton
from ui.widgets.labels import Label
from ui.words import _, spoken


class Reading(QFrame):
    """`show_record(record)`; `change_wanted` goes to its form, `step_wanted(move)` takes a step of its process."""

    change_wanted = Signal()
    step_wanted = Signal(object)

    def __init__(self, choosing, drawn=lambda record: {}):
        """`drawn(record)` gives {question: widget} for what is shown below an answer."""
        super().__init__()
        self.choosing, self.drawn, self.record = choosing, drawn, None
        self.title, self.sub = Label("", role="pane"), Label("", role="hint")
        self.change = KeyButton(_("Change"), "F2", "pencil", small=True)
        self.change.clicked.connect(self.change_wanted)
        self.steps = StepsBar()
        self.steps.wanted.connect(self.step_wanted)
        self.area = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame, objectName="reading")
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out()

    def _lay_out(self):
        head = QHBoxLayout()
        head.setContentsMargins(px(14), 0, px(14), 0)
        head.addWidget(self.title)
        head.addWidget(self.sub, 1)
        head.addWidget(self.change)
        card = QFrame(objectName="card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, px(8), 1, px(6))
        inside.addLayout(head)
        inside.addWidget(self.area, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self.steps)
        column.addWidget(card, 1)

    def show_record(self, record, may_write, today):
        self.record = record
        self.title.setText(_(record.title))
        self.area.setAccessibleName(self.title.text())  # a stop for Tab, so that arrows can scroll it
        name = papers.day_of(type(record))
        day = getattr(record, name) if name else None
        self.sub.setText(spoken().day(day, today.year) if day else "")
        self.change.setEnabled(may_write)
        self.steps.show_record(record, may_write)
        self.area.setWidget(self._body())

    def _body(self):
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(px(14), px(4), px(14), px(8))
        grid.setHorizontalSpacing(px(14))
        grid.setVerticalSpacing(px(8))
        grid.setColumnStretch(1, 1)
        line, drawn = 0, self.drawn(self.record)
        for label, widget, question in self._answers():
            line += 1
            name = Label(label, role="hint")
            name.setWordWrap(True)
            name.setFixedWidth(px(112))
            grid.addWidget(name, line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(widget, line, 1)
            if question in drawn:
                line += 1
                grid.addWidget(drawn[question], line, 0, 1, 2)
        if not line:
            grid.addWidget(Label(_("nothing written down"), role="hint"), 1, 0, 1, 2)
        grid.setRowStretch(line + 2, 1)
        return body

    def _answers(self):
        for name, question in self.record.questions().items():
            value = getattr(self.record, name)
            hidden = question.derived and not question.printed
            if question.is_empty(value) or hidden or name in self.record.part_of or isinstance(question, fields.Data):
                continue
            table = isinstance(question, fields.Lines)
            yield _(question.label), self._table(question, value) if table else self._words(question, value), name

    def _words(self, question, value):
        words = Label(self._said(question, value))
        words.setWordWrap(True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return words

    def _said(self, question, value):
        if isinstance(question, (fields.Link, fields.Links)):
            several = value if isinstance(value, tuple) else (value,)
            return _(", ").join(self.choosing.name(question.table, one) for one in several)
        unit = _(question.unit) if question.unit and not isinstance(question, fields.Duration) else ""
        return question.show(value, spoken()) + unit

    def _table(self, question, lines):
        """Line by line: what it is about, below it the other answers with their names; it fits any width."""
        frame = QFrame()
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        first = next((name for name, one in question.columns.items() if one.required), next(iter(question.columns)))
        for line in lines:
            about = self._said(question.columns[first], line[first]) if first in line else _("not said")
            others = [
                _("{label} {said}", label=_(one.label), said=self._said(one, line[name]))
                for name, one in question.columns.items()
                if name != first and name in line
            ]
            for text, role in ((about, ""), (" · ".join(others), "hint")):
                if text:
                    words = Label(text, role=role)
                    words.setWordWrap(True)
                    column.addWidget(words)
        return frame
