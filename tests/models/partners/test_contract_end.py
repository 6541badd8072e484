"""The end of a contract and of a worker's time: what goes over, what is deleted, and what Today asks for until then."""

from datetime import date

import pytest

from models import proof
from models.casework.case import Case
from models.errors import InvalidRecord
from models.fields import Line
from models.partners.contract_end import ContractEnd, handing_over_due
from models.partners.project import Project
from models.people.household import Household
from models.people.person import Person
from models.process import NotYourStep
from models.team.leaving import Leaving, contracts_due, in_care, leaving_due
from models.team.staff import Staff


def made(cls, **answers):
    record = cls.new(**answers)
    record.save()
    return record


@pytest.fixture
def project(store):
    project = made(
        Project, name="社工站服务项目", buyer="县民政局", undertaker="同心中心", contract="YL-17", tender_way="open",
        begin=date(2025, 9, 1), end=date(2026, 8, 31), amount=10_000_000, staff=(Staff.alive().first().id,),
    )  # fmt: skip
    for step in ("approve", "sign", "start"):
        project.move(step)
    return project


@pytest.fixture
def worker(store):
    return made(Staff, name="潘晓燕", role="worker")


def test_the_paper_of_a_contract_that_ends_knows_what_the_station_holds(store, project, worker):
    for n in range(3):
        made(Household, head=f"户{n}", village="桃坞村")
    case = made(Case, person=made(Person, name="莫小满").id, worker=worker.id, source="01")
    end = made(ContractEnd, project=project.id)
    assert (end.ended, end.giver, end.receiver) == (date(2026, 8, 31), "同心中心", "县民政局")
    assert {line["what"]: line["count"] for line in end.records} == {"家庭": 3, "服务对象": 1, "个案": 1}
    assert [(line["number"], line["worker"]) for line in end.cases] == [(case.number, "潘晓燕")]


def test_nothing_is_settled_while_a_copy_is_kept_and_two_people_sign(store, project):
    end = made(ContractEnd, project=project.id, received_by="何主任", handed=date(2026, 9, 2))
    end.move("hand")
    end.places, end.way, end.deleted_on = ("program", "phones"), "erase", date(2026, 9, 10)
    end.deleted_by, end.watched_by, end.no_copy = store.user, "韦敏", "no"
    with pytest.raises(InvalidRecord) as refused:
        end.move("delete")
    assert {problem.question for problem in refused.value.problems} == {"no_copy"}
    end.no_copy = "yes"
    with pytest.raises(InvalidRecord) as refused:
        end.move("delete")
    assert {problem.question for problem in refused.value.problems} == {"watched_by"}
    end.watched_by = "何主任"
    end.move("delete")
    assert (end.state, end.steps()) == ("deleted", [])


def test_cases_without_a_successor_are_asked_about(store, project, worker):
    made(Case, person=made(Person, name="莫小满").id, worker=worker.id, source="01")
    end = made(ContractEnd, project=project.id)
    hand = end.process.named("hand")
    assert [problem.values for problem in end.lacking(hand) if not problem.blocks] == [{"count": 1}]
    end.cases = (Line(end.cases[0] | {"successor": "新机构"}),)
    assert [problem for problem in end.lacking(hand) if not problem.blocks] == []


def test_an_ended_contract_is_due_until_it_is_settled_or_another_follows(store, project):
    assert [(due.row, due.day) for due in handing_over_due(store, store.today())] == [(project.id, date(2026, 8, 31))]
    assert handing_over_due(store, date(2026, 8, 30)) == []
    following = made(
        Project, name="下一年", buyer="县民政局", undertaker="同心中心", contract="YL-18", tender_way="open",
        begin=date(2026, 9, 1), end=date(2027, 8, 31), amount=1, staff=project.staff,
    )  # fmt: skip
    for step in ("approve", "sign"):
        following.move(step)
    assert handing_over_due(store, store.today()) == []
    following.move("stop", why="资金取消")
    assert {due.row for due in handing_over_due(store, store.today())} == {project.id, following.id}
    for one in (project, following):
        made(ContractEnd, project=one.id).move("stay", why="数据归站点所有")
    assert handing_over_due(store, store.today()) == []


def test_whoever_leaves_hands_cases_over_first_and_then_all_that_stood_in_their_name(store, worker):
    home = made(Household, head="莫大山", village="桃坞村", worker=worker.id)
    person = made(Person, name="莫小满", worker=worker.id)
    moved = made(Person, name="旧人", worker=worker.id, state="moved", since=date(2025, 1, 1), ended=date(2026, 1, 1))
    case = made(Case, person=person.id, worker=worker.id, source="01")
    worker.left = date(2026, 9, 1)
    worker.save()
    assert [(due.row, due.day) for due in leaving_due(store, store.today())] == [(worker.id, date(2026, 9, 1))]
    leaving = made(Leaving, staff=worker.id, successor=store.user)
    assert [line["number"] for line in leaving.cases] == [case.number]
    with pytest.raises(InvalidRecord):
        leaving.move("approve")
    case.worker = store.user
    case.save()
    leaving.move("approve")
    workers = [type(one).get_by_id(one.id).worker for one in (home, person, moved)]
    assert workers == [store.user, store.user, worker.id]  # the file that is closed keeps its history
    assert (in_care(worker), leaving_due(store, store.today()), proof.check(store)) == ([], [], [])


def test_only_the_lead_approves_and_nobody_takes_over_from_themselves(store, worker):
    with pytest.raises(InvalidRecord):
        made(Leaving, staff=worker.id, successor=worker.id)
    leaving = made(Leaving, staff=store.user, successor=worker.id)
    store.user = worker.id
    with pytest.raises(NotYourStep):
        leaving.move("approve")


def test_contracts_of_workers_that_end_are_due(store, worker):
    worker.contract_until = date(2026, 10, 1)
    worker.save()
    assert [(due.row, due.day) for due in contracts_due(store, store.today())] == [(worker.id, date(2026, 10, 1))]
    worker.left = date(2026, 9, 30)
    worker.save()
    assert contracts_due(store, store.today()) == []
