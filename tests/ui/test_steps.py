"""The steps of a record above its form."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from models.casework.case import Case
from ui.forms import record_editor
from ui.widgets.line_edit import TextEdit


@pytest.fixture
def case(store, person):
    case = Case.new(person=person.id, source="01", opened=store.today(), worker=store.user, state="assessing")
    case.save()
    return case


@pytest.fixture
def waiting(store, person):
    case = Case.new(person=person.id, source="01", opened=store.today(), worker=store.user, state="opening")
    case.save(kind="import")
    return case


@pytest.fixture
def as_worker(store):
    staff = store.tables["staff"]
    lead = store.user
    store.user = staff.get(staff.name == "潘晓燕").id
    yield store.user
    store.user = lead


def editor_of(desk, case):
    desk.open_row("case", case.id)
    file = desk.window.page.file
    file.reread(case.id)
    return file.editor


def test_a_new_record_says_its_state_and_one_on_file_goes_by_steps(desk, case):
    desk.window.go("cases")
    desk.window.page.new()
    fresh = desk.window.page.editor
    assert fresh.form.rows["state"].isVisibleTo(fresh) and fresh.steps.isHidden()
    editor = editor_of(desk, case)
    assert not editor.form.rows["state"].isVisibleTo(editor)
    assert set(editor.steps.buttons) <= {move.name for move in case.steps()} and editor.steps.buttons


def test_what_a_step_lacks_is_said_and_nothing_changes(desk, case, as_worker):
    editor = editor_of(desk, case)
    editor.take_step(case.process.named("submit_opening"))
    assert not editor.notice.isHidden() and editor.notice.sentence.text()
    assert Case.get_by_id(case.id).state == "assessing"


def test_a_step_that_asks_why_is_not_taken_without_a_reason(desk, case, monkeypatch):
    editor = editor_of(desk, case)
    monkeypatch.setattr(record_editor, "ask_reason", lambda *_asked: "")
    editor.take_step(case.process.named("refuse"))
    assert Case.get_by_id(case.id).state == "assessing"


def test_the_reason_stands_in_the_history(desk, case, monkeypatch):
    editor = editor_of(desk, case)
    monkeypatch.setattr(record_editor, "ask_reason", lambda *_asked: "本人不愿意")
    editor.take_step(case.process.named("refuse"))
    kept = Case.get_by_id(case.id)
    assert kept.state == "refused"
    assert kept.history("state")[0].why == "本人不愿意"


def test_a_reason_is_asked_for_in_words(desk, case, qtbot):
    editor = editor_of(desk, case)

    def answer():
        sheet = QApplication.activeModalWidget()
        sheet.findChild(TextEdit).setPlainText("搬走了")
        sheet._choose(0)

    QTimer.singleShot(0, answer)
    assert record_editor.ask_reason(editor, "…") == "搬走了"


def test_what_is_typed_is_saved_before_a_step(desk, case):
    editor = editor_of(desk, case)
    editor.form.rows["request"].editor.text.setPlainText("想找活干")
    editor.take_step(case.process.named("open_now"))
    assert Case.get_by_id(case.id).request == "想找活干"


def test_steps_for_the_lead_are_said_to_a_worker_not_offered(desk, case, as_worker):
    editor = editor_of(desk, case)
    leads = [move.name for move in case.steps() if not move.is_for("worker")]
    assert leads and not set(leads) & set(editor.steps.buttons)


def test_what_waits_for_the_lead_stands_on_today(desk, waiting):
    desk.window.go("today")
    page = desk.window.page
    page.shown()
    assert ("case", waiting.id) in [(item.table, item.row) for item in page.items.items]


def test_who_approves_nothing_is_not_asked_to(desk, waiting, as_worker):
    desk.window.go("today")
    page = desk.window.page
    assert list(page._waiting()) == []


def test_without_a_reason_the_sheet_stays_and_ctrl_enter_gives_one(desk, case):
    editor, seen = editor_of(desk, case), []

    def answer():
        sheet = QApplication.activeModalWidget()
        body = sheet.findChild(TextEdit)
        (give,) = [key for key in sheet.findChildren(QShortcut) if key.key() == QKeySequence("Ctrl+Return")]
        give.activated.emit()
        seen.append((sheet.isVisible(), sheet.verbs[0].isEnabled()))
        body.setPlainText("搬走了")
        give.activated.emit()
        sheet.reject()

    QTimer.singleShot(0, answer)
    assert record_editor.ask_reason(editor, "…") == "搬走了"
    assert seen == [(True, False)]
