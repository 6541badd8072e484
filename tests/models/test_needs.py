"""Needs, resources and the links between them: stock, states, days waited, rates, the ranking of needs."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models import batches
from models.errors import InvalidRecord
from models.linking import matching
from models.linking.link import ResourceLink
from models.linking.need import Need, needs_due
from models.linking.resource import Resource, offers
from models.linking.service_item import ServiceItem, offered
from models.people.household import Household
from models.people.person import Person
from models.records import save_all
from models.row_id import uuid7

TODAY = date(2026, 9, 15)


def need(**answers):
    about = {"group": "elder", "kind": "elder_health", "what": "助听器", "who": "龙秀英", "day": date(2026, 9, 1)}
    record = Need.new(**about | answers)
    record.save()
    return record


def resource(**answers):
    about = {"name": "大米", "kind": "goods", "provider": "超市", "since": date(2026, 9, 1)}
    record = Resource.new(**about | {"quantity": 10, "unit": "袋"} | answers)
    record.save()
    return record


def doubts(record):
    return [(problem.question, problem.blocks) for problem in record.problems()]


def fresh(record):
    return type(record).get_by_id(record.id)


def test_a_need_waits_is_matched_and_met_and_says_how_long_it_took(store):
    one = need()
    assert one.waited is None
    one.move("project")
    assert (one.state, one.matched_on, one.waited) == ("project", TODAY, 14)
    one.move("meet")
    assert (one.state, one.matched_on, one.closed_on) == ("met", TODAY, TODAY)
    one.move("reopen", why="又坏了")
    assert (one.matched_on, one.closed_on, one.waited) == (None, None, None)


def test_a_need_met_at_once_was_matched_at_once(store):
    one = need(day=TODAY)
    one.move("meet")
    assert (one.matched_on, one.waited) == (TODAY, 0)


def test_the_state_of_a_need_goes_only_by_its_steps(store):
    one = need()
    one.move("give_up", why="无此政策")
    one.state = "met"
    with pytest.raises(InvalidRecord):
        one.save()


def test_a_need_is_not_matched_before_it_is_known(store):
    one = need()
    one.move("project")
    one.matched_on = date(2026, 8, 30)
    assert ("matched_on", True) in doubts(one)


def test_a_kind_of_need_of_another_group_is_doubted(store):
    assert doubts(need(group="child")) == [("kind", False)]
    assert doubts(need(group="disabled", kind="rehabilitation")) == []


def test_a_need_takes_household_and_village_from_the_person(store):
    home = Household.new(head="石有田", village="上村")
    home.save()
    person = Person.new(name="石有田", household=home.id)
    person.save()
    one = need(person=person.id, who=None)
    assert (one.household, one.village) == (home.id, "上村")


def test_needs_that_wait_too_long_are_due(store):
    need(day=date(2026, 8, 16))
    old = need(day=date(2026, 8, 15))
    assert [(due.row, due.day) for due in needs_due(store)] == [(old.id, date(2026, 9, 14))]
    old.move("project")
    assert needs_due(store) == []


def test_a_link_takes_from_the_resource_and_a_removed_link_gives_back(store):
    rice = resource(value=100_00)
    link = ResourceLink.new(resource=rice.id, who="上村", quantity=3, people=3)
    link.save()
    assert (fresh(rice).remaining, link.value, fresh(rice).remaining_value) == (7, 30_00, 70_00)
    link.quantity = 4
    link.save()
    assert fresh(rice).remaining == 6
    link.remove()
    assert fresh(rice).remaining == 10


def test_links_taken_in_together_and_taken_back_are_counted_too(store):
    """As by the ledger of links, and by undoing it."""
    rice, batch = resource(), uuid7()
    links = [ResourceLink.new(resource=rice.id, who=who, quantity=2) for who in ("上村", "下村")]
    save_all(links, batch=batch, kind="import")
    assert fresh(rice).remaining == 6
    batches.undo(store, batch)
    assert fresh(rice).remaining == 10


def test_a_link_moved_to_another_resource_is_counted_there(store):
    rice, oil = resource(), resource(name="食用油")
    link = ResourceLink.new(resource=rice.id, who="上村", quantity=3)
    link.save()
    link.resource = oil.id
    link.save()
    assert (fresh(rice).remaining, fresh(oil).remaining) == (10, 7)


def test_more_than_there_is_is_doubted_and_money_by_its_value(store):
    rice, fund = resource(), resource(name="助学金", kind="money", quantity=None, value=500_00)
    assert ("quantity", False) in doubts(ResourceLink.new(resource=rice.id, who="上村", quantity=11))
    assert doubts(ResourceLink.new(resource=rice.id, who="上村", quantity=10)) == []
    assert ("value", False) in doubts(ResourceLink.new(resource=fund.id, who="村小", value=500_01))


def test_a_link_on_a_day_without_the_resource_is_doubted(store):
    clinic = resource(kind="service", quantity=None, until=date(2026, 9, 5))
    assert doubts(ResourceLink.new(resource=clinic.id, who="上村", day=date(2026, 9, 6))) == [("day", False)]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(st.booleans(), st.integers(0, 9)), max_size=8))
def test_what_is_left_is_always_what_came_less_what_went(store, steps):
    """True gives out so much, False takes back the link given out last."""
    rice, links = resource(quantity=30), []
    for gives, count in steps:
        if gives:
            link = ResourceLink.new(resource=rice.id, who="上村", quantity=count)
            doubted = ("quantity", False) in doubts(link)
            assert doubted == (count > 0 and count + sum(one.quantity for one in links) > 30)
            link.save()
            links.append(link)
        elif links:
            links.pop().remove()
    assert fresh(rice).remaining == max(30 - sum(link.quantity for link in links), 0)
    assert sum(link.quantity or 0 for link, _ in matching.ledger(rice)) == sum(link.quantity for link in links)


def test_the_ledger_of_a_resource_says_what_was_left_after_each_link(store):
    rice = resource()
    for day, count in ((3, 2), (1, 5)):
        ResourceLink.new(resource=rice.id, who="上村", quantity=count, day=date(2026, 9, day)).save()
    assert [left for _, left in matching.ledger(rice)] == [5, 3]


def test_what_is_used_up_or_over_is_not_offered(store):
    resource(name="过期", until=date(2026, 9, 2))
    rice, oil = resource(), resource(name="食用油", until=date(2026, 10, 1))
    ResourceLink.new(resource=rice.id, who="上村", quantity=10).save()
    assert [one.id for one in offers("goods", TODAY)] == [oil.id]


def test_the_conversion_counts_needs_by_the_day_they_were_collected(store):
    for day, step in ((1, "project"), (2, "meet"), (3, None), (30, "project")):
        one = need(day=date(2026, 8, day))
        if step:
            one.move(step)
    one = need(day=date(2026, 8, 4))
    one.move("give_up", why="无此政策")
    found = matching.conversion(date(2026, 8, 1), date(2026, 8, 31))
    assert (found.collected, found.matched, found.projects, found.met, found.unmet) == (5, 3, 2, 1, 1)
    assert (found.rate, found.median_days, found.mean_tenths) == (600, 44, 350)
    assert matching.conversion(date(2026, 1, 1), date(2026, 1, 31)).rate is None


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(kinds=st.lists(st.sampled_from(["elder_health", "elder_joy", "elder_care"]), max_size=7))
def test_what_is_needed_most_stands_first_and_nothing_is_lost(store, kinds):
    first = date(2026, 1, 1)
    before = matching.conversion(first, first).collected
    for kind in kinds:
        need(kind=kind, day=first)
    lines = matching.ranking(first, first)
    assert sum(line.needs for line in lines) == before + len(kinds)
    assert [line.needs for line in lines] == sorted((line.needs for line in lines), reverse=True)


def test_the_menu_shows_what_is_offered_today_in_the_order_of_the_list(store):
    about = {"content_kind": "comfort", "objects": ("elder",), "content": "陪聊"}
    ServiceItem.new(code="B", name="后", place_in_list=2, **about).save()
    ServiceItem.new(code="A", name="先", place_in_list=1, **about).save()
    ServiceItem.new(code="C", name="止", until=date(2026, 9, 1), **about).save()
    ServiceItem.new(code="D", name="内部", on_menu="no", **about).save()
    assert [item.code for item in offered(TODAY, menu=True)] == ["A", "B"]
    assert [item.code for item in offered(TODAY)] == ["A", "B", "D"]
