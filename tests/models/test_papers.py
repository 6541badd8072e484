from datetime import timedelta

import pytest

from models import approvals, papers
from models.casework.case import Case
from models.casework.session import CaseSession
from models.people.household import Household
from models.people.person import Person
from models.process import Move, Process


@pytest.fixture
def case(store):
    household = Household.new(head="龙秀英", village="河口村")
    household.save()
    person = Person.new(name="龙秀英", sex="2", birth="1950-03-21", household=household.id)
    person.save()
    case = Case.new(person=person.id, source="01", opened=store.today() - timedelta(9), worker=store.user or person.id)
    case.save()
    return case


def test_the_file_of_a_record_holds_its_parts_newest_first(store, case):
    for days in (3, 1, 2):
        CaseSession.new(case=case.id, day=store.today() - timedelta(days), worker=case.worker, minutes=30).save()
    found = papers.of(store, case)
    assert [store.today() - paper.day for paper in found] == [timedelta(1), timedelta(2), timedelta(3)]
    assert [record.day for record in papers.read(found)] == [paper.day for paper in found]


def test_a_removed_part_is_in_no_file(store, case):
    session = CaseSession.new(case=case.id, day=store.today(), worker=case.worker, minutes=30)
    session.save()
    session.remove()
    assert papers.of(store, case) == []


def test_a_record_is_in_the_file_of_the_owner_of_its_owner(store, case):
    session = CaseSession.new(case=case.id, day=store.today(), worker=case.worker, minutes=30)
    assert papers.owner_in(session, Case).id == case.id
    assert papers.owner_in(session, Person).id == case.person
    assert papers.owner_in(case, CaseSession) is None


def test_the_day_of_a_form_is_its_own_else_the_first_that_is_over(store):
    assert papers.day_of(CaseSession) == "day"
    assert papers.day_of(Case) == "opened"


def process(*moves):
    return Process("state", tuple(Move(name, name, *more) for name, *more in moves), first=("draft",))


def test_a_state_asked_for_by_anybody_and_decided_by_the_lead_waits():
    plan = process(
        ("submit", ("draft",), "waiting"),
        ("withdraw", ("waiting",), "draft"),
        ("approve", ("waiting",), "agreed", (), ("lead",)),
        ("return", ("waiting",), "draft", (), ("lead",), True),
        ("end", ("agreed",), "done"),
    )
    assert approvals.states_for_lead(plan) == ["waiting"]


def test_a_state_the_lead_may_end_but_need_not_does_not_wait():
    plan = process(
        ("begin", ("draft",), "open"), ("go_on", ("open",), "done"), ("stop", ("open",), "gone", (), ("lead",))
    )
    assert approvals.states_for_lead(plan) == []


def test_what_waits_is_listed_for_the_lead(store, case):
    waiting = Case.new(person=case.person, source="01", opened=store.today(), worker=case.worker, state="opening")
    waiting.save(kind="import")
    assert [(due.table, due.row) for due in approvals.waiting_for_lead(store)] == [("case", waiting.id)]
