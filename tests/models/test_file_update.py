"""The file of a family gone through: what it asks, and when it is due again."""

from datetime import date

import pytest

from models import today
from models.errors import InvalidRecord
from models.people.file_update import FileUpdate, updates_due
from models.people.household import Household
from models.people.person import Person


@pytest.fixture
def home(store):
    household = Household.new(head="王秀英", village="河口村")
    household.save()
    Person.new(name="王秀英", household=household.id).save()
    return household


def update(home, **answers):
    one = FileUpdate.new(**{"household": home.id, "way": "visit", "parts": ("none",)} | answers)
    one.save()
    return one


def test_an_update_is_of_today_by_who_is_at_work_and_due_again_in_a_year(store, home):
    one = update(home)
    assert (one.day, one.worker, one.next_day) == (store.today(), store.user, date(2027, 9, 15))
    assert (one.village, one.caption()) == ("河口村", home.caption())


@pytest.mark.parametrize(
    "answers",
    [
        {"parts": ("income", "none"), "what": "低保停发"},
        {"parts": ("income",)},
        {"next_day": date(2026, 9, 15)},
    ],
)
def test_what_does_not_fit_is_not_saved(store, home, answers):
    with pytest.raises(InvalidRecord):
        update(home, **answers)
    assert FileUpdate.alive().count() == 0


def test_the_last_update_says_when_the_file_is_due_again(store, home):
    update(home, day=date(2026, 3, 1), next_day=date(2026, 9, 1))
    last = update(home, day=date(2026, 6, 1), next_day=date(2026, 9, 20))
    assert updates_due(store, date(2026, 9, 19)) == []
    (due,) = updates_due(store, date(2026, 9, 20))
    assert (due.row, due.day, due.caption) == (last.id, date(2026, 9, 20), home.caption())
    assert due in [one for _why, one in today.found(store)[today.DEADLINES]]


def test_a_family_that_is_no_longer_on_file_is_not_due(store, home):
    update(home, day=date(2026, 6, 1), next_day=date(2026, 9, 1))
    person = Person.alive().first()
    person.state, person.ended = "moved", store.today()
    person.save()
    assert updates_due(store, date(2026, 9, 15)) == []
