"""What can be done with a whole list."""

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication

from models import access, codes, read_log
from models.services.activity import Activity
from ui import words
from ui.lists import list_columns
from ui.lists.list_columns import ColumnList, ListLook
from ui.lists.record_table import RecordTable
from ui.lists.record_view import RecordView
from ui.theme import font, px


@pytest.fixture
def people(store):
    person = store.tables["person"]
    for name in ("龙秀英", "石有田", "覃小雨"):
        person.new(name=name, sex="1", village="河口村").save()
    return person


@pytest.fixture
def page(desk, people):
    desk.window.go("persons")
    return desk.window.page


def test_a_list_is_exported_as_it_stands_and_that_is_noted(desk, page, store, tmp_path, qtbot):
    page.list.filter.setText("shiyoutian")
    page.list.reload()
    path = tmp_path / "a.xlsx"
    page.list.tools.write(str(path))
    qtbot.waitUntil(lambda: path.exists() and desk.window.running.job is None)
    assert path.read_bytes()[:2] == b"PK"
    assert [(line.action, line.why) for line in read_log.lines(store)][0] == ("export", "person")


def test_the_rows_chosen_are_taken_where_there_are_several(page):
    rows, model = page.list.view.selectionModel(), page.list.table
    for row in (0, 2):
        rows.select(
            model.index(row, 0), QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        )
    chosen = {model.record_at(row).id for row in page.list.view.chosen_rows()}
    assert {one.id for one in page.list.tools._rows()} == chosen and len(chosen) == 2
    assert "2" in page.list.footer.text()


def test_one_row_in_hand_is_no_choice(page):
    page.list.view.selectRow(1)
    assert len(list(page.list.tools._rows())) == 3


def test_the_rows_chosen_are_copied_as_they_are_shown_and_that_is_noted(page, store, qtbot):
    page.list.view.selectRow(0)
    store.tables["person"].new(name="=1+1", village="河口村").save()
    page.list.reload()
    page.list.view.selectAll()
    qtbot.keyClick(page.list.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert {line.split("\t")[0] for line in lines} == {"龙秀英", "石有田", "覃小雨", "'=1+1"}
    assert [(line.action, line.why) for line in read_log.lines(store)][0] == ("export", "person")
    QGuiApplication.clipboard().clear()


def test_the_width_of_the_preview_is_there_the_next_time(desk, page, qtbot):
    split = page.list.split
    split.setSizes([px(700), px(15 * 28)])
    split.splitterMoved.emit(1, 1)
    qtbot.waitUntil(lambda: page.list.view.look.side > 0)
    found = again(desk)
    assert abs(found.split.sizes()[1] - split.sizes()[1]) <= px(15)
    found.show_columns([], {})
    assert found.view.look.side == 0


def again(desk):
    """The list of people as it is opened the next time."""
    desk.window.stack.pages.pop("persons")
    desk.window.go("persons")
    return desk.window.page.list


def test_columns_chosen_are_there_the_next_time(desk, page):
    page.list.show_columns(["name", "village"], {"village": 20})
    found = again(desk)
    assert found.table.names == ["name", "village"]
    assert found.view.columnWidth(1) == px(15 * 20)


def test_all_as_at_first_comes_back(desk, page):
    usual = list(page.list.table.names)
    page.list.show_columns(["village", "name"], {"name": 20})
    page.list.view.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    page.list.show_columns([], {})
    assert page.list.table.names == usual and page.list.table.sort_name is None
    found = again(desk)
    assert (found.table.names, found.view.look.widths, found.table.sort_name) == (usual, {}, None)


def test_the_order_of_a_list_is_kept_and_a_third_click_ends_it(desk, page, qtbot):
    names = [page.list.table.record_at(row).name for row in range(3)]
    page.list.view.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert page.list.current().name == "龙秀英"
    found = again(desk)
    assert (found.table.sort_name, found.table.descending) == ("name", True)
    heads = found.view.horizontalHeader()
    assert (heads.sortIndicatorSection(), heads.sortIndicatorOrder()) == (0, Qt.SortOrder.DescendingOrder)
    place = QPoint(heads.sectionViewportPosition(0) + 20, 10)
    qtbot.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert found.table.sort_name is None
    assert [found.table.record_at(row).name for row in range(3)] == names


def test_a_list_nobody_sorted_begins_with_the_latest(page):
    assert page.list.table.sort_name is None
    assert page.list.table.record_at(0).name == "覃小雨"


def test_the_order_stays_with_its_column_where_that_moves(page):
    page.list.view.sortByColumn(page.list.table.names.index("village"), Qt.SortOrder.AscendingOrder)
    page.list.show_columns(["village", "name"], {})
    heads = page.list.view.horizontalHeader()
    assert (heads.sortIndicatorSection(), page.list.table.sort_name) == (0, "village")
    page.list.show_columns(["name"], {})
    assert (heads.sortIndicatorSection(), page.list.table.sort_name) == (-1, None)


def test_a_heading_dragged_to_another_place_stays_there(desk, page, qtbot):
    before = list(page.list.table.names)
    page.list.view.horizontalHeader().moveSection(0, 2)
    moved = [before[1], before[2], before[0], *before[3:]]
    qtbot.waitUntil(lambda: page.list.table.names == moved)
    heads = page.list.view.horizontalHeader()
    assert [heads.visualIndex(place) for place in range(len(moved))] == list(range(len(moved)))
    assert again(desk).table.names == moved


def test_a_column_widened_keeps_its_width_and_the_others_share_the_rest(desk, page, qtbot):
    view = page.list.view
    place, room = page.list.table.names.index("village"), view.viewport().width()
    wide = view.columnWidth(place) + px(60)
    with qtbot.waitSignal(view.widened):
        view.horizontalHeader().resizeSection(place, wide)
    assert abs(view.columnWidth(place) - wide) <= 2
    assert sum(view.columnWidth(column) for column in range(len(view.columns))) == room
    assert abs(again(desk).view.columnWidth(place) - wide) <= 2


def test_a_column_far_too_wide_takes_no_more_than_the_others_leave(page):
    page.list.show_columns([*page.list.table.names], {"name": 60})
    view = page.list.view
    assert view.columnWidth(0) == view.viewport().width() // 2 and not view.isColumnHidden(1)
    assert sum(view.columnWidth(column) for column in range(len(view.columns))) == view.viewport().width()


def test_nothing_told_in_confidence_can_be_a_column(store):
    for cls in store.tables.values():
        for name in list_columns.possible(cls):
            question = cls.questions()[name]
            assert not question.sensitive or not hasattr(question, "limit") or name not in ("found", "notes"), name


@pytest.mark.parametrize(
    "kept",
    [
        b"{", b"[]", b'{"names": ["of a newer program"]}', b'{"names": 3}', b'{"names": [{}]}', b'{"sort": {}}',
        b'{"side": "9"}', b'{"side": 1e9}',
        b'{"widths": {"name": 1e9}}', b'{"widths": {"name": NaN}}', b'{"widths": {"name": "9"}}',
    ],
)  # fmt: skip
def test_a_choice_that_is_not_understood_is_left_aside(store, people, kept):
    look = ListLook(store, people)
    look.keep(names=["name"])
    store.keep(look._key, kept)
    found = ListLook(store, people)
    assert (found.names, found.widths, found.sort) == ([], {}, None)


def test_columns_are_ticked_and_moved(qtbot, people):
    chooser = ColumnList(people, ["name", "sex"])
    qtbot.addWidget(chooser)
    chooser.show()
    chooser.move_line(1)
    assert chooser.chosen() == ["sex", "name"]
    chooser.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert chooser.chosen() == ["name"]


def test_a_column_is_made_wider_by_key(qtbot, people):
    chooser = ColumnList(people, ["name", "sex"], {"name": 9})
    qtbot.addWidget(chooser)
    with qtbot.waitActive(chooser):
        chooser.show()
    chooser.setFocus()
    qtbot.keyClick(chooser, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert chooser.widths == {"name": 10} and chooser.item(0).text() == "姓名　宽 10 字"
    for _step in range(30):
        chooser.widen(-1)
    assert chooser.widths == {"name": 3}


def test_a_template_begins_a_new_record(desk, store):
    kind = codes.choices("activity_kind")[0].code
    Activity.new(name="义诊", kind=kind, day=store.today(), place="村委会").save()
    desk.window.go("activities")
    page = desk.window.page
    page.list.reload()
    page.list.tools._keep("义诊系列", page.list.current())
    page.list.tools.new_from_template()
    page.list.tools.menu.actions()[0].trigger()
    page.list.tools.menu.close()
    trial = page.editor.form.trial()
    assert (trial.name, trial.place, page.editor.record.is_new) == ("义诊", "村委会", True)


def test_as_last_time_fills_what_is_empty_and_leaves_what_is_typed(desk, store):
    kind = codes.choices("activity_kind")[0].code
    Activity.new(name="义诊", kind=kind, day=store.today(), place="村委会", host="村社").save()
    desk.window.go("activities")
    page = desk.window.page
    page.new()
    editor = page.editor
    editor.form.rows["place"].editor.line.setText("广场")
    editor.copy_last()
    trial = editor.form.trial()
    assert (trial.place, trial.kind, trial.host, trial.name) == ("广场", kind, "村社", None)
    assert not editor.notice.isHidden()


def test_every_list_offers_its_ledger_its_print_and_its_blank_form(desk):
    for name in ("persons", "visits", "activities", "volunteer_hours", "consent"):
        desk.window.go(name)
        page = desk.window.page
        tools = getattr(page, "records", page).list.tools
        assert len(tools.deeds()) >= 5, name


def test_of_what_few_may_read_no_list_is_taken_along(desk, store, monkeypatch):
    """Neither from the button nor by Ctrl+E; what is told in confidence is no column either."""
    told = []
    monkeypatch.setattr("ui.lists.list_tools.tell", lambda _widget, error: told.append(type(error)))
    desk.window.go(desk.pages.page_of("mandatory_report"))
    tools = desk.window.page.list.tools
    assert [deed for _said, deed in tools.deeds()] == [tools.print_blank]
    tools.export()
    assert told == [access.NotTakenAlong]
    assert not {"person", "given_name", "situation", "police"} & set(list_columns.possible(tools.cls))


def test_no_sex_is_cut_in_english(desk, people, fonts):
    words.speak("en")
    table = RecordTable(people, desk.choosing, ["name", "sex"])
    view = RecordView(table, ListLook(desk.store, people))
    needed = QFontMetrics(font(14.5)).horizontalAdvance("Female")
    assert px(15 * view.columns[1].least) >= needed + px(16)


def test_a_heading_stands_above_what_it_heads(desk, store):
    household = store.tables["household"]
    household.new(head="王秀英", count=3).save()
    table = RecordTable(household, desk.choosing, ["head", "count"])
    table.reload()
    side = Qt.ItemDataRole.TextAlignmentRole
    for column, wanted in enumerate((Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight)):
        heading = table.headerData(column, Qt.Orientation.Horizontal, side)
        assert heading & wanted and heading == table.index(0, column).data(side)
