"""A key that belongs to a list does nothing where the focus is elsewhere."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from ui.widgets.shortcut import Shortcut


@pytest.fixture
def window(qtbot):
    window = QWidget()
    column = QVBoxLayout(window)
    window.line, window.list, window.heard = QLineEdit(), QListView(), []
    column.addWidget(window.line)
    column.addWidget(window.list)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    return window


def test_a_key_of_a_list_is_not_heard_in_a_line_beside_it(window, qtbot):
    Shortcut("Return", window.list, lambda: window.heard.append("list"), Qt.ShortcutContext.WidgetShortcut)
    window.line.setFocus()
    qtbot.keyClick(window.line, Qt.Key.Key_Return)
    assert window.heard == []
    window.list.setFocus()
    qtbot.keyClick(window.list, Qt.Key.Key_Return)
    assert window.heard == ["list"]


def test_a_key_of_the_window_is_heard_everywhere(window, qtbot):
    Shortcut("Ctrl+K", window, lambda: window.heard.append("window"))
    window.line.setFocus()
    qtbot.keyClick(window.line, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.heard == ["window"]
