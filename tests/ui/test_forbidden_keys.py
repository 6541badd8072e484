"""Keys that belong to input methods and their neighbours are never ours (Chinese is typed with them)."""

import re
from pathlib import Path

import pytest

SOURCES = sorted((Path(__file__).parents[2] / "ui").glob("*.py"))
KEY = re.compile(r'"((?:(?:Ctrl|Alt|Shift|Meta)\+)+\S{1,9}|F\d{1,2})"')
FORBIDDEN = re.compile(
    r"Ctrl\+Shift\+[A-Z]|Ctrl\+Alt\+[A-Z]|Alt\+[A-Z]|(Ctrl|Shift|Alt|Meta)\+Space|Alt\+Shift|Ctrl\+[.;,]|F7|F10|F12"
)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_no_key_of_an_input_method_is_taken(path):
    taken = [key for key in KEY.findall(path.read_text("utf-8")) if FORBIDDEN.fullmatch(key)]
    assert taken == []
