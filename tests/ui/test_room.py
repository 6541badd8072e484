"""Nothing is cut that is not cut on purpose: on small screens, with large letters, in both languages."""

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from ui import look, words
from ui.start.first_run import FirstRun
from ui.unlock import UnlockCard
from ui.widgets.buttons import KeyButton
from ui.widgets.labels import ElidedLabel, Label

SCREENS = [((1366, 696), 100), ((1366, 696), 150), ((1024, 600), 125), ((1366, 696), 175)]


def cut(widget):
    """What is shown narrower than its words are."""
    found = []
    for label in widget.findChildren(Label):
        elides = isinstance(label, ElidedLabel) or label.wordWrap() or not label.isVisible()
        if not elides and label.width() < QFontMetrics(label.font()).horizontalAdvance(label.text()):
            found.append(label.text())
    for button in widget.findChildren(KeyButton):
        if button.isVisible() and button.width() < button.sizeHint().width():
            found.append(button.text())
    return found


@pytest.fixture(params=SCREENS, ids=lambda one: f"{one[0][0]}x{one[0][1]} at {one[1]}")
def screen(request, qapp):
    room, size = request.param
    look.apply(qapp, "light", size)
    return room


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_wizard_fits(qtbot, screen, language):
    words.speak(language)
    checks = [("✓", "磁盘还剩 77,861 MB"), ("!", "没有中文输入法，先装 ibus 或 fcitx。")]
    wizard = FirstRun(checks, lambda path, answers: None)
    qtbot.addWidget(wizard)
    wizard.resize(*screen)
    wizard.show()
    for place in range(5):
        wizard.show_step(place)
        QApplication.processEvents()
        assert cut(wizard) == []
    assert (wizard.width(), wizard.height()) == screen


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_card_fits(qtbot, screen, language):
    words.speak(language)
    card = UnlockCard("云岭镇社工站", lambda: ([("1", "韦敏")], "1"), None, None, "已锁定。正在写的内容已留存。")
    qtbot.addWidget(card)
    card.resize(*screen)
    card.show()
    assert cut(card) == []
    card.forgotten.click()
    QApplication.processEvents()
    assert cut(card) == []
    assert (card.width(), card.height()) == screen
