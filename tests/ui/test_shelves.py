"""Pages follow from what forms say of themselves."""

import pytest
from PySide6.QtCore import Qt

from models.papers import parts_of
from ui.lists.shelves import SHELVES, forms_on
from ui.window.tab_strip import TabStrip


def test_every_shelf_a_form_names_is_a_page(store):
    named = {cls.shelf for cls in store.tables.values()} - {""}
    assert named <= {shelf.name for shelf in SHELVES}


def test_every_form_with_a_shelf_has_a_page_and_every_other_an_owner(desk, store):
    for table, cls in store.tables.items():
        if cls.shelf:
            assert desk.pages.page_of(table) in desk.window.entries, table


def test_the_forms_of_one_shelf_are_tabs_of_one_item_of_the_rail(desk, store):
    forms = forms_on("activities", store.tables)
    desk.window.go("activities")
    assert len(desk.window.stack.tabs()) == len(forms)
    assert desk.window.tabs.isVisibleTo(desk.window) == (len(forms) > 1)
    assert list(desk.window.rail.items).count("activities") == 1


def test_ctrl_and_a_figure_changes_the_tab_and_the_rail_stays(desk, qtbot):
    desk.window.go("volunteers")
    second = desk.window.stack.tabs()[1][0]
    with qtbot.waitSignal(desk.window.stack.turned):
        desk.window.tabs.keys[1].activated.emit()
    assert desk.window.name == second
    assert desk.window.rail.items["volunteers"].isChecked()


def test_the_rail_leads_back_to_the_tab_that_was_in_front(desk):
    desk.window.go("volunteer_hours")
    desk.window.go("today")
    desk.window.rail.items["volunteers"].click()
    assert desk.window.name == "volunteer_hours"


def test_tabs_give_way_to_a_form(desk):
    desk.window.go("volunteers")
    assert desk.window.tabs.isVisibleTo(desk.window)
    desk.window.page.new()
    assert not desk.window.tabs.isVisibleTo(desk.window)


def test_a_tab_is_found_by_its_name_in_the_search(desk, store):
    label = dict(desk.window.stack.tabs() if desk.window.go("volunteers") is None else ())["volunteer_hours"]
    assert ("page", "volunteer_hours") in [offer.id for offer in desk._find(label)]


def test_the_search_finds_at_most_twelve_things(desk):
    assert len(desk._find("务")) <= 12


def test_a_page_is_found_by_its_sound_after_the_people_who_sound_so(desk, store):
    store.tables["person"].new(name="杨波", village="河口村").save()
    assert [offer.title for offer in desk._find("yb")] == ["杨波", "月报"]
    assert [offer.id for offer in desk._find("yuebao")] == [("page", "report")]


def test_a_form_with_parts_opens_its_file(desk, store):
    for table, cls in store.tables.items():
        if cls.shelf and parts_of(cls, store.tables):
            desk.window.go(desk.pages.page_of(table))
            assert hasattr(desk.window.page, "show_file") or table == "visit", table


@pytest.fixture
def strip(qtbot):
    strip = TabStrip()
    qtbot.addWidget(strip)
    strip.resize(620, 42)
    strip.show()
    return strip


def test_tabs_without_room_are_in_a_list_and_the_one_in_front_is_not(strip):
    tabs = [(f"t{number}", f"第 {number} 张表") for number in range(14)]
    strip.show_tabs(tabs, "t12")
    shown = [name for name, tab in strip.tabs.items() if not tab.isHidden()]
    assert "t12" in shown and strip.hidden and set(shown) | set(strip.hidden) == {name for name, _label in tabs}
    last = max(tab.geometry().right() for tab in (*strip.tabs.values(), strip.more) if not tab.isHidden())
    assert last <= strip.width()


def test_one_list_alone_has_no_tabs(strip):
    strip.show_tabs([("a", "甲")], "a")
    assert strip.isHidden() and not any(key.isEnabled() for key in strip.keys)


def test_arrows_walk_along_the_tabs_and_enter_chooses(strip, qtbot):
    strip.show_tabs([("a", "甲"), ("b", "乙")], "a")
    strip.tabs["a"].setFocus()
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    with qtbot.waitSignal(strip.chosen) as chosen:
        qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert chosen.args == ["b"]
