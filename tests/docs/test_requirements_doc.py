"""docs/requirements.md names every requirement, with places and tests that exist."""

import re
from pathlib import Path

import pytest

from models import codes
from models.register import RECORDS

ROOT = Path(__file__).parents[2]
LINE = re.compile(r"^\| (\S+) \| (.+?) \| (.+?) \| `(\w+)` \| (\w*) ?\|$", re.M)
LINES = LINE.findall((ROOT / "docs" / "requirements.md").read_text("utf-8"))
NUMBERED = {"000": 38, "001": 38, "002": 42, "003": 32, "004": 56}
FORMS = {record.__name__: record for record in RECORDS}
TESTS = {
    name
    for path in (ROOT / "tests").rglob("test_*.py")
    for name in re.findall(r"^def (test_\w+)", path.read_text("utf-8"), re.M)
}


def test_all_are_named_once_and_in_order():
    wanted = [f"{paper}-{n}" for paper, count in NUMBERED.items() for n in range(1, count + 1)]
    wanted += [f"7.X-{letter}" for letter in "abcdefghijklmnop"]
    assert [identity for identity, *_ in LINES] == wanted
    assert sum(NUMBERED.values()) == 206


@pytest.mark.parametrize(("identity", "places"), [(line[0], line[2]) for line in LINES])
def test_each_is_served_by_something_that_is_there(identity, places):
    for place in re.findall(r"`([^`]+)`", places):
        if place.startswith("code:"):
            assert codes.choices(place.removeprefix("code:"))
        elif "/" in place:
            assert (ROOT / place).is_file()
        else:
            form, _, question = place.partition(".")
            assert not question or question in FORMS[form].questions()


@pytest.mark.parametrize(("identity", "test"), [(line[0], line[3]) for line in LINES])
def test_each_is_shown_by_a_test(identity, test):
    assert test in TESTS


def test_what_is_completed_later_says_by_what():
    assert {line[4] for line in LINES} == {"", "reports", "sync"}
