"""What Today shows: every reason is asked, on a station with nothing and on one with something."""

from datetime import timedelta

import pytest

from models import register, today
from models.casework.case import Case
from models.office.meeting import Meeting
from models.people.person import Person


def test_nothing_is_due_at_a_fresh_station(store):
    assert today.found(store) == {}


@pytest.mark.parametrize("source", today.SOURCES, ids=lambda source: source.why)
def test_every_reason_can_be_asked(store, source):
    assert list(source.find(store, store.today() + timedelta(30))) == []
    assert source.group in today.GROUPS


def test_what_is_due_stands_in_its_group_with_its_reason_the_earliest_first(store):
    person = Person.new(name="石有田")
    person.save()
    long_ago = store.today() - timedelta(90)
    case = Case.new(person=person.id, source="01", opened=long_ago, worker=store.user, state="open")
    case.save()
    tasks = tuple(
        Meeting.tasks.line({"what": word, "due": store.today() + timedelta(days)})
        for word, days in (("乙", 5), ("甲", -5))
    )
    meeting = Meeting.new(name="例会", kind="regular", day=long_ago, tasks=tasks)
    meeting.save()
    found = today.found(store)
    assert [(why, one.row) for why, one in found[today.CASES]] == [("No session since", case.id)]
    assert [one.caption for _why, one in found[today.PROMISED]] == ["甲", "乙"]
    assert all(one.table in register.BY_TABLE for lines in found.values() for _why, one in lines)
