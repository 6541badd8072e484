"""Volunteers' shifts: one day, in order, not in the future, never two at once."""

from datetime import date, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.errors import InvalidRecord
from models.process import NoSuchStep
from models.records import save_all
from models.services.activity import Activity
from models.volunteering.complaint import HoursComplaint
from models.volunteering.evaluation import VolunteerEvaluation
from models.volunteering.hours import VolunteerHours
from models.volunteering.post import VolunteerPost
from models.volunteering.team import VolunteerTeam
from models.volunteering.volunteer import Volunteer, insurance_due

_PAPERS = "510411198312164707"


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


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    shifts=st.lists(
        st.tuples(st.integers(0, 1), st.integers(0, 1), st.integers(0, 20), st.integers(1, 3), st.booleans()),
        min_size=1, max_size=7,
    )
)  # fmt: skip
def test_shifts_written_in_one_go_are_held_against_each_other(store, shifts):
    givers = [Volunteer.new(name="某某") for _ in range(2)]
    for giver in givers:
        giver.save()
    made = [
        shift(givers[who], f"{start:02}:00", f"{start + length:02}:00", date(2026, 9, 3 + day),
              state="void" if void else "pending")
        for who, day, start, length, void in shifts
    ]  # fmt: skip
    counted = [
        (who, day, hour)
        for who, day, start, length, void in shifts
        if not void
        for hour in range(start, start + length)
    ]
    if len(counted) == len(set(counted)):
        save_all(made)
        assert all(VolunteerHours.get_by_id(one.id).minutes for one in made)
    else:
        with pytest.raises(InvalidRecord):
            save_all(made)
        assert not [one for one in made if VolunteerHours.get_or_none(VolunteerHours.id == one.id)]


def test_one_person_registered_twice_does_not_serve_twice_in_one_go(store):
    one, again, other = (Volunteer.new(name="何桂香", id_number=n) for n in (_PAPERS, _PAPERS, None))
    for volunteer in (one, again, other):
        volunteer.save()
    with pytest.raises(InvalidRecord):
        save_all([shift(one, "09:00", "11:00"), shift(again, "10:00", "12:00")])
    save_all([shift(one, "09:00", "11:00"), shift(other, "10:00", "12:00"), shift(again, "11:00", "12:00")])
    assert VolunteerHours.alive().count() == 3


def test_volunteers_registered_with_their_shifts_do_not_serve_twice_either(store):
    two = [Volunteer.new(name=name, id_number=_PAPERS) for name in ("何桂香", "何桂香（队）")]
    with pytest.raises(InvalidRecord):
        save_all([*two, shift(two[0], "09:00", "11:00"), shift(two[1], "10:00", "12:00")])
    save_all([two[0], shift(two[0], "09:00", "11:00")])
    with pytest.raises(InvalidRecord):
        save_all([two[1], shift(two[1], "10:00", "12:00")])
    save_all([two[1], shift(two[1], "11:00", "12:00")])
    assert VolunteerHours.select().count() == 2


def test_a_volunteer_under_18_needs_a_guardian(store):
    child = Volunteer.new(name="小文", birth="2010-01-01")
    assert asked(child) == [("guardian_consent", False)]
    child.guardian_consent = "yes"
    assert asked(child) == []


def test_a_volunteer_keeps_the_number_of_the_national_system(store):
    known = Volunteer.new(name="何桂香", number="5104111234567")
    known.save()
    assert known.number == "5104111234567"


def test_a_shift_elsewhere_for_another_unit_is_in_the_way_as_well(volunteer):
    shift(volunteer, "09:00", "11:00", organiser="县图书馆", recorder="县图书馆").save()
    assert asked(shift(volunteer, "10:00", "12:00", organiser="云岭镇社工站")) == [("start", True)]


def test_one_person_registered_twice_does_not_serve_twice_at_once(store):
    one, again = (Volunteer.new(name="何桂香", id_number=_PAPERS) for _ in range(2))
    one.save()
    assert ("id_number", False) in asked(again)
    again.save()
    shift(one, "09:00", "11:00").save()
    assert asked(shift(again, "10:00", "12:00")) == [("start", True)]


def test_a_shift_is_on_the_day_of_its_activity(volunteer):
    held = Activity.new(name="义诊", kind="clinic", day=date(2026, 9, 3))
    held.save()
    assert asked(shift(volunteer, "09:00", "11:00", activity=held.id)) == []
    assert asked(shift(volunteer, "09:00", "11:00", date(2026, 9, 4), activity=held.id)) == [("day", True)]


def test_hours_are_confirmed_reviewed_again_and_made_void_with_a_reason(store, volunteer):
    hours = shift(volunteer, "09:00", "11:00")
    hours.save()
    hours.move("confirm")
    assert (hours.state, hours.confirmed_by, hours.confirmed_on) == ("confirmed", store.user, date(2026, 9, 15))
    with pytest.raises(NoSuchStep):
        hours.move("void")
    hours.move("unconfirm", why="核对签到表")
    assert (hours.state, hours.confirmed_by, hours.confirmed_on) == ("pending", None, None)
    hours.move("void", why="人未到场")
    assert hours.steps() == []


def test_hours_entered_after_ten_working_days_ask_for_a_reason(volunteer):
    assert asked(shift(volunteer, "09:00", "11:00", date(2026, 9, 1))) == []
    late = shift(volunteer, "09:00", "11:00", date(2026, 8, 31))
    assert [(p.question, p.blocks, p.repair) for p in late.problems()] == [("source", False, "later")]
    late.source = "later"
    assert asked(late) == [("late_reason", False)]
    late.late_reason = "签到表邮寄晚到"
    assert asked(late) == []


def test_the_recording_unit_is_this_station_unless_another_recruited(volunteer):
    assert shift(volunteer, "09:00", "11:00").recorder == "云岭镇社工站"


def test_insurance_that_runs_out_is_due_while_the_volunteer_serves(store):
    for name, until, state in (("甲", 10, "active"), ("乙", 20, "left"), ("丙", 30, "active")):
        until = date(2026, 9, 1) + timedelta(until)
        Volunteer.new(name=name, insured="yes", insured_until=until, state=state).save()
    Volunteer.new(name="丁", insured="yes", insured_until=date(2026, 12, 1)).save()
    assert [due.caption for due in insurance_due(store)] == ["甲", "丙"]


def test_a_dangerous_post_asks_for_insurance_and_risks(store):
    post = VolunteerPost.new(name="防汛巡查", duties="巡查河堤", dangerous="yes")
    assert asked(post) == [("insured", False), ("risks", False)]


def test_an_evaluation_is_not_older_than_the_activity_nor_late(volunteer):
    held = Activity.new(name="义诊", kind="clinic", day=date(2026, 8, 31))
    held.save()
    about = {"volunteer": volunteer.id, "activity": held.id, "quality": "good"}
    assert asked(VolunteerEvaluation.new(day=date(2026, 8, 30), **about)) == [("day", True)]
    assert asked(VolunteerEvaluation.new(day=date(2026, 9, 14), **about)) == []
    assert asked(VolunteerEvaluation.new(day=date(2026, 9, 15), **about)) == [("day", False)]


def test_an_objection_is_answered_with_a_finding(store, volunteer):
    objection = HoursComplaint.new(volunteer=volunteer.id, kind="less", said="少记一小时")
    objection.save()
    with pytest.raises(InvalidRecord):
        objection.move("grant")
    objection.finding = "签到表为 9:00–12:00"
    objection.move("grant")
    assert (objection.state, objection.answered_on) == ("granted", date(2026, 9, 15))


def test_a_team_knows_its_members_on_file(store):
    team = VolunteerTeam.new(name="银龄队", founded=date(2026, 1, 1))
    team.save()
    for name, state in (("甲", "active"), ("乙", "left")):
        Volunteer.new(name=name, state=state, teams=(team.id,)).save()
    assert team.on_file() == 1
