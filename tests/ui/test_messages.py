import logging
import sys

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from models.errors import UserError
from ui.widgets import messages
from ui.widgets.buttons import KeyButton
from ui.widgets.labels import Label
from ui.widgets.sheet import Sheet

SECRET = "龙秀英 519923194903124523"


def answer(press):
    """Press a button of the sheet that is about to open; its words are returned in a list."""
    seen = []

    def act():
        sheet = QApplication.activeModalWidget()
        seen.extend(label.text() for label in sheet.findChildren(Label))
        buttons = sheet.findChildren(KeyButton)
        seen.append([button.text() for button in buttons])
        press(sheet, buttons)

    QTimer.singleShot(0, act)
    return seen


@pytest.fixture
def parent(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(800, 600)
    widget.show()
    return widget


def bug():
    try:
        raise ValueError(SECRET)
    except ValueError as error:
        return error


def test_a_known_problem_is_said_with_its_code_and_one_button(parent):
    seen = answer(lambda sheet, buttons: buttons[0].click())
    messages.tell(parent, UserError())
    assert any("X-000" in text for text in seen[:-1])
    assert len(seen[-1]) == 1


def test_a_bug_says_that_what_was_saved_is_safe(parent):
    seen = answer(lambda sheet, buttons: buttons[0].click())
    messages.tell(parent, bug())
    assert any("已保存的内容都在" in text for text in seen[:-1])


def test_details_to_copy_hold_no_personal_data(parent):
    answer(lambda sheet, buttons: buttons[1].click())
    messages.tell(parent, bug())
    copied = QApplication.clipboard().text()
    assert "ValueError" in copied and "test_messages.py" in copied
    assert "龙秀英" not in copied and "5199" not in copied


def test_the_log_holds_no_personal_data(parent, caplog):
    answer(lambda sheet, buttons: buttons[0].click())
    with caplog.at_level(logging.INFO, logger="taizhang"):
        messages.tell(parent, bug())
    assert "ValueError" in caplog.text and "龙秀英" not in caplog.text


def test_an_error_nobody_caught_is_said_and_the_program_goes_on(parent, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    messages.catch_all(lambda: parent)
    seen = answer(lambda sheet, buttons: buttons[0].click())
    error = bug()
    sys.excepthook(type(error), error, error.__traceback__)
    assert seen


def test_a_question_gives_the_verb_that_was_pressed(parent):
    for place in (0, 1):
        answer(lambda sheet, buttons, place=place: buttons[place].click())
        assert Sheet(parent, "封存 2025 年 11 月？", "封账后只能用“更正”修改。", ["封账", "打印"]).ask() == place


def test_escape_goes_back(parent, qtbot):
    answer(lambda sheet, buttons: qtbot.keyClick(sheet, Qt.Key.Key_Escape))
    assert Sheet(parent, "封存？", "", ["封账"]).ask() is None


def test_enter_never_destroys(parent):
    sheet = Sheet(parent, "删除这户？", "", ["删除"], danger=True)
    default = [button for button in sheet.findChildren(QPushButton) if button.isDefault()]
    assert [button.key for button in default] == ["Esc"]


def test_there_is_one_toast_at_a_time(parent):
    messages.Toast(parent, "已导出 38 人")
    last = messages.Toast(parent, "备份完成")
    shown = [toast for toast in parent.findChildren(messages.Toast) if toast.isVisible()]
    assert shown == [last]
    assert parent.rect().contains(last.geometry())
