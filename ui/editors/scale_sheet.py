"""The items of a scale to be answered by digits: a digit answers and goes on, Enter and arrows move, X is declined."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QToolButton

from models.scales.scoring import DECLINED
from ui.editors.editor import scrolled_in
from ui.theme import colour, font, px
from ui.widgets.labels import Label
from ui.words import _, spoken

_WIDE, _NARROW, _HIGH = 70, 56, 32


class OptionButton(QToolButton):
    """One answer to one item, with the digit that stands for it."""

    def __init__(self, digit: str, words: str):
        super().__init__()
        self.setText(digit)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self):
        return QSize(px(34), px(_HIGH))

    minimumSizeHint = sizeHint

    def paintEvent(self, event):
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0, 0, px(30), px(24))
        box.moveCenter(QRectF(self.rect()).center())
        painter.setPen(QPen(QColor(colour("primary" if self.isChecked() or self.underMouse() else "control")), 1))
        painter.setBrush(QColor(colour("primary" if self.isChecked() else "surface")))
        painter.drawRoundedRect(box, px(4), px(4))
        painter.setFont(font(13.5))
        painter.setPen(QColor(colour("on_primary" if self.isChecked() else "text2")))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())


class ScaleSheet(QFrame):
    """`answers` is {item code: key}; `changed` is told whenever a person answers."""

    changed = Signal()

    def __init__(self):
        super().__init__()
        self.scale, self.answers, self.at, self.goals = None, {}, 0, ()
        self._items, self._rows, self._buttons = [], [], {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(0)
        self.grid.setVerticalSpacing(px(2))

    # --- showing ---

    def show_scale(self, scale, answers, sex=None, goals=()):
        """The items asked of somebody of that sex; `goals` are the words of those that a goal scale has."""
        self.scale, self.answers, self.goals = scale, dict(answers), tuple(goals)
        self._items = [item for item in scale.items if item.sex is None or sex in (None, item.sex)] if scale else []
        self.at = min(self.at, max(len(self._items) - 1, 0))
        self._clear()
        shown = None
        for place, item in enumerate(self._items):
            if item.options != shown:
                self._add_heads(item)
                shown = item.options
            self._add_item(place, item)
        self.grid.setColumnStretch(0, 1)
        self._show_state()

    def _clear(self):
        while self.grid.count():
            widget = self.grid.takeAt(0).widget()
            widget.hide()
            widget.deleteLater()
        self._rows, self._buttons = [], {}

    def _add_heads(self, item):
        line = self.grid.rowCount()
        for column, option in enumerate(item.options, 1):
            head = Label(option.words.say(spoken()), role="hint")
            head.setWordWrap(True)
            head.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
            head.setFixedWidth(px(_WIDE if len(item.options) < 5 else _NARROW))
            self.grid.addWidget(head, line, column)

    def _add_item(self, place, item):
        line = self.grid.rowCount()
        label = Label(self._words(place, item))
        label.setWordWrap(True)
        label.setMinimumHeight(px(_HIGH))
        label.setContentsMargins(px(6), px(3), px(10), px(3))
        self.grid.addWidget(label, line, 0)
        self._rows.append(label)
        for column, option in enumerate(item.options, 1):
            button = OptionButton(str(option.key), option.words.say(spoken()))
            button.clicked.connect(lambda _checked=False, place=place, key=option.key: self._pressed(place, key))
            self.grid.addWidget(button, line, column, Qt.AlignmentFlag.AlignCenter)
            self._buttons[item.code, option.key] = button

    def _words(self, place, item):
        words = self.goals[place] if place < len(self.goals) and self.goals[place] else item.words.say(spoken())
        said = _("{number}. {question}", number=item.code, question=words) if item.code.isdigit() else words
        return f"{said}　{_('declined')}" if self.answers.get(item.code) == DECLINED else said

    def _show_state(self):
        for (code, key), button in self._buttons.items():
            button.setChecked(self.answers.get(code) == key)
        for place, (item, label) in enumerate(zip(self._items, self._rows, strict=True)):
            label.setText(self._words(place, item))
            here = place == self.at and self.hasFocus()
            label.setStyleSheet(f"background: {colour('primary_soft')};" if here else "")
        self.setAccessibleName(self._rows[self.at].text() if self._rows else "")

    # --- keys ---

    def keeps_enter(self) -> bool:
        """Enter goes to the next item; from the last one it goes on to the next question."""
        return self.at < len(self._items) - 1

    def keyPressEvent(self, event):
        key, text = event.key(), event.text()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.go(self.at + 1)
        elif key == Qt.Key.Key_Up:
            self.go(self.at - 1)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.answer(None)
        elif text in ("x", "X"):
            self.answer(DECLINED)
            self.go(self.at + 1)
        elif text.isdigit() and text.isascii() and self._items and self._items[self.at].option(int(text)):
            self.answer(int(text))
            self.go(self.at + 1)
        else:
            super().keyPressEvent(event)

    def _pressed(self, place, key):
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.at = place
        self.answer(None if self.answers.get(self._items[place].code) == key else key)

    def answer(self, key):
        """Answer the item in hand; None takes the answer away."""
        if not self._items:
            return
        code = self._items[self.at].code
        self.answers.pop(code, None)
        if key is not None:
            self.answers[code] = key
        self._show_state()
        self.changed.emit()

    def go(self, place):
        if 0 <= place < len(self._items):
            self.at = place
            self._show_state()
            self.reveal()

    def reveal(self):
        """Let the item in hand be seen where the form scrolls."""
        above = scrolled_in(self)
        if above is not None and self._rows:
            above.ensureWidgetVisible(self._rows[self.at], px(24), px(72))

    def focusInEvent(self, event):
        super().focusInEvent(event)
        self._show_state()

    def focusOutEvent(self, event):
        super().focusOutEvent(event)
        self._show_state()
