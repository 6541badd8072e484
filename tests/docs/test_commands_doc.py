"""docs/commands.md names every command, option and code of the program, so that nobody looks for one in vain."""

import re
from pathlib import Path

import pytest

from exports.intake import doubts
from ui import commands

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "commands.md").read_text("utf-8")
CODE = re.compile(r'"([A-Z]-[0-9]{2,3})"')


def usages():
    """The lines of the document that show how a command is called."""
    return [line for line in TEXT.splitlines() if line.startswith(".venv/bin/python main.py")]


def codes_in_source():
    files = [path for folder in ("models", "exports", "hub", "ui") for path in (ROOT / folder).rglob("*.py")]
    return {code for path in files for code in CODE.findall(path.read_text("utf-8"))}


@pytest.mark.parametrize("name", [name for name, *_ in commands._COMMANDS])
def test_every_command_is_shown_with_its_arguments_and_has_its_own_part(name):
    _, _, arguments, options = next(one for one in commands._COMMANDS if one[0] == name)
    line = next(line for line in usages() if re.match(rf"\S+ main\.py {name} ", line))
    for argument, settings in arguments:
        assert settings.get("metavar", argument) in line
    for option, _settings in options:
        assert option in line
    assert re.search(rf"^### .*\b{name}\b", TEXT, re.M)


def test_no_command_is_shown_that_is_not_there():
    shown = {found[1] for line in usages() if (found := re.match(r"\S+ main\.py ([a-z-]+) ", line))}
    assert shown == {name for name, *_ in commands._COMMANDS}


def test_every_code_of_the_program_has_a_line_in_the_tables():
    known = codes_in_source() | {kind.code for kind in doubts.all_kinds()}
    listed = set(re.findall(r"^\| ([A-Z]-[0-9]{2,3}) \|", TEXT, re.M))
    assert len(known) > 100
    assert listed == known


def test_every_variable_that_the_program_reads_is_explained():
    files = [
        ROOT / "main.py",
        *(path for folder in ("models", "exports", "hub", "ui") for path in (ROOT / folder).rglob("*.py")),
    ]
    read = {
        name for path in files for name in re.findall(r'environ\.get\("(TAIZHANG_[A-Z]+)"', path.read_text("utf-8"))
    }
    assert read
    assert all(f"| `{name}` |" in TEXT for name in read)
