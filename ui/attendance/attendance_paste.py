"""Names pasted onto a sheet: shown as they were understood before anybody is ticked; the doubtful are chosen."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from models.people.person import Person
from models.services.name_list import look_up, read_names
from ui.theme import px
from ui.widgets.buttons import LinkButton
from ui.widgets.choice_combo import ChoiceCombo
from ui.widgets.labels import Label
from ui.widgets.sheet import Sheet
from ui.words import _, ngettext

_LEAVE_OUT, _BY_NAME = "leave out", "by name"


class PastedNames(QWidget):
    """What pasted names mean: who is on file, who is doubtful, who is new. `taken()` says what was decided."""

    def __init__(self, found, today):
        super().__init__()
        self.found, self.today, self.choices = found, today, {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        people = {one.id: one for one in Person.select().where(Person.id.in_(found.people))}
        self._names(column, _("On file already"), [self._said(people[row]) for row in found.people])
        self._names(column, _("New, by name only"), found.new)
        if found.doubtful:
            self._doubts(column)

    def _names(self, column, heading, names):
        if names:
            n = len(names)
            counted = ngettext("{heading}: {n} person", "{heading}: {n} people", n, heading=heading)
            column.addWidget(Label(counted, role="strong"))
            label = Label(_(", ").join(names), role="secondary")
            label.setWordWrap(True)
            column.addWidget(label)

    def _doubts(self, column):
        column.addWidget(Label(_("Whom do you mean?"), role="strong"))
        if single := sum(len(doubt.candidates) == 1 for doubt in self.found.doubtful):
            text = ngettext(
                "Take {n} person of another village, the only one of that name",
                "Take {n} people of other villages, each the only one of that name",
                single,
            )
            self.take_single = LinkButton(text)
            self.take_single.clicked.connect(self._take_single)
            column.addWidget(self.take_single)
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        for row, doubt in enumerate(self.found.doubtful):
            grid.addWidget(Label(doubt.name), row, 0)
            box = self.choices[doubt.name] = self._box(doubt)
            grid.addWidget(box, row, 1)
        column.addLayout(grid)

    def _box(self, doubt):
        people = {one.id: one for one in Person.select().where(Person.id.in_(doubt.candidates))}
        bearers = [(row.hex, self._said(people[row])) for row in doubt.candidates]
        last = (_BY_NAME, _("somebody else: by name only"))
        box = ChoiceCombo([(_LEAVE_OUT, _("leave out for now")), *bearers, last])
        box.removeItem(0)  # something is decided about each name
        box.setMinimumHeight(px(34))
        box.setAccessibleName(doubt.name)
        return box

    def _take_single(self):
        """Choose the bearer of every name that nobody else bears."""
        for doubt in self.found.doubtful:
            if len(doubt.candidates) == 1:
                self.choices[doubt.name].show_code(doubt.candidates[0].hex)

    def _said(self, person):
        age = person.age(self.today)
        return " ".join(filter(None, (person.name, "" if age is None else str(age), person.village)))

    def taken(self):
        """(persons on file, newcomers by name, names left out)"""
        people, new, left = list(self.found.people), list(self.found.new), []
        for doubt in self.found.doubtful:
            said = self.choices[doubt.name].currentData()
            if said == _LEAVE_OUT:
                left.append(doubt.name)
            elif said == _BY_NAME:
                new.append(doubt.name)
            else:
                people.append(next(row for row in doubt.candidates if row.hex == said))
        return people, new, left


def ask_for_names(parent, store, text, village, expected):
    """Show what a pasted text means; taken() of it, or None where nothing is to be ticked."""
    names = read_names(text)
    if not names:
        sentence = _("Copy the names from the sheet or the chat first, then press Ctrl+V here.")
        Sheet(parent, _("There are no names to paste"), sentence, [_("Understood")], back="").ask()
        return None
    body = PastedNames(look_up(store, names, village, expected), store.today())
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    room = QGuiApplication.primaryScreen().availableGeometry()  # Qt opens no dialog wider than two thirds of it
    area.setMinimumWidth(min(px(480), room.width() * 2 // 3 - px(48)))
    area.setMinimumHeight(min(px(120 + 40 * len(body.choices) + 2 * len(names)), room.height() // 2))
    area.setWidget(body)
    n = len(names)
    title = ngettext("Tick {n} pasted name as present?", "Tick {n} pasted names as present?", n)
    sentence = _("Matched by the whole name within the village. Nothing is saved before you press Save.")
    return body.taken() if Sheet(parent, title, sentence, [_("Tick as present")], body=area).ask() == 0 else None
