"""One editor for each kind of answer. An editor takes values and emits `changed`; it fetches nothing by itself.

`value()` gives the answer or raises Wrong with the sentence to show; `set_value()` shows one. What records there are to
choose from comes in as a `Choosing` of plain functions, so that an editor can be tried alone.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from models import codes, fields, pinyin
from resources.language import N_, Language
from ui.box_grid import BoxGrid
from ui.finder import Finder, Offer
from ui.labels import Label
from ui.line_edit import LineEdit, TextEdit
from ui.theme import colour, px
from ui.words import _, spoken

_FEW = 4
_TYPING = 900


@dataclass(frozen=True)
class Choosing:
    """Where links find other records.

    find(target, text) offers records for typed text; name(target, id) says one; all_of(target) lists a small table or
    gives None where it is too large to list.
    """

    today: Callable[[], date]
    find: Callable[[str, str], list[Offer]]
    name: Callable[[str, UUID], str]
    all_of: Callable[[str], list[Offer] | None]


class Editor(QWidget):
    """What all editors promise: changed, value(), set_value(), set_read_only(), and whether they take a whole row."""

    changed = Signal()
    wide = False
    is_pop_up = False

    def __init__(self, question, choosing: Choosing):
        super().__init__()
        self.question, self.choosing = question, choosing
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(px(8))
        self.setMinimumHeight(px(34))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _take(self, widget):
        self.row.addWidget(widget)
        self.setFocusProxy(widget)
        widget.setAccessibleName(_(self.question.label))

    def set_read_only(self, on: bool):
        self.setEnabled(not on)

    def paintEvent(self, event):
        super().paintEvent(event)
        if self.is_pop_up:
            painter = QPainter(self)
            painter.fillRect(self.rect(), QColor(colour("surface")))
            painter.setPen(QPen(QColor(colour("focus")), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def open_over(self, cell):
        """Lie over a cell of a grid, as large as the boxes need."""
        self.is_pop_up = True
        self.row.setContentsMargins(px(8), px(4), px(6), px(4))
        cell.setSize(self.sizeHint().expandedTo(cell.size()))

    def mark(self, state: str):
        """Show "bad", "doubt" or "" as the border of what is typed into."""
        target = self.focusProxy() or self
        target.setProperty("state", state)
        target.style().unpolish(target)
        target.style().polish(target)


class LineEditor(Editor):
    """One line of typed text, read by its question."""

    _DIGITS = (
        fields.Count, fields.Money, fields.Day, fields.PartialDay, fields.Time, fields.Duration, fields.IdNumber,
        fields.Phone, fields.Division,
    )  # fmt: skip

    def __init__(self, question, choosing):
        super().__init__(question, choosing)
        self.line = LineEdit(digits=isinstance(question, self._DIGITS))
        self.line.textChanged.connect(self.changed)
        self.line.editingFinished.connect(self._tidy)
        self._take(self.line)
        if question.unit and not isinstance(question, fields.Duration):
            self.row.addWidget(Label(_(question.unit), role="secondary"))

    def value(self):
        return self.question.read(self.line.text(), self.choosing.today())

    def set_value(self, value):
        self.line.setText("" if value is None else self._written(value))

    def _written(self, value):
        return value.isoformat() if isinstance(value, date) else self.question.show(value, spoken())

    def _tidy(self):
        """Show a date or amount as it was understood, once it is left."""
        try:
            value = self.value()
        except fields.Wrong:
            return
        if value is not None and self._written(value) != self.line.text():
            self.line.setText(self._written(value))

    def set_read_only(self, on):
        self.line.setReadOnly(on)


class NotesEditor(Editor):
    """Several lines; grows with its text."""

    wide = True

    def __init__(self, question, choosing):
        super().__init__(question, choosing)
        self.text = TextEdit()
        self.text.textChanged.connect(self.changed)
        self._take(self.text)

    def value(self):
        return self.question.read(self.text.toPlainText(), self.choosing.today())

    def set_value(self, value):
        self.text.setPlainText(value or "")

    def set_read_only(self, on):
        self.text.setReadOnly(on)


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


class LinkEditor(Editor):
    """Another record: from a list where there are few, else found by name, pinyin initials or the end of a number."""

    def __init__(self, question, choosing):
        super().__init__(question, choosing)
        self.target = question.table
        offers = choosing.all_of(self.target)
        self.combo = self.finder = None
        if offers is not None:
            self.combo = ChoiceCombo([(offer.id, offer.title) for offer in offers])
            self.combo.currentIndexChanged.connect(self.changed)
            self._take(self.combo)
        else:
            self.finder = Finder(lambda text: choosing.find(self.target, text))
            self.finder.chosen.connect(self.changed)
            self.finder.textEdited.connect(self.changed)
            self._take(self.finder)

    def value(self):
        if self.combo:
            return self.combo.currentData()
        if self.finder.text().strip() and self.finder.chosen_id is None:
            raise fields.Wrong(N_("Choose one from the list: type a name, its pinyin initials or a number."))
        return self.finder.chosen_id

    def set_value(self, value):
        if self.combo:
            self.combo.show_code(value)
        else:
            self.finder.show_chosen(value, self.choosing.name(self.target, value) if value else "")


class LinksEditor(Editor):
    """Several records: boxes to tick where there are few, else a line to find them and a row of those found.

    `offers` are those to choose from where the record itself says so, such as the members of a household visited.
    """

    wide = True

    def __init__(self, question, choosing, offers=None):
        super().__init__(question, choosing)
        self.target, self.boxes, self.finder = question.table, {}, None
        column = QVBoxLayout()
        column.setSpacing(px(2))
        self.row.addLayout(column, 1)
        self.found = BoxGrid()
        column.addWidget(self.found)
        offers = choosing.all_of(self.target) if offers is None else offers
        for offer in offers or ():
            self._add_box(offer.id, offer.title)
        if offers is None:
            self.finder = Finder(lambda text: choosing.find(self.target, text))
            self.finder.chosen.connect(self._add_found)
            self.finder.setAccessibleName(_(question.label))
            column.insertWidget(0, self.finder)
        self.found.setVisible(bool(self.boxes))
        self.setFocusProxy(self.finder or next(iter(self.boxes.values()), None))

    def offer(self, offers):
        """Offer these besides what is ticked, such as the members of the household just chosen."""
        for identity in [one for one, box in self.boxes.items() if not box.isChecked()]:
            self.found.remove(self.boxes.pop(identity))
        for offer in offers:
            if offer.id not in self.boxes:
                self._add_box(offer.id, offer.title)
        self.found.setVisible(bool(self.boxes))

    def _add_box(self, identity, title, checked=False):
        box = QCheckBox(title)
        box.setChecked(checked)
        box.toggled.connect(self.changed)
        self.boxes[identity] = box
        self.found.add(box)
        self.found.show()

    def _add_found(self):
        identity, title = self.finder.chosen_id, self.finder.text()
        if identity and identity not in self.boxes:
            self._add_box(identity, title, checked=True)
        elif identity:
            self.boxes[identity].setChecked(True)
        self.finder.show_chosen(None, "")
        self.changed.emit()

    def value(self):
        return tuple(sorted((one for one, box in self.boxes.items() if box.isChecked()), key=lambda one: one.hex))

    def set_value(self, value):
        for identity in value or ():
            if identity not in self.boxes:
                self._add_box(identity, self.choosing.name(self.target, identity))
        for identity, box in self.boxes.items():
            box.setChecked(identity in (value or ()))
        if self.finder is not None:
            self._forget_unticked()

    def _forget_unticked(self):
        """Another record is shown: those found for the last one go."""
        for identity in [one for one, box in self.boxes.items() if not box.isChecked()]:
            self.found.remove(self.boxes.pop(identity))
        self.found.setVisible(bool(self.boxes))


class LinksButton(Editor):
    """Several records out of a few, as a button that says them and opens a list to tick."""

    def __init__(self, question, choosing):
        super().__init__(question, choosing)
        self.button = QPushButton()
        self.button.setMinimumHeight(px(34))
        self.menu = QMenu(self.button)
        self.actions_of = {}
        for offer in choosing.all_of(question.table):
            self._add(offer.id, offer.title)
        self.button.setMenu(self.menu)
        self._take(self.button)

    def _add(self, identity, title):
        action = self.menu.addAction(title)
        action.setCheckable(True)
        action.toggled.connect(self._toggled)
        self.actions_of[identity] = action

    def _toggled(self):
        chosen = [action.text() for action in self.actions_of.values() if action.isChecked()]
        self.button.setText(_(", ").join(chosen) or _("choose"))
        self.changed.emit()

    def value(self):
        chosen = (one for one, action in self.actions_of.items() if action.isChecked())
        return tuple(sorted(chosen, key=lambda one: one.hex))

    def set_value(self, value):
        for identity in value or ():
            if identity not in self.actions_of:
                self._add(identity, self.choosing.name(self.question.table, identity))
        for identity, action in self.actions_of.items():
            action.setChecked(identity in (value or ()))
        self._toggled()


EDITORS = {
    fields.Text: LineEditor,
    fields.Name: LineEditor,
    fields.Notes: NotesEditor,
    fields.Count: LineEditor,
    fields.Money: LineEditor,
    fields.Day: LineEditor,
    fields.PartialDay: LineEditor,
    fields.Time: LineEditor,
    fields.Duration: LineEditor,
    fields.YesNo: ChoiceEditor,
    fields.Choice: ChoiceEditor,
    fields.Choices: ChoicesEditor,
    fields.Link: LinkEditor,
    fields.Links: LinksEditor,
    fields.IdNumber: LineEditor,
    fields.Phone: LineEditor,
    fields.Division: LineEditor,
}
"""Every kind but Data, which nobody types."""


def editor_for(question, choosing: Choosing) -> Editor:
    return EDITORS[type(question)](question, choosing)


def compact_editor_for(question, choosing: Choosing) -> Editor:
    """An editor of one line's height, for a bar: lists that open in place of radios and boxes."""
    if isinstance(question, fields.Links) and choosing.all_of(question.table) is not None:
        return LinksButton(question, choosing)
    if isinstance(question, fields.Choice):
        return ChoiceEditor(question, choosing, radios=False)
    return editor_for(question, choosing)
