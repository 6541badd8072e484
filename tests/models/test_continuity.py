import shutil

import pytest

from models import register, station
from models.people.household import Household


@pytest.fixture(autouse=True)
def notes(tmp_path, monkeypatch):
    """The place of this computer's notes."""
    monkeypatch.setenv("TAIZHANG_STATE", str(tmp_path / "state"))
    return tmp_path / "state"


@pytest.fixture
def folder(tmp_path):
    store, _ = station.set_up(tmp_path / "station", tables=register.BY_TABLE, name="云岭镇社工站", training=True)
    store.close()
    return tmp_path / "station"


def work(folder, records=2):
    """Open, save some, close; the incarnation they were saved under."""
    store = station.open_station(folder, tables=register.BY_TABLE)
    with store:
        for number in range(records):
            Household.new(head=f"韦{number}", village="弄拉村").save()
    store.close()
    return incarnation_of(folder)


def incarnation_of(folder):
    store = station.open_station(folder, tables=register.BY_TABLE)
    found = store.meta("incarnation")
    store.close()
    return found


def test_a_station_that_goes_on_where_it_was_keeps_itsincarnation_of(folder):
    assert incarnation_of(folder) == work(folder) == work(folder) == incarnation_of(folder)


def test_a_folder_that_was_moved_on_the_same_computer_keeps_it(folder, tmp_path):
    before = work(folder)
    assert work(folder.rename(tmp_path / "moved")) == before


def test_an_older_copy_put_back_begins_a_newincarnation_of(folder, tmp_path):
    before = work(folder)
    old = shutil.copytree(folder, tmp_path / "old")
    work(folder)
    assert work(old) != before


def test_the_second_of_two_copies_begins_a_newincarnation_of(folder, tmp_path):
    before = work(folder)
    copy = shutil.copytree(folder, tmp_path / "copy")
    assert work(folder) == before
    second = work(copy)
    assert second != before
    assert work(folder) == before and work(copy) == second


def test_a_copy_on_another_computer_begins_a_new_incarnation_once(folder, tmp_path, monkeypatch):
    before = work(folder)
    monkeypatch.setenv("TAIZHANG_STATE", str(tmp_path / "another computer"))
    second = work(folder)
    assert second != before
    assert work(folder) == second


def test_what_was_saved_before_a_crash_is_no_reason(folder):
    store = station.open_station(folder, tables=register.BY_TABLE)
    with store:
        Household.new(head="韦敏", village="弄拉村").save()
    before = store.meta("incarnation")
    store.at_close = None
    store.close()
    assert incarnation_of(folder) == before


def test_a_damaged_note_costs_a_new_incarnation_and_no_more(folder, notes):
    before = work(folder)
    (note,) = notes.glob("*.json")
    note.write_bytes(b"\xff{")
    second = work(folder)
    assert second != before and work(folder) == second


def test_where_no_note_can_be_kept_the_station_works_on(folder, notes, tmp_path, monkeypatch):
    before = work(folder)
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("TAIZHANG_STATE", str(tmp_path / "file" / "below"))
    assert work(folder) == before


def test_the_note_holds_no_words(folder, notes):
    work(folder)
    (note,) = notes.glob("*.json")
    assert "云岭" not in note.read_text() and "韦" not in note.read_text()
