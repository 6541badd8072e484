from datetime import date, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QApplication, QTableWidget

from models.errors import Wrong
from models.services.visit import Visit
from models.volunteering.hours import VolunteerHours
from models.volunteering.volunteer import Volunteer
from ui.grid.grid_paste import plan, put_in


@pytest.fixture
def grid(desk, person):
    desk.window.go("visits")
    desk.window.page.begin_batch()
    return desk.window.page.grid


@pytest.fixture
def three(store):
    """The ids of three households."""
    made = [store.tables["household"].new(head=head, village="河口村") for head in ("石有田", "卢满仓", "陶桂香")]
    for household in made:
        household.save()
    return [household.id for household in made]


def test_each_complete_line_is_a_record_of_its_own(grid, three):
    for row, household in enumerate(three):
        grid.rows.answer(row, "household", household)
        grid.rows.answer(row, "problem", f"第{row}件")
    grid.save_all()
    assert Visit.alive().count() == 3
    assert grid.rows.counts() == (3, 0, 0)


def test_a_faulty_line_does_not_hold_the_others(grid, three, store):
    for row, household in enumerate(three):
        grid.rows.answer(row, "household", household)
    grid.rows.answer(1, "next_day", store.today() - timedelta(9))
    grid.save_all()
    assert Visit.alive().count() == 2
    assert grid.rows.counts() == (2, 1, 0)
    assert grid.problem.sentence.text()


def test_the_proposed_answer_mends_the_line(grid, person, store):
    grid.rows.answer(0, "household", person.household)
    grid.rows.answer(0, "next_day", store.today() - timedelta(9))
    grid.save_all()
    assert not grid.problem.repair.isHidden()
    grid.problem.repair.click()
    assert Visit.alive().count() == 1


def test_empty_lines_are_no_visits(grid):
    grid.save_all()
    assert not Visit.alive().exists()


def test_common_answers_reach_lines_not_begun_and_no_others(grid, person, store):
    grid.rows.answer(0, "household", person.household)
    grid.common["day"].set_value(store.today() - timedelta(3))
    assert grid.rows.rows[0].record.day == store.today()
    assert grid.rows.rows[1].record.day == store.today() - timedelta(3)


def test_a_household_is_found_by_initials_with_the_keyboard_alone(grid, person, qtbot):
    grid.view.go_to(0, grid.rows.names.index("household"))
    qtbot.keyClicks(grid.view, "l")
    line = grid.view.cells.open.focusProxy()
    qtbot.keyClicks(line, "xy")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert grid.rows.rows[0].record.household == person.household
    assert grid.view.currentIndex().column() == grid.rows.names.index("household") + 1


def test_those_who_live_there_are_offered_as_seen(grid, person):
    grid.rows.answer(0, "household", person.household)
    grid.view.go_to(0, grid.rows.names.index("seen"))
    grid.view.edit(grid.view.currentIndex())
    assert list(grid.view.cells.open.boxes) == [person.id]


def test_the_long_answer_belongs_to_the_line_in_hand(grid, person, qtbot):
    grid.rows.answer(0, "household", person.household)
    grid.view.go_to(0, 0)
    grid.aside.written.emit("睡眠差，已约卫生院。")
    assert grid.rows.rows[0].record.found == "睡眠差，已约卫生院。"


def test_what_was_found_last_time_stands_beside_the_line(grid, person, store):
    Visit.new(
        household=person.household, day=store.today() - timedelta(20), visitors=(store.user,), way="door",
        kind="regular", found="血压偏高。",
    ).save()  # fmt: skip
    grid.rows.answer(0, "household", person.household)
    grid.view.go_to(1, 0)
    grid.view.go_to(0, 0)
    assert "血压偏高" in grid.aside.heard.text()


def test_hours_that_overlap_are_refused_in_their_line(desk, store):
    volunteer = Volunteer.new(name="蒙正才", sex="1")
    volunteer.save()
    desk.window.go("volunteers")
    desk.window.page.begin_batch()
    page = desk.window.page
    yesterday = store.today() - timedelta(1)
    for row, (start, end) in enumerate(((time(9), time(11)), (time(10), time(12)))):
        page.grid.rows.answer(row, "volunteer", volunteer.id)
        page.grid.rows.answer(row, "day", yesterday)
        page.grid.rows.answer(row, "start", start)
        page.grid.rows.answer(row, "end", end)
    page.grid.save_all()
    assert VolunteerHours.alive().count() == 1
    assert page.grid.rows.counts() == (1, 1, 0)


def test_the_columns_of_visits_fit_a_window_of_1366(grid):
    view = grid.view
    assert sum(view.columnWidth(column) for column in range(grid.rows.columnCount())) <= view.viewport().width()


def test_a_name_nobody_bears_stays_as_typed_and_is_to_be_mended(grid, person, qtbot):
    column = grid.rows.names.index("household")
    grid.view.go_to(0, column)
    qtbot.keyClicks(grid.view, "h")
    qtbot.keyClicks(grid.view.cells.open.focusProxy(), "xj")
    grid.save_all()
    assert grid.rows.index(0, column).data() == "hxj"
    assert grid.rows.counts() == (0, 1, 0)
    assert not Visit.alive().exists()


def test_the_answer_that_was_there_takes_the_place_of_what_cannot_be_read(grid, person, store, qtbot):
    grid.rows.answer(0, "household", person.household)
    column = grid.rows.names.index("day")
    for keys in ("99x", str(store.today().day)):
        grid.view.go_to(0, column)
        grid.view.edit(grid.rows.index(0, column))
        line = grid.view.cells.open.focusProxy()
        line.clear()
        qtbot.keyClicks(line, keys)
        grid.view.commit_open()
    assert not grid.rows.rows[0].typed
    assert not [one for one in grid.rows.rows[0].problems if one.question == "day"]


def test_a_cell_that_was_only_looked_at_begins_no_line(grid):
    for column in range(len(grid.rows.names)):
        grid.view.go_to(0, column)
        grid.view.edit(grid.rows.index(0, column))
        grid.view.commit_open()
    assert not grid.rows.rows[0].begun


def test_shift_and_tab_go_back_from_an_open_cell(grid, qtbot):
    grid.view.go_to(0, 3)
    grid.view.edit(grid.rows.index(0, 3))
    qtbot.keyClick(grid.view.cells.open.focusProxy(), Qt.Key.Key_Backtab)
    assert (grid.view.currentIndex().column(), grid.view.cells.open) == (2, None)


def test_boxes_in_a_cell_are_ticked_with_arrows_and_space(grid, person, qtbot):
    grid.rows.answer(0, "household", person.household)
    grid.view.go_to(0, grid.rows.names.index("living"))
    grid.view.edit(grid.view.currentIndex())
    editor = grid.view.cells.open
    codes, boxes = zip(*editor.boxes.items(), strict=True)
    qtbot.keyClick(boxes[1], Qt.Key.Key_Space)
    qtbot.keyClick(boxes[1], Qt.Key.Key_Return)
    assert grid.rows.rows[0].record.living == (codes[1],)
    assert grid.view.cells.open is None


def test_lines_begun_survive_a_lock(desk, grid, three, store):
    grid.rows.answer(0, "household", three[0])
    grid.rows.keep_typed(0, "next_day", "过几天", Wrong("?"))
    desk.keep_drafts()
    grid.begin(day=store.today())
    assert grid.rows.rows[0].record.household == three[0]
    assert grid.rows.rows[0].typed == {"next_day": "过几天"}
    assert not grid.rows.save_row(0)
    assert not Visit.alive().exists()


def test_the_next_visit_is_suggested_once_the_household_is_known_and_what_was_typed_stays(grid, person, store):
    rule = store.today() + timedelta(180)
    grid.rows.answer(0, "household", person.household)
    assert grid.rows.rows[0].record.next_day == rule
    grid.rows.answer(0, "day", store.today() - timedelta(1))
    assert grid.rows.rows[0].record.next_day == rule - timedelta(1)
    grid.rows.answer(0, "next_day", store.today() + timedelta(5))
    grid.rows.answer(0, "day", store.today())
    assert grid.rows.rows[0].record.next_day == store.today() + timedelta(5)


def test_cells_land_from_the_cell_in_hand_on(grid, three):
    landings = plan(grid.rows, "石有田户\t\t上门\n卢满仓\t\t电话\n", 0, grid.rows.names.index("household"))
    assert [(one.row, one.name, one.value) for one in landings] == [
        (0, "household", three[0]), (0, "way", "door"), (1, "household", three[1]), (1, "way", "phone"),
    ]  # fmt: skip


def test_cells_land_under_their_headings_where_there_are_some(grid, three):
    text = "序号\t下次走访\t家庭\t发现的问题\n1\t2026-09-20\t陶桂香\t漏雨\n"
    landings = plan(grid.rows, text, 3, 0)
    assert {one.name: one.value for one in landings} == {
        "next_day": date(2026, 9, 20), "household": three[2], "problem": "漏雨",
    }  # fmt: skip
    assert {one.row for one in landings} == {3}


def test_what_cannot_be_read_stays_as_pasted_to_be_mended(grid, three):
    put_in(grid.rows, plan(grid.rows, "没有这户\n", 0, grid.rows.names.index("household")))
    assert grid.rows.index(0, grid.rows.names.index("household")).data() == "没有这户"
    assert grid.rows.rows[0].problems
    grid.save_all()
    assert not Visit.alive().exists()


def test_two_of_a_name_are_not_guessed(grid, three, store):
    store.tables["household"].new(head="石有田", village="桃坞村").save()
    (one,) = plan(grid.rows, "石有田", 0, grid.rows.names.index("household"))
    assert one.wrong is not None and one.value is None


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    cells=st.lists(
        st.lists(st.text(alphabet="石有田户0129-./月日、 \"'<>=", max_size=8), min_size=1, max_size=9), max_size=5
    )
)
def test_no_pasted_text_breaks_the_grid(grid, three, cells):
    text = "\n".join("\t".join(row) for row in cells)
    landings = plan(grid.rows, text, 0, 0)
    assert all(one.name in grid.rows.names for one in landings)
    assert len({(one.row, one.name) for one in landings}) == len(landings)
    assert all((one.wrong is None) or one.value is None for one in landings)


def test_what_would_land_is_shown_and_nothing_is_put_in_without_a_yes(grid, three, monkeypatch):
    shown = []

    def ask(sheet):
        table = sheet.findChild(QTableWidget)
        shown.extend(table.item(row, 0).text() for row in range(table.rowCount()))

    monkeypatch.setattr("ui.widgets.sheet.Sheet.ask", ask)
    QApplication.clipboard().setText("石有田\n没有这户\n")
    grid.view.go_to(0, grid.rows.names.index("household"))
    grid.paste()
    assert shown == ["石有田", "⊘ 没有这户"]
    assert not grid.has_open_lines()


def test_pasted_lines_are_put_in_and_saved(grid, three, monkeypatch):
    monkeypatch.setattr("ui.widgets.sheet.Sheet.ask", lambda sheet: 0)
    QApplication.clipboard().setText("\n".join(f"{name}\t\t\t\t第{n}件" for n, name in enumerate(("石有田", "卢满仓"))))
    grid.view.go_to(0, grid.rows.names.index("household"))
    grid.paste()
    grid.save_all()
    assert sorted(visit.problem for visit in Visit.alive()) == ["第0件", "第1件"]


def test_who_a_line_is_about_stays_in_sight_when_the_grid_scrolls_sideways(desk, grid, three):
    desk.window.resize(700, 600)
    frozen = grid.view.frozen
    grid.view.go_to(0, len(grid.rows.names) - 1)
    assert frozen.isVisible()
    assert [frozen.isColumnHidden(column) for column in range(3)] == [False, False, True]
    grid.view.go_to(0, 2)
    assert grid.view.visualRect(grid.view.currentIndex()).left() >= (frozen.breadth() if frozen.isVisible() else 0)
    grid.view.go_to(0, 1)
    assert not frozen.isVisible()


class Painted(QObject):
    """What of a widget is painted anew."""

    def __init__(self, widget):
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self.region += event.region()
        return False


def test_the_whole_line_in_hand_is_painted_when_one_goes_down(grid, qtbot):
    grid.view.go_to(0, 1)
    QApplication.processEvents()
    painted = Painted(grid.view.viewport())
    qtbot.keyClick(grid.view, Qt.Key.Key_Down)
    QApplication.processEvents()
    last = grid.view.model().columnCount() - 1
    for row in (0, 1):
        assert painted.region.contains(grid.view.visualRect(grid.view.model().index(row, last)).center())
