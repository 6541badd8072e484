"""Counting reads no more than it must: with years of visits, the month is still there at once."""

import pytest

from models import figures
from models.figures.figure import month_of

VISITS = ("7", "8", "9", "10", "11", "13", "14")
PERSONS = ("3", "5.2")


def plan(store, figure):
    """What SQLite says it will do for the number."""
    steps = figure._run("EXPLAIN QUERY PLAN " + figure._counting, store.unit, month_of("2026-09", store.today()))
    return " / ".join(step[-1] for step in steps)


@pytest.mark.parametrize("number", VISITS)
def test_visits_of_a_month_are_read_from_an_index_alone(store, number):
    assert "USING COVERING INDEX visit_station_deleted_day" in plan(store, figures.BY_NUMBER[number])


@pytest.mark.parametrize("number", PERSONS)
def test_persons_on_file_are_read_from_an_index_alone(store, number):
    assert "USING COVERING INDEX person_station_deleted_since" in plan(store, figures.BY_NUMBER[number])


def test_elders_and_whom_one_met_are_read_from_two_indexes_alone(store):
    said = plan(store, figures.BY_NUMBER["12"])
    assert said.count("USING COVERING INDEX") == 2


def test_the_first_member_of_a_household_is_found_among_its_members(store):
    assert "person_household" in plan(store, figures.BY_NUMBER["5.1"])
