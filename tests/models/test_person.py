"""Persons: what papers, birth, sex, age and categories say to each other."""

from datetime import date

import pytest

from models import ages, id_number
from models.errors import InvalidRecord
from models.people.category import Category
from models.people.identity import match_of
from models.people.person import Person

A_WOMAN = "510411198312164707"


def said(record):
    return [(problem.question, problem.code, problem.repair) for problem in record.problems()]


def test_papers_give_the_birth_where_it_is_not_known(store):
    person = Person.new(name="张丹丹", id_number=A_WOMAN)
    person.save()
    assert (person.birth, person.birth_year) == ("1983-12-16", 1983)


def test_doubtful_papers_give_no_birth(store):
    person = Person.new(name="张丹丹", id_number="510411198312164701")
    person.save()
    assert person.birth is None


def test_a_birth_that_is_not_that_of_the_papers_is_a_warning_with_its_repair(store):
    person = Person.new(name="张丹丹", id_number=A_WOMAN, birth="1982-12-16")
    assert said(person) == [("birth", "L-15", "1983-12-16")]
    person.save()


@pytest.mark.parametrize("birth", ["1983", "1983-12", "1983-12-16"])
def test_a_birth_known_in_part_agrees_with_the_papers(store, birth):
    assert said(Person.new(name="张丹丹", id_number=A_WOMAN, birth=birth)) == []


def test_a_sex_that_is_not_that_of_the_papers_is_a_warning_with_its_repair(store):
    assert said(Person.new(name="张丹丹", id_number=A_WOMAN, sex="1")) == [("sex", "L-16", "2")]
    assert said(Person.new(name="张丹丹", id_number=A_WOMAN, sex="9")) == []


@pytest.mark.parametrize("name", ["王𠮷明", "次仁·卓玛措姆", "阿" * 50, "䶮", "㛃𫖯𬱖", "<b>", "=1+1"])
def test_a_name_is_kept_as_typed(store, name):
    person = Person.new(name=name)
    person.save()
    assert Person.get_by_id(person.id).name == name


def test_a_name_of_51_characters_is_refused(store):
    with pytest.raises(InvalidRecord):
        Person.new(name="阿" * 51).save()


def test_somebody_without_papers_has_no_number(store):
    person = Person.new(name="无名", id_kind="none", id_number=A_WOMAN)
    person.save()
    assert person.id_number is None


def test_a_file_that_ends_says_when(store):
    person = Person.new(name="张丹丹", state="moved")
    assert [problem.question for problem in person.problems()] == ["ended"]
    person.ended = date(2026, 9, 1)
    person.since = date(2026, 9, 2)
    assert [problem.question for problem in person.problems()] == ["ended"]
    person.since = date(2026, 8, 2)
    assert person.problems() == []


def test_nobody_ends_before_being_born(store):
    person = Person.new(name="张丹丹", birth="1983", since=date(1980, 1, 1), state="died", ended=date(1982, 1, 1))
    assert [problem.question for problem in person.problems()] == ["ended"]


@pytest.mark.parametrize(
    ("birth", "sex", "category", "code"),
    [
        ("2010-09-15", "1", "112", "L-17"),  # 16 today
        ("2010-09-16", "1", "112", None),  # 15 until tomorrow
        ("1966-09-16", "1", "105", "L-17"),  # 59
        ("1966-09-15", "1", "105", None),
        ("1947", "2", "401", "L-17"),
        ("1946", "2", "401", None),
        ("1980", "1", "114", "L-18"),
        ("1980", "2", "114", None),
        (None, None, "112", None),
    ],
)
def test_a_category_that_does_not_fit_age_or_sex_is_a_warning(store, birth, sex, category, code):
    person = Person.new(name="某某", birth=birth, sex=sex, categories=(category,))
    assert [problem.code for problem in person.problems()] == ([code] if code else [])
    assert not any(problem.blocks for problem in person.problems())


@pytest.mark.parametrize(
    ("birth", "day", "age"),
    [
        ("2010-09-16", date(2026, 9, 15), 15), ("2010-09-16", date(2026, 9, 16), 16), ("2010", date(2026, 1, 1), 16),
        ("2012-02-29", date(2026, 2, 28), 13), ("2012-02-29", date(2026, 3, 1), 14), (None, date(2026, 1, 1), None),
    ],
)  # fmt: skip
def test_age_is_counted_in_full_years(birth, day, age):
    assert ages.full_years(birth, day) == age


def test_one_person_matches_by_papers_of_18_and_of_15_digits():
    key = bytes(32)
    old = A_WOMAN[:6] + A_WOMAN[8:17]
    assert id_number.longer(old) == A_WOMAN
    assert match_of(A_WOMAN, key) == match_of(old, key)
    assert match_of(A_WOMAN, key) != match_of(A_WOMAN, b"\1" * 32)


@pytest.mark.parametrize("number", [None, "无", "510411198312164701", "123"])
def test_papers_that_cannot_be_relied_on_match_nobody(number):
    assert match_of(number, bytes(32)) is None


def test_the_match_key_is_written_where_a_county_gave_one(store):
    store.keep("match_key", bytes(32))
    person = Person.new(name="张丹丹", id_number=A_WOMAN)
    person.save()
    assert person.match == match_of(A_WOMAN, bytes(32))


def test_a_category_ends_after_it_begins(store):
    person = Person.new(name="张丹丹", categories=("101",))
    person.save()
    category = Category.new(person=person.id, category="101", since=date(2026, 2, 1), until=date(2026, 1, 1))
    assert [problem.question for problem in category.problems()] == ["until"]
    category.until = None
    assert category.problems() == []
    assert category.in_force(date(2026, 2, 1)) and not category.in_force(date(2026, 1, 31))


def test_a_dated_category_is_ticked_in_the_file_of_its_person(store):
    person = Person.new(name="张丹丹")
    person.save()
    Category.new(person=person.id, category="101", since=date(2026, 2, 1)).save()
    assert Person.get_by_id(person.id).categories == ("101",)
