"""Tables, finders, strips and steps without a station behind them."""

import pytest
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest

from ui import look, theme
from ui.widgets.cell_delegate import ACTION, CHIP, GROUP, MARK, TOKEN
from ui.widgets.finder import Finder, Offer
from ui.widgets.fitted_table import Column, FittedTable
from ui.widgets.labels import Label
from ui.widgets.stepper import Stepper
from ui.window.status_strip import StatusStrip

COLUMNS = (Column(7, 0, 0), Column(8, 2, 0), Column(7, 1, 4), Column(9, 2, 2), Column(10, 1, 1))
ROLES = {
    0: {CHIP: ("逾期 3 天", "danger", "clock-alert")},
    2: {TOKEN: "text2"},
    3: {MARK: ("triangle-alert", "warn")},
    4: {ACTION: ("记走访", "Enter")},
}


class Rows(QAbstractTableModel):
    def rowCount(self, parent=QModelIndex()):
        return 3

    def columnCount(self, parent=QModelIndex()):
        return len(COLUMNS)

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        if role == Qt.ItemDataRole.DisplayRole:
            return "古丽米热·阿卜杜热合曼"
        if role == GROUP:
            return ("应走访", "6 户", "按逾期天数排列") if index.row() == 0 else None
        return ROLES.get(index.column(), {}).get(role)


@pytest.fixture
def table(qtbot):
    made = FittedTable(COLUMNS)
    qtbot.addWidget(made)
    made.setModel(Rows())
    made.resize(800, 300)
    made.show()
    made.selectRow(1)
    return made


def shown(table):
    return [place for place in range(len(COLUMNS)) if not table.isColumnHidden(place)]


def test_home_and_end_lead_to_the_first_and_last_row(table):
    for key, row in ((Qt.Key.Key_End, 2), (Qt.Key.Key_Home, 0)):
        QTest.keyClick(table, key)
        assert table.currentIndex().row() == row


@pytest.mark.parametrize("width", [1200, 800, 640, 500, 360, 250])
def test_columns_always_fill_the_room_and_never_scroll_sideways(table, width):
    table.resize(width, 300)
    widths = sum(table.columnWidth(place) for place in shown(table))
    if len(shown(table)) > 2:
        assert widths == table.viewport().width()
    assert not table.horizontalScrollBar().isVisible()


def test_the_least_needed_column_hides_first(table):
    table.resize(1200, 300)
    assert shown(table) == [0, 1, 2, 3, 4]
    table.resize(560, 300)
    assert shown(table) == [0, 1, 3, 4]
    table.resize(450, 300)
    assert shown(table) == [0, 1, 4]
    table.resize(200, 300)
    assert shown(table) == [0, 1]


@pytest.mark.parametrize("name", theme.THEMES)
def test_every_kind_of_cell_is_painted(qapp, table, name):
    look.apply(qapp, name, 100)
    image = QImage(table.size(), QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    table.render(painter, QPoint())
    painter.end()
    seen = {image.pixelColor(x, y).name().upper() for x in range(0, 790, 2) for y in range(36, 140)}
    for token in ("surface", "selection", "window", "danger_soft", "line"):
        assert theme.TOKENS[name][token] in seen, token


def test_the_painted_button_can_be_clicked_on_the_row_in_hand(table):
    pressed = []
    table.delegate.pressed.connect(lambda index: pressed.append(index.row()))
    for row in (1, 2):
        cell = table.visualRect(table.model().index(row, 4))
        offered = table.delegate._offered(cell, table.model().index(row, 4))
        button, _cap = table.delegate._action_boxes(cell, *offered)
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=button.center())
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=cell.topLeft() + QPoint(2, 2))
    assert pressed == [1]


def test_the_key_beside_the_painted_button_gives_way_to_what_the_cell_says(table):
    index = table.model().index(1, 4)
    assert table.delegate._offered(QRect(0, 0, 600, 34), index) == ("记走访", "Enter")
    assert table.delegate._offered(QRect(0, 0, 250, 34), index) == ("记走访", "")


@pytest.fixture
def finder(qtbot):
    people = [Offer("p1", "龙秀英", "女　76　河口村"), Offer("p2", "罗小燕", "女　29")]
    made = Finder(lambda text: [one for one in people if text in ("l", "lxy")], empty="没有“{text}”")
    qtbot.addWidget(made)
    made.show()
    return made


def test_arrows_and_enter_choose(finder, qtbot):
    qtbot.keyClicks(finder, "lxy")
    qtbot.keyClick(finder, Qt.Key.Key_Down)
    qtbot.keyClick(finder, Qt.Key.Key_Return)
    assert (finder.chosen_id, finder.text()) == ("p2", "罗小燕")


def test_typing_again_forgets_what_was_chosen(finder, qtbot):
    qtbot.keyClicks(finder, "lxy")
    qtbot.keyClick(finder, Qt.Key.Key_Return)
    qtbot.keyClicks(finder, "x")
    assert finder.chosen_id is None


def test_escape_closes_the_list_only(finder, qtbot):
    qtbot.keyClicks(finder, "lxy")
    qtbot.keyClick(finder, Qt.Key.Key_Escape)
    assert not finder.list.isVisible() and finder.text() == "lxy"


def test_the_list_never_takes_the_focus(finder, qtbot):
    qtbot.keyClicks(finder, "lxy")
    assert finder.list.isVisible()
    assert finder.list.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert finder.list.windowType() == Qt.WindowType.ToolTip


def test_nothing_found_is_said(finder, qtbot):
    qtbot.keyClicks(finder, "zz")
    assert finder.list.model().stringList() == ["没有“zz”"]


def test_what_the_strip_says_has_icon_word_and_colour(qtbot):
    strip = StatusStrip()
    qtbot.addWidget(strip)
    strip.say("receipt", "距上次回执 16 天", "warn")
    item = strip.items["receipt"]
    assert (item.text(), item.state, item.icon_name) == ("距上次回执 16 天", "warn", "clock")
    assert item.accessibleName() == "距上次回执 16 天"


def test_a_narrow_strip_keeps_what_warns(qtbot):
    strip = StatusStrip()
    qtbot.addWidget(strip)
    strip.say("backup", "今天已备份")
    strip.fit(True)
    assert strip.items["backup"].isHidden()
    strip.say("backup", "9 天没备份", "danger")
    assert not strip.items["backup"].isHidden()


def test_a_press_on_the_strip_says_on_what(qtbot):
    strip, pressed = StatusStrip(), []
    qtbot.addWidget(strip)
    strip.pressed.connect(pressed.append)
    strip.say("backup", "今天已备份")
    strip.items["backup"].click()
    strip.lock.click()
    assert pressed == ["backup", "lock"]


def test_steps_are_shown_anew_each_time(qtbot):
    stepper = Stepper()
    qtbot.addWidget(stepper)
    for _round in range(2):
        stepper.show_steps([("填报", "截至 11-30", "done"), ("检查", "1 处不平", "bad"), ("封账", "站长", "todo")])
    texts = [label.text() for label in stepper.findChildren(Label) if label.isVisibleTo(stepper) and label.text()]
    assert texts == ["填报", "截至 11-30", "检查", "1 处不平", "封账", "站长"]
