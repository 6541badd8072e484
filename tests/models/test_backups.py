import json
import shutil
import sqlite3
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import backup_file, backups, keys, proof, register, restoring, station
from models.backup_file import DamagedBackup, NewerBackup, NotABackup, OtherStation
from models.clock import SHANGHAI
from models.engine import NotADatabase
from models.files import NotFound
from models.folder_lock import InUse
from models.people.household import Household
from models.station_folder import FILE

PASSWORD = "moss on the ninth step"
NOON = datetime(2026, 9, 15, 12, 0, tzinfo=SHANGHAI)


def make_station(folder, training=False):
    users = [station.NewUser("韦敏", PASSWORD, "lead")]
    store, code = station.set_up(
        folder, tables=register.BY_TABLE, name="云岭镇社工站", users=users, training=training, clock=lambda: NOON
    )
    with store:
        for head in ("王秀英", "欧𠮷明", "次仁·卓玛措姆"):
            Household.new(head=head, village="弄拉村").save()
    return store, code


@pytest.fixture(scope="module")
def locked(tmp_path_factory):
    """An encrypted station's folder, closed, with one back-up in it, and its recovery code."""
    folder = tmp_path_factory.mktemp("locked") / "station"
    store, code = make_station(folder)
    backups.back_up(store)
    store.close()
    return folder, code


@pytest.fixture
def folder(locked, tmp_path):
    return shutil.copytree(locked[0], tmp_path / "station")


@pytest.fixture
def code(locked):
    return locked[1]


@pytest.fixture
def training(tmp_path):
    store, _ = make_station(tmp_path / "training", training=True)
    yield store
    store.close()


def only_backup(folder):
    (path,) = (folder / "back-ups").glob("*.tzbak")
    return path


def open_again(folder, code=None):
    return station.open_station(folder, tables=register.BY_TABLE, recovery=code, clock=lambda: NOON)


def heads_of(store):
    with store:
        return sorted(household.head for household in Household.alive())


# --- making ---------------------------------------------------------------------------------------------------------


def test_a_backup_is_one_file_named_by_its_time_and_nothing_else_is_left(folder):
    assert [path.name for path in (folder / "back-ups").iterdir()] == ["2026-09-15-120000.tzbak"]


def test_a_backup_of_a_locked_station_holds_nothing_readable(folder):
    text = only_backup(folder).read_bytes()
    for word in ("王秀英", "弄拉村", "云岭镇"):
        for coding in ("utf-8", "utf-16-le", "gb18030"):
            assert word.encode(coding) not in text


def test_the_header_says_what_is_inside(folder):
    header = backup_file.read_header(only_backup(folder))
    assert header.counts["household"] == 3 and header.encrypted and header.head
    assert json.loads(header.keyslots) == json.loads((folder / "keyslots.json").read_text())


def test_a_backup_carries_a_sound_key_file_even_where_the_stations_own_is_damaged(folder, code, tmp_path):
    store = open_again(folder, code)
    sound = (folder / "keyslots.json").read_text()
    (folder / "keyslots.json").write_text(sound[:300])
    assert json.loads(backup_file.read_header(backups.back_up(store)).keyslots) == json.loads(sound)
    store.close()


def test_nothing_changed_nothing_is_backed_up(training):
    assert backups.back_up_if_changed(training)
    assert backups.back_up_if_changed(training) is None
    with training:
        Household.new(head="韦敏", village="弄拉村").save()
    assert backups.back_up_if_changed(training)
    assert len(backups.listed(training.folder)) == 2


def test_having_been_opened_is_no_reason_for_a_backup(folder, code):
    store = open_again(folder, code)
    assert backups.back_up_if_changed(store) is None
    store.close()


def test_a_backup_can_be_verified_later(folder, code, training):
    ring, _ = keys.KeySlots(folder / "keyslots.json").unlock_recovery(code)
    assert restoring.verify(only_backup(folder), ring).counts["household"] == 3
    assert restoring.verify(backups.back_up(training), None).counts["household"] == 3
    with pytest.raises(DamagedBackup):
        restoring.verify(only_backup(folder), keys.Ring.new())


def test_what_a_killed_program_left_is_cleared_by_the_next_backup(training):
    backups.back_up(training)
    left = training.folder / "back-ups" / ".unfinished-x"
    left.mkdir()
    (left / FILE).write_bytes(b"half")
    backups.back_up(training)
    assert not left.exists()


def test_a_copy_that_does_not_read_back_leaves_the_older_ones_and_no_file(training, tmp_path):
    older = backups.back_up(training)
    header = backup_file.read_header(older)
    with pytest.raises(DamagedBackup):
        backup_file.write_backup(tmp_path / "bad.tzbak", header, training.folder / FILE)
    assert not (tmp_path / "bad.tzbak").exists() and restoring.verify(older, None)


# --- keeping --------------------------------------------------------------------------------------------------------


def names_of(days):
    return [f"{day:%Y-%m-%d}-180000.tzbak" for day in days]


def test_a_year_of_evenings_leaves_7_days_5_weeks_12_months():
    there = []
    for number in range(400):
        there = sorted(backups.kept(there + names_of([date(2026, 1, 1) + timedelta(number)])))
    days = [date.fromisoformat(name[:10]) for name in there]
    last = date(2026, 1, 1) + timedelta(399)
    assert [last - timedelta(n) for n in range(7)] == days[::-1][:7]
    assert len({day.isocalendar()[:2] for day in days}) >= 5
    assert len({(day.year, day.month) for day in days}) == 12
    assert len(days) <= 7 + 5 + 12


@given(st.lists(st.dates(date(2020, 1, 1), date(2030, 1, 1)), min_size=1, max_size=60, unique=True))
def test_the_newest_backup_always_stays(days):
    names = names_of(days)
    assert max(names) in backups.kept(names)
    assert backups.kept(list(backups.kept(names))) == backups.kept(names)


def test_with_the_clock_set_back_the_new_backup_still_stays(training):
    for year in range(2027, 2027 + 30):
        (training.folder / "back-ups").mkdir(exist_ok=True)
        for month in range(1, 13):
            (training.folder / "back-ups" / f"{year}-{month:02}-01-000000.tzbak").write_bytes(b"")
    assert backups.back_up(training).exists()


def test_files_that_people_named_themselves_are_never_cleared(training):
    (training.folder / "back-ups").mkdir()
    own = training.folder / "back-ups" / "before the flood.tzbak"
    own.write_bytes(b"")
    for _ in range(8):
        backups.back_up(training)
    assert own.exists()


# --- putting back ---------------------------------------------------------------------------------------------------


def test_a_backup_alone_restores_a_station_on_an_empty_computer(folder, code, tmp_path):
    moved = tmp_path / "stick.tzbak"
    shutil.move(only_backup(folder), moved)
    restoring.restore(moved, tmp_path / "new", password=PASSWORD)
    store = open_again(tmp_path / "new", code)
    assert heads_of(store) == sorted(["王秀英", "欧𠮷明", "次仁·卓玛措姆"])
    with store:
        assert proof.check(store) == []
    store.close()


def test_a_restored_station_writes_as_a_new_incarnation(folder, code, tmp_path):
    before = open_again(folder, code)
    old = before.meta("incarnation")
    before.close()
    restoring.restore(only_backup(folder), tmp_path / "new", recovery=code)
    store = open_again(tmp_path / "new", code)
    assert store.meta("incarnation") != old
    with store:
        Household.new(head="韦敏", village="弄拉村").save()
        assert proof.check(store) == []
    store.close()


def test_without_a_password_the_station_is_put_back_and_asked_for_it_when_opened(folder, code, tmp_path, monkeypatch):
    before = open_again(folder, code)
    old = before.meta("incarnation")
    before.close()
    monkeypatch.setenv("TAIZHANG_STATE", str(tmp_path / "another computer"))
    restoring.restore(only_backup(folder), tmp_path / "new")
    store = open_again(tmp_path / "new", code)
    assert len(heads_of(store)) == 3 and store.meta("incarnation") != old
    store.close()


def test_what_stood_in_the_folder_is_set_aside(folder, code):
    (folder / FILE).write_bytes(b"damaged" * 1000)
    with pytest.raises(NotADatabase):
        open_again(folder, code)
    restoring.restore(only_backup(folder), folder, recovery=code, clock=lambda: NOON)
    open_again(folder, code).close()
    assert (folder / "set-aside-2026-09-15-120000" / FILE).read_bytes().startswith(b"damaged")


def test_a_training_station_is_restored_without_a_password(training, tmp_path):
    path = backups.back_up(training)
    restoring.restore(path, tmp_path / "new")
    store = open_again(tmp_path / "new")
    assert len(heads_of(store)) == 3
    store.close()


def test_a_wrong_password_restores_nothing(folder, tmp_path):
    with pytest.raises(keys.WrongPassword):
        restoring.restore(only_backup(folder), tmp_path / "new", password="not this one, no")
    assert not (tmp_path / "new").exists()


def test_a_station_that_is_open_is_not_restored_over(folder, code):
    store = open_again(folder, code)
    with pytest.raises(InUse):
        restoring.restore(only_backup(folder), folder, recovery=code)
    store.close()


def test_a_locked_station_is_not_replaced_by_another_or_an_open_one(folder, code, training):
    path = backups.back_up(training)
    with pytest.raises(OtherStation):
        restoring.restore(path, folder)
    assert open_again(folder, code).close() is None


# --- damage ---------------------------------------------------------------------------------------------------------


def test_every_damaged_byte_of_the_header_is_refused(folder, code, tmp_path):
    path = only_backup(folder)
    text = path.read_bytes()
    ring, _ = keys.KeySlots(folder / "keyslots.json").unlock_recovery(code)
    length = 14 + int.from_bytes(text[10:14], "big")
    bad = tmp_path / "bad.tzbak"
    true, refused = backup_file.read_header(path), 0
    for at in range(length):
        bad.write_bytes(text[:at] + bytes([text[at] ^ 1]) + text[at + 1 : length])
        try:
            header = backup_file.read_header(bad)
            assert header == true or not header.is_sealed_by(ring)
        except (NotABackup, DamagedBackup, NewerBackup):
            refused += 1
    assert refused


def test_damage_anywhere_in_the_database_is_refused(folder, code, tmp_path):
    text = only_backup(folder).read_bytes()
    bad = tmp_path / "bad.tzbak"
    for at in range(20_000, len(text), len(text) // 25):
        bad.write_bytes(text[:at] + bytes([text[at] ^ 0x10]) + text[at + 1 :])
        with pytest.raises(DamagedBackup):
            restoring.restore(bad, tmp_path / "new", recovery=code)
    for changed in (text[:-1], text + b"x", text[: len(text) // 2]):
        bad.write_bytes(changed)
        with pytest.raises(DamagedBackup):
            restoring.restore(bad, tmp_path / "new", recovery=code)
    assert not (tmp_path / "new" / FILE).exists()


def test_a_header_edited_with_its_digest_put_right_is_refused(folder, code, tmp_path):
    path = only_backup(folder)
    header = backup_file.read_header(path)
    with open(path, "rb") as file:
        file.seek(-header.size, 2)
        (tmp_path / FILE).write_bytes(file.read())
    forged = header.__class__(**{name: getattr(header, name) for name in header.__struct_fields__} | {"created": 1})
    backup_file.write_backup(tmp_path / "forged.tzbak", forged, tmp_path / FILE)
    with pytest.raises(DamagedBackup):
        restoring.restore(tmp_path / "forged.tzbak", tmp_path / "new", recovery=code)


def test_a_plain_backup_with_a_trigger_of_its_own_is_refused(training, tmp_path):
    path = backups.back_up(training)
    header = backup_file.read_header(path)
    backup_file.read_backup(path, tmp_path)
    db = sqlite3.connect(tmp_path / FILE)
    db.execute("CREATE TRIGGER evil AFTER INSERT ON journal BEGIN DELETE FROM journal; END")
    db.commit()
    db.execute("PRAGMA journal_mode = delete")
    db.close()
    size, digest = backup_file.sha256_of(tmp_path / FILE)
    values = {name: getattr(header, name) for name in header.__struct_fields__} | {"size": size, "sha256": digest}
    backup_file.write_backup(tmp_path / "evil.tzbak", header.__class__(**values), tmp_path / FILE)
    with pytest.raises(DamagedBackup):
        restoring.restore(tmp_path / "evil.tzbak", tmp_path / "new")


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (b"", NotABackup),
        (b"PK\3\4 a workbook", NotABackup),
        (b"TZBUNDLE1\n", NotABackup),
        (b"TZBACKUP2\n" + b"\0" * 99, NewerBackup),
        (b"TZBACKUP1\n" + b"\xff" * 99, DamagedBackup),
        (b"TZBACKUP1\n\0\0\0\2{}", DamagedBackup),
    ],
)
def test_what_is_no_backup_is_refused_in_words(tmp_path, text, error):
    path = tmp_path / "some.tzbak"
    path.write_bytes(text)
    with pytest.raises(error):
        restoring.restore(path, tmp_path / "new")


def test_a_missing_file_is_said_in_words(tmp_path):
    with pytest.raises(NotFound):
        restoring.restore(tmp_path / "gone.tzbak", tmp_path / "new")
