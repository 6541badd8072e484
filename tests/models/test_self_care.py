"""Six items of self-care: the grade, and the review within ten working days of a reported change."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from models.people.person import Person
from models.people.self_care import ITEMS, SelfCare, grade_of, review_day
from models.people.self_care_change import SelfCareChange, reviews_due

ANSWERS = st.lists(st.sampled_from(["yes", "no", "unknown", None]), min_size=6, max_size=6)


@settings(max_examples=300, deadline=None)
@given(answers=st.lists(st.booleans(), min_size=6, max_size=6))
def test_none_unable_is_able_up_to_three_partly_four_and_more_wholly(answers):
    unable = answers.count(False)
    expected = {0: "able", 1: "partly", 2: "partly", 3: "partly"}.get(unable, "wholly")
    assert grade_of("yes" if able else "no" for able in answers) == expected


@settings(max_examples=300, deadline=None)
@given(answers=ANSWERS)
def test_open_items_leave_the_grade_open_unless_they_cannot_change_it(answers):
    grade = grade_of(answers)
    ways = {grade_of([one if one in ("yes", "no") else filler for one in answers]) for filler in ("yes", "no")}
    assert (grade is None) == (len(ways) > 1)
    assert grade is None or ways == {grade}


@settings(max_examples=100, deadline=None)
@given(day=st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_the_review_is_due_after_ten_working_days(day):
    """A week has five of them, more or less the days of the holidays that are moved."""
    assert 10 <= (review_day(day) - day).days <= 26
    assert review_day(day + timedelta(1)) >= review_day(day)


def a_person():
    person = Person.new(name="龙秀英", birth="1950-03-21", id_kind="none")
    person.save()
    return person


def test_an_assessment_says_how_many_and_which_grade(store):
    one = SelfCare.new(person=a_person().id, **dict.fromkeys(ITEMS, "yes") | {"walks": "no", "washes": "no"})
    one.save()
    assert (one.unable, one.grade) == (2, "partly")


def test_a_change_is_due_until_somebody_assesses_again(store, noon):
    person = a_person()
    SelfCareChange.new(person=person.id, day=date(2026, 9, 1), content="摔倒后不能下床").save()
    (due,) = reviews_due(store, date(2026, 9, 30))
    assert (due.day, due.caption) == (date(2026, 9, 15), "龙秀英")
    SelfCare.new(person=person.id, day=date(2026, 9, 10), **dict.fromkeys(ITEMS, "no")).save()
    assert not reviews_due(store, date(2026, 9, 30))
