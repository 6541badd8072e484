"""Pictures beside the database: sealed, found again, checked, brought along, cleared away."""

import os
import time

import pytest

from models import check, drafts, pictures, register, restoring, station
from models.backups import back_up, back_up_if_changed
from models.errors import UserError
from models.keys import Cost
from models.services.activity import Activity

PASSWORD = "云岭镇的社工站每天写台账"
SHOWN = b"\xff\xd8 a picture of a child"


@pytest.fixture
def sealed(tmp_path):
    store, _ = station.set_up(
        tmp_path / "home" / "station", tables=register.BY_TABLE, name="云岭镇社工站", short="0417",
        users=[station.NewUser("韦敏", PASSWORD, "lead")], cost=Cost(64 * 1024, 3, 4),
    )  # fmt: skip
    with store:
        yield store
    store.close()


def _only(store):
    (path,) = (store.folder / pictures.FOLDER).glob("*/*")
    return path


def test_a_picture_is_read_as_it_was_kept_and_its_file_shows_nothing(sealed):
    number = pictures.keep(sealed, SHOWN)
    assert pictures.read(sealed, number) == SHOWN
    assert SHOWN not in _only(sealed).read_bytes()


def test_the_same_picture_is_kept_once(sealed):
    assert pictures.keep(sealed, SHOWN) == pictures.keep(sealed, SHOWN)
    assert _only(sealed)


def test_a_training_station_keeps_pictures_too(store):
    assert pictures.read(store, pictures.keep(store, SHOWN)) == SHOWN


def test_a_changed_cut_or_swapped_file_is_called_damaged(sealed):
    one, other = pictures.keep(sealed, SHOWN), pictures.keep(sealed, SHOWN + b"2")
    first, second = (pictures._path(sealed.folder, number) for number in (one, other))
    whole = first.read_bytes()
    for wrong in (b"", whole[:-1], whole[:20], whole[:-1] + b"\0", second.read_bytes(), b"TZPICTURE0\n" + SHOWN):
        first.write_bytes(wrong)
        with pytest.raises(pictures.DamagedPicture):
            pictures.read(sealed, one)


def test_a_missing_picture_is_said(sealed):
    number = pictures.keep(sealed, SHOWN)
    _only(sealed).unlink()
    with pytest.raises(pictures.NoPicture):
        pictures.read(sealed, number)


def _activity_with(store):
    number = pictures.keep(store, SHOWN)
    record = Activity.new(name="重阳节", kind="policy", day=store.today(), pictures=(number,))
    record.save()
    return record


def test_check_names_pictures_that_cannot_be_read(store):
    _activity_with(store)
    assert check.whole_station(store)["problems"] == []
    _only(store).unlink()
    assert any("picture" in problem and "D-131" in problem for problem in check.whole_station(store)["problems"])


def test_only_old_pictures_that_nothing_names_are_cleared_away(store):
    _activity_with(store)
    loose, drafted, fresh = (pictures.keep(store, SHOWN + bytes([n])) for n in range(3))
    drafts.keep(store, "activity", None, {"pictures": [drafted]})
    long_ago = time.time() - 31 * 86400
    for path in (store.folder / pictures.FOLDER).glob("*/*"):
        if path.stem != fresh:
            os.utime(path, (long_ago, long_ago))
    assert pictures.clear_unnamed(store) == 1
    with pytest.raises(UserError):
        pictures.read(store, loose)
    assert pictures.read(store, drafted) and pictures.read(store, fresh)


def test_what_nothing_names_goes_on_the_way_out(store):
    _activity_with(store)
    loose = pictures.keep(store, SHOWN + b"?")
    for path in (store.folder / pictures.FOLDER).glob("*/*"):
        os.utime(path, (0, 0))
    assert back_up_if_changed(store)
    with pytest.raises(pictures.NoPicture):
        pictures.read(store, loose)
    assert _only(store)


def test_restoring_elsewhere_brings_the_pictures_along(store, tmp_path):
    number = pictures.keep(store, SHOWN)
    path = back_up(store)
    restoring.restore(path, tmp_path / "new")
    again = station.open_station(tmp_path / "new", tables=register.BY_TABLE)
    try:
        assert pictures.read(again, number) == SHOWN
    finally:
        again.close()
