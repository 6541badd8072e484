"""What a power cut may leave of the files we write: each state of the disk that the calls so far allow, read again.

kill -9 does not show this, because the system's cache survives it. The model: a file not yet synced may hold anything
between nothing and all of what was written; a new or changed name may be on the disk or not until the folder is synced.
"""

import itertools
import os
from pathlib import Path
from uuid import uuid4

import pytest

from models.files import whole_file
from models.keys import FLOOR, KeySlots, Ring, WrongRecoveryCode

pytestmark = pytest.mark.campaign


class Disk:
    """Watches what is asked of one folder and knows the states in which a power cut could leave it at each moment."""

    def __init__(self, folder, monkeypatch):
        self.folder, self.states = Path(folder), []
        self.names, self.synced = self._names(), self._contents()
        for call, after in (("fsync", self._after_sync), ("replace", None)):
            monkeypatch.setattr(os, call, self._watched(getattr(os, call), after))

    def _names(self):
        return {path.name: path.stat().st_ino for path in self.folder.iterdir()}

    def _contents(self):
        return {path.stat().st_ino: path.read_bytes() for path in self.folder.iterdir()}

    def _watched(self, call, after):
        def watched(*arguments):
            self._note()
            call(*arguments)
            if after:
                after(*arguments)
            self._note()

        return watched

    def _after_sync(self, handle):
        number = os.fstat(handle).st_ino
        if number == self.folder.stat().st_ino:
            self.names = self._names()
        else:
            self.synced[number] = self._contents()[number]

    def _note(self):
        now = self._contents()
        for names in (self.names, self._names()):
            choices = [self._may_hold(number, now) for number in names.values()]
            self.states += [dict(zip(names, contents, strict=True)) for contents in itertools.product(*choices)]

    def _may_hold(self, number, now):
        if now.get(number, self.synced.get(number)) == self.synced.get(number):
            return [self.synced[number]]
        return [b"", now[number][: len(now[number]) // 2], now[number]]


def put(state, folder):
    folder.mkdir()
    for name, content in state.items():
        (folder / name).write_bytes(content)
    return folder


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "disk").mkdir()
    return tmp_path / "disk"


def test_a_whole_file_is_the_older_or_the_newer_in_every_state(folder, tmp_path, monkeypatch):
    (folder / "a.tzb").write_bytes(b"the older one")
    disk = Disk(folder, monkeypatch)
    with whole_file(folder / "a.tzb") as file:
        file.write(b"the newer one")
    monkeypatch.undo()
    found = {put(state, tmp_path / str(n)).joinpath("a.tzb").read_bytes() for n, state in enumerate(disk.states)}
    assert len(disk.states) > 5 and found == {b"the older one", b"the newer one"}
    assert {state["a.tzb"] for state in disk.states[-2:]} == {b"the newer one"}


def test_the_model_bites_where_a_file_is_written_in_place(folder, monkeypatch):
    (folder / "a.tzb").write_bytes(b"the older one")
    disk = Disk(folder, monkeypatch)
    with open(folder / "a.tzb", "wb") as file:
        file.write(b"the newer one")
        file.flush()
        os.fsync(file.fileno())
    monkeypatch.undo()
    assert {b"", b"the ne"} <= {state["a.tzb"] for state in disk.states}


def test_the_model_bites_where_a_file_is_renamed_before_it_is_synced(folder, monkeypatch):
    (folder / "a.tzb").write_bytes(b"the older one")
    disk = Disk(folder, monkeypatch)
    (folder / "beside").write_bytes(b"the newer one")
    os.replace(folder / "beside", folder / "a.tzb")
    monkeypatch.undo()
    assert b"" in {state["a.tzb"] for state in disk.states}


def test_a_key_file_gives_the_ring_by_the_old_code_or_the_new_in_every_state(folder, tmp_path, monkeypatch):
    ring = Ring.new()
    slots = KeySlots.create(folder / "keyslots.json", uuid4())
    slots.add_password(ring, uuid4(), "韦敏", "moss on the ninth step", cost=FLOOR)
    old = slots.replace_recovery(ring)
    disk = Disk(folder, monkeypatch)
    new = slots.replace_recovery(ring)
    monkeypatch.undo()
    for number, state in enumerate(disk.states):
        found = KeySlots(put(state, tmp_path / str(number)) / "keyslots.json")
        assert opens(found, old, ring) != opens(found, new, ring)
        assert found.damaged == 0
    assert opens(found, new, ring)


def opens(slots, code, ring):
    try:
        return slots.unlock_recovery(code)[0] == ring
    except WrongRecoveryCode:
        return False
