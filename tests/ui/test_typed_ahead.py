"""Jumping in lists by number and by sound."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.choice_combo import ChoiceCombo
from ui.widgets.parts_menu import PartsMenu
from ui.widgets.typed_ahead import TypedAhead

LABELS = ["接案表", "预估表", "服务计划与协议", "Crisis report"]


def typed(ahead, text, modifiers=Qt.KeyboardModifier.NoModifier):
    return [ahead.takes(QKeyEvent(QEvent.Type.KeyPress, 0, modifiers, letter)) for letter in text]


@pytest.mark.parametrize(("text", "place"), [("2", 1), ("fw", 2), ("yugu", 1), ("CR", 3), ("9", None), ("zz", None)])
def test_a_number_or_the_sound_leads_to_the_entry(qtbot, text, place):
    body = QWidget()
    qtbot.addWidget(body)
    ahead = TypedAhead(body)
    assert all(typed(ahead, text))
    assert ahead.place_in(LABELS) == place


def test_keys_of_the_program_are_not_letters(qtbot):
    body = QWidget()
    qtbot.addWidget(body)
    ahead = TypedAhead(body)
    assert typed(ahead, "s", Qt.KeyboardModifier.ControlModifier) == [False]
    assert typed(ahead, " ") == typed(ahead, "表") == [False]


def test_a_combo_goes_to_the_twelfth_of_its_entries(qtbot):
    combo = ChoiceCombo([(str(number), f"项目{number}") for number in range(1, 15)])
    qtbot.addWidget(combo)
    qtbot.keyClicks(combo, "1")
    assert combo.currentData() == "1"
    qtbot.keyClicks(combo, "2")
    assert combo.currentData() == "12"


def test_a_menu_takes_a_number_once_no_longer_one_can_be_meant(qtbot):
    menu, picked = PartsMenu(None, [(label, label) for label in LABELS * 3]), []
    qtbot.addWidget(menu)
    menu.picked.connect(picked.append)
    qtbot.keyClicks(menu, "1")
    assert not picked and menu.activeAction() is menu.actions()[0]
    qtbot.keyClicks(menu, "1")
    assert picked == [LABELS[2]]
