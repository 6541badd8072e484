"""Proofs of volunteering: the sum of the confirmed shifts, sealed when shown or issued."""

from datetime import date, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.errors import InvalidRecord
from models.process import NoSuchStep
from models.volunteering.certificate import VolunteerCertificate, issued
from models.volunteering.hours import VolunteerHours
from models.volunteering.volunteer import Volunteer

FIRST = date(2026, 3, 1)


@pytest.fixture
def volunteer(store):
    volunteer = Volunteer.new(name="何桂香")
    volunteer.save()
    return volunteer


def shift(volunteer, day, start=9, end=11, state="confirmed"):
    hours = VolunteerHours.new(
        volunteer=volunteer.id, day=FIRST + timedelta(day), start=time(start), end=time(end), content="助老",
        state=state,
    )  # fmt: skip
    hours.save()
    return hours


def proof(volunteer, **answers):
    record = VolunteerCertificate.new(volunteer=volunteer.id, responsible="韦敏", handler="潘晓燕", **answers)
    record.save()
    return record


def fresh(record):
    return type(record).get_by_id(record.id)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    shifts=st.lists(
        st.tuples(st.integers(0, 40), st.integers(1, 9), st.sampled_from(("confirmed", "pending", "void"))),
        unique_by=lambda one: one[0], max_size=8,
    ),
    since=st.integers(0, 40), length=st.integers(0, 40),
)  # fmt: skip
def test_a_proof_says_the_confirmed_minutes_of_its_span(store, shifts, since, length):
    volunteer = Volunteer.new(name="某某")
    volunteer.save()
    for day, hours, state in shifts:
        shift(volunteer, day, 9, 9 + hours, state)
    record = proof(volunteer, since=FIRST + timedelta(since), until=FIRST + timedelta(since + length))
    counted = [60 * hours for day, hours, state in shifts if state == "confirmed" and since <= day <= since + length]
    assert record.minutes == sum(counted) == sum(line["minutes"] for line in record.lines)
    assert len(record.lines) == len(counted)


def test_without_confirmed_hours_there_is_no_proof(volunteer):
    shift(volunteer, 1, state="pending")
    record = proof(volunteer)
    with pytest.raises(InvalidRecord):
        record.move("issue")


def test_what_was_confirmed_meanwhile_is_in_the_proof_that_is_issued(volunteer):
    shift(volunteer, 1)
    record = proof(volunteer)
    shift(volunteer, 2)
    record.move("issue")
    assert (record.minutes, record.day, len(record.lines)) == (240, date(2026, 9, 15), 2)
    assert [one.id for one in issued(volunteer.id)] == [record.id]


def test_an_issued_proof_stands_whatever_happens_to_the_hours(volunteer):
    first = shift(volunteer, 1)
    record = proof(volunteer)
    record.move("issue")
    before = record.digest
    first.move("void", why="重复")
    record = fresh(record)
    record.note = "已领取"
    record.save()
    assert (record.minutes, record.digest) == (120, before)
    assert [(problem.question, problem.blocks) for problem in record.problems()] == [("minutes", False)]


def test_an_issued_proof_does_not_change_its_span_or_its_volunteer(volunteer):
    shift(volunteer, 1)
    record = proof(volunteer)
    record.move("issue")
    record.until = FIRST
    with pytest.raises(InvalidRecord):
        record.save()


def test_the_digest_is_of_what_the_proof_says(volunteer):
    shift(volunteer, 1)
    record = proof(volunteer)
    record.move("issue")
    assert len(record.digest) == 64 and fresh(record).fingerprint() == record.digest
    other = fresh(record)
    other.lines = ()
    assert other.fingerprint() != record.digest


def test_a_proof_on_display_waits_until_the_display_ends(volunteer):
    shift(volunteer, 1)
    record = proof(volunteer)
    record.move("show")
    assert record.shown_until - record.shown_from == timedelta(7)
    with pytest.raises(InvalidRecord):
        record.move("issue")
    record.shown_from, record.shown_until = date(2026, 9, 1), date(2026, 9, 8)
    record.move("issue")
    assert record.state == "issued"


def test_a_proof_is_made_void_with_a_reason(volunteer):
    shift(volunteer, 1)
    record = proof(volunteer)
    record.move("issue")
    with pytest.raises(NoSuchStep):
        record.move("void")
    record.move("void", why="姓名有误")
    assert (record.state, record.void_on, issued(volunteer.id)) == ("void", date(2026, 9, 15), [])
