"""One truth: where a category has dated rows they decide, and the ticks of the person's file follow."""

from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.people import category
from models.people.category import Category
from models.people.person import Person

CODES = ("101", "102", "104", "112")
ROW = st.tuples(
    st.sampled_from(CODES), st.none() | st.integers(-40, 40), st.none() | st.integers(-40, 40), st.booleans()
)


def a_person(*categories):
    person = Person.new(name="张丹丹", id_kind="none", categories=tuple(sorted(categories)))
    person.save()
    return person


def ticks(person):
    return Person.get_by_id(person.id).categories


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(ticked=st.sets(st.sampled_from(CODES)), rows=st.lists(ROW, max_size=5))
def test_after_any_rows_the_ticks_are_what_is_in_force_and_what_has_no_row(store, ticked, rows):
    person, today = a_person(*ticked), store.today()
    held, dated = set(), set()
    for code, since, until, removed in rows:
        since, until = (None if n is None else today + timedelta(n) for n in (since, until))
        if since and until and until < since:
            since, until = until, since
        row = Category.new(person=person.id, category=code, since=since, until=until)
        row.since = since if since is None or since <= today else today
        row.save()
        dated.add(code)
        if removed:
            row.remove()
    held = {row.category for row in Category.alive().where(Category.person == person.id) if row.in_force(today)}
    assert set(ticks(person)) == (ticked - dated) | held
    assert not category.drifted(store)


def test_a_category_that_ended_overnight_is_found_and_settled(store, noon):
    person = a_person()
    row = Category.new(person=person.id, category="101", until=store.today())
    row.save()
    assert ticks(person) == ("101",)
    store.clock = lambda: noon + timedelta(1)
    assert [one.id for one in category.drifted(store)] == [person.id]
    person = Person.get_by_id(person.id)
    (problem,) = [one for one in person.problems() if one.question == "categories"]
    assert problem.repair == () and not problem.blocks
    person.categories = problem.repair
    person.save()
    assert ticks(person) == () and not category.drifted(store)


def test_what_ends_soon_is_due(store):
    person = a_person()
    Category.new(person=person.id, category="102", until=store.today() + timedelta(20)).save()
    assert not category.ending(store, store.today() + timedelta(10))
    (due,) = category.ending(store, store.today() + timedelta(30))
    assert (due.table, due.caption) == ("category", "张丹丹")
