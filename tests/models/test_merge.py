"""What many writers wrote to one row comes out the same whatever the order of arrival."""

from hypothesis import given
from hypothesis import strategies as st

from models.merge import Write, fold


def write(n, field, value, bases=(), stamp=None):
    return Write(n, f"c{n:02}", stamp or n, field, value, tuple(bases))


def shown(state):
    return {name: sorted(value) if isinstance(value, list) else value for name, value in state.values.items()}


@st.composite
def writings(draw):
    """Up to nine commits of one or two fields, each replacing some of the earlier ones, with any stamps."""
    made = []
    for n in range(draw(st.integers(1, 9))):
        bases = draw(st.lists(st.sampled_from([w.commit for w in made]), unique=True)) if made else []
        field = draw(st.sampled_from(("day", "living", "deleted")))
        if field == "living":
            value = [draw(st.sampled_from("+-")), draw(st.sampled_from("xy"))]
        elif field == "deleted":
            value = draw(st.booleans())
        else:
            value = draw(st.sampled_from(("a", "b", None)))
        made.append(write(n, field, value, bases, draw(st.integers(1, 5))))
    return made


@given(writings(), st.randoms())
def test_the_order_of_arrival_does_not_matter(made, chance):
    shuffled = list(made)
    chance.shuffle(shuffled)
    first, second = fold(made), fold(shuffled)
    assert (shown(first), first.heads, first.deleted) == (shown(second), second.heads, second.deleted)


@given(writings())
def test_a_commit_that_comes_twice_counts_once(made):
    once, twice = fold(made), fold(made + made)
    assert (shown(once), once.heads, once.deleted) == (shown(twice), twice.heads, twice.deleted)


def test_a_later_write_replaces_what_it_had_seen():
    state = fold([write(1, "day", "a"), write(2, "day", "b", ["c01"], stamp=1)])
    assert state.values == {"day": "b"} and state.heads == {"day": [2]}


def test_of_two_that_did_not_see_each_other_the_latest_is_shown_and_both_stand():
    state = fold([write(1, "day", "a", stamp=9), write(2, "day", "b", stamp=3)])
    assert state.values == {"day": "a"} and state.heads == {"day": [2, 1]}


def test_adding_wins_over_a_removal_that_had_not_seen_it():
    state = fold(
        [write(1, "living", ["+", "x"]), write(2, "living", ["-", "x"], ["c01"]), write(3, "living", ["+", "x"])]
    )
    assert state.values == {"living": ["x"]}


def test_an_edit_beside_a_removal_wins():
    made = [write(1, "day", "a"), write(2, "deleted", True, ["c01"])]
    assert fold(made).deleted
    assert not fold([*made, write(3, "day", "b", ["c01"])]).deleted


def test_a_removal_taken_back_shows_the_record_again():
    made = [write(1, "day", "a"), write(2, "deleted", True, ["c01"]), write(3, "deleted", False, ["c01", "c02"])]
    assert not fold(made).deleted
