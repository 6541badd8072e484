import pytest

from models import access, codes, read_log, register
from models.access import MayNotWrite
from models.casework.case import Case
from models.month import Month
from models.office.affairs import Affair
from models.people.household import Household
from models.people.person import Person
from models.services.visit import Visit
from models.station import Station
from models.team.staff import Staff

KINDS = register.RECORDS


@pytest.mark.parametrize(
    ("role", "kinds"),
    {
        "supervisor": set(),
        "auditor": set(),
        "entry": set(KINDS) - {Station, Staff, Month},
        "worker": set(KINDS) - {Station, Staff, Month},
        "admin": set(KINDS) - {Month},
        "lead": set(KINDS),
    }.items(),
)
def test_each_role_writes_what_it_may(role, kinds):
    assert {kind for kind in KINDS if access.may_write(role, kind)} == kinds


def test_the_roles_are_those_of_the_code_list():
    assert set(codes.code_list("role").entries) == set(access.ROLES)


def as_user(store, role, **answers):
    member = Staff.new(name="农小妹", role=role, **answers)
    member.save()
    store.user = member.id


def test_a_reader_is_stopped_at_the_gate_and_nothing_is_written(store):
    as_user(store, "supervisor")
    with pytest.raises(MayNotWrite):
        Household.new(head="韦敏", village="弄拉村").save()
    assert not list(Household.alive())


def test_a_worker_writes_visits_and_not_staff(store):
    as_user(store, "worker")
    Household.new(head="韦敏", village="弄拉村").save()
    with pytest.raises(MayNotWrite):
        Staff.new(name="新人").save()


def test_whoever_has_left_writes_no_more(store, noon):
    as_user(store, "worker", left=noon.date().replace(day=1))
    with pytest.raises(MayNotWrite):
        Household.new(head="韦敏", village="弄拉村").save()


# --- the read log ---------------------------------------------------------------------------------------------------


def person(birth, name="蒙小花"):
    made = Person.new(name=name, birth=birth, id_kind="none")
    made.save()
    return made


def test_opening_the_file_of_a_minor_is_logged_with_who_when_and_which(store, noon):
    child = person("2012-05-06")
    assert access.opened(store, child, "回访")
    (line,) = read_log.lines(store)
    assert (line.user, line.at, line.action, line.kind, line.row, line.why) == (
        store.user, noon, "open", "person", child.id, "回访",
    )  # fmt: skip


def test_opening_the_file_of_a_grown_person_is_not_logged(store):
    assert not access.opened(store, person("1953"))
    assert not access.opened(store, person("2008-09-15"))
    assert access.opened(store, person("2008-09-16"))
    assert len(read_log.lines(store)) == 1


def test_casework_and_what_is_about_a_minor_is_logged(store):
    child, grown = person("2012"), person("1953", "王秀英")
    assert access.opened(store, Case.new(person=grown.id))
    assert access.opened(store, Visit.new(seen=(grown.id, child.id)))
    assert not access.opened(store, Visit.new(seen=(grown.id,)))
    assert not access.opened(store, Affair.new())
    assert len(read_log.lines(store)) == 2
