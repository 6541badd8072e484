import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout

from ui import look
from ui.widgets.finder import Offer
from ui.widgets.page import Page, PageEntry
from ui.window.main_window import MainWindow
from ui.window.rail import ICONS, NARROW, WIDE

NAMES = ("today", "visits", "cases", "persons", "report", "settings")


class OnePage(Page):
    made: list[str] = []

    def __init__(self, name):
        super().__init__()
        self.made.append(name)
        self.title, self.done, self.narrow = name, [], None
        self.primary = ("记走访", "Ctrl+N", lambda: self.done.append("new"))
        self.secondary = ("批量录走访", "", lambda: self.done.append("many"))
        self.line = QLineEdit()
        QVBoxLayout(self).addWidget(self.line)

    def state_line(self):
        return "11 月 20 日 星期四"

    def fit(self, narrow):
        self.narrow = narrow

    def focus_first(self):
        self.line.setFocus()


@pytest.fixture
def window(qtbot):
    OnePage.made = []
    entries = [
        PageEntry(name, "" if name == "settings" else "日常", name, "house", lambda name=name: OnePage(name))
        for name in NAMES
    ]
    entries[1] = PageEntry("visits", "日常", "走访", "footprints", lambda: OnePage("visits"), lambda: 6)
    people = [Offer("p1", "龙秀英", "女　76　河口村"), Offer("p2", "罗小燕", "女　29")]
    made = MainWindow(entries, "云岭镇社工站", lambda text: people if text == "lxy" else [],
                      lambda: {"station": ("云岭镇社工站", ""), "user": ("韦敏（站长）", "")})  # fmt: skip
    qtbot.addWidget(made)
    made.resize(1366, 698)
    made.show()
    made.go_home()
    return made


def test_pages_are_made_at_the_first_visit_only(window):
    assert OnePage.made == ["today"]
    window.go("visits")
    window.go("today")
    window.go("visits")
    assert OnePage.made == ["today", "visits"]


def test_a_page_opens_with_the_focus_on_its_work(window, qtbot):
    window.activateWindow()
    window.go("cases")
    assert window.focusWidget() is window.page.line


def test_keys_go_through_the_pages_and_back(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert window.name == "visits"
    qtbot.keyClick(window, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert window.name == "today"
    qtbot.keyClick(window, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert window.name == "settings"
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.name == "today"
    qtbot.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.name == "settings"


def test_the_primary_act_has_its_key(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert window.page.done == ["new"]


def test_the_head_says_page_state_and_acts(window):
    head = window.header
    assert (head.title.whole, head.state.whole) == ("today", "11 月 20 日 星期四")
    assert [button.text() for button in head.buttons] == ["批量录走访", "记走访"]
    assert [button.property("kind") for button in head.buttons] == ["plain", "primary"]


def test_ctrl_k_searches_and_enter_opens_the_first(window, qtbot):
    found = []
    window.found.connect(found.append)
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(window.header.search, "lxy")
    assert window.header.search.list.isVisible()
    qtbot.keyClick(window.header.search, Qt.Key.Key_Return)
    assert found == ["p1"] and not window.header.search.list.isVisible() and window.header.search.text() == ""


def test_escape_leaves_the_search_and_forgets_it(window, qtbot):
    window.activateWindow()
    window.header.search.setFocus()
    qtbot.keyClicks(window.header.search, "lxy")
    qtbot.keyClick(window.header.search, Qt.Key.Key_Escape)
    qtbot.keyClick(window.header.search, Qt.Key.Key_Escape)
    assert window.focusWidget() is window.page.line and window.header.search.text() == ""


def test_nothing_found_offers_to_register(window, qtbot):
    wanted = []
    window.new_wanted.connect(wanted.append)
    qtbot.keyClicks(window.header.search, "zzz")
    [sentence] = window.header.search.list.model().stringList()
    assert "zzz" in sentence
    qtbot.keyClick(window.header.search, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert wanted == ["zzz"]


def test_lock_and_text_size_are_asked_for(window, qtbot):
    heard = []
    window.lock_wanted.connect(lambda: heard.append("lock"))
    window.size_wanted.connect(heard.append)
    control = Qt.KeyboardModifier.ControlModifier
    for key in (Qt.Key.Key_L, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_0):
        qtbot.keyClick(window, key, control)
    window.strip.lock.click()
    assert heard == ["lock", 1, -1, 0, "lock"]


def test_f6_goes_round_the_panes(window, qtbot):
    window.activateWindow()
    window.page.focus_first()
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert window.focusWidget() is window.header.search
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert window.focusWidget() is window.rail.items["today"]


def test_no_key_of_input_methods_is_taken(window):
    taken = {shortcut.key().toString() for shortcut in window.findChildren(QShortcut)}
    assert not taken & {"Ctrl+Space", "Shift+Space", "Ctrl+.", "Ctrl+;", "Ctrl+,", "F7", "F10", "F12"}
    assert not any(key.startswith(("Ctrl+Shift+", "Ctrl+Alt+")) for key in taken)
    assert not any(key.startswith("Alt+") and len(key) == 5 for key in taken)


@pytest.mark.parametrize(
    "width, rail, narrow", [(1366, WIDE, False), (1050, WIDE, False), (1024, NARROW, True), (830, ICONS, True)]
)
def test_the_frame_fits_the_room(window, width, rail, narrow):
    window.resize(width, 600)
    assert (window.rail.width_now, window.page.narrow) == (rail, narrow)
    assert window.header.buttons[0].isHidden() is narrow
    assert window.width() == width


def test_large_letters_fit_a_small_screen(qapp, qtbot, window):
    look.apply(qapp, "light", 175)
    entries = [PageEntry(name, "日常", name, "house", lambda name=name: OnePage(name)) for name in NAMES]
    large = MainWindow(entries, "云岭镇社工站", lambda text: [], dict)
    qtbot.addWidget(large)
    large.resize(1024, 600)
    large.show()
    large.go_home()
    assert large.rail.width_now == ICONS
    assert large.minimumSizeHint().width() <= 1024 and large.minimumSizeHint().height() <= 600


def test_in_a_low_window_the_last_pages_fold_into_one(window):
    window.resize(1366, 220)
    hidden = [name for name, item in window.rail.items.items() if item.isHidden()]
    assert hidden and "settings" not in hidden and "today" not in hidden
    assert not window.rail.more.isHidden() and str(len(hidden)) in window.rail.more.text()
    window.resize(1366, 698)
    assert not any(item.isHidden() for item in window.rail.items.values()) and window.rail.more.isHidden()


def test_the_lines_of_the_rail_follow_the_room_they_are_given_last(desk):
    rail = desk.window.rail
    rail.body.resize(rail.body.width(), 900)
    assert rail.items["today"].height() == 30
    rail.body.resize(rail.body.width(), 400)
    assert rail.items["today"].height() == 28


def test_ctrl_b_folds_the_rail(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert window.rail.width_now == ICONS
    assert window.rail.items["visits"].toolTip() == "走访"
    qtbot.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert window.rail.width_now == WIDE


def test_the_rail_is_one_stop_with_arrows_inside(window, qtbot):
    window.activateWindow()
    stops = [name for name, item in window.rail.items.items() if item.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == ["today"]
    window.rail.items["today"].setFocus()
    qtbot.keyClick(window.rail.items["today"], Qt.Key.Key_Down)
    qtbot.keyClick(window.rail.items["visits"], Qt.Key.Key_Return)
    assert window.name == "visits"


def test_badges_say_what_waits(window):
    assert window.rail.items["visits"].badge == 6
    assert "6" in window.rail.items["visits"].accessibleName()


def test_search_is_the_last_stop_of_tab(window):
    order, widget = [], window
    for _step in range(200):
        widget = widget.nextInFocusChain()
        if widget is window:
            break
        order.append(widget)
    assert order.index(window.page.line) < order.index(window.header.search)
    assert order.index(window.strip.lock) < order.index(window.header.search)


def test_the_strip_says_what_is_saved(window):
    window.page.said.emit("已保存 10:42")
    item = window.strip.items["saved"]
    assert (item.text(), item.state, item.isHidden()) == ("已保存 10:42", "ok", False)
    assert window.strip.items["receipt"].isHidden()


def test_what_can_be_pressed_is_large_enough(window):
    for button in window.findChildren(QPushButton):
        if button.isVisible():
            assert button.height() >= 27 and button.width() >= 27, button.text()


def test_every_icon_alone_has_a_name(window):
    for item in window.rail.items.values():
        assert item.accessibleName()
    assert window.header.search.accessibleName()
