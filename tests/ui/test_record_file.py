"""The file of a record: its course, its forms, what is new in it."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from models import drafts, read_log
from models.casework.case import Case
from models.casework.session import CaseSession
from models.people.consent import Consent
from models.people.household import Household
from models.services.group import Group, GroupSession
from ui.forms.file_lines import lines_of
from ui.widgets.parts_menu import PartsMenu


@pytest.fixture
def case(store, person):
    case = Case.new(person=person.id, source="01", opened=store.today() - timedelta(60), worker=store.user)
    case.save()
    return case


def titles(file):
    return [line.title for line in file.course.model.lines]


def test_a_file_shows_the_record_first_and_its_parts_by_month(desk, person, case, store):
    desk.open_row("person", person.id)
    file = desk.window.page.file
    lines = file.course.model.lines
    assert lines[0].record.id == person.id
    assert lines[1].is_heading
    assert lines[2].record.id == case.id


def test_a_part_of_any_form_opens_the_file_of_its_owner_with_itself_in_front(desk, case, store):
    session = CaseSession.new(case=case.id, day=store.today(), worker=store.user, minutes=50, way="face")
    session.save()
    desk.open_row("case_session", session.id)
    assert desk.window.name == "cases"
    assert desk.window.page.file.editor.record.id == session.id


def test_a_household_shows_its_people(desk, person, store):
    desk.open_row("household", person.household)
    page = desk.window.page
    assert isinstance(page.file.record, Household)
    assert person.id in [line.record.id for line in page.file.course.model.lines if line.record]


def test_the_sessions_of_a_group_are_told_apart_by_their_topic(desk, store):
    group = Group.new(name="夕阳红", kind="hobby", worker=store.user, started=store.today() - timedelta(9))
    group.save()
    session = GroupSession.new(group=group.id, number=2, day=store.today(), minutes=90, topic="订立契约")
    session.save()
    (line,) = lines_of(group, [(session, session.day)], (), desk.choosing, store.today(), 0)[2:]
    assert line.title.endswith("2") and line.below.endswith("订立契约") and "夕阳红" not in line.below


def test_enter_on_a_part_that_has_a_file_opens_that_file(desk, person, case):
    desk.open_row("person", person.id)
    file = desk.window.page.file
    file.reread(case.id)
    file.course.entered.emit()
    assert desk.window.name == "cases"
    assert desk.window.page.file.record.id == case.id


def test_a_new_part_belongs_to_the_file_and_to_who_is_at_the_desk(desk, case, store):
    desk.open_row("case", case.id)
    file = desk.window.page.file
    file.new_part(CaseSession)
    fresh = file.editor.record
    assert fresh.is_new and (fresh.case, fresh.worker) == (case.id, store.user)


def test_new_offers_every_kind_of_part_by_number(desk, person, qtbot):
    desk.open_row("person", person.id)
    file = desk.window.page.file
    file.offer_new()
    assert len(file.menu.actions()) == len(file.parts) > 1
    file.menu.close()
    file.new_part(Consent)
    assert isinstance(file.editor.record, Consent) and file.editor.record.person == person.id


def test_the_way_back_after_a_lock_leads_to_the_part_being_written(desk, case):
    desk.open_row("case", case.id)
    page = desk.window.page
    page.file.new_part(CaseSession)
    place = page.place()
    page.show_list()
    page.come_back(place)
    assert isinstance(page.file.editor.record, CaseSession) and page.file.editor.record.is_new


def test_the_draft_of_a_part_is_taken_up_in_the_file_of_its_owner(desk, case, store):
    desk.open_row("case", case.id)
    file = desk.window.page.file
    file.new_part(CaseSession)
    file.editor.form.rows["notes"].editor.text.setPlainText("没写完")
    file.editor.keep_draft()
    (draft,) = drafts.all(store)
    desk.window.go("today")
    desk.open_row(draft.form, draft.record)
    assert desk.window.name == "cases"
    assert desk.window.page.file.editor.form.trial().notes == "没写完"


def test_many_parts_are_shown_sixty_at_a_time(desk, case, store):
    for number in range(65):
        day = case.opened + timedelta(number % 50)
        CaseSession.new(case=case.id, day=day, worker=store.user, minutes=50, way="face").save()
    desk.open_row("case", case.id)
    file = desk.window.page.file
    assert sum(line.record is not None for line in file.course.model.lines) == 61
    assert file.course.model.lines[-1].is_more
    file.course.wants_more.emit()
    assert sum(line.record is not None for line in file.course.model.lines) == 66
    assert not file.course.model.lines[-1].is_more


def test_reading_a_case_inside_a_file_is_logged(desk, person, case, store):
    desk.open_row("person", person.id)
    before = len(read_log.lines(store, case))
    desk.window.page.file.reread(case.id)
    assert len(read_log.lines(store, case)) == before + 1


def test_a_new_record_is_entered_in_its_form_and_then_shown_as_a_file(desk, store):
    desk.window.go("persons")
    page = desk.window.page
    page.new(name="覃小雨")
    assert not page.in_file
    assert page.editor.save()
    assert page.in_file and page.file.record.name == "覃小雨"


def test_save_and_next_stays_with_the_form(desk, store):
    desk.window.go("persons")
    page = desk.window.page
    page.new(name="覃小雨")
    page.editor.save_and_next()
    assert not page.in_file and page.editor.record.is_new


def test_escape_goes_back_from_the_form_to_the_course_to_the_list(desk, case, qtbot):
    desk.open_row("case", case.id)
    page = desk.window.page
    page.editor.leave()
    assert page.in_file
    page.file.leave()
    assert not page.in_file


def test_a_menu_is_chosen_from_by_number_and_by_sound(qtbot):
    menu = PartsMenu(None, [(label, label) for label in ("计划", "评估", "结案")])
    qtbot.addWidget(menu)
    menu.popup(menu.pos())
    qtbot.keyClick(menu, Qt.Key.Key_J)
    qtbot.keyClick(menu, Qt.Key.Key_A)
    assert menu.activeAction() is menu.actions()[2]
    menu._ahead._still_typing.stop()
    with qtbot.waitSignal(menu.picked) as picked:
        qtbot.keyClick(menu, Qt.Key.Key_2)
    assert picked.args == ["评估"]


def test_a_file_with_papers_is_printed_by_the_form_or_whole(desk, case, store):
    CaseSession.new(case=case.id, day=store.today(), worker=store.user, minutes=50, way="face").save()
    desk.open_row("case", case.id)
    file = desk.window.page.file
    file.print_chosen()
    assert len(file.menu.actions()) == 2
    file.menu.close()
