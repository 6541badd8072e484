import pytest

from models import backups, check, read_log, register, station
from models.engine import connect
from models.keys import FLOOR
from models.people.household import Household


@pytest.fixture(scope="module")
def locked(tmp_path_factory):
    """An encrypted station with a few records and a back-up, open; Argon2id is dear, so once."""
    folder = tmp_path_factory.mktemp("check") / "station"
    users = [station.NewUser("韦敏", "moss on the ninth step")]
    store, _ = station.set_up(folder, tables=register.BY_TABLE, name="云岭镇社工站", users=users, cost=FLOOR)
    with store:
        for head in ("王秀英", "欧𠮷明"):
            Household.new(head=head, village="弄拉村").save()
    read_log.note(store, "unlock")
    backups.back_up(store)
    yield store
    store.close()


def test_a_station_in_order_has_no_problems_and_says_its_size(locked):
    found = check.whole_station(locked)
    assert found["problems"] == []
    assert (found["commits"], found["rows"]) == (4, 4)
    assert len(found["digest"]) == 64


def test_the_digest_changes_with_a_record_only(locked):
    before = check.whole_station(locked)["digest"]
    read_log.note(locked, "unlock")
    assert check.whole_station(locked)["digest"] == before
    with locked:
        Household.new(head="次仁·卓玛措姆", village="弄拉村").save()
    assert check.whole_station(locked)["digest"] != before


def test_damaged_slots_and_backups_are_named(locked):
    keyfile = locked.folder / "keyslots.json"
    (locked.folder / "keyslots.1").unlink()
    text = keyfile.read_bytes()
    keyfile.write_bytes(text.replace("韦敏".encode(), "韦民".encode()))
    (locked.folder / "back-ups" / "2026-01-01-000000.tzbak").write_bytes(b"half")
    problems = check.whole_station(locked)["problems"]
    assert [problem.split(":")[0] for problem in problems] == ["key file", "back-up 2026-01-01-000000.tzbak"]
    keyfile.write_bytes(b"")
    assert "K-103" in check.whole_station(locked)["problems"][0]
    keyfile.write_bytes(text)
    (locked.folder / "back-ups" / "2026-01-01-000000.tzbak").unlink()


def test_damage_inside_the_newest_backup_is_found(locked):
    path = backups.back_up(locked)
    text = path.read_bytes()
    path.write_bytes(text[:-5000] + b"\0" * 10 + text[-4990:])
    assert check.whole_station(locked)["problems"] == [f"back-up {path.name}: D-122"]
    path.unlink()


def test_a_table_changed_behind_the_journal_is_found(store):
    other = connect(store.folder, None)
    with other.connection_context():
        other.execute_sql("UPDATE staff SET name = '别人'")
    found = check.whole_station(store)
    assert len(found["problems"]) == 1 and found["digest"] is None
