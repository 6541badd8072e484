"""The number of a disability card against the identity number, the kind and the grade."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models import id_number
from models.people import disability_card
from models.people.disability_card import Card
from models.people.person import Person

PAPERS = "510411198312164707"

papers = st.from_regex(r"[1-6][0-9]{16}", fullmatch=True).map(lambda first: first + id_number.check_character(first))
cards = st.builds(Card, papers, st.sampled_from("1234567"), st.sampled_from("1234"), st.integers(0, 9))


@settings(max_examples=200, deadline=None)
@given(card=cards, typed=st.sampled_from(["{}", " {} ", "{:.6}-{:.99}", "lower"]))
def test_a_card_is_read_as_it_was_made_up(card, typed):
    number = disability_card.number_of(*card)
    shown = number.lower() if typed == "lower" else f" {number[:6]} {number[6:]} " if "-" in typed else number
    assert disability_card.read(shown) == card
    assert len(number.split("B")[0]) == 20


@pytest.mark.parametrize(
    "number",
    ["", PAPERS, PAPERS + "4", PAPERS + "80", PAPERS + "45", PAPERS + "43B0", PAPERS + "43B", PAPERS + "434", "无"],
)
def test_what_has_not_the_shape_of_a_card_is_none(number):
    assert disability_card.read(number) is None


def a_person(**answers):
    return Person(name="张丹丹", id_number=PAPERS, **answers)


def found(person):
    return {(problem.question, problem.repair, problem.blocks) for problem in disability_card.problems(person)}


def test_a_card_that_fits_is_no_problem():
    assert not found(a_person(disability_no=PAPERS + "43B1", disability_kind="4", disability_grade="3"))


@settings(max_examples=60, deadline=None)
@given(card=cards)
def test_a_card_of_somebody_else_is_repaired_with_this_persons_papers(card):
    person = a_person(disability_no=disability_card.number_of(*card))
    if card.papers != PAPERS:
        ((question, repair, blocks),) = found(person)
        assert question == "disability_no" and not blocks
        person.disability_no = repair
    assert not found(person)


@settings(max_examples=60, deadline=None)
@given(kind=st.sampled_from("1234567"), grade=st.sampled_from("1234"))
def test_another_kind_or_grade_is_repaired_by_what_the_card_says(kind, grade):
    person = a_person(disability_no=PAPERS + "42", disability_kind=kind, disability_grade=grade)
    for question, repair, _blocks in found(person):
        setattr(person, question, repair)
    assert (person.disability_kind, person.disability_grade) == ("4", "2")
    assert not found(person)


def test_kind_and_grade_follow_from_the_card(store):
    person = a_person(disability_no=PAPERS + "61")
    person.since = store.today()
    person.state = "active"
    person.save()
    assert (person.disability_kind, person.disability_grade) == ("6", "1")
