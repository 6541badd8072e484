"""Lists that are asked for at every turn of a page: reckoned once, and anew when something has changed."""

from datetime import timedelta

import pytest

from models.people.household import Household
from models.until_changed import until_changed


def test_a_list_is_reckoned_again_when_a_record_or_the_day_has_changed(store):
    asked = []

    @until_changed
    def households(store, village):
        asked.append(village)
        return [one.id for one in Household.alive().where(Household.village == village)]

    assert households(store, "河口村") == households(store, "河口村") == []
    assert asked == ["河口村"]
    home = Household.new(head="石有田", village="河口村")
    home.save()
    assert households(store, "河口村") == [home.id]
    assert households(store, "桃坞村") == []
    assert asked == ["河口村", "河口村", "桃坞村"]
    now = store.clock()
    store.clock = lambda: now + timedelta(days=1)
    assert households(store, "河口村") == [home.id]
    assert len(asked) == 4


def test_what_was_reckoned_in_work_that_failed_is_forgotten(store):
    heads = until_changed(lambda store: [home.head for home in Household.alive()])
    with pytest.raises(ZeroDivisionError), store.writing():
        Household.new(head="石有田", village="河口村").save()
        assert heads(store) == ["石有田"]
        raise ZeroDivisionError
    Household.new(head="龙秀英", village="河口村").save()
    assert heads(store) == ["龙秀英"]


def test_what_was_given_out_may_be_changed(store):
    numbers = until_changed(lambda store: [1, 2])
    numbers(store).clear()
    assert numbers(store) == [1, 2]
