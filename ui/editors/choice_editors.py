"""Editors of codes: radios, a list that opens, boxes to tick."""

from PySide6.QtWidgets import QButtonGroup

from models import codes
from ui.editors.editor import Editor
from ui.theme import px
from ui.widgets.box_grid import BoxGrid
from ui.widgets.choice_combo import ChoiceCombo
from ui.widgets.radio import Radio
from ui.words import spoken

_FEW = 4
_WORDS = 220  # of all radios together: fourteen signs


class ChoiceEditor(Editor):
    """Up to four codes as radios, more as a list that opens; a choice can be taken back."""

    def __init__(self, question, choosing, radios=True):
        super().__init__(question, choosing)
        self.offers = codes.choices(question.codes)
        words = sum(map(self.fontMetrics().horizontalAdvance, (code.label(spoken()) for code in self.offers)))
        if radios and len(self.offers) <= _FEW and words <= px(_WORDS):
            self._make_radios()
        else:
            self._make_combo()

    def _make_radios(self):
        self.combo = None
        self.group = QButtonGroup(self)
        self.group.setExclusive(True)
        for place, code in enumerate(self.offers):
            radio = Radio(code.label(spoken()))
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


class ChoicesEditor(Editor):
    """Any number of codes, as boxes to tick."""

    wide = True

    def __init__(self, question, choosing):
        super().__init__(question, choosing)
        self.boxes, self._unknown = {}, ()
        grid = BoxGrid()
        for code in codes.choices(question.codes):
            box = self.boxes[code.code] = grid.tick(code.label(spoken()))
            box.toggled.connect(self.changed)
        self.row.addWidget(grid, 1)
        if self.boxes:
            self.setFocusProxy(next(iter(self.boxes.values())))

    def value(self):
        return tuple(sorted([code for code, box in self.boxes.items() if box.isChecked()] + list(self._unknown)))

    def set_value(self, value):
        for code, box in self.boxes.items():
            box.setChecked(code in (value or ()))
        self._unknown = tuple(code for code in value or () if code not in self.boxes)
