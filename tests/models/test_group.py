"""Groups, their members and sessions; activities; who came."""

from datetime import date

import pytest

from models.row_id import uuid7
from models.services.activity import Activity, Attendance
from models.services.group import Group, GroupSession
from models.services.group_member import GroupMember


@pytest.fixture
def group(store):
    group = Group.new(
        name="夕阳红手工", kind="hobby", worker=uuid7(), started=date(2026, 9, 1), ended=date(2026, 10, 31)
    )
    group.save()
    return group


@pytest.fixture
def activity(store):
    activity = Activity.new(name="重阳义诊", kind="clinic", day=date(2026, 9, 10))
    activity.save()
    return activity


def asked(record):
    return [(problem.question, problem.blocks) for problem in record.problems()]


def test_a_group_does_not_end_before_it_begins(group):
    group.ended = date(2026, 8, 31)
    assert asked(group) == [("ended", True)]


@pytest.mark.parametrize(
    ("day", "found"),
    [(date(2026, 8, 31), [("day", True)]), (date(2026, 9, 1), []), (date(2026, 11, 1), [("day", True)])],
)
def test_a_session_lies_within_its_group(group, day, found):
    assert asked(GroupSession.new(group=group.id, number=1, day=day)) == found


def test_sessions_are_numbered_once_and_from_1(group):
    GroupSession.new(group=group.id, number=1, day=date(2026, 9, 2)).save()
    assert asked(GroupSession.new(group=group.id, number=1, day=date(2026, 9, 9))) == [("number", True)]
    assert asked(GroupSession.new(group=group.id, number=0, day=date(2026, 9, 9))) == [("number", True)]
    assert asked(GroupSession.new(group=group.id, number=2, day=date(2026, 9, 9))) == []


def test_nobody_is_in_a_group_twice(group):
    person = uuid7()
    first = GroupMember.new(group=group.id, person=person)
    first.save()
    assert first.problems() == []
    assert asked(GroupMember.new(group=group.id, person=person)) == [("person", True)]


def test_nobody_leaves_a_group_before_joining(group):
    member = GroupMember.new(group=group.id, person=uuid7(), joined=date(2026, 9, 2), left=date(2026, 9, 1))
    assert asked(member) == [("left", True)]


def test_attendance_belongs_to_one_event(group, activity):
    session = GroupSession.new(group=group.id, number=1, day=date(2026, 9, 2))
    session.save()
    person = uuid7()
    assert asked(Attendance.new(person=person)) == [(None, True)]
    assert asked(Attendance.new(person=person, session=session.id, activity=activity.id)) == [(None, True)]
    assert asked(Attendance.new(person=person, session=session.id)) == []
    assert Attendance.new(person=person, activity=activity.id).event == activity


def test_a_person_stands_on_a_sheet_once_a_newcomer_by_name_as_often_as_there_are(activity):
    person = uuid7()
    Attendance.new(person=person, activity=activity.id).save()
    assert asked(Attendance.new(person=person, activity=activity.id)) == [("person", True)]
    for _ in range(2):
        Attendance.new(name="李梅", activity=activity.id).save()


def test_attendance_names_somebody(activity):
    assert asked(Attendance.new(activity=activity.id)) == [("person", True)]


def test_attendance_is_ticked_after_the_event_begins(store):
    ahead = Activity.new(name="国庆义诊", kind="clinic", day=date(2026, 10, 1))
    ahead.save()
    assert asked(Attendance.new(person=uuid7(), activity=ahead.id)) == [("state", True)]


def test_a_reason_is_kept_for_the_absent_only(activity):
    row = Attendance.new(person=uuid7(), activity=activity.id, state="present", reason="生病")
    row.save()
    assert row.reason is None
