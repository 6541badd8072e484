import pytest

from main import main
from models import backups, register, station
from models.people.household import Household
from models.station_folder import FILE


@pytest.fixture
def folder(tmp_path):
    """A training station, closed, with a household and a back-up."""
    store, _ = station.set_up(tmp_path / "station", tables=register.BY_TABLE, name="云岭镇社工站", training=True)
    with store:
        Household.new(head="王秀英", village="弄拉村").save()
        backups.back_up(store)
    store.close()
    return tmp_path / "station"


def test_restore_puts_a_station_back_and_checks_it(folder, capsys):
    (path,) = (folder / "back-ups").glob("*.tzbak")
    (folder / FILE).write_bytes(b"SQLite format 3\0 damaged")
    assert main(["check", str(folder)]) == 1
    assert "D-101" in capsys.readouterr().err
    assert main(["restore", str(folder), str(path)]) == 0
    assert main(["check", str(folder)]) == 0


def test_restore_refuses_what_is_no_backup_in_a_sentence(folder, capsys):
    before = (folder / FILE).read_bytes()
    assert main(["restore", str(folder), str(folder / FILE)]) == 1
    assert "D-121" in capsys.readouterr().err
    assert (folder / FILE).read_bytes() == before


def test_a_backup_that_was_refused_leaves_no_folder(folder, tmp_path, capsys):
    (path,) = (folder / "back-ups").glob("*.tzbak")
    (tmp_path / "half.tzbak").write_bytes(path.read_bytes()[:5000])
    assert main(["restore", str(tmp_path / "new"), str(tmp_path / "half.tzbak")]) == 1
    assert "D-122" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()
