"""Cases, groups and activities: records whose file is more than a form."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from models import drafts
from models.casework.case import Case
from models.casework.session import CaseSession
from models.people.consent import Consent
from models.services.activity import Activity, Attendance
from models.services.group import Group, GroupSession
from models.services.group_member import GroupMember
from models.services.hand_out import HandOut
from tests.exports.paper import text_of
from ui.attendance import attendance_print
from ui.attendance.attendance_goods import hand_out_to, receivers
from ui.attendance.attendance_paste import PastedNames
from ui.attendance.attendance_sums import Attendee
from ui.prints.print_preview import PrintPreview
from ui.widgets.buttons import KeyButton
from ui.widgets.labels import Label


@pytest.fixture
def case(store, person):
    case = Case.new(
        person=person.id, source="visit", opened=store.today() - timedelta(60), worker=store.user, request="无人照看"
    )
    from models import codes

    case.source = codes.choices("case_source")[0].code
    case.save()
    return case


@pytest.fixture
def group(store, person):
    from models import codes

    group = Group.new(
        name="夕阳红",
        kind=codes.choices("group_kind")[0].code,
        worker=store.user,
        started=store.today() - timedelta(30),
    )
    group.save()
    GroupMember.new(group=group.id, person=person.id).save()
    for number in (1, 2):
        GroupSession.new(group=group.id, number=number, day=store.today() - timedelta(20 - number), unnamed=6).save()
    return group


@pytest.fixture
def activity(store):
    from models import codes

    activity = Activity.new(
        name="义诊", kind=codes.choices("activity_kind")[0].code, day=store.today() - timedelta(2), worker=store.user
    )
    activity.save()
    return activity


def test_a_session_is_recorded_within_its_case(desk, case, store):
    desk.window.go("cases")
    page = desk.window.page
    page.open(case)
    page.file.new_session()
    editor = page.file.editor
    editor.form.rows["notes"].editor.text.setPlainText("情绪平稳。")
    assert editor.save()
    session = CaseSession.alive().get()
    assert (session.case, session.worker, session.notes) == (case.id, store.user, "情绪平稳。")
    assert page.file.course.current_id() == session.id


def test_the_course_shows_how_long_nothing_was_recorded(desk, case):
    desk.open_row("case", case.id)
    titles = [line.title for line in desk.window.page.file.course.model.lines]
    assert any("60" in title for title in titles)


def test_a_session_opens_its_case_with_itself_in_front(desk, case, store):
    session = CaseSession.new(case=case.id, day=store.today(), worker=store.user, minutes=50, way="face")
    session.save()
    desk.open_row("case_session", session.id)
    page = desk.window.page
    assert page.in_file
    assert page.file.editor.record.id == session.id


def test_the_draft_of_a_new_session_belongs_to_its_case(desk, case, store):
    desk.open_row("case", case.id)
    page = desk.window.page
    page.file.new_session()
    page.file.editor.form.rows["notes"].editor.text.setPlainText("没写完")
    page.file.editor.keep_draft()
    assert [(draft.form, draft.record) for draft in drafts.all(store)] == [("case_session", case.id)]


def test_ticks_are_saved_together_and_counted_as_the_month_counts(desk, group, person, qtbot):
    desk.open_row("group", group.id)
    file = desk.window.page.file
    file.view.go_to(0, 1)
    qtbot.keyClick(file.view, Qt.Key.Key_A)
    sums = file.rows.sums(1)
    assert (sums.times, sums.people) == (7, 1)
    assert not Attendance.alive().exists()
    assert file.save()
    row = Attendance.alive().get()
    assert (row.person, row.state) == (person.id, "present")


def test_space_goes_round_the_states_and_figures_set_them(desk, group, qtbot):
    desk.open_row("group", group.id)
    file = desk.window.page.file
    file.view.go_to(0, 0)
    seen = []
    for _press in range(4):
        qtbot.keyClick(file.view, Qt.Key.Key_Space)
        seen.append(file.rows.state_of(0, 0))
    assert seen == ["present", "late", "absent", None]
    qtbot.keyClick(file.view, Qt.Key.Key_2)
    assert file.rows.state_of(0, 0) == "late"


def test_a_newcomer_may_be_a_name_only(desk, activity):
    desk.open_row("activity", activity.id)
    file = desk.window.page.file
    file.add_named("路过的张大妈")
    assert file.save()
    row = Attendance.alive().get()
    assert (row.name, row.person, row.activity) == ("路过的张大妈", None, activity.id)


def test_a_newcomer_on_file_is_found_and_ticked(desk, activity, person, qtbot):
    desk.open_row("activity", activity.id)
    side = desk.window.page.file.side
    qtbot.keyClicks(side.newcomer, "lxy")
    qtbot.keyClick(side.newcomer, Qt.Key.Key_Return)
    assert desk.window.page.file.rows.state_of(0, 0) == "present"


def test_a_tick_taken_back_is_gone_after_saving(desk, activity, person):
    desk.open_row("activity", activity.id)
    file = desk.window.page.file
    file.add_found(person.id)
    file.save()
    file.rows.mark(0, 0, None)
    file.save()
    assert not Attendance.alive().exists()
    file.rows.mark(0, 0, "late")
    assert file.save()
    assert Attendance.alive().get().state == "late"


def test_the_head_count_of_those_not_named_is_saved_with_the_ticks(desk, activity):
    desk.open_row("activity", activity.id)
    file = desk.window.page.file
    file.side.unnamed.setText("36")
    file.side.unnamed.editingFinished.emit()
    assert file.save()
    assert Activity.get_by_id(activity.id).unnamed == 36


def test_ticks_not_saved_are_there_again(desk, activity, person):
    desk.open_row("activity", activity.id)
    page = desk.window.page
    page.file.add_found(person.id)
    page.file.leave()
    assert not Attendance.alive().exists()
    page.open(Activity.get_by_id(activity.id))
    assert page.file.rows.state_of(0, 0) == "present"
    assert not page.file.notice.isHidden()


def test_what_was_said_of_ticks_and_the_head_count_are_there_again_too(desk, activity):
    desk.open_row("activity", activity.id)
    page = desk.window.page
    page.file.add_named("甲甲")
    page.file.rows.say_reason(0, 0, "石有田")
    page.file.count_unnamed(36)
    page.file.leave()
    page.open(Activity.get_by_id(activity.id))
    assert page.file.rows.reason_of(0, 0) == "石有田"
    assert page.file.side.unnamed.text() == "36"
    assert page.file.save()
    assert Activity.get_by_id(activity.id).unnamed == 36 and Attendance.alive().get().proxy == "石有田"


def test_a_head_count_alone_is_kept_as_a_draft(desk, activity):
    desk.open_row("activity", activity.id)
    page = desk.window.page
    page.file.count_unnamed(36)
    page.file.leave()
    page.open(Activity.get_by_id(activity.id))
    assert page.file.side.unnamed.text() == "36"


def test_what_lies_ahead_cannot_be_ticked(desk, activity, person, store):
    activity.day = store.today() + timedelta(3)
    activity.save()
    desk.open_row("activity", activity.id)
    file = desk.window.page.file
    file.rows.add_person(person.id, 0)
    assert file.rows.state_of(0, 0) is None
    assert not file.all_button.isEnabled()


def test_a_new_session_of_a_group_has_the_next_number(desk, group):
    desk.open_row("group", group.id)
    file = desk.window.page.file
    file.new_session()
    assert file.session_form.save()
    assert [one.number for one in GroupSession.alive().order_by(GroupSession.number)] == [1, 2, 3]
    assert len(file.rows.events) == 3


def test_after_a_lock_the_session_being_written_is_there_again(desk, case):
    desk.open_row("case", case.id)
    page = desk.window.page
    page.file.new_session()
    place = page.place()
    page.show_list()
    page.come_back(place)
    assert page.in_file
    assert page.file.editor.record.is_new


def test_after_a_lock_the_event_in_hand_is_there_again(desk, group):
    desk.open_row("group", group.id)
    page = desk.window.page
    page.file.view.go_to(0, 0)
    place = page.place()
    page.show_list()
    page.come_back(place)
    assert page.file.view.event_column() == 0


def test_the_paper_is_blank_or_in_the_order_of_the_screen_without_those_absent(desk, group, person, tmp_path):
    desk.open_row("group", group.id)
    file = desk.window.page.file
    file.rows.add(Attendee(None, "路过的人"), 1)
    file.rows.add(Attendee(None, "没来的人"), 1)
    file.rows.mark(2, 1, "absent")
    file.rows.say_reason(1, 1, "石有田")
    event = file.rows.events[1]
    blank = text_of(attendance_print.signin_data(file, event, False), tmp_path)
    filled = text_of(attendance_print.signin_data(file, event, True, large=True), tmp_path)
    assert "龙秀英" not in blank and "□代签" in blank
    assert "龙秀英" in filled and "石有田代签" in filled and "没来的人" not in filled


def test_who_signed_on_behalf_and_why_one_was_absent_are_kept_apart(desk, activity):
    desk.open_row("activity", activity.id)
    file = desk.window.page.file
    file.add_named("甲甲")
    file.add_named("乙乙")
    file.rows.mark(1, 0, "absent")
    file.rows.say_reason(0, 0, "石有田")
    file.rows.say_reason(1, 0, "生病")
    assert file.save()
    assert {row.name: (row.proxy, row.reason) for row in Attendance.alive()} == {
        "甲甲": ("石有田", None), "乙乙": (None, "生病"),
    }  # fmt: skip
    desk.open_row("activity", activity.id)
    assert [file.rows.reason_of(row, 0) for row in (0, 1)] == ["石有田", "生病"]


def test_a_page_has_one_primary_button(desk, group, activity):
    for table, record in (("group", group), ("activity", activity)):
        desk.open_row(table, record.id)
        page = desk.window.page
        filled = [one for one in page.file.sheet.findChildren(KeyButton) if one.property("kind") == "primary"]
        assert len(filled) + (page.primary is not None) == 1


def pasted(file, text, monkeypatch, choose=lambda body: None, verb=0):
    """Paste `text` and press the verb of the sheet that asks; the sentence and what it showed."""
    shown = []

    def ask(sheet):
        body = sheet.findChild(PastedNames)
        if body is not None:
            choose(body)
        shown.append([label.text() for label in sheet.findChildren(Label)])
        return verb

    monkeypatch.setattr("ui.widgets.sheet.Sheet.ask", ask)
    QApplication.clipboard().setText(text)
    file.paste_names()
    return shown[0]


def test_pasted_names_are_shown_then_ticked_and_saved_with_the_others(desk, activity, person, monkeypatch):
    activity.village = "河口村"
    activity.save()
    desk.open_row("activity", activity.id)
    file = desk.window.page.file
    shown = pasted(file, "1. 龙秀英\n2. 路过的张大妈", monkeypatch)
    assert any("龙秀英 76 河口村" in text for text in shown) and "路过的张大妈" in shown
    assert not Attendance.alive().exists()
    assert file.save()
    assert {(row.person, row.name) for row in Attendance.alive()} == {(person.id, None), (None, "路过的张大妈")}


def test_a_doubtful_name_is_chosen_or_left_out_and_said(desk, activity, person, store, monkeypatch):
    other = store.tables["person"].new(name="龙秀英", village="桃坞村")
    other.save()
    desk.open_row("activity", activity.id)
    file = desk.window.page.file
    pasted(file, "龙秀英", monkeypatch)
    assert file.rows.people == [] and "龙秀英" in file.notice.sentence.text()

    def the_second(body):
        box = body.choices["龙秀英"]
        box.setCurrentIndex(box.findData(other.id.hex))

    pasted(file, "龙秀英", monkeypatch, the_second)
    assert [one.person for one in file.rows.people] == [other.id]


def test_pasting_nothing_says_what_to_do(desk, activity, monkeypatch):
    desk.open_row("activity", activity.id)
    shown = pasted(desk.window.page.file, "123\n", monkeypatch)
    assert any("Ctrl+V" in text for text in shown)


def test_goods_are_handed_out_once_to_everybody_who_came(desk, activity, person):
    desk.open_row("activity", activity.id)
    file = desk.window.page.file
    file.add_found(person.id)
    file.add_named("路过的张大妈")
    file.add_named("没来的人")
    file.rows.mark(2, 0, "absent")
    people = receivers(file.rows, 0)
    assert [one.name for one in people] == ["龙秀英", "路过的张大妈"]
    answers = {"goods": "大米", "quantity": 1, "unit": "袋", "value": 5000}
    assert hand_out_to(activity, people, **answers) == (2, 0)
    assert hand_out_to(activity, people, **answers) == (0, 2)
    assert {(row.person, row.name, row.value) for row in HandOut.alive()} == {
        (person.id, None, 5000), (None, "路过的张大妈", 5000),
    }  # fmt: skip


def test_the_list_of_goods_is_printed_as_written_down(desk, activity, tmp_path):
    desk.open_row("activity", activity.id)
    file = desk.window.page.file
    HandOut.new(activity=activity.id, name="王𠮷明", goods="大米", value=5000).save()
    assert "王𠮷明" in text_of(attendance_print.goods_data(file, True), tmp_path)
    assert "王𠮷明" not in text_of(attendance_print.goods_data(file, False), tmp_path)


def test_beside_the_pictures_the_form_names_who_agreed_to_none(desk, activity, person):
    activity.pictures = ("ab" * 32,)
    activity.save()
    Attendance.new(activity=activity.id, person=person.id).save()
    desk.open_row("activity", activity.id)
    file = desk.window.page.file
    file.edit_form()
    assert "龙秀英" in file.own_form.notice.sentence.text()
    Consent.new(person=person.id, kind="image", day=activity.day).save()
    file.own_form.leave()
    file.edit_form()
    assert file.own_form.notice.isHidden()


def test_while_a_session_is_written_save_is_the_primary_button(desk, group):
    desk.open_row("group", group.id)
    page = desk.window.page
    assert page.primary is not None
    page.file.edit_form()
    assert page.primary is None


@pytest.fixture
def seen(monkeypatch):
    """The previews shown, which nobody has to close."""
    shown = []
    monkeypatch.setattr(PrintPreview, "exec", lambda preview: shown.append(preview))
    return shown


def test_every_paper_of_a_sheet_is_offered_and_the_whole_file_among_them(desk, group, activity, seen, qtbot):
    for table, record, offered in (("group", group, 6), ("activity", activity, 7)):
        desk.open_row(table, record.id)
        file = desk.window.page.file
        file.add_named("路过的人")
        for _label, look in file.papers()[:-1]:
            look()
        assert len(seen) == offered - 1
        file.print_file()
        qtbot.waitUntil(lambda count=offered: len(seen) == count)
        assert record.caption() in seen[-1].windowTitle() and len(seen[-1].document) > 2
        seen.clear()


def test_the_papers_of_a_sheet_have_their_key(desk, group, qtbot):
    desk.open_row("group", group.id)
    file = desk.window.page.file
    qtbot.keyClick(file.view, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    offered = file.menu.labels
    file.menu.close()
    assert offered[:2] == ["签到表（空白）", "签到表（按名单）"] and offered[-2:] == ["本节过程记录", "整卷打印…"]
    qtbot.mouseClick(file.print_button, Qt.MouseButton.LeftButton)
    assert file.menu.labels == offered
    file.menu.close()


def test_a_group_without_a_session_has_only_its_file_to_print(desk, group):
    for session in GroupSession.alive():
        session.remove()
    desk.open_row("group", group.id)
    assert len(desk.window.page.file.papers()) == 1


def test_beside_a_member_stands_that_consent_is_missing(desk, group, person):
    member = GroupMember.get(GroupMember.group == group.id)
    for consent, said in ((None, "同意书：未取得"), ("withdrawn", "同意书：已撤回"), ("self", "")):
        member.consent = consent
        member.save()
        desk.open_row("group", group.id)
        file = desk.window.page.file
        file.read_sheet()
        shown = file.rows.headerData(0, Qt.Orientation.Vertical)
        assert ("同意书" in shown) == bool(said) and said in shown
        assert ("同意" in file.state_line()) == ("同意" in file.side.numbers.text()) == bool(said)


def test_names_have_the_room_that_ticks_leave(desk, activity, group):
    wide = {}
    for table, record in (("activity", activity), ("group", group)):
        desk.window.resize(1366, 728)
        desk.open_row(table, record.id)
        view = desk.window.page.file.view
        view.rows.events = view.rows.events * (4 if table == "group" else 1)
        view.resize(860, 500)
        view.fit_columns()
        wide[table] = view.verticalHeader().width()
    assert wide["activity"] > wide["group"]


def test_the_only_bearers_of_their_names_are_taken_together(desk, activity, person, store, monkeypatch):
    activity.village = "桃坞村"
    activity.save()
    for village in ("河口村", "上坪村"):
        store.tables["person"].new(name="石有田", village=village).save()
    desk.open_row("activity", activity.id)
    file = desk.window.page.file
    pasted(file, "龙秀英、石有田", monkeypatch, lambda body: body.take_single.click())
    assert [one.person for one in file.rows.people] == [person.id]
    assert "石有田" in file.notice.sentence.text()


def test_the_wheel_over_pasted_names_changes_nobody(desk, activity, person, store, monkeypatch):
    activity.village = "桃坞村"
    activity.save()
    desk.open_row("activity", activity.id)

    def turn(body):
        event = QWheelEvent(
            QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(body.choices["龙秀英"], event)

    file = desk.window.page.file
    pasted(file, "龙秀英", monkeypatch, turn)
    assert file.rows.people == []


def test_a_list_of_names_pasted_where_one_is_typed_is_read_as_a_list(desk, activity, person, monkeypatch, qtbot):
    activity.village = "河口村"
    activity.save()
    desk.open_row("activity", activity.id)
    file = desk.window.page.file
    monkeypatch.setattr("ui.widgets.sheet.Sheet.ask", lambda sheet: 0)
    QApplication.clipboard().setText("龙秀英、路过的张大妈")
    qtbot.keyClick(file.side.newcomer, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [one.person for one in file.rows.people] == [person.id, None]
    QApplication.clipboard().setText("龙秀")
    qtbot.keyClick(file.side.newcomer, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert file.side.newcomer.text() == "龙秀"
