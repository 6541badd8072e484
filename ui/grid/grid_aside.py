"""Under the grid: what is wrong with the first line to mend, and what is known of the line in hand."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ui import icons
from ui.look import restyle
from ui.theme import px
from ui.widgets.buttons import KeyButton
from ui.widgets.labels import Label
from ui.widgets.line_edit import TextEdit
from ui.words import _


class ProblemLine(QFrame):
    """Its room is reserved, so that nothing moves under the hand when it begins to speak."""

    def __init__(self):
        super().__init__(objectName="quiet")
        self.narrow = False
        self.setFixedHeight(px(44))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(4), px(10), px(4))
        self.picture = Label("")
        self.sentence = Label("", role="danger")
        self.sentence.setWordWrap(True)
        self.repair = KeyButton("", small=True)
        self.jump = KeyButton(_("Go to it"), "F8", small=True)
        row.addWidget(self.picture)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.repair)
        row.addWidget(self.jump)
        self.clear()

    def say(self, sentence, blocks, repair=""):
        """Show a sentence; `repair` is what the button offers that puts it right."""
        state = "danger" if blocks else "warn"
        self.show()
        self._look("notice", state)
        self.picture.setPixmap(icons.pixmap("circle-alert" if blocks else "triangle-alert", state, 16))
        self.sentence.set_role(state)
        self.sentence.setText(sentence)
        for widget in (self.picture, self.sentence, self.jump):
            widget.show()
        self.repair.setText(repair)
        self.repair.setVisible(bool(repair))

    def fit(self, narrow):
        """In a narrow window room is taken only while there is something to say."""
        self.narrow = narrow
        self.setFixedHeight(px(36 if narrow else 44))
        self.setVisible(not narrow or bool(self.sentence.text()))

    def clear(self):
        if self.narrow:
            self.hide()
        self._look("quiet", "")
        self.sentence.setText("")
        for widget in (self.picture, self.sentence, self.repair, self.jump):
            widget.hide()

    def _look(self, name, state):
        """As a notice while it speaks; else only room."""
        self.setObjectName(name)
        self.setProperty("state", state)
        restyle(self)


class Aside(QFrame):
    """Left what is known of the one in hand, right the long answer `question` of the line, if there is one."""

    written = Signal(str)

    def __init__(self, question):
        super().__init__(objectName="card")
        self.full = 112 if question is not None else 58
        self.setFixedHeight(px(self.full))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14), px(10), px(14), px(10))
        row.setSpacing(px(16))
        words = QVBoxLayout()
        words.setSpacing(px(4))
        self.heard = Label("", role="")
        self.heard.setWordWrap(True)
        self.heard.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        words.addWidget(self.heard, 1)
        row.addLayout(words, 3)
        self.text = None
        if question is not None:
            self._add_text(row, question)

    def _add_text(self, row, question):
        self.text = TextEdit()
        self.text.setAccessibleName(_(question.label))
        self.text.setFixedHeight(px(90))
        self.text.document().documentLayout().documentSizeChanged.disconnect()
        self.text.textChanged.connect(lambda: self.text.hasFocus() and self.written.emit(self.text.toPlainText()))
        label = Label(_(question.label), role="secondary")
        label.setBuddy(self.text)
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, 2)

    def fit(self, narrow):
        self.setFixedHeight(px(min(70, self.full) if narrow else self.full))
        if self.text is not None:
            self.text.setFixedHeight(px(50 if narrow else 90))

    def show_line(self, heard, text):
        self.heard.setText(heard or _("What is known of the line in hand is shown here."))
        if self.text is not None and not self.text.hasFocus():
            self.text.setPlainText(text or "")
