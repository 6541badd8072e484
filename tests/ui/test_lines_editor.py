from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from models import codes
from models.errors import Problem, Wrong
from models.fields import Choice, Count, Day, Line, Lines, Money, Text
from models.fields.lines import LineProblem
from models.services.activity import Activity
from ui.editors.choosing import choosing
from ui.editors.editors import editor_for
from ui.words import spoken


@pytest.fixture
def question():
    columns = {
        "goal": Text("Goal", required=True), "times": Count("Times"), "by": Day("By", may_be_future=True),
        "sex": Choice("Sex", "sex"), "cost": Money("Cost"),
    }  # fmt: skip
    made = Lines("Goals", columns=columns, sums=("cost",))
    made.name = "goals"
    return made


@pytest.fixture
def form(qtbot, store, question):
    """The editor between two lines of a form."""
    form = QWidget()
    form.resize(800, 500)
    column = QVBoxLayout(form)
    form.before, form.editor, form.after = QLineEdit(), editor_for(question, choosing()), QLineEdit()
    for widget in (form.before, form.editor, form.after):
        column.addWidget(widget)
    qtbot.addWidget(form)
    form.show()
    form.editor.set_value(())
    return form


def hand(qtbot, form, *keys):
    """Type words and press keys wherever the focus is."""
    for key in keys:
        for one in key if isinstance(key, str) else (key,):
            qtbot.keyClick(form.focusWidget() or form.editor.view, one)


Enter, Tab, Delete, Escape = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Delete, Qt.Key.Key_Escape


def test_lines_are_typed_cell_by_cell_and_an_empty_one_stays_below(qtbot, form):
    form.editor.setFocus()
    hand(qtbot, form, "work", Enter, "3", Tab, "20261001", Enter, Enter, "12.5", Enter, "skill", Enter)
    assert form.editor.value() == (
        Line(goal="work", times=3, by=date(2026, 10, 1), cost=1250),
        Line(goal="skill"),
    )
    assert form.editor.rows.rowCount() == 3


def test_tab_passes_cells_that_stay_empty_and_leaves_the_table_from_the_empty_line(qtbot, form):
    form.editor.setFocus()
    hand(qtbot, form, "work", Tab, Tab, Tab, Tab, Tab, "skill", Tab, Tab, Tab, Tab, Tab)
    assert form.editor.value() == (Line(goal="work"), Line(goal="skill"))
    hand(qtbot, form, Tab)
    assert form.after.hasFocus()


def test_enter_in_the_empty_line_goes_on_to_the_next_question(qtbot, form):
    form.editor.setFocus()
    hand(qtbot, form, Enter)
    assert form.after.hasFocus()


def test_shift_tab_in_the_first_cell_goes_back_to_the_question_before(qtbot, form):
    form.editor.setFocus()
    qtbot.keyClick(form.editor.view, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert form.before.hasFocus()


def test_what_stands_in_an_open_cell_belongs_to_the_value(qtbot, form):
    form.editor.setFocus()
    hand(qtbot, form, "work")
    assert form.editor.value() == (Line(goal="work"),)
    assert form.editor.view.cells.open is not None


def test_escape_takes_back_what_was_typed_in_a_cell(qtbot, form):
    form.editor.set_value((Line(goal="找工作"),))
    form.editor.view.go_to(0, 0)
    hand(qtbot, form, "x", Escape)
    assert form.editor.value() == (Line(goal="找工作"),)


def test_unreadable_text_stays_in_its_cell_and_is_said_with_its_line(qtbot, form):
    form.editor.set_value((Line(goal="找工作"), Line(goal="学手艺")))
    form.editor.view.go_to(1, 1)
    hand(qtbot, form, "many", Enter)
    with pytest.raises(Wrong) as refused:
        form.editor.value()
    assert refused.value.values["line"] == 2
    assert form.editor.rows.index(1, 1).data() == "many"
    assert form.editor.readable() == (Line(goal="找工作"), Line(goal="学手艺"))


def test_lines_that_stay_keep_the_place_they_were_stored_under(qtbot, form):
    form.editor.set_value((Line({"goal": "a"}, 3), Line({"goal": "b"}, 7)))
    form.editor.view.go_to(2, 0)
    hand(qtbot, form, "c", Enter)
    assert [line.place for line in form.editor.value()] == [3, 7, None]


def test_lines_are_removed_and_moved_by_keys(qtbot, form):
    form.editor.set_value((Line(goal="a"), Line(goal="b"), Line(goal="c")))
    form.editor.view.go_to(0, 0)
    hand(qtbot, form, Delete)
    qtbot.keyClick(form.editor.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert form.editor.value() == (Line(goal="c"), Line(goal="b"))
    assert form.editor.view.currentIndex().row() == 1


def test_the_empty_line_cannot_be_removed(qtbot, form):
    form.editor.view.go_to(0, 0)
    hand(qtbot, form, Delete)
    assert form.editor.rows.rowCount() == 1


def test_cells_of_a_sheet_are_pasted_from_the_cell_in_hand_on(qtbot, form):
    QGuiApplication.clipboard().setText("找工作\t3\t2026-10-01\t女\t20\r\n学手艺\t\t\t男\t5\r\n")
    form.editor.view.go_to(0, 0)
    qtbot.keyClick(form.editor.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert form.editor.value() == (
        Line(goal="找工作", times=3, by=date(2026, 10, 1), sex="2", cost=2000),
        Line(goal="学手艺", sex="1", cost=500),
    )


def test_a_sheet_with_too_many_columns_is_refused_whole(qtbot, form):
    form.editor.view.go_to(0, 3)
    form.editor.paste("a\tb\tc")
    assert form.editor.value() == ()
    assert form.editor.doubt.text()


def test_the_sum_stands_below(form):
    form.editor.set_value((Line(goal="a", cost=1200), Line(goal="b", cost=300)))
    assert "15.00" in form.editor.sums.text()


def test_the_table_grows_with_its_lines_up_to_ten(form):
    one = form.editor.view.height()
    form.editor.set_value([Line(goal="a")] * 4)
    five = form.editor.view.height()
    form.editor.set_value([Line(goal="a")] * 40)
    assert one < five < form.editor.view.height() < five * 3


def test_a_problem_of_a_line_is_shown_in_its_cell(form):
    form.editor.set_value((Line(goal="a"), Line(times=2)))
    form.editor.show_problem(LineProblem("goals", "This has to be answered.", {}, True, "", None, 2, "Goal"))
    assert form.editor.rows.marked == (1, 0)
    form.editor.setFocus()
    assert (form.editor.view.currentIndex().row(), form.editor.view.currentIndex().column()) == (1, 0)
    form.editor.show_problem(None)
    assert form.editor.rows.marked is None


def test_a_problem_of_the_whole_table_marks_its_border(form):
    form.editor.show_problem(Problem("goals", "This has to be answered."))
    assert form.editor.view.property("state") == "bad"


def test_read_only_lines_take_no_key(qtbot, form):
    form.editor.set_value((Line(goal="a"),))
    form.editor.set_read_only(True)
    form.editor.view.go_to(0, 0)
    hand(qtbot, form, "x", Delete)
    assert form.editor.value() == (Line(goal="a"),)
    assert form.editor.rows.rowCount() == 1


def test_lines_written_in_a_form_are_saved_and_what_is_wrong_is_said_with_its_line(desk, store):
    desk.window.go("activities")
    page = desk.window.page
    page.new(name="义诊", kind=codes.choices("activity_kind")[0].code)
    lines = page.editor.form.rows["expenses"].editor
    cost = next(name for name, column in lines.question.columns.items() if isinstance(column, Money))
    needed = next(name for name, column in lines.question.columns.items() if column.required and name != cost)
    lines.rows.take_text(0, cost, "12.5")
    assert not page.editor.save()
    problem = page.editor.form.rows["expenses"].problem_line
    assert not problem.isHidden() and "1" in problem.text()
    lines.rows.take_text(0, needed, codes_or("横幅", lines.question.columns[needed]))
    assert page.editor.save()
    (line,) = Activity.alive().get().expenses
    assert line[cost] == 1250 and line.place == 1


def codes_or(text, column):
    return codes.choices(column.codes)[0].label(spoken()) if isinstance(column, Choice) else text


def test_a_draft_keeps_the_lines_that_can_be_read(desk, store):
    desk.window.go("activities")
    page = desk.window.page
    page.new(name="义诊")
    lines = page.editor.form.rows["expenses"].editor
    cost = next(name for name, column in lines.question.columns.items() if isinstance(column, Money))
    lines.rows.take_text(0, cost, "12.5")
    lines.rows.take_text(1, cost, "many")
    page.editor.keep_draft()
    page.new()
    assert [line[cost] for line in page.editor.form.rows["expenses"].editor.value()] == [1250]


def test_a_column_the_program_fills_is_shown_and_passed_by(qtbot, store):
    columns = {"no": Count("No.", derived=True), "goal": Text("Goal", required=True), "times": Count("Times")}
    made = Lines("Goals", columns=columns)
    made.name = "goals"
    editor = editor_for(made, choosing())
    qtbot.addWidget(editor)
    editor.set_value((Line(no=4, goal="school"),))
    with qtbot.waitActive(editor):
        editor.show()
    editor.setFocus()
    assert editor.view.currentIndex().column() == 1
    editor.view.move_on(1)
    editor.view.move_on(1)
    assert (editor.view.currentIndex().row(), editor.view.currentIndex().column()) == (1, 1)
    heads = [editor.rows.headerData(row, Qt.Orientation.Vertical) for row in range(2)]
    assert editor.view.isColumnHidden(0) and heads == ["4", "＋"]
    assert not editor.rows.flags(editor.rows.index(0, 0)) & Qt.ItemFlag.ItemIsEditable
    editor.view.setCurrentIndex(editor.rows.index(0, 0))
    qtbot.keyClick(editor.view, Qt.Key.Key_Backspace)
    assert editor.value() == (Line(no=4, goal="school"),)
