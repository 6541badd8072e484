"""The main road without a window, from outside: `main.py demo` and what other programs find in what it made."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
SURROUNDINGS = {name: value for name, value in os.environ.items() if not name.startswith("TAIZHANG_")}


class Told(NamedTuple):
    code: int
    out: str
    err: str


class Demonstration(NamedTuple):
    """A built demonstration: its folder, what building it said, its month and password."""

    folder: Path
    told: Told
    month: str
    password: str

    @property
    def station(self):
        return self.folder / "station"

    @property
    def county(self):
        return self.folder / "county"

    @property
    def bundle(self):
        return next(path for path in (self.folder / "stick").iterdir() if "回执" not in path.name)

    def run(self, *arguments):
        return run(*arguments, password=self.password)

    def digest(self, place):
        told = self.run("check", place, "--json", "-")
        assert told.code == 0, told
        return json.loads(told.out[: told.out.rindex("}") + 1])["digest"]


def run(*arguments, password=None) -> Told:
    """One command as a person's shell runs it, without a terminal."""
    surroundings = SURROUNDINGS | ({"TAIZHANG_PASSWORD": password} if password else {})
    done = subprocess.run(
        [sys.executable, "main.py", *map(str, arguments)], cwd=ROOT, env=surroundings, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, encoding="utf-8", timeout=100,
    )  # fmt: skip
    return Told(done.returncode, done.stdout, done.stderr)


def tool(*command) -> str:
    """What another program says of a file; it has to be content with it."""
    return subprocess.run([*map(str, command)], check=True, capture_output=True, text=True, encoding="utf-8").stdout


def is_one_sentence(told):
    """Said on one line, as a whole sentence with its code, and nothing of the program's inside."""
    return re.fullmatch(r"[^\n]+。（[A-Z]-\d+）\n", told.err) is not None and told.out == ""


def build(folder) -> Demonstration:
    told = run("demo", folder)
    assert told.code == 0, told.err
    month = next(folder.glob("月报-*.pdf")).stem.removeprefix("月报-")
    return Demonstration(folder, told, month, (folder / "password.txt").read_text(encoding="utf-8").strip())


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    return build(tmp_path_factory.mktemp("road") / "demo")


def test_the_demonstration_leaves_exactly_what_it_promises(demo):
    month = demo.month
    assert {path.name for path in demo.folder.iterdir()} == {
        "station", "county", "stick", "password.txt", f"月报-{month}.pdf", f"月报-{month}.xlsx",
        f"县汇总-{month}.pdf", "回执-云岭镇社工站.pdf",
    }  # fmt: skip
    assert {path.suffix for path in (demo.folder / "stick").iterdir()} == {".tzb"}
    assert not (demo.station / "station.db").read_bytes().startswith(b"SQLite format 3")


def test_the_demonstration_says_every_step_on_a_line_of_its_own(demo):
    lines = demo.told.out.splitlines()
    assert len(lines) >= 12 and demo.told.err == ""
    for words in ("已加密", "共 61 行", "月报", "已读回核对", "回执", "检查无误"):
        assert any(words in line for line in lines), words


def test_a_second_run_builds_it_anew(demo, tmp_path):
    folder = tmp_path / "again"
    shutil.copytree(demo.folder, folder)
    again = build(folder)
    assert again.password != demo.password
    assert {path.name for path in folder.iterdir()} == {path.name for path in demo.folder.iterdir()}


def test_a_folder_with_something_else_in_it_is_refused_and_left_alone(tmp_path):
    (tmp_path / "家庭相册.txt").write_text("不要动", encoding="utf-8")
    told = run("demo", tmp_path)
    assert told.code == 1
    assert is_one_sentence(told), told.err
    assert [path.name for path in tmp_path.iterdir()] == ["家庭相册.txt"]


def test_other_programs_find_the_signature_of_the_month_valid(demo):
    said = tool("pdfsig", demo.folder / f"月报-{demo.month}.pdf")
    assert "Signature is Valid" in said and "Total document signed" in said


def test_other_programs_find_the_papers_clean(demo):
    for paper in demo.folder.glob("*.pdf"):
        assert "No syntax or stream encoding errors" in tool("qpdf", "--check", paper)


def test_rare_names_can_be_copied_from_the_month(demo):
    text = tool("pdftotext", "-layout", demo.folder / f"月报-{demo.month}.pdf", "-")
    assert "王𠮷明" in text
    assert "次仁·卓玛措姆" in text


def test_the_countys_paper_gives_the_figures_of_the_station(demo):
    found = json.loads(demo.run("figures", demo.station, demo.month).out)["figures"]
    own = {one["number"]: one["value"] for one in found if one["state"] == "number"}
    text = tool("pdftotext", "-layout", demo.folder / f"县汇总-{demo.month}.pdf", "-")
    details = text[text.index("各站全部指标") :]
    printed = {line.split()[0]: line.split()[-1] for line in details.splitlines() if re.match(r"\s*\d+(\.\d)?\s", line)}
    shared = own.keys() & printed.keys()
    assert len(shared) > 40
    assert {number: float(printed[number].replace(",", "")) for number in shared} == {
        number: float(own[number]) for number in shared
    }


def test_a_bundle_taken_in_again_is_known_and_changes_nothing(demo):
    before = demo.digest(demo.county)
    told = demo.run("take-in", demo.county, demo.bundle, "--json", "-")
    assert told.code == 0
    assert json.loads(told.out[: told.out.rindex("]") + 1])[0]["verdict"] == "known"
    assert demo.digest(demo.county) == before


def test_a_bundle_cut_short_is_refused_and_changes_nothing(demo, tmp_path):
    before = demo.digest(demo.county)
    cut = tmp_path / demo.bundle.name
    cut.write_bytes(demo.bundle.read_bytes()[:-7])
    told = demo.run("take-in", demo.county, cut, "--json", "-")
    assert told.code == 1 and "Traceback" not in told.err
    verdict = json.loads(told.out[: told.out.rindex("]") + 1])[0]
    assert verdict["verdict"] == "refused" and verdict["code"].startswith("S-") and verdict["reason"]
    assert demo.digest(demo.county) == before


def test_a_wrong_password_gets_a_sentence(demo):
    told = run("figures", demo.station, demo.month, password="不是这一句 0000")
    assert told.code == 1
    assert is_one_sentence(told), told.err


def test_no_password_and_no_terminal_gets_a_sentence(demo):
    told = run("check", demo.station)
    assert told.code == 1
    assert is_one_sentence(told) and "TAIZHANG_PASSWORD" in told.err


@pytest.mark.parametrize("arguments", [("demo",), ("figures", "somewhere", "2026-13"), ("nothing",)])
def test_wrong_usage_is_told_apart_by_its_exit_code(arguments):
    told = run(*arguments)
    assert told.code == 2
    assert "Traceback" not in told.err
