import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLabel

from models import drafts
from models.casework.case import Case
from models.people.person import Person
from tests.ui.conftest import Asked
from ui import look, words
from ui.window.desk import Desk


def tab_order(form):
    """The questions in the order in which Tab reaches them."""
    order, widget = [], form
    for _step in range(500):
        widget = widget.nextInFocusChain()
        name = widget.property("question")
        if name and name not in order and form.isAncestorOf(widget):
            order.append(name)
        if widget is form:
            break
    return order


def test_a_form_filled_and_saved_is_a_record(desk):
    desk.window.go("persons")
    page = desk.window.page
    page.new()
    page.editor.form.rows["name"].editor.line.insert("覃小雨")
    assert page.editor.save()
    assert [one.name for one in Person.alive()] == ["覃小雨"]


def test_a_form_with_something_missing_is_not_saved_and_says_what(desk):
    desk.window.go("persons")
    page = desk.window.page
    page.new()
    assert not page.editor.save()
    assert not page.editor.form.rows["name"].problem_line.isHidden()
    assert not Person.alive().exists()


def test_a_draft_survives_leaving_the_form(desk, store):
    desk.window.go("persons")
    page = desk.window.page
    page.new()
    page.editor.form.rows["name"].editor.line.insert("覃小雨")
    page.editor.leave()
    assert [draft.form for draft in drafts.all(store)] == ["person"]
    page.new()
    assert page.editor.form.rows["name"].editor.line.text() == "覃小雨"
    assert not page.editor.notice.isHidden()


def test_saving_takes_the_draft_away(desk, store):
    desk.window.go("persons")
    page = desk.window.page
    page.new()
    page.editor.form.rows["name"].editor.line.insert("覃小雨")
    page.editor.keep_draft()
    page.editor.save()
    assert drafts.all(store) == []


def test_an_answer_emptied_in_a_draft_is_empty_when_it_comes_back(desk, person, store):
    desk.window.go("persons")
    page = desk.window.page
    page.open(person)
    page.editor.form.rows["village"].editor.line.setText("")
    page.editor.leave()
    page.open(Person.get_by_id(person.id))
    assert page.editor.form.rows["village"].editor.line.text() == ""


def test_tab_goes_through_the_person_form_as_it_is_read(desk):
    desk.window.go("persons")
    desk.window.page.new()
    form = desk.window.page.editor.form
    assert tab_order(form) == [name for name in form.rows if form.rows[name].editor.focusProxy()]


def test_no_page_guesses_whether_a_text_is_markup(desk, person, store):
    for name in desk.window.entries:
        desk.window.go(name)
        for label in desk.window.page.findChildren(QLabel):
            assert label.textFormat() != Qt.TextFormat.AutoText or not label.text(), (name, label.text())


def test_a_new_form_opens_with_the_caret_in_its_first_required_answer(desk):
    desk.window.go("persons")
    desk.window.activateWindow()
    desk.window.page.new()
    assert QApplication.focusWidget() in (None, desk.window.page.editor.form.rows["name"].editor.line)


def test_the_list_is_narrowed_by_pinyin_initials(desk, person, store):
    other = store.tables["person"].new(name="石有田", sex="1")
    other.save()
    desk.window.go("persons")
    page = desk.window.page.list
    page.filter.setText("lxy")
    page.reload()
    assert page.table.rowCount() == 1
    assert page.current().name == "龙秀英"


def test_a_question_answered_by_where_the_form_stands_is_not_asked(desk, person, store):
    case = Case.new(person=person.id, source="01", opened=store.today(), worker=store.user)
    case.save()
    desk.open_row("case", case.id)
    desk.window.page.file.new_session()
    assert "case" not in desk.window.page.file.editor.form.rows
    assert "person" in desk.window.page.records.editor.form.rows
    assert Case.questions()["number"].derived


def test_the_form_of_a_visit_offers_those_who_live_there(desk, person):
    desk.visit_household(person.household)
    seen = desk.window.page.records.editor.form.rows["seen"].editor
    assert list(seen.boxes) == [person.id]
    seen.boxes[person.id].setChecked(True)
    assert seen.value() == (person.id,)


def test_one_who_may_only_read_sees_the_form_and_why_it_cannot_be_saved(desk, person, store):
    auditor = store.tables["staff"].new(name="审计员", role="auditor")
    auditor.save()
    store.user = auditor.id
    desk.window.go("persons")
    desk.window.page.open(person)
    editor = desk.window.page.editor
    assert not editor.save_button.isEnabled()
    assert not editor.notice.isHidden()
    assert not editor.save()


def test_saving_leaves_the_caret_in_the_answer_to_mend_it_stands_in(desk, qtbot):
    desk.window.go("groups")
    desk.window.page.new()
    desk.window.window().activateWindow()
    editor = desk.window.page.editor
    for name in ("kind", "started"):
        target = editor.form.rows[name].editor
        target.setFocus()
        qtbot.waitUntil(target.focusProxy().hasFocus)
        assert not editor.save()
        assert target.focusProxy().hasFocus()


def test_the_answer_that_mends_is_put_in_by_its_button(desk, person):
    desk.window.go("persons")
    page = desk.window.page
    person.id_number = "519923195003214527"
    page.open(person)
    form = page.editor.form
    form.rows["birth"].show_problem(form.rows["birth"].question.problem("?", repair="1950-03-22"))
    form.rows["birth"].repair.click()
    assert form.rows["birth"].editor.value() == "1950-03-22"


class Windows(QObject):
    """Notes each widget that is shown as a window of its own."""

    def __init__(self):
        super().__init__()
        self.shown = []

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show and watched.isWidgetType() and watched.isWindow():
            self.shown.append(watched)
        return False


def test_opening_pages_and_forms_shows_no_stray_windows(desk, person, qapp):
    windows = Windows()
    qapp.installEventFilter(windows)
    try:
        for name in desk.window.entries:
            desk.window.go(name)
            if hasattr(desk.window.page, "new"):
                desk.window.page.new()
        desk.open_row("person", person.id)
        desk.window.go("visits")
        desk.window.page.begin_batch()
    finally:
        qapp.removeEventFilter(windows)
    assert windows.shown == []


def test_a_form_laid_out_anew_behind_another_page_keeps_the_height_of_its_rows(desk, qtbot):
    desk.window.go("community")
    desk.window.page.new()
    form = desk.window.page.editor.form
    qtbot.waitUntil(lambda: form.grid.columns == 2 and form.grid.geometry().height() > 0)
    desk.window.go("persons")
    QCoreApplication.processEvents()
    desk.window.resize(1024, 600)
    QCoreApplication.processEvents()
    desk.window.go("community")
    rows = [row for row in form.rows.values() if row.isVisible()]
    qtbot.waitUntil(lambda: all(row.height() >= row.minimumSizeHint().height() for row in rows))
    assert form.grid.columns == 1


@pytest.mark.parametrize(("language", "screen", "size"), [("zh_CN", (1024, 600), 175), ("en", (1366, 696), 150)])
def test_no_form_is_wider_than_its_window(qtbot, qapp, store, language, screen, size):
    words.speak(language)
    look.apply(qapp, "light", size)
    desk = Desk(store, Asked())
    desk.window.resize(*screen)
    desk.window.show()
    for table in ("leaving", "survey", "left_behind_child", "agreement"):
        desk.window.go(desk.pages.page_of(table))
        desk.window.page.new()
        form = desk.window.page.editor.form
        qtbot.waitUntil(lambda form=form: form.widget().width() <= form.viewport().width())
    desk.window.hide()
    desk.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
