"""The steps of a process: only they change a state, each for its role, with what it needs and its reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.process import Move, NoSuchStep, Process

STATES = ("draft", "waiting", "agreed", "returned")
PLAN = Process(
    "state",
    (
        Move("submit", "Submit", ("draft", "returned"), "waiting", needs=("goal",)),
        Move("approve", "Approve", ("waiting",), "agreed", roles=("lead",)),
        Move("return", "Return", ("waiting",), "returned", roles=("lead",), why=True),
    ),
    first=("draft",),
)


def test_the_steps_that_lead_on_are_those_that_begin_here():
    assert [move.name for move in PLAN.moves_from("waiting")] == ["approve", "return"]
    assert PLAN.moves_from("agreed") == []


def test_a_step_that_is_not_there_is_a_bug():
    with pytest.raises(NoSuchStep):
        PLAN.named("burn")


@given(st.sampled_from(STATES), st.sampled_from(STATES), st.sampled_from(("worker", "lead", "entry", None)))
def test_a_change_is_allowed_exactly_where_a_step_of_that_role_makes_it(before, after, role):
    steps = [move for move in PLAN.moves if before in move.start and move.end == after]
    assert PLAN.allows(before, after, role) == any(not move.roles or role in (None, *move.roles) for move in steps)


def test_old_papers_begin_where_they_stand_if_the_one_who_enters_them_may_bring_them_there():
    assert PLAN.may_begin("draft", "worker")
    assert PLAN.may_begin("waiting", "worker")
    assert PLAN.may_begin("agreed", "lead")
    assert not PLAN.may_begin("agreed", "worker")
