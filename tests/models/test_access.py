import pytest

from models import access, codes, register, station
from models.access import MayNotWrite
from models.casework.case import Case
from models.keys import FLOOR, WrongPassword
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
    (line,) = access.lines(store)
    assert (line.user, line.at, line.action, line.kind, line.row, line.why) == (
        store.user, noon, "open", "person", child.id, "回访",
    )  # fmt: skip


def test_opening_the_file_of_a_grown_person_is_not_logged(store):
    assert not access.opened(store, person("1953"))
    assert not access.opened(store, person("2008-09-15"))
    assert access.opened(store, person("2008-09-16"))
    assert len(access.lines(store)) == 1


def test_casework_and_what_is_about_a_minor_is_logged(store):
    child, grown = person("2012"), person("1953", "王秀英")
    assert access.opened(store, Case.new(person=grown.id))
    assert access.opened(store, Visit.new(seen=(grown.id, child.id)))
    assert not access.opened(store, Visit.new(seen=(grown.id,)))
    assert not access.opened(store, Affair.new())
    assert len(access.lines(store)) == 2


def test_the_log_holds_no_answers(store):
    access.opened(store, person("2012-05-06"))
    (stored,) = store.db.execute_sql("SELECT * FROM read_log").fetchall()
    assert not [value for value in stored if "蒙" in str(value) or "2012" in str(value)]


def test_printing_and_unlocking_are_logged_without_a_record(store):
    access.note(store, "unlock")
    access.note(store, "print", person("2012"))
    assert [line.action for line in access.lines(store)] == ["print", "unlock"]
    with pytest.raises(access.NoSuchAction):
        access.note(store, "peek")


def fill(store, times=5):
    for _ in range(times):
        access.note(store, "unlock")


def test_an_untouched_log_holds(store):
    fill(store)
    assert access.check(store) == []
    assert len(access.head(store)) == 32


@pytest.mark.parametrize(
    "edit",
    [
        "UPDATE read_log SET at = at + 1 WHERE n = 3",
        "UPDATE read_log SET user = NULL WHERE n = 1",
        "UPDATE read_log SET action = 'print' WHERE n = 5",
        "UPDATE read_log SET why = 'x' WHERE n = 2",
        "DELETE FROM read_log WHERE n = 3",
        "DELETE FROM read_log WHERE n = 1",
        "UPDATE read_log SET n = n + 10 WHERE n = 5",
    ],
)
def test_a_line_changed_or_taken_out_is_found(store, edit):
    fill(store)
    store.db.execute_sql(edit)
    assert access.check(store)


def test_a_log_cut_at_its_end_has_another_head(store):
    fill(store)
    head = access.head(store)
    store.db.execute_sql("DELETE FROM read_log WHERE n = 5")
    assert access.head(store) != head


def test_unlocking_is_logged_with_the_wrong_passwords_before_it(tmp_path):
    users = [station.NewUser("韦敏", "moss on the ninth step")]
    store, _ = station.set_up(tmp_path / "s", tables=register.BY_TABLE, name="云岭镇社工站", users=users, cost=FLOOR)
    store.close()
    with pytest.raises(WrongPassword):
        station.open_station(tmp_path / "s", tables=register.BY_TABLE, password="moss on the tenth step")
    store = station.open_station(tmp_path / "s", tables=register.BY_TABLE, password="moss on the ninth step")
    assert store.failures.count == 1
    assert [(line.action, line.why) for line in access.lines(store)] == [("unlock", None), ("wrong password", "1")]
    store.close()
