"""Full disks, write-protected sticks, folders that are gone: a sentence, no half file, nothing acknowledged lost."""

import os
import resource
import shutil
import signal
import subprocess
from contextlib import contextmanager

import pytest

from exports.bundle import sending
from models import backups, drafts
from models.errors import UserError
from models.files import DiskFull, NotFound, ReadOnly
from tests.campaigns.at_work import household
from tests.campaigns.stations import broken_bundles, let_work, lost, make_pair, unfinished, wrong

pytestmark = pytest.mark.campaign
MEGABYTE = 1 << 20


@pytest.fixture
def pair(tmp_path):
    return make_pair(tmp_path)


@contextmanager
def small_disk(folder, size, options=""):
    """A disk of its own for `folder`, where we may mount one."""
    asked = ["mount", "-t", "tmpfs", "-o", f"size={size}{options}", "tmpfs", str(folder)]
    if not shutil.which("mount") or subprocess.run(asked, capture_output=True).returncode:
        pytest.skip("needs the right to mount")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def short_files(most):
    """A limit for a child: no file of its may grow beyond `most` bytes, as on a disk that is full."""

    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    return limit


@pytest.mark.parametrize("activity", ["save", "save_batch", "send", "back_up"])
def test_when_the_disk_fills_while_working_a_sentence_comes_and_nothing_is_lost(pair, activity):
    place = pair[0]
    there = max(path.stat().st_size for path in place.folder.iterdir())
    work = let_work(place, activity, limit=short_files(there + 200_000))
    assert work.all("refused")[0] in ("U-101", "U-103")
    with place.open() as store:
        assert lost(store, work) == [] and wrong(store) == []
        assert broken_bundles(store, place.stick) == []
        assert unfinished(place.folder.parent) == []
        assert household(1).save()
    store.close()


def test_a_full_disk_under_the_station_loses_nothing_and_goes_on_when_there_is_room(pair):
    place = pair[0]
    kept = place.folder.with_name("kept")
    place.folder.rename(kept)
    place.folder.mkdir()
    size = sum(path.stat().st_size for path in kept.rglob("*") if path.is_file())
    with small_disk(place.folder, size + 3 * MEGABYTE // 2):
        shutil.copytree(kept, place.folder, dirs_exist_ok=True)
        (place.folder / "ballast").write_bytes(b"\0" * (MEGABYTE // 2))
        for _ in range(3):
            work = let_work(place, "save")
            assert work.all("refused") == ["U-101"]
            with place.open() as store:
                assert lost(store, work) == []
                with pytest.raises(DiskFull):
                    backups.back_up(store)
                assert not list((place.folder / "back-ups").glob("*"))
            store.close()
        (place.folder / "ballast").unlink()
        with place.open() as store:
            assert household(1).save() and wrong(store) == []
        store.close()


def test_a_stick_without_room_gets_no_bundle_and_keeps_what_is_on_it(pair):
    place = pair[0]
    with place.open() as store, small_disk(place.stick, 64 * 1024):
        for number in range(400):
            household(number).save()
        (place.stick / "old.tzb").write_bytes(b"older")
        with pytest.raises(UserError) as told:
            sending.send(store, place.stick)
        assert told.value.code.startswith(("U-", "S-"))
        assert [path.name for path in place.stick.iterdir()] == ["old.tzb"]
    store.close()


def test_a_write_protected_stick_is_said(pair):
    place = pair[0]
    with place.open() as store, small_disk(place.stick, MEGABYTE, ",ro"):
        household(1).save()
        with pytest.raises(ReadOnly):
            sending.send(store, place.stick)
    store.close()


def test_a_folder_one_may_not_write_to_is_said(pair):
    if os.geteuid() == 0:
        pytest.skip("nothing is forbidden to root")
    place = pair[0]
    place.stick.chmod(0o500)
    with place.open() as store:
        with pytest.raises(ReadOnly):
            sending.send(store, place.stick)
    place.stick.chmod(0o700)
    store.close()


def test_a_stick_that_is_gone_is_said(pair):
    place = pair[0]
    place.stick.rmdir()
    with place.open() as store:
        with pytest.raises(NotFound):
            sending.send(store, place.stick)
    store.close()


def test_a_station_on_a_write_protected_disk_says_so(pair):
    place = pair[0]
    kept = place.folder.with_name("kept")
    place.folder.rename(kept)
    place.folder.mkdir()
    with small_disk(place.folder, 8 * MEGABYTE):
        shutil.copytree(kept, place.folder, dirs_exist_ok=True)
        subprocess.run(["mount", "-o", "remount,ro", str(place.folder)], check=True)
        with pytest.raises(UserError) as told:
            with place.open() as store:
                household(1).save()
            store.close()
        assert told.value.code == "U-102"
    shutil.rmtree(place.folder)
    kept.rename(place.folder)
    with place.open() as store:
        assert wrong(store) == [] and drafts.all(store) == []
    store.close()
