"""A page with nothing on it says why and offers the first step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import px
from ui.widgets.buttons import KeyButton
from ui.widgets.labels import Label


class EmptyPage(QWidget):
    pressed = Signal()

    def __init__(self):
        super().__init__()
        self.sentence = Label("", role="secondary")
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence.setWordWrap(True)
        self.button = KeyButton("", "")
        self.button.clicked.connect(self.pressed)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self.sentence)
        column.addSpacing(px(12))
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(2)

    def say(self, sentence, action=""):
        self.sentence.setText(sentence)
        self.button.setText(action)
        self.button.setVisible(bool(action))
