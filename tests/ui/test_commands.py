import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import main as program
from main import main
from models import register, station
from models.people.person import Person
from ui import commands

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path):
    """A training station with one person, closed."""
    store, _ = station.set_up(tmp_path / "station", tables=register.BY_TABLE, name="云岭镇社工站", training=True)
    with store:
        Person.new(name="王𠮷明", village="河口村").save()
    store.close()
    return tmp_path / "station"


def run(*arguments, **settings):
    """The program as a process of its own, in a terminal of our choosing."""
    told = subprocess.run(
        [sys.executable, "main.py", *map(str, arguments)],
        cwd=ROOT, env=os.environ | settings, stdin=subprocess.DEVNULL, capture_output=True, check=False,
    )  # fmt: skip
    return told.returncode, told.stdout, told.stderr


def test_a_terminal_without_chinese_stops_no_command(folder):
    code, out, err = run("check", folder, PYTHONIOENCODING="ascii")
    assert (code, err) == (0, b"")
    assert rb"\u5168" in out


def test_json_for_a_script_is_utf_8_in_any_terminal(folder):
    code, out, _ = run("figures", folder, "2026-09", PYTHONIOENCODING="latin-1")
    assert code == 0
    assert json.loads(out.decode("utf-8"))["figures"][0]["label"] == "在岗社工"


def test_a_password_in_chinese_is_the_same_in_any_terminal(tmp_path):
    env = {"TAIZHANG_PASSWORD": "审计用的一句话 2026"}
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    assert run("init", tmp_path / "new", "--level", "station", "--name", "X", **env)[0] == 0
    code, _, err = run("check", tmp_path / "new", **env, **plain)
    assert (code, err) == (0, b"")


def test_what_is_wrong_with_a_set_up_is_said_with_its_question(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("TAIZHANG_PASSWORD", "审计用的一句话 2026")
    assert main(["init", str(tmp_path / "new"), "--level", "station", "--name", "x" * 20_000]) == 1
    told = capsys.readouterr().err
    assert "A-002" in told and "站点名称" in told and "20000" in told
    assert told.count("\n") == 1


@pytest.mark.parametrize(
    ("password", "short", "said"), [("审计用的一句话 2026", "abc", "八位数字"), ("123456", "0007", "K-108")]
)
def test_a_set_up_that_was_refused_leaves_no_folder(tmp_path, monkeypatch, capsys, password, short, said):
    monkeypatch.setenv("TAIZHANG_PASSWORD", password)
    assert main(["init", str(tmp_path / "new"), "--level", "station", "--name", "云岭镇", "--short", short]) == 1
    assert said in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("month", ["0000-01", "0001-01", "9999-12", "2026-13"])
def test_a_month_outside_the_calendar_of_stations_is_wrong_usage(folder, month):
    with pytest.raises(SystemExit) as stopped:
        main(["figures", str(folder), month])
    assert stopped.value.code == 2


def test_a_file_where_the_demonstration_should_be_gets_a_sentence(tmp_path, capsys):
    (tmp_path / "file").touch()
    assert main(["demo", str(tmp_path / "file")]) == 1
    assert "U-105" in capsys.readouterr().err


def test_what_was_not_taken_in_is_said_on_standard_error(folder, tmp_path, capsys):
    (tmp_path / "note.tzb").write_bytes(b"no bundle")
    assert main(["take-in", str(folder), str(tmp_path / "note.tzb"), str(tmp_path / "none.tzb")]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "S-101" in told.err and "U-104" in told.err
    assert told.err.startswith("note.tzb：未收入。") and "refused" not in told.err


def test_each_command_says_in_its_help_what_it_does():
    assert all(run.__doc__ for _, run, *_ in commands._COMMANDS)


def test_stopping_a_command_says_nothing(folder, monkeypatch, capsys):
    def stopped(_arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr(program, "_command", stopped)
    assert main(["check", str(folder)]) == 130
    assert capsys.readouterr() == ("", "")
