"""A group of boxes to tick is one question: Enter and Tab leave it, arrows and numbers go about in it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.widgets.box_grid import BoxGrid


@pytest.fixture
def page(qtbot):
    page = QWidget()
    column = QVBoxLayout(page)
    page.grid, page.after = BoxGrid(), QLineEdit()
    column.addWidget(page.grid)
    column.addWidget(page.after)
    for label in ("独居", "空巢", "失能", "失独"):
        page.grid.tick(label)
    qtbot.addWidget(page)
    page.resize(900, 200)
    page.show()
    qtbot.waitActive(page)
    page.grid.boxes[0].setFocus()
    return page


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab])
@pytest.mark.parametrize("place", [0, 2])
def test_enter_and_tab_go_on_to_the_next_question(page, qtbot, place, key):
    page.grid.boxes[place].setFocus()
    qtbot.keyClick(page.grid.boxes[place], key)
    assert page.focusWidget() is page.after


def test_arrows_go_from_box_to_box_and_space_ticks(page, qtbot):
    boxes = page.grid.boxes
    qtbot.keyClick(boxes[0], Qt.Key.Key_Right)
    assert page.focusWidget() is boxes[1]
    qtbot.keyClick(boxes[1], Qt.Key.Key_Space)
    qtbot.keyClick(boxes[1], Qt.Key.Key_Left)
    qtbot.keyClick(boxes[0], Qt.Key.Key_Left)
    assert page.focusWidget() is boxes[0] and [box.isChecked() for box in boxes] == [False, True, False, False]


def test_down_goes_to_the_box_below(page, qtbot):
    page.grid.resize(2 * page.grid._cell()[0], 80)
    qtbot.keyClick(page.grid.boxes[0], Qt.Key.Key_Down)
    assert page.focusWidget() is page.grid.boxes[2]


def test_the_number_or_the_sound_of_a_box_goes_there(page, qtbot):
    qtbot.keyClick(page.grid.boxes[0], "3")
    assert page.focusWidget() is page.grid.boxes[2]
    qtbot.keyClick(page.grid.boxes[2], "k")
    assert page.focusWidget() is page.grid.boxes[1]


def test_when_the_first_box_goes_the_next_is_the_one_to_come_to(page, qtbot):
    page.grid.remove(page.grid.boxes[0])
    assert page.grid.boxes[0].focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_an_ampersand_in_the_words_of_a_box_is_a_letter(page):
    box = page.grid.tick("甲&乙公司")
    assert (box.text(), box.shortcut().toString()) == ("甲&乙公司", "")
