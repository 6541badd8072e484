"""Bundles on a stick: whole or not at all, never over an older one, named without personal data."""

import os
import shutil
from collections import namedtuple

import pytest

from exports.bundle import bundle_errors, sending
from exports.bundle.bundle import examine
from models import carried
from models.errors import Cancelled
from models.files import NotFound, ReadOnly
from models.records import save_all
from tests.exports import second_reader
from tests.exports.forge import canon

Usage = namedtuple("Usage", "total used free")


def people(store, count):
    with store:
        save_all([store.tables["person"].new(name=f"王{i}") for i in range(count)])


def test_the_name_of_a_bundle_tells_who_and_when(pair, tmp_path):
    township, _ = pair
    files = sending.send(township, tmp_path / "stick")
    assert [file.name for file in files] == ["示例县-云岭镇社工站-20261002-1.tzb"]
    assert os.listdir(tmp_path / "stick") == [files[0].name]


def test_an_older_bundle_of_the_same_name_stays(pair, tmp_path):
    township, _ = pair
    (tmp_path / "stick" / "示例县-云岭镇社工站-20261002-1.tzb").write_bytes(b"older")
    files = sending.send(township, tmp_path / "stick")
    assert files[0].name == "示例县-云岭镇社工站-20261002-1_2.tzb"
    assert (tmp_path / "stick" / "示例县-云岭镇社工站-20261002-1.tzb").read_bytes() == b"older"


def test_names_of_places_become_harmless_file_names():
    header = {"created": 1_790_000_000_000, "part": [2, 3], "no": 7}
    name = sending.file_name("../县:*?", "镇/" + "长" * 60, header)
    assert name == "___县___-镇_" + "长" * 18 + "-20260921-7-2of3.tzb"


def test_a_full_stick_is_said_before_anything_is_written(pair, tmp_path, monkeypatch):
    township, _ = pair
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: Usage(1 << 30, 1 << 30, 100))
    with pytest.raises(bundle_errors.StickFull):
        sending.send(township, tmp_path / "stick")
    assert os.listdir(tmp_path / "stick") == []
    assert carried.sent_files(township) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_write_protected_stick_is_said(pair, tmp_path):
    os.chmod(tmp_path / "stick", 0o500)
    with pytest.raises(ReadOnly):
        sending.send(pair[0], tmp_path / "stick")


def test_a_stick_that_is_not_there_is_said(pair, tmp_path):
    with pytest.raises(NotFound):
        sending.send(pair[0], tmp_path / "none")


def test_a_cancelled_bundle_leaves_nothing(pair, tmp_path):
    township, _ = pair
    people(township, 5)

    def cancel(done, total):
        raise Cancelled

    with pytest.raises(Cancelled):
        sending.send(township, tmp_path / "stick", cancel)
    assert os.listdir(tmp_path / "stick") == []


def test_what_is_shown_upwards_is_what_the_questions_declare(pair, tmp_path):
    township, _ = pair
    people(township, 2)
    file = sending.send(township, tmp_path / "stick")[0]
    header, commits, _ = second_reader.read(file.read_bytes(), township.own_device.age_identity)
    questions = {name: table.questions() for name, table in township.tables.items()}
    seen = {(op[0], op[2]) for _, _, shown, _ in commits for op in shown.values()}
    assert ("person", "") in seen and ("person", "name") not in seen
    assert all(name in ("", "deleted") or questions[table][name].upward for table, name in seen)
    assert header["counts"]["person"] == 2 and header["end"] == len(commits)


def test_labels_of_parts_continue_each_other(pair, tmp_path, monkeypatch):
    monkeypatch.setattr(sending, "MOST_COMMITS", 2)
    township, _ = pair
    people(township, 3)
    files = sending.send(township, tmp_path / "stick")
    read = [second_reader.read(file.read_bytes(), township.own_device.age_identity) for file in files]
    roll = "00" * 32
    for k, (header, commits, _) in enumerate(read, 1):
        assert header["part"] == [k, 3] and header["roll"] == roll
        roll = second_reader.roll(roll, [identity for identity, *_ in commits])


def test_our_header_is_written_canonically(pair, tmp_path):
    file = sending.send(pair[0], tmp_path / "stick")[0]
    frame = examine(file.read_bytes())
    assert canon(frame.header) == frame.header_bytes
