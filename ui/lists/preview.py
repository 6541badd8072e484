"""The record in hand beside its list: name, facts, what to do with it. Numbers stay masked until F9."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from models import fields
from ui.theme import px
from ui.widgets.buttons import KeyButton
from ui.widgets.labels import Label
from ui.widgets.shortcut import Shortcut
from ui.words import _

_MOST = 14


class Preview(QFrame):
    """`actions` are (label, key, slot taking the record), the first one being what Enter does."""

    def __init__(self, cls, table, actions=()):
        super().__init__(objectName="card")
        self.cls, self.table, self.actions = cls, table, actions
        self.record, self.bare = None, False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(px(14), px(12), px(14), px(12))
        self.title = Label("", role="person")
        self.title.setWordWrap(True)
        self.sub = Label("", role="secondary")
        self.sub.setWordWrap(True)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for widget in (self.title, self.sub, self.area):
            self.column.addWidget(widget, 1 if widget is self.area else 0)
        self.buttons = []
        self.column.addLayout(self._deeds(actions))
        self.setMinimumWidth(px(260))
        Shortcut("F9", self.window(), self.show_bare, context=Qt.ShortcutContext.WindowShortcut)

    def _deeds(self, actions):
        """A button for each: the first across, the others two and two, one left over across again."""
        below = QGridLayout()
        below.setSpacing(px(6))
        for place, (label, key, slot) in enumerate(actions):
            button = KeyButton(label, key if place == 0 else "", small=place > 0)
            button.setToolTip(f"{label}  {key}".rstrip())
            button.clicked.connect(lambda _checked=False, slot=slot: self.record and slot(self.record))
            self.buttons.append(button)
            line, side = divmod(place + 1, 2) if place else (0, 0)
            alone = place == 0 or (place == len(actions) - 1 and side == 0)
            below.addWidget(button, line, side, 1, 2 if alone else 1)
        return below

    def show_bare(self):
        """Show masked numbers as long as this record is in hand."""
        if self.record is not None and self.isVisible():
            self.bare = True
            self._fill()

    def show_record(self, record, today):
        self.record, self.bare, self.today = record, False, today
        for button in self.buttons:
            button.setVisible(record is not None)
        self._fill()

    def _fill(self):
        record = self.record
        self.title.setText(record.caption() if record else "")
        self.sub.setText(self._age(record))
        self.sub.setVisible(bool(self.sub.text()))
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, px(8), 0, 0)
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(6))
        grid.setColumnStretch(1, 1)
        line = 0
        for line, (label, text) in enumerate(self._facts(record) if record else ()):
            grid.addWidget(Label(label, role="hint"), line, 0, Qt.AlignmentFlag.AlignTop)
            value = Label(text)
            value.setWordWrap(True)
            grid.addWidget(value, line, 1)
        grid.setRowStretch(line + 1, 1)
        self.area.setWidget(body)

    def _age(self, record):
        age = record.age(self.today) if record is not None and hasattr(record, "age") else None
        return _("{age} years", age=age) if age is not None else ""

    def _facts(self, record):
        shown = 0
        for name, question in self.cls.questions().items():
            value = getattr(record, name)
            if (
                question.is_empty(value)
                or question.derived
                or isinstance(question, (fields.Data, fields.Answers))
                or shown >= _MOST
            ):
                continue
            if question.sensitive and (record.restricted or (isinstance(question, fields.Notes) and not self.bare)):
                continue  # what is restricted is read in its file, where the reading is logged
            numbers = isinstance(question, (fields.IdNumber, fields.Phone))
            text = str(value) if numbers and self.bare else self.table.text(record, name)
            if text:
                shown += 1
                yield _(question.label), text
