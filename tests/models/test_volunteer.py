"""Volunteers' shifts: one day, in order, not in the future, never two at once."""

from datetime import date, time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.errors import InvalidRecord
from models.volunteering.hours import VolunteerHours
from models.volunteering.volunteer import Volunteer


@pytest.fixture
def volunteer(store):
    volunteer = Volunteer.new(name="何桂香", birth="1983")
    volunteer.save()
    return volunteer


def shift(volunteer, start, end, day=date(2026, 9, 3), **answers):
    start, end = time.fromisoformat(start), time.fromisoformat(end)
    return VolunteerHours.new(volunteer=volunteer.id, day=day, start=start, end=end, **answers)


def asked(record):
    return [(problem.question, problem.blocks) for problem in record.problems()]


def test_minutes_are_counted_from_start_and_end(volunteer):
    hours = shift(volunteer, "09:10", "11:40")
    hours.save()
    assert VolunteerHours.get_by_id(hours.id).minutes == 150


@pytest.mark.parametrize(("start", "end"), [("11:00", "09:00"), ("09:00", "09:00")])
def test_a_shift_ends_after_it_starts(volunteer, start, end):
    assert asked(shift(volunteer, start, end)) == [("end", True)]


def test_a_shift_that_has_not_ended_yet_is_refused(volunteer):
    today = date(2026, 9, 15)  # it is noon
    assert asked(shift(volunteer, "09:00", "12:00", today)) == []
    assert asked(shift(volunteer, "09:00", "12:01", today)) == [("end", True)]
    assert asked(shift(volunteer, "09:00", "10:00", date(2026, 9, 16))) == [("day", True)]


@pytest.mark.parametrize(
    ("start", "end", "clash"),
    [
        ("08:00", "09:00", False), ("08:00", "09:01", True), ("09:30", "10:00", True), ("08:00", "13:00", True),
        ("09:00", "11:00", True), ("10:59", "12:00", True), ("11:00", "12:00", False),
    ],
)  # fmt: skip
def test_two_shifts_of_one_volunteer_do_not_overlap(volunteer, start, end, clash):
    shift(volunteer, "09:00", "11:00").save()
    assert asked(shift(volunteer, start, end)) == ([("start", True)] if clash else [])


def test_a_void_shift_is_in_nobodys_way(volunteer):
    first = shift(volunteer, "09:00", "11:00", state="void")
    first.save()
    shift(volunteer, "09:00", "11:00").save()
    first.state = "confirmed"
    with pytest.raises(InvalidRecord):
        first.save()


def test_shifts_of_others_and_of_other_days_do_not_count(volunteer):
    shift(volunteer, "09:00", "11:00").save()
    other = Volunteer.new(name="王桂英")
    other.save()
    assert asked(shift(other, "09:00", "11:00")) == []
    assert asked(shift(volunteer, "09:00", "11:00", date(2026, 9, 4))) == []


def test_a_shift_may_be_mended_without_being_in_its_own_way(volunteer):
    hours = shift(volunteer, "09:00", "11:00")
    hours.save()
    hours.end = time(11, 30)
    hours.save()
    assert hours.minutes == 150


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(shifts=st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=12))
def test_the_time_given_on_a_day_is_never_counted_twice(volunteer, shifts):
    other = Volunteer.new(name="某某")
    other.save()
    served = set()
    for start, end in shifts:
        hours = shift(other, f"{start:02}:00", f"{end:02}:00")
        taken = set(range(start, end))
        if asked(hours):
            assert not taken or taken & served
        else:
            hours.save()
            assert not taken & served
            served |= taken
    rows = VolunteerHours.alive().where(VolunteerHours.volunteer == other.id)
    assert sum(row.minutes for row in rows) == 60 * len(served)


def test_a_volunteer_under_18_needs_a_guardian(store):
    child = Volunteer.new(name="小文", birth="2010-01-01")
    assert asked(child) == [("guardian_consent", False)]
    child.guardian_consent = "yes"
    assert asked(child) == []


def test_a_volunteer_keeps_the_number_of_the_national_system(store):
    known = Volunteer.new(name="何桂香", number="5104111234567")
    known.save()
    assert known.number == "5104111234567"
