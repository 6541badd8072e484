import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from ui.widgets.line_edit import LineEdit, TextEdit


@pytest.fixture(params=[LineEdit, TextEdit])
def editor(request, qtbot):
    widget = request.param()
    qtbot.addWidget(widget)
    widget.show()
    widget.setFocus()
    return widget


def compose(widget, letters, taken=""):
    event = QInputMethodEvent(letters, [])
    event.setCommitString(taken)
    QApplication.sendEvent(widget, event)


def text_of(widget):
    return widget.text() if isinstance(widget, LineEdit) else widget.toPlainText()


def test_it_knows_when_letters_are_being_composed(editor):
    compose(editor, "lxy")
    assert editor.composing() and text_of(editor) == ""
    compose(editor, "", taken="龙秀英")
    assert not editor.composing() and text_of(editor) == "龙秀英"


def test_enter_belongs_to_the_input_method_while_composing(qtbot):
    line, entered = LineEdit(), []
    qtbot.addWidget(line)
    line.show()
    line.returnPressed.connect(lambda: entered.append(1))
    compose(line, "lxy")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert entered == []
    compose(line, "", taken="龙")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert entered == [1]


def test_escape_and_arrows_belong_to_the_input_method_while_composing(editor, qtbot):
    editor.setText("一二") if isinstance(editor, LineEdit) else editor.setPlainText("一二")
    compose(editor, "lx")
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(editor, key)
    assert text_of(editor) == "一二" and editor.composing()


def test_an_editor_of_digits_switches_the_input_method_off(qtbot):
    digits, words = LineEdit(digits=True), LineEdit()
    qtbot.addWidget(digits)
    qtbot.addWidget(words)
    assert not digits.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert words.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_names_of_rare_characters_are_not_cut(qtbot):
    line = LineEdit()
    qtbot.addWidget(line)
    line.setText("𠮷" * 5000)
    assert len(line.text()) == 5000


def test_long_text_grows_to_twelve_lines_and_no_further(qtbot):
    edit = TextEdit()
    qtbot.addWidget(edit)
    edit.resize(300, 100)
    edit.show()
    low = edit.height()
    edit.setPlainText("\n".join("x" * 40))
    high = edit.height()
    edit.setPlainText("\n".join("x" * 400))
    assert low < high == edit.height()


def test_tab_leaves_the_long_text(qtbot):
    edit = TextEdit()
    qtbot.addWidget(edit)
    assert edit.tabChangesFocus() and not edit.acceptRichText()
