"""Editors of answers that are other records."""

from PySide6.QtWidgets import QMenu, QVBoxLayout

from models import fields
from resources.language import N_
from ui.editors.editor import Editor
from ui.theme import px
from ui.widgets.box_grid import BoxGrid
from ui.widgets.buttons import MenuButton
from ui.widgets.choice_combo import ChoiceCombo
from ui.widgets.finder import Finder
from ui.words import _


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
        box = self.boxes[identity] = self.found.tick(title)
        box.setChecked(checked)
        box.toggled.connect(self.changed)
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
        self.button = MenuButton()
        self.menu = QMenu(self.button)
        self.actions_of = {}
        for offer in choosing.all_of(question.table):
            self._add(offer.id, offer.title)
        self.button.setMenu(self.menu)
        self._take(self.button)

    def _add(self, identity, title):
        action = self.menu.addAction(title.replace("&", "&&"))  # a letter here, not a key
        action.setData(title)
        action.setCheckable(True)
        action.toggled.connect(self._toggled)
        self.actions_of[identity] = action

    def _toggled(self):
        chosen = [action.data() for action in self.actions_of.values() if action.isChecked()]
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
