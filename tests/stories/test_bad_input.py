"""Every command, given what it cannot use: exit code 1, one sentence with its code, and the records untouched."""

import json
import os
import re
import shutil
from pathlib import Path
from typing import NamedTuple

import openpyxl
import pytest

from exports.bundle import key_file, sending
from models import check, register, station
from models.database import open_database
from models.key_slot import FLOOR
from models.people.person import Person
from tests.stories.test_main_road import run

WORKBOOKS = Path(__file__).parents[1] / "data" / "workbooks"
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n" * 20


class Place(NamedTuple):
    """A training station and its county that know each other, a bundle between them, and a folder for what is bad."""

    station: Path
    county: Path
    bundle: Path
    bad: Path

    def file(self, name, data):
        (self.bad / name).write_bytes(data)
        return self.bad / name

    def digests(self):
        return [whole(folder)["digest"] for folder in (self.station, self.county)]


def whole(folder):
    """What `check` finds in a station."""
    store = station.open_station(folder, tables=register.BY_TABLE)
    with store:
        found = check.whole_station(store)
    store.close()
    return found


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    top = tmp_path_factory.mktemp("bad")
    stores = {}
    for level, name in (("station", "云岭镇社工站"), ("county", "示例县")):
        stores[level], _ = station.set_up(
            top / level, tables=register.BY_TABLE, name=name, level=level, users=[station.NewUser("韦敏", "", "lead")],
            training=True,
        )  # fmt: skip
    township, county = stores["station"], stores["county"]
    key_file.trust(township, key_file.write_key(county, top / "county.tzkey"))
    key_file.trust(county, key_file.write_key(township, top / "station.tzkey"))
    for folder in ("stick", "input"):
        (top / folder).mkdir()
    with township:
        Person.new(name="王𠮷明", village="河口村").save()
        (bundle,) = sending.send(township, top / "stick")
    for store in stores.values():
        store.close()
    return Place(top / "station", top / "county", bundle, top / "input")


CASES = {
    "a ledger under a password": ("L-102", lambda at: ("ledger", at.station, WORKBOOKS / "encrypted.xlsx", "--apply")),
    "a bomb for a ledger": ("L-104", lambda at: ("ledger", at.station, WORKBOOKS / "bomb.xlsx", "--apply")),
    "a ledger that is no workbook": ("L-101", lambda at: ("ledger", at.station, at.file("a.xlsx", PDF), "--apply")),
    "a stick that is not there": ("U-104", lambda at: ("send", at.station, at.bad / "none")),
    "a bundle cut short": ("S-104", lambda at: ("take-in", at.county, at.file("c.tzb", at.bundle.read_bytes()[:-9]))),
    "a folder for a bundle": ("U-105", lambda at: ("take-in", at.county, at.bad)),
    "an empty bundle": ("S-101", lambda at: ("take-in", at.county, at.file("e.tzb", b""))),
    "a paper for a bundle": ("S-102", lambda at: ("take-in", at.county, at.file("p.tzb", PDF))),
    "a report into no folder": (
        "U-104",
        lambda at: ("report", at.station, "2026-09", "--pdf", at.bad / "no" / "r.pdf", "--xlsx", at.bad / "r.xlsx"),
    ),
    "a station where something is": ("D-105", lambda at: ("init", at.bad.parent, "--level", "station", "--name", "甲")),
    "nonsense for a key": ("S-501", lambda at: ("trust", at.station, at.file("k.tzkey", os.urandom(400)))),
    "a key file into no folder": ("U-104", lambda at: ("key", at.station, at.bad / "none" / "k.tzkey")),
}


def is_one_paragraph(told, code):
    return re.fullmatch(rf"[^\n]+（{code}）\n", told.err) is not None and "Traceback" not in told.out + told.err


@pytest.mark.parametrize("case", CASES)
def test_what_cannot_be_used_gets_one_sentence_and_changes_nothing(case, place):
    code, arguments = CASES[case]
    before = place.digests()
    told = run(*arguments(place), password="山坡上的枣树 0417")
    assert told.code == 1
    assert is_one_paragraph(told, code), told
    assert place.digests() == before
    assert not (place.bad / "r.xlsx").exists()


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 0)() == 0, reason="nothing is write-protected for root")
def test_a_stick_that_cannot_be_written_to_gets_a_sentence(place, tmp_path):
    tmp_path.chmod(0o500)
    told = run("send", place.station, tmp_path)
    tmp_path.chmod(0o700)
    assert told.code == 1 and is_one_paragraph(told, "U-102"), told


def _cut(file):
    os.truncate(file, 5000)


def _emptied(file):
    os.truncate(file, 0)


def _replaced_by_a_folder(file):
    file.unlink()
    file.mkdir()


@pytest.mark.parametrize("damage, code", [(_cut, "D-101"), (_emptied, "K-103"), (_replaced_by_a_folder, "U-105")])
def test_a_damaged_database_gets_a_sentence(damage, code, place, tmp_path):
    folder = shutil.copytree(place.station, tmp_path / "station")
    damage(folder / "station.db")
    told = run("check", folder)
    assert told.code == 1
    assert is_one_paragraph(told, code), told


def test_an_emptied_encrypted_database_is_called_damaged(tmp_path):
    users = [station.NewUser("韦敏", "山坡上的枣树 0417", "lead")]
    set_up = station.set_up(tmp_path / "new", tables=register.BY_TABLE, name="云岭镇社工站", users=users, cost=FLOOR)
    set_up[0].close()
    _emptied(tmp_path / "new" / "station.db")
    told = run("check", tmp_path / "new", password="山坡上的枣树 0417")
    assert told.code == 1
    assert is_one_paragraph(told, "D-101"), told
    assert not (tmp_path / "new" / "back-ups").exists()


def test_what_a_killed_set_up_left_is_no_station(tmp_path):
    open_database(tmp_path, None, create=True).close()
    told = run("check", tmp_path)
    assert told.code == 1
    assert is_one_paragraph(told, "D-101"), told


def test_an_odd_ledger_is_taken_row_by_row_and_nothing_in_it_is_obeyed(place, tmp_path):
    folder = shutil.copytree(place.station, tmp_path / "station")
    book = openpyxl.Workbook()
    for row in (
        ("姓名", "身份证号码", "出生年月", "村", "备注"),
        ("长" * 20_000, None, "1950-01", "甲村", None),
        ("<b>粗</b>", None, "1950-02", "甲村", "<script>alert(1)</script>"),
        ("李四", None, "2099-01-01", "甲村", None),
        ("张三", 450121195001011234.0, None, "甲村", None),
        ("赵六", None, "1950-03", "甲村", "'=1+1"),
    ):
        book.active.append(row)
    book.active["E6"].value, book.active["E6"].data_type = "=1+1", "s"
    book.save(tmp_path / "odd.xlsx")
    told = run("ledger", folder, tmp_path / "odd.xlsx", "--apply", "--json", tmp_path / "odd.json")
    assert (told.code, told.err) == (0, "")
    found = json.loads((tmp_path / "odd.json").read_text(encoding="utf-8"))
    codes = {(one["row"], one["code"]) for one in found["doubtful"] + found["refused"]}
    assert codes == {(2, "L-09"), (4, "L-21"), (5, "L-01")}
    assert _people(folder) == {
        "王𠮷明": (None, None, None), "<b>粗</b>": (None, "1950-02", "<script>alert(1)</script>"),
        "李四": (None, None, None), "张三": (None, None, None), "赵六": (None, "1950-03", "=1+1"),
    }  # fmt: skip
    assert whole(folder)["problems"] == []


def _people(folder):
    store = station.open_station(folder, tables=register.BY_TABLE)
    with store:
        people = {one.name: (one.id_number, one.birth, one.note) for one in Person.alive()}
    store.close()
    return people
