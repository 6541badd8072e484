"""Social assistance: terms of at most twelve months, publication, and the category that follows."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.clock import SHANGHAI
from models.errors import InvalidRecord
from models.people import old_age
from models.people.assistance import Assistance, last_day, running_out
from models.people.category import Category
from models.people.person import Person
from models.process import NoSuchStep


@settings(max_examples=200, deadline=None)
@given(day=st.dates(date(2020, 1, 1), date(2035, 1, 1)))
def test_twelve_months_end_the_day_before_the_same_day_of_the_next_year(day):
    after = last_day(day) + timedelta(1)
    assert after.year == day.year + 1 and after.month == day.month
    assert after.day == day.day or (day.month, day.day) == (2, 29)


def applied(kind, **answers):
    person = Person.new(name="韦大", id_kind="none", birth="1980")
    person.save()
    one = Assistance.new(person=person.id, kind=kind, applied=date(2026, 8, 1), **answers)
    one.save()
    return one


def granted(kind, since=date(2026, 9, 1), **answers):
    one = applied(kind, **answers)
    one.checked_on = date(2026, 8, 5)
    one.move("check")
    one.since = since
    one.move("grant")
    return one


def test_a_marginal_family_has_it_for_twelve_months_and_no_longer(store):
    one = granted("102")
    assert one.until == date(2027, 8, 31)
    one.until = date(2027, 9, 1)
    with pytest.raises(InvalidRecord) as refused:
        one.save()
    assert [problem.repair for problem in refused.value.problems] == [date(2027, 8, 31)]


def test_granting_writes_the_category_and_stopping_ends_it(store):
    one = granted("101", proof="低保 0417")
    (row,) = Category.alive()
    assert (row.category, row.since, row.proof) == ("101", date(2026, 9, 1), "低保 0417")
    assert Person.get_by_id(one.person).categories == ("101",)
    one.until = date(2026, 9, 10)
    one.move("stop", why="收入超过标准")
    assert Category.get().until == date(2026, 9, 10)
    assert Person.get_by_id(one.person).categories == ()


def test_a_child_in_fact_without_support_is_never_made_public(store):
    one = applied("120")
    one.checked_on = date(2026, 8, 5)
    one.move("check")
    assert "publish" not in {move.name for move in one.steps()}
    one.published = date(2026, 8, 6)
    with pytest.raises(InvalidRecord):
        one.save()
    one.published = None
    with pytest.raises(NoSuchStep):
        one.move("publish")


def test_it_is_confirmed_only_after_seven_days_in_public(store, noon):
    one = applied("103")
    one.checked_on, one.published = date(2026, 8, 5), store.today() - timedelta(6)
    one.move("check")
    one.move("publish")
    one.since = store.today()
    with pytest.raises(InvalidRecord):
        one.move("grant")
    store.clock = lambda: noon + timedelta(1)
    one.move("grant")


def test_what_runs_out_is_due(store):
    granted("109", since=date(2025, 10, 1), expenses=("medical",))
    (due,) = running_out(store, date(2026, 10, 15))
    assert due.day == date(2026, 9, 30)
    assert not running_out(store, date(2026, 9, 29))


@pytest.mark.parametrize(
    ("about", "is_doubted"),
    [
        ({"birth": "1966-08-01"}, False), ({"birth": "1966-08-02"}, True), ({"birth": "2010-08-02"}, False),
        ({"birth": "1980", "disability_kind": "5", "disability_grade": "3"}, False),
        ({"birth": "1980", "disability_kind": "4", "disability_grade": "3"}, True),
        ({"birth": "1980", "disability_kind": "1", "disability_grade": "1"}, False), ({"birth": None}, False),
    ],
)  # fmt: skip
def test_hardship_asks_for_age_or_a_grave_disability(store, about, is_doubted):
    """特困人员认定办法 §5."""
    person = Person.new(**{"name": "韦大", "id_kind": "none"} | about)
    person.save()
    one = Assistance.new(person=person.id, kind="103", applied=date(2026, 8, 1))
    assert ("person" in {problem.question for problem in one.problems()}) == is_doubted


@pytest.mark.parametrize(
    ("answers", "doubted"),
    [
        ({"father": "prison", "mother": "lost", "lost_since": date(2026, 1, 31)}, set()),
        ({"father": "prison", "mother": "lost", "lost_since": date(2026, 2, 2)}, {"lost_since"}),
        ({"father": "dead", "mother": "able"}, {"mother"}), ({"father": "dead", "mother": "missing"}, {"kind"}),
    ],
)  # fmt: skip
def test_a_child_without_support_has_two_parents_in_such_a_situation(store, answers, doubted):
    """民发〔2019〕62号."""
    child = Person.new(name="小雨", id_kind="none", birth="2015")
    child.save()
    one = Assistance.new(person=child.id, kind="120", applied=date(2026, 8, 1), **answers)
    assert {problem.question for problem in one.problems()} == doubted


def born(day):
    person = Person.new(name=day, id_kind="none", birth=day)
    person.save()
    return person.id


def test_who_turns_eighty_ninety_or_a_hundred_is_told_until_the_allowance_is_applied_for(store):
    for day in ("1946-09-20", "1936-08-20", "1926-02-28", "1946-11-01", "1947-09-20", "1946"):
        born(day)
    found = old_age.reached(store, date(2026, 9, 30))
    assert [(due.caption, due.day) for due in found] == [
        ("1936-08-20", date(2026, 8, 20)), ("1946-09-20", date(2026, 9, 20)),
    ]  # fmt: skip
    Assistance.new(person=found[1].row, kind="401", applied=date(2026, 9, 1)).save()
    assert [due.caption for due in old_age.reached(store, date(2026, 9, 30))] == ["1936-08-20"]


def test_a_birthday_of_29_february_is_kept_on_the_28th(store):
    store.clock = lambda: datetime(2034, 2, 20, 12, tzinfo=SHANGHAI)
    born("1944-02-29")
    assert [due.day for due in old_age.reached(store, date(2034, 3, 1))] == [date(2034, 2, 28)]


def test_only_dibao_may_be_for_one_person_alone(store):
    for kind, kept in (("101", "yes"), ("102", "yes"), ("103", None)):
        assert applied(kind, single="yes").single == kept


def test_a_child_without_support_is_confirmed_when_both_parents_are_known(store):
    one = applied("120", father="prison")
    one.checked_on, one.since = date(2026, 8, 5), date(2026, 9, 1)
    one.move("check")
    with pytest.raises(InvalidRecord) as refused:
        one.move("grant")
    assert {problem.question for problem in refused.value.problems} == {"mother"}
    one.mother = "dead"
    one.move("grant")
    assert one.state == "granted" and not one.problems()
