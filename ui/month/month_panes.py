"""Beside the monthly table: what does not fit, and the records behind the figure in hand."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.theme import px
from ui.widgets.buttons import LinkButton
from ui.widgets.labels import Label
from ui.words import _, spoken

_MOST = 60


class Pane(QFrame):
    """A card whose lines are made anew each time; it scrolls where they are many."""

    def __init__(self):
        super().__init__(objectName="card")
        body = QWidget()
        self.column = QVBoxLayout(body)
        self.column.setContentsMargins(px(12), px(8), px(12), px(8))
        self.column.setSpacing(px(2))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(body)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(area)

    def clear(self):
        while item := self.column.takeAt(0):
            if item.widget():
                item.widget().deleteLater()

    def say(self, text, role):
        label = Label(text, role=role)
        label.setWordWrap(True)
        self.column.addWidget(label)

    def offer(self, text, slot):
        button = LinkButton(text)
        button.clicked.connect(lambda _checked=False: slot())
        self.column.addWidget(button)

    def focus_first(self):
        """The first thing to press gets the focus."""
        for place in range(self.column.count()):
            widget = self.column.itemAt(place).widget()
            if isinstance(widget, LinkButton):
                widget.setFocus()
                return


class ChecksPane(Pane):
    """The checks that do not hold; `wanted(number)` asks for a row of the table, `opened` for the record to mend."""

    wanted = Signal(str)
    opened = Signal(str, object)

    def show_checks(self, checks):
        self.clear()
        self.say(_("Checks {count}", count=len(checks)) if checks else _("Checks: all fits"), "pane")
        for check in checks[:20]:
            self.say(check.say(spoken()), "danger" if check.blocks else "warn")
            self.offer(
                _("Go to row {number}", number=check.number), lambda number=check.number: self.wanted.emit(number)
            )
        self.column.addStretch(1)


class DrillPane(Pane):
    """The rule of a figure and the records it counts; `opened(table, row)` asks for one of them."""

    opened = Signal(str, object)

    def show_figure(self, line, rows, year):
        self.clear()
        self.say(_("Row {number} · {label}", number=line.number, label=_(line.label)), "pane")
        self.say(_(line.rule), "hint")
        for found in rows[:_MOST]:
            day = spoken().day(found.day, year) if found.day else ""
            text = _("{day}　{caption}　{counted}", day=day, caption=found.caption, counted=found.counted)
            self.offer(text.lstrip("　"), lambda found=found: self.opened.emit(found.table, found.row))
        if line.state == "number":
            self.say(_("{shown} of {count} records", shown=min(len(rows), _MOST), count=len(rows)), "hint")
        else:
            self.say(_("This figure is not kept yet."), "hint")
        self.column.addStretch(1)
