import pytest

from models import access, read_log, register, station
from models.keys import FLOOR, WrongPassword
from models.people.person import Person


def person(birth):
    made = Person.new(name="蒙阿妹", birth=birth)
    made.save()
    return made


def test_the_log_holds_no_answers(store):
    access.opened(store, person("2012-05-06"))
    (stored,) = store.db.execute_sql("SELECT * FROM read_log").fetchall()
    assert not [value for value in stored if "蒙" in str(value) or "2012" in str(value)]


def test_printing_and_unlocking_are_logged_without_a_record(store):
    read_log.note(store, "unlock")
    read_log.note(store, "print", person("2012"))
    assert [line.action for line in read_log.lines(store)] == ["print", "unlock"]
    with pytest.raises(read_log.NoSuchAction):
        read_log.note(store, "peek")


def fill(store, times=5):
    for _ in range(times):
        read_log.note(store, "unlock")


def test_an_untouched_log_holds(store):
    fill(store)
    assert read_log.check(store) == []
    assert len(read_log.head(store)) == 32


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
    assert read_log.check(store)


def test_a_log_cut_at_its_end_has_another_head(store):
    fill(store)
    head = read_log.head(store)
    store.db.execute_sql("DELETE FROM read_log WHERE n = 5")
    assert read_log.head(store) != head


def test_unlocking_is_logged_with_the_wrong_passwords_before_it(tmp_path):
    users = [station.NewUser("韦敏", "moss on the ninth step")]
    store, _ = station.set_up(tmp_path / "s", tables=register.BY_TABLE, name="云岭镇社工站", users=users, cost=FLOOR)
    store.close()
    with pytest.raises(WrongPassword):
        station.open_station(tmp_path / "s", tables=register.BY_TABLE, password="moss on the tenth step")
    store = station.open_station(tmp_path / "s", tables=register.BY_TABLE, password="moss on the ninth step")
    assert store.failures.count == 1
    assert [(line.action, line.why) for line in read_log.lines(store)] == [("unlock", None), ("wrong password", "1")]
    store.close()
