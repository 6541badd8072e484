"""Somebody who may be on file already is told of, never merged."""

import pytest

from models import duplicates
from models.people.person import Person

NUMBER = "510411198312164707"


@pytest.fixture
def on_file(store):
    person = Person.new(name="张丹丹", id_number=NUMBER, birth="1983-12-16", village="平地村")
    person.save()
    return person


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ({"name": "张丹", "number": NUMBER}, "The same ID document number"),
        ({"number": NUMBER[:6] + NUMBER[8:17]}, "The same ID document number"),
        ({"name": "张丹丹", "birth": "1983-12-16"}, "The same name and birth"),
        ({"name": "张丹丹", "birth": "1983"}, "The same name and birth"),
        ({"name": "张丹丹", "village": "平地村"}, "The same name in the same village"),
        ({"name": "张丹丹", "number": NUMBER, "birth": "1983", "village": "平地村"}, "The same ID document number"),
    ],
)
def test_a_likely_duplicate_is_told_with_the_surest_reason(on_file, typed, reason):
    (found,) = duplicates.candidates(**typed)
    assert (found.person, found.reason) == (on_file, reason)


@pytest.mark.parametrize(
    "typed",
    [
        {},
        {"name": "张丹丹"},
        {"name": "张丹丹", "village": "波西村"},
        {"name": "张丹丹", "village": "平地村", "birth": "1990"},
        {"number": "无"},
        {"name": "张丹", "birth": "1983-12-16"},
    ],
)
def test_others_are_left_in_peace(on_file, typed):
    assert duplicates.candidates(**typed) == []


def test_nobody_is_a_duplicate_of_oneself(on_file):
    assert duplicates.of(on_file) == []


def test_who_was_removed_is_no_candidate(on_file):
    on_file.remove()
    assert duplicates.candidates(number=NUMBER) == []
