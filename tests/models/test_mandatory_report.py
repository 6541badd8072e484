"""Mandatory reports: exact to the minute, by steps, for two readers only; and when to think of one."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models import access, read_log
from models.casework.case import Case
from models.errors import InvalidRecord
from models.figures import month_table
from models.linking import report_clock
from models.linking.awaited import unreported
from models.linking.mandatory_report import MandatoryReport
from models.linking.report_follow_up import ReportFollowUp
from models.linking.report_prompt import ADULT, MINOR, suggests_report
from models.people.person import Person
from models.services.visit import Visit
from models.team.staff import Staff


def staff(role):
    member = Staff.new(name=f"农{role}", role=role)
    member.save()
    return member.id


@pytest.fixture
def people(store):
    """The lead and, by role, others of the station."""
    return {"lead": store.user} | {role: staff(role) for role in ("worker", "entry", "supervisor", "admin", "auditor")}


def report(**answers):
    given = {"found_on": date(2026, 9, 14), "found_at": time(9, 30), "given_name": "小雀", "situation": ("4",)}
    one = MandatoryReport.new(**given | answers)
    one.save()
    return one


def follow_up(one):
    made = ReportFollowUp.new(report=one.id, content="派出所已立案", to="派出所")
    made.save()
    return made


@pytest.mark.parametrize(
    ("birth", "whom"), [("1950-07-23", "adult"), ("2016-05", "minor"), ("2008-09-15", "adult"), (None, "minor")]
)
def test_whom_a_report_concerns_is_taken_from_the_age_on_file(store, birth, whom):
    person = Person.new(name="胡桂芳", birth=birth, id_kind="none")
    person.save()
    assert MandatoryReport.new(person=person.id).whom == whom
    assert MandatoryReport.new().whom == "minor"


minutes = st.integers(0, 60 * 24 * 60)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(start=st.datetimes(datetime(2026, 6, 1), datetime(2026, 7, 1)), late=minutes)
def test_the_time_from_finding_to_reporting_is_told_to_the_minute(store, start, late):
    start = start.replace(second=0, microsecond=0)
    end = start + timedelta(minutes=late)
    one = report(found_on=start.date(), found_at=start.time(), reported_on=end.date(), reported_at=end.time())
    assert one.elapsed == late
    assert bool([problem for problem in one.problems() if not problem.blocks]) == (late > 24 * 60)


def test_a_report_before_its_finding_is_refused(store):
    with pytest.raises(InvalidRecord):
        report(reported_on=date(2026, 9, 14), reported_at=time(9, 29))


def test_a_final_report_before_the_finding_is_refused(store):
    with pytest.raises(InvalidRecord):
        report(closed_on=date(2026, 9, 13))


def test_the_clock_runs_until_it_is_reported(store):
    one = report(found_on=store.today(), found_at=(store.now() - timedelta(minutes=95)).time().replace(second=0))
    assert report_clock.running(one) in (95, 96)
    one.reported_on, one.reported_at = store.today(), report_clock.now(one)
    assert report_clock.running(one) is None and report_clock.minutes(one) in (95, 96)


def test_a_name_may_be_unknown_but_not_everything(store):
    report(given_name=None, where="村口桥下", observed="一名约八岁男孩独自过夜")
    with pytest.raises(InvalidRecord):
        report(given_name=None)


def test_it_is_reported_only_with_time_facts_and_who_received_it(store):
    one = report()
    with pytest.raises(InvalidRecord) as refused:
        one.move("report")
    assert {problem.question for problem in refused.value.problems} == {
        "reported_on", "reported_at", "observed", "police",
    }  # fmt: skip
    assert [due.row for due in unreported(store)] == [one.id]
    one.reported_on, one.reported_at, one.observed, one.police = date(2026, 9, 14), time(9, 50), "瘀青", "河口派出所"
    one.move("report")
    follow_up(one)
    one.move("follow")
    one.result = "孩子已由祖母照料"
    one.move("close")
    assert (one.state, one.closed_on) == ("closed", store.today()) and not unreported(store)


@pytest.mark.parametrize("role", ["lead", "worker", "entry", "supervisor", "admin", "auditor"])
def test_only_the_lead_and_the_responsible_worker_read_it(store, people, role):
    own, others = report(worker=people["worker"]), report(worker=people["lead"])
    parts = follow_up(own), follow_up(others)
    store.user = people[role]
    expected = {"lead": {own.id, others.id}, "worker": {own.id}}.get(role, set())
    assert {one.id for one in MandatoryReport.alive()} == expected
    assert {one.id for one in (own, others) if access.may_read(store, one)} == expected
    wanted = {part.id for part in parts if part.report in expected}
    assert {part.id for part in ReportFollowUp.alive()} == wanted
    assert {part.id for part in parts if access.may_read(store, part)} == wanted
    assert len(unreported(store)) == len(expected)


def test_who_may_not_read_a_report_does_not_write_over_it_nor_take_it_over(store, people):
    one = report(worker=people["lead"])
    part = follow_up(one)
    store.user = people["worker"]
    one.worker = people["worker"]
    for record in (one, part):
        with pytest.raises(access.MayNotRead):
            record.save()
        with pytest.raises(access.MayNotRead):
            record.remove()
    store.user = people["lead"]
    again = MandatoryReport.get_by_id(one.id)
    assert again.worker == people["lead"] and not again.deleted
    again.worker = people["worker"]
    again.save()
    store.user = people["worker"]
    assert [each.id for each in MandatoryReport.alive()] == [one.id]


def test_nobody_at_work_reads_none_and_one_who_left_neither(store, people):
    one = report(worker=people["worker"])
    store.user = None
    assert not list(MandatoryReport.alive()) and not access.may_read(store, one)
    member = Staff.get_by_id(people["worker"])
    member.left = store.today() - timedelta(1)
    member.save()
    store.user = people["worker"]
    assert not list(MandatoryReport.alive()) and not access.may_read(store, one)


def test_all_are_counted_whoever_counts(store, people):
    report(reported_on=date(2026, 9, 14), reported_at=time(10), worker=people["lead"])
    report(reported_on=date(2026, 8, 31), found_on=date(2026, 8, 31), reported_at=time(10))
    store.user = people["entry"]
    line = next(line for line in month_table(store.unit, "2026-09").lines if line.figure.number == "24")
    assert line.value == 1


def test_reading_is_logged_with_its_reason_and_so_is_being_turned_away(store, people):
    one = report(worker=people["lead"])
    assert access.opened(store, one, "跟进处置")
    store.user = people["worker"]
    with pytest.raises(access.MayNotRead):
        access.opened(store, one)
    assert [(line.action, line.why, line.row) for line in read_log.lines(store)] == [
        ("refused", None, one.id), ("open", "跟进处置", one.id),
    ]  # fmt: skip


# --- when to think of one -------------------------------------------------------------------------------------------


def person(birth, **answers):
    made = Person.new(name="蒙小花", birth=birth, id_kind="none", **answers)
    made.save()
    return made.id


@pytest.mark.parametrize("kind", ["guardian", "violence", "bullied", "abused"])
def test_a_case_of_a_minor_with_such_a_problem_suggests_it(store, kind):
    assert suggests_report(Case.new(person=person("2015"), problems_met=(kind,))) == MINOR
    assert suggests_report(Case.new(person=person("1980"), problems_met=(kind,))) is None
    assert suggests_report(Case.new(person=person("2015"), problems_met=("money",))) is None


def test_words_in_a_visit_suggest_it_too(store):
    child = person("2015")
    assert suggests_report(Visit.new(seen=(child,), found="邻居说孩子常被殴打")) == MINOR
    assert suggests_report(Visit.new(seen=(child,), found="一切都好")) is None


def test_violence_against_an_adult_without_full_capacity_suggests_it(store):
    adult = person("1970", categories=("403",))
    assert suggests_report(Visit.new(seen=(adult,), found="弟弟殴打他")) == ADULT
    disabled = person("1970", disability_kind="5", disability_grade="2")
    assert suggests_report(Visit.new(seen=(disabled,), found="弟弟殴打他")) == ADULT
    assert suggests_report(Visit.new(seen=(person("1970"),), found="弟弟殴打他")) is None
