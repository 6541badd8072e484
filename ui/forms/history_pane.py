"""Where an answer comes from: each value it had, who wrote it, when, and a way back to it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from models.clock import from_milliseconds
from ui.theme import px
from ui.widgets.buttons import LinkButton
from ui.widgets.labels import Label
from ui.words import _, spoken


class HistoryPane(QFrame):
    """`taken_back(name, value)` asks the form to show an older value again; saving it is a new version."""

    taken_back = Signal(str, object)

    def __init__(self, choosing):
        super().__init__(objectName="card")
        self.choosing = choosing
        self.setFixedWidth(px(280))
        self.column = QVBoxLayout(self)
        self.title = Label("", role="pane")
        self.title.setWordWrap(True)
        self.column.addWidget(self.title)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.column.addWidget(self.area, 1)

    def show_versions(self, record, name):
        question = record.questions()[name]
        self.title.setText(_("Where “{label}” comes from", label=_(question.label)))
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, px(4), 0, 0)
        for place, version in enumerate(record.history(name)):
            self._add(column, question, name, version, newest=place == 0)
        column.addStretch(1)
        self.area.setWidget(body)

    def _add(self, column, question, name, version, newest):
        value = Label(self._said(question, version.value) or _("(empty)"), role="strong")
        value.setWordWrap(True)
        who = self.choosing.name("staff", version.user) if version.user else _("the program")
        when = f"{from_milliseconds(version.stamp):%Y-%m-%d %H:%M}"
        column.addWidget(value)
        line = Label(_("{when} · {who}", when=when, who=who), role="hint")
        column.addWidget(line)
        if version.why:
            column.addWidget(Label(version.why, role="hint"))
        if not newest:
            back = LinkButton(_("Take this one again"))
            back.clicked.connect(lambda: self.taken_back.emit(name, version.value))
            column.addWidget(back)
        column.addSpacing(px(8))

    def _said(self, question, value):
        if value is None or value == ():
            return ""
        if hasattr(question, "target"):
            several = value if isinstance(value, tuple) else (value,)
            return _(", ").join(self.choosing.name(question.table, one) for one in several)
        return question.show(value, spoken())
