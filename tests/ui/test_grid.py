from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt

from models.errors import Wrong
from models.services.visit import Visit
from models.volunteering.hours import VolunteerHours
from models.volunteering.volunteer import Volunteer


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
