"""What can be done with a whole list."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt

from models import access, codes
from models.services.activity import Activity
from ui import list_columns
from ui.list_columns import ColumnList


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
    assert [(line.action, line.why) for line in access.lines(store)][0] == ("export", "person")


def test_the_rows_chosen_are_taken_where_there_are_several(page):
    rows, model = page.list.view.selectionModel(), page.list.table
    for row in (0, 2):
        rows.select(
            model.index(row, 0), QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        )
    chosen = {model.record_at(row).id for row in page.list.chosen_rows()}
    assert {one.id for one in page.list.tools._rows()} == chosen and len(chosen) == 2
    assert "2" in page.list.footer.text()


def test_one_row_in_hand_is_no_choice(page):
    page.list.view.selectRow(1)
    assert len(list(page.list.tools._rows())) == 3


def test_columns_chosen_are_there_the_next_time(desk, page, store):
    list_columns.keep(store, type(page.list.current()), names=["name", "village"])
    desk.window.stack.pages.pop("persons")
    desk.window.go("persons")
    assert desk.window.page.list.table.names == ["name", "village"]


def test_the_usual_columns_come_back(page):
    usual = list(page.list.table.names)
    page.list.show_columns(["name"])
    assert page.list.table.columnCount() == 1
    page.list.show_columns([])
    assert page.list.table.names == usual


def test_the_order_of_a_list_is_kept(desk, page, store):
    column = page.list.table.names.index("name")
    page.list.view.sortByColumn(column, Qt.SortOrder.DescendingOrder)
    assert page.list.tools.order() == (column, Qt.SortOrder.DescendingOrder)


def test_nothing_told_in_confidence_can_be_a_column(store):
    for cls in store.tables.values():
        for name in list_columns.possible(cls):
            question = cls.questions()[name]
            assert not question.sensitive or not hasattr(question, "limit") or name not in ("found", "notes"), name


def test_a_choice_of_columns_nobody_knows_is_left_aside(store, people):
    list_columns.keep(store, people, names=["of a newer program"])
    assert list_columns.kept(store, people) == {}


def test_columns_are_ticked_and_moved(qtbot, people):
    chooser = ColumnList(people, ["name", "sex"])
    qtbot.addWidget(chooser)
    chooser.show()
    chooser.move_line(1)
    assert chooser.chosen() == ["sex", "name"]
    chooser.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert chooser.chosen() == ["name"]


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
    monkeypatch.setattr("ui.list_tools.tell", lambda _widget, error: told.append(type(error)))
    desk.window.go(desk.pages.page_of("mandatory_report"))
    tools = desk.window.page.list.tools
    assert [deed for _said, deed in tools.deeds()] == [tools.print_blank]
    tools.export()
    assert told == [access.NotTakenAlong]
    assert not {"person", "given_name", "situation", "police"} & set(list_columns.possible(tools.cls))
