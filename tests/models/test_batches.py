from collections import Counter

from models import batches, proof
from models.people.household import Household
from models.people.person import Person
from models.records import save_all
from models.row_id import uuid7
from models.services.visit import Visit


def intake(*names):
    """A batch of households with one person each; returns its id."""
    batch = uuid7()
    households = [Household(id=uuid7(), head=name, village="平地村") for name in names]
    persons = [Person(id=uuid7(), name=h.head, household=h.id, since=None, state="active") for h in households]
    for person in persons:
        person.since = person.questions()["since"].suggestion(person)
    save_all([*households, *persons], batch=batch, kind="import")
    return batch


def test_a_batch_is_listed_with_its_commits(store):
    first, second = intake("甲乙"), intake("丙丁", "戊己")
    assert {(batch.id, batch.commits) for batch in batches.listed(store)} == {(first, 2), (second, 4)}


def test_taking_back_removes_what_the_batch_made_and_nothing_else(store):
    intake("甲乙")
    batch = intake("丙丁")
    undone = batches.undo(store, batch)
    assert undone.removed == 2 and undone.kept == []
    assert [person.name for person in Person.alive()] == ["甲乙"] and proof.check(store) == []


def test_taking_back_twice_changes_nothing(store):
    batch = intake("甲乙")
    batches.undo(store, batch)
    before = proof.digest(store)
    assert batches.undo(store, batch).removed == 0 and proof.digest(store) == before


def test_a_row_worked_on_since_stays_with_what_it_points_to(store):
    batch = intake("甲乙", "丙丁")
    person = Person.get(Person.name == "甲乙")
    person.note = "已核对"
    person.save()
    undone = batches.undo(store, batch)
    assert undone.removed == 2
    assert Counter((type(record), record.caption()) for record in undone.kept) == {
        (Person, "甲乙"): 1,
        (Household, "甲乙"): 1,
    }


def test_a_row_that_a_later_record_needs_stays(store):
    batch = intake("甲乙", "丙丁")
    visit = Visit.new(household=Household.get(Household.head == "甲乙").id, visitors=(store.user or uuid7(),))
    visit.save()
    undone = batches.undo(store, batch)
    assert [record.caption() for record in undone.kept] == ["甲乙"] and undone.removed == 3
    visit.remove()
    assert batches.undo(store, batch).removed == 1


def test_an_unknown_batch_removes_nothing(store):
    intake("甲乙")
    assert batches.undo(store, uuid7()).removed == 0
