"""Social assistance: terms of at most twelve months, publication, and the category that follows."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.errors import InvalidRecord
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
