"""Cases, groups and activities: records whose file is more than a form."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from models import drafts
from models.casework.case import Case
from models.casework.session import CaseSession
from models.services.activity import Activity, Attendance
from models.services.group import Group, GroupMember, GroupSession


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
    page.primary[2]()
    editor = page.file.session_form
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
    assert page.file.session_form.record.id == session.id


def test_the_draft_of_a_new_session_belongs_to_its_case(desk, case, store):
    desk.open_row("case", case.id)
    page = desk.window.page
    page.file.new_session()
    page.file.session_form.form.rows["notes"].editor.text.setPlainText("没写完")
    page.file.session_form.keep_draft()
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
    assert page.file.session_form.record.is_new


def test_after_a_lock_the_event_in_hand_is_there_again(desk, group):
    desk.open_row("group", group.id)
    page = desk.window.page
    page.file.view.go_to(0, 0)
    place = page.place()
    page.show_list()
    page.come_back(place)
    assert page.file.view.event_column() == 0


def test_the_paper_is_printed_blank_and_in_the_order_of_the_screen(desk, group, tmp_path, monkeypatch):
    desk.open_row("group", group.id)
    file = desk.window.page.file
    for filled in (False, True):
        path = tmp_path / f"{filled}.pdf"
        monkeypatch.setattr(
            "ui.attendance_file.QFileDialog.getSaveFileName", lambda *_asked, path=path: (str(path), "")
        )
        file.print_sheet(filled)
        assert path.read_bytes()[:5] == b"%PDF-"
