import re
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QWidget

from ui.theme import px
from ui.widgets.buttons import KeyButton
from ui.widgets.labels import Chip, ElidedLabel, Label, Notice
from ui.widgets.section_list import SectionList

UI = Path(__file__).parents[2] / "ui"
HOSTILE = "<img src=//attacker/share/x.png><b>王五"


def test_a_label_shows_markup_as_it_was_typed(qtbot):
    label = Label(HOSTILE)
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == HOSTILE


def test_no_label_of_the_program_guesses_its_format(qtbot):
    for widget in (Chip(HOSTILE, "danger", "clock"), Notice(), ElidedLabel(HOSTILE)):
        qtbot.addWidget(widget)
        labels = [widget, *widget.findChildren(QLabel)] if isinstance(widget, QLabel) else widget.findChildren(QLabel)
        assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)


def test_only_one_module_makes_labels_and_none_makes_message_boxes():
    for file in UI.rglob("*.py"):
        code = file.read_text(encoding="utf-8")
        assert "QMessageBox" not in code, file.name
        if file.name != "labels.py":
            assert not re.search(r"\bQLabel\(", code), file.name


def test_a_long_name_is_cut_at_its_end_and_whole_in_the_tooltip(qtbot):
    label = ElidedLabel("古丽米热·阿卜杜热合曼·麦麦提图尔荪")
    qtbot.addWidget(label)
    label.resize(90, 24)
    label.show()
    assert label.text().endswith("…") and label.text().startswith("古丽")
    assert label.toolTip() == label.whole == "古丽米热·阿卜杜热合曼·麦麦提图尔荪"


def test_a_short_name_is_not_cut(qtbot):
    label = ElidedLabel("龙秀英")
    qtbot.addWidget(label)
    label.resize(200, 24)
    label.show()
    assert (label.text(), label.toolTip()) == ("龙秀英", "")


def test_cutting_keeps_rare_characters_whole(qtbot):
    label = ElidedLabel("𠮷" * 30)
    qtbot.addWidget(label)
    label.show()
    for width in range(40, 200, 7):
        label.resize(width, 24)
        label.text().encode("utf-8")


def test_a_notice_does_its_one_thing(qtbot):
    notice, done = Notice(), []
    qtbot.addWidget(notice)
    notice.say("还有 1 份没写完", "接着写", lambda: done.append(1), state="draft")
    notice.action.click()
    assert done == [1] and notice.property("state") == "draft" and not notice.isHidden()
    notice.clear()
    assert notice.isHidden()


def test_a_button_is_as_wide_as_its_words_and_key(qtbot):
    button = KeyButton("保存，看下一个", "Ctrl+Enter", icon="save", primary=True)
    qtbot.addWidget(button)
    with_key = button.sizeHint().width()
    button.show_key(False)
    assert button.sizeHint().width() < with_key
    assert button.toolTip() == "保存，看下一个  Ctrl+Enter"


def test_what_is_written_on_buttons_is_no_mnemonic(qtbot):
    button = KeyButton("A&B")
    qtbot.addWidget(button)
    assert button.shortcut().isEmpty() and button.text() == "A&B"


def test_a_long_part_of_a_form_is_cut_at_its_end_and_says_itself_whole(qtbot):
    name = "社会组织、志愿者、慈善资源和居民自治"
    parts = SectionList([("社区", QWidget()), (name, QWidget())])
    qtbot.addWidget(parts)
    button = parts.buttons[1]
    assert button.text().endswith("…") and button.toolTip() == name
    assert QFontMetrics(button.font()).horizontalAdvance(button.text()) <= parts.width() - px(56)
    parts.show_states({name: 2}, set())
    assert button.text().endswith("…　2")
    assert (parts.buttons[0].text(), parts.buttons[0].toolTip()) == ("社区", "")
