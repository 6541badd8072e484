"""Goods handed out, and publicity of policies."""

from datetime import date

import pytest

from models.people.person import Person
from models.services.activity import Activity
from models.services.hand_out import HandOut
from models.services.publicity import Publicity


@pytest.fixture
def person(store):
    person = Person.new(name="龙秀英", id_number="510411198312164707")
    person.save()
    return person


def asked(record):
    return [(problem.question, problem.blocks) for problem in record.problems()]


def test_the_last_four_come_from_the_file_and_nothing_more(person):
    row = HandOut.new(person=person.id, goods="大米")
    row.save()
    assert row.last_four == "4707"


def test_a_name_may_stand_alone_with_the_last_four_typed(store):
    assert asked(HandOut.new(name="路过的人", goods="大米", last_four="123X")) == []
    assert asked(HandOut.new(name="路过的人", goods="大米", last_four="12")) == [("last_four", False)]
    assert asked(HandOut.new(goods="大米")) == [("person", True)]


def test_who_receives_on_behalf_is_named(person):
    row = HandOut.new(person=person.id, goods="大米", sign="proxy")
    assert asked(row) == [("proxy", False)]
    row.proxy, row.relation = "石有田", "11"
    assert asked(row) == []


def test_the_same_goods_twice_at_one_activity_are_a_warning(person):
    activity = Activity.new(name="慰问", kind="charity", day=date(2026, 9, 10))
    activity.save()
    HandOut.new(person=person.id, activity=activity.id, goods="大米").save()
    assert asked(HandOut.new(person=person.id, activity=activity.id, goods="大米")) == [("person", False)]
    assert asked(HandOut.new(person=person.id, activity=activity.id, goods="食用油")) == []


def test_publicity_is_numbered_and_was_held_once_at_least(store):
    round_ = Publicity.new(topic="反诈", way=("stand",))
    round_.save()
    assert round_.number == "XC-0417-2026-A0001"
    assert asked(Publicity.new(topic="反诈", way=("stand",), sessions=0)) == [("sessions", True)]
