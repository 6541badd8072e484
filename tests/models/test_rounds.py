"""Who was not visited this month, and the way to go: by village, group and door."""

from datetime import date, timedelta

import pytest

from models import dues
from models.fields import Line
from models.figures.figure import month_of
from models.figures.table import BY_NUMBER
from models.people.category import Category
from models.people.household import Household
from models.people.person import Person
from models.row_id import uuid7
from models.services.rounds import promise_of, stops, villages_due
from models.services.unvisited import visited_in
from models.services.visit import Visit


def a_household(store, head, village="河口村", **answers):
    household = Household.new(head=head, village=village, risk="0", **answers)
    household.save()
    return household


def a_person(household, name, **answers):
    answers.setdefault("since", date(2026, 1, 5))
    person = Person.new(name=name, household=household.id, village=household.village, **answers)
    person.save()
    return person


def a_visit(household, day, **answers):
    visit = Visit.new(household=household.id, visitors=(uuid7(),), day=day, **answers)
    visit.save()
    return visit


@pytest.fixture
def household(store):
    return a_household(store, "龙秀英", group_no="2组", address="12号", phone="13912345678")


def test_elders_not_seen_are_named_and_the_rate_is_that_of_the_table(store, household):
    seen, missed = (a_person(household, name, categories=("108",)) for name in ("龙秀英", "石有田"))
    a_visit(household, date(2026, 9, 3), seen=(seen.id,))
    month = visited_in(store, "2026-09")
    assert (month.elders, month.seen, month.rate) == (2, 1, 500)
    assert [(one.name, one.elder, one.last) for one in month.missing] == [("石有田", True, date(2026, 9, 3))]
    assert BY_NUMBER["12"].count(store.unit, month_of("2026-09", store.today())) == month.rate


def test_who_is_to_be_seen_every_month_is_named_though_no_elder(store, household):
    child = a_person(household, "莫小满", categories=("112",), birth="2015-05-01")
    a_person(household, "卢满仓", categories=("101",))
    month = visited_in(store, "2026-09")
    assert [(one.person, one.elder) for one in month.missing] == [(child.id, False)]
    assert (month.elders, month.rate) == (0, None)


def test_one_of_a_household_at_risk_is_named_until_somebody_was_met_there(store):
    household = a_household(store, "卢满仓")
    household.risk = "2"
    household.save()
    first, _second = (a_person(household, name) for name in ("卢满仓", "卢小妹"))
    assert [(one.person, one.days) for one in visited_in(store, "2026-09").missing] == [(first.id, 30)]
    a_visit(household, date(2026, 9, 3), met="no")
    assert [one.person for one in visited_in(store, "2026-09").missing] == [first.id]
    a_visit(household, date(2026, 9, 5), met="yes", seen=(first.id,))
    assert visited_in(store, "2026-09").missing == ()


def test_a_household_at_risk_is_named_by_whoever_is_named_of_it_anyway(store):
    household = a_household(store, "龙秀英")
    household.risk = "3"
    household.save()
    a_person(household, "石有田")
    elder = a_person(household, "龙秀英", categories=("108",))
    assert [(one.person, one.days) for one in visited_in(store, "2026-09").missing] == [(elder.id, 7)]


def test_stops_go_by_village_group_and_door(store):
    for head, village, group_no, address in (
        ("甲", "桃坞村", "1组", "1号"), ("乙", "河口村", "10组", "1号"), ("丙", "河口村", "2组", "12号"),
        ("丁", "河口村", "2组", "3号"),
    ):  # fmt: skip
        a_person(a_household(store, head, village, group_no=group_no, address=address), head)
    until = store.today() + timedelta(30)
    assert [stop.head for stop in stops(store, until)] == ["甲", "丁", "丙", "乙"]
    assert [stop.head for stop in stops(store, until, ("河口村",))] == ["丁", "丙", "乙"]
    assert villages_due(store, until) == {"桃坞村": 1, "河口村": 3}


def test_a_stop_tells_what_was_promised(store, household):
    a_person(household, "龙秀英", birth="1950-03-21")
    a_visit(household, date(2026, 8, 1), done="联系村医")
    assert promise_of(household.id) == "联系村医"
    a_visit(
        household, date(2026, 9, 1), next_day=date(2026, 9, 14), done="谈了",
        todos=(Line(what="带助听器登记表", by=date(2026, 9, 20)), Line(what="修灯", done=date(2026, 9, 2))),
    )  # fmt: skip
    (stop,) = stops(store, store.today())
    assert (stop.promise, stop.members, stop.phone) == ("带助听器登记表", ("龙秀英 76",), "13912345678")
    assert (stop.day, stop.last) == (date(2026, 9, 14), date(2026, 9, 1))


def test_a_dated_category_counts_for_the_next_visit(store, household):
    person = a_person(household, "龙秀英")
    assert Visit.new(household=household.id, day=date(2026, 9, 1)).next_day == date(2027, 2, 28)
    Category.new(person=person.id, category="108", since=date(2026, 1, 1), until=date(2026, 9, 10)).save()
    assert Visit.new(household=household.id, day=date(2026, 9, 1)).next_day == date(2026, 10, 1)
    assert Visit.new(household=household.id, day=date(2026, 9, 11)).next_day == date(2027, 3, 10)


def test_a_dated_category_counts_on_today(store, household):
    person = a_person(household, "龙秀英")
    Category.new(person=person.id, category="101", since=date(2026, 1, 5)).save()
    (found,) = dues.visits(store, store.today() + timedelta(30))
    assert found.day == date(2026, 4, 5)
