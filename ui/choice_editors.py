"""Editors of codes: radios, a list that opens, boxes to tick."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QRadioButton

from models import codes, pinyin
from resources.language import Language
from ui.box_grid import BoxGrid
from ui.editor import Editor
from ui.words import spoken

_FEW = 4
_TYPING = 900


class ChoiceEditor(Editor):
    """Up to four codes as radios, more as a list that opens; a choice can be taken back."""

    def __init__(self, question, choosing, radios=True):
        super().__init__(question, choosing)
        self.offers = codes.choices(question.codes)
        short = sum(len(code.label(Language("zh_CN"))) for code in self.offers) <= 14
        if radios and len(self.offers) <= _FEW and short:
            self._make_radios()
        else:
            self._make_combo()

    def _make_radios(self):
        self.combo = None
        self.group = QButtonGroup(self)
        self.group.setExclusive(True)
        for place, code in enumerate(self.offers):
            radio = QRadioButton(code.label(spoken()))
            self.group.addButton(radio, place)
            self.row.addWidget(radio)
        self.row.addStretch(1)
        self.setFocusProxy(self.group.button(0))
        self.group.idToggled.connect(lambda _place, on: on and self.changed.emit())

    def _make_combo(self):
        self.combo = ChoiceCombo([(code.code, code.label(spoken())) for code in self.offers])
        self.combo.currentIndexChanged.connect(self.changed)
        self._take(self.combo)

    def value(self):
        if self.combo:
            return self.combo.currentData()
        place = self.group.checkedId()
        return self.offers[place].code if place >= 0 else None

    def set_value(self, value):
        if self.combo:
            self.combo.show_code(value)
            return
        self.group.setExclusive(False)
        for place, code in enumerate(self.offers):
            self.group.button(place).setChecked(code.code == value)
        self.group.setExclusive(True)


class ChoiceCombo(QComboBox):
    """Opens with F4; letters and numbers jump; the wheel does nothing unless it has the focus."""

    def __init__(self, offers):
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(16)
        self._typed, self._still_typing = "", QTimer(self, singleShot=True, interval=_TYPING)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.addItem("", None)
        for value, label in offers:
            self.addItem(label, value)

    def show_code(self, value):
        # findData() compares Python values such as ids by identity
        place = next((row for row in range(self.count()) if self.itemData(row) == value), -1)
        if value is not None and place < 0:
            self.addItem(str(value), value)
            place = self.count() - 1
        self.setCurrentIndex(max(place, 0))

    def keyPressEvent(self, event):
        text = event.text()
        if text.isascii() and text.isalnum() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._jump(text.casefold())
        else:
            super().keyPressEvent(event)

    def _jump(self, key):
        """The number of an entry, or letters of its sound, typed one after the other."""
        self._typed = self._typed + key if self._still_typing.isActive() else key
        self._still_typing.start()
        if self._typed.isdigit() and 0 < int(self._typed) < self.count():
            self.setCurrentIndex(int(self._typed))
            return
        for row in range(1, self.count()):
            label = self.itemText(row).casefold()
            if label.startswith(self._typed) or any(one.startswith(self._typed) for one in pinyin.spellings(label)):
                self.setCurrentIndex(row)
                return

    def wheelEvent(self, event):
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ChoicesEditor(Editor):
    """Any number of codes, as boxes to tick."""

    wide = True

    def __init__(self, question, choosing):
        super().__init__(question, choosing)
        self.boxes, self._unknown = {}, ()
        grid = BoxGrid()
        for code in codes.choices(question.codes):
            box = QCheckBox(code.label(spoken()))
            box.toggled.connect(self.changed)
            self.boxes[code.code] = box
            grid.add(box)
        self.row.addWidget(grid, 1)
        if self.boxes:
            self.setFocusProxy(next(iter(self.boxes.values())))

    def value(self):
        return tuple(sorted([code for code, box in self.boxes.items() if box.isChecked()] + list(self._unknown)))

    def set_value(self, value):
        for code, box in self.boxes.items():
            box.setChecked(code in (value or ()))
        self._unknown = tuple(code for code in value or () if code not in self.boxes)
