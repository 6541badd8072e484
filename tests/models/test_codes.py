"""Code lists: whole, in both languages, found by the words people use."""

from datetime import date

import pytest

from models import codes
from models.codes import Code
from resources import FOLDER
from resources.language import Language

CHINESE, ENGLISH = Language("zh_CN"), Language("en")


@pytest.fixture(autouse=True)
def only_our_own():
    yield
    codes.forget_extensions()


def test_every_file_is_a_list_with_a_version_and_every_list_has_a_file():
    files = {path.stem for path in (FOLDER / "codes").glob("*.csv")} - {"versions"}
    assert files == set(codes.names())


@pytest.mark.parametrize("name", codes.names())
def test_a_list_has_no_code_twice_and_a_label_in_both_languages(name):
    rows = list(codes._rows(name))
    assert len({row["code"] for row in rows}) == len(rows) > 1
    entries = codes.choices(name)
    for language in (CHINESE, ENGLISH):
        labels = [entry.label(language) for entry in entries]
        assert all(labels) and len(set(labels)) == len(labels)


@pytest.mark.parametrize("name", codes.names())
def test_every_word_of_a_list_leads_to_one_entry(name):
    for entry in codes.choices(name):
        for word in entry.words():
            assert codes.find(name, word) == entry.code


@pytest.mark.parametrize(
    ("name", "word", "code"),
    [
        ("category", "低保", "101"), ("category", "失能老人", "116"), ("category", "重度残疾人", "107"),
        ("category", "留守儿童", "112"), ("category", "社区矫正", "404"), ("relation", "儿子", "20"),
        ("relation", "外孙", "43"), ("visit_way", "入户走访", "door"), ("yes_no", "√", "yes"), ("sex", " 女 ", "2"),
        ("nation", "藏族", "04"), ("nation", "藏", "04"), ("case_source", "热线", "07"), ("sex", "FEMALE", "2"),
    ],
)  # fmt: skip
def test_words_of_ledgers_are_understood(name, word, code):
    assert codes.find(name, word) == code


def test_a_word_of_no_list_is_not_guessed():
    assert codes.find("category", "低") is None
    assert codes.find("category", "") is None


def test_there_are_56_nations_and_two_more_answers():
    assert len(codes.choices("nation")) == 58


def test_a_code_of_a_newer_program_is_shown_as_it_is():
    assert codes.label("category", "777", CHINESE) == "777"
    assert not codes.known("category", "777")


def test_a_level_above_adds_and_replaces_entries():
    codes.extend(
        [
            ("category", Code("901", "Tea farmer", "茶农")),
            ("category", Code("101", "Allowance", "低保家庭")),
            ("a_list_of_tomorrow", Code("1", "One", "一")),
        ]
    )
    assert codes.find("category", "茶农") == "901"
    assert codes.label("category", "101", CHINESE) == "低保家庭"
    codes.forget_extensions()
    assert not codes.known("category", "901")


def test_an_entry_that_has_run_out_stays_known_but_is_offered_no_more():
    codes.extend([("category", Code("902", "Old", "旧类别", until="2026-01-01"))])
    assert codes.known("category", "902")
    assert "902" not in [entry.code for entry in codes.choices("category", date(2026, 1, 1))]
    assert "902" in [entry.code for entry in codes.choices("category", date(2025, 12, 31))]


def test_typing_completes_by_number_initials_and_words():
    assert codes.complete("visit_way", "2")[0].code == "phone"
    assert codes.complete("visit_way", "dh")[0].code == "phone"
    assert codes.complete("visit_way", "shangmen")[0].code == "door"
    assert {entry.code for entry in codes.complete("category", "留守")} == {"105", "112", "114"}
    assert codes.complete("visit_way", "zzz") == []
