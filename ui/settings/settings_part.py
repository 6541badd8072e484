"""What the parts of the settings share: a card that scrolls, a title, a sentence, rows of buttons."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.theme import px
from ui.widgets.labels import Label, Notice


class SettingsPart(QFrame):
    """Parts are laid out from top to bottom into `column`; `notice` says what became of what was pressed."""

    def __init__(self, title, sentence=""):
        super().__init__(objectName="card")
        self.notice = Notice()
        body = QWidget()
        self.column = QVBoxLayout(body)
        self.column.setContentsMargins(px(20), px(16), px(20), px(16))
        self.column.setSpacing(px(10))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(area)
        self.column.addWidget(self.notice)
        self.column.addWidget(Label(title, role="section"))
        if sentence:
            self.say(sentence)

    def say(self, sentence, role="secondary"):
        """Add a sentence that wraps; returns its label."""
        label = Label(sentence, role=role)
        label.setWordWrap(True)
        self.column.addWidget(label)
        return label

    def line(self, *widgets):
        """Add widgets side by side, as wide as they need."""
        row = QHBoxLayout()
        row.setSpacing(px(8))
        for widget in widgets:
            row.addWidget(widget)
        row.addStretch(1)
        self.column.addLayout(row)
        return row

    def asked(self, text, editor, width=280):
        """Add a labelled editor."""
        label = Label(text, role="secondary")
        label.setBuddy(editor)
        label.setMinimumWidth(px(130))
        editor.setAccessibleName(text)
        editor.setMinimumWidth(px(width))
        return self.line(label, editor)

    def focus_first(self):
        self.nextInFocusChain().setFocus(Qt.FocusReason.TabFocusReason)
