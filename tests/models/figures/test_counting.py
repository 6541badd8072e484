"""What each figure counts, example by example: the unit rule of product.md first."""

from datetime import date, time

import pytest

from models import codes, figures
from models.casework.case import Case
from models.casework.session import CaseSession
from models.office.affairs import Affair
from models.people.file_update import FileUpdate
from models.people.household import Household
from models.people.person import Person
from models.row_id import uuid7
from models.services.activity import Activity, Attendance
from models.services.group import Group, GroupSession
from models.services.publicity import Publicity
from models.services.visit import Visit
from models.team.staff import Staff
from models.volunteering.hours import VolunteerHours
from models.volunteering.volunteer import Volunteer

MONTH = "2026-09"


def day(number, month=9):
    return date(2026, month, number)


def made(cls, **answers):
    record = cls.new(**answers)
    record.save()
    return record


def value(store, number, month=MONTH):
    return figures.month_table(store.unit, month).by_number[number].value


def line(store, number, month=MONTH):
    return figures.month_table(store.unit, month).by_number[number]


@pytest.fixture
def worker(store):
    return Staff.alive().first()


@pytest.fixture
def homes(store):
    """Two households in one village, one in another."""
    return [
        made(Household, head=head, village=village)
        for head, village in (("甲", "上村"), ("乙", "上村"), ("丙", "下村"))
    ]


@pytest.fixture
def person(store, homes):
    return made(Person, name="韦建国", household=homes[0].id, since=day(1), village="上村")


def visit(home, worker, number=2, **answers):
    answers = {"day": day(number), "visitors": (worker.id,), "way": "door"} | answers
    return made(Visit, household=home.id, **answers)


def case(person, worker, **answers):
    answers = {"opened": day(3), "state": "open", "source": "01", "worker": worker.id} | answers
    return made(Case, person=person.id, **answers)


def activity(**answers):
    return made(Activity, **({"name": "义诊", "kind": "clinic", "day": day(5)} | answers))


def came(person=None, **answers):
    return made(Attendance, person=person and person.id, **answers)


def test_outings_visits_households_and_people_are_four_different_units(store, homes, worker):
    people = [made(Person, name=name, since=day(1), household=homes[0].id) for name in ("一", "二")]
    visit(homes[0], worker, seen=[p.id for p in people])
    visit(homes[1], worker)
    visit(homes[2], worker)
    visit(homes[0], worker, number=9, seen=[people[0].id])
    table = figures.month_table(store.unit, MONTH).by_number
    assert [table[n].value for n in ("7", "8", "9", "10")] == [3, 4, 3, 2]
    assert [table[n].unit for n in ("7", "8", "9", "10")] == ["times", "household visits", "households", "people"]


def test_other_visitors_on_the_same_day_are_another_outing(store, homes, worker):
    colleague = made(Staff, name="覃芳", role="worker")
    visit(homes[0], worker)
    visit(homes[1], worker, visitors=(worker.id, colleague.id))
    assert value(store, "7") == 2


def test_telephone_and_video_visits_are_no_home_visits(store, homes, worker):
    visit(homes[0], worker, way="phone")
    visit(homes[1], worker, way="video")
    assert (value(store, "8"), value(store, "11")) == (0, 2)


def test_every_way_of_the_list_is_in_one_row_except_interviews_at_the_station(store, homes, worker):
    for number, way in enumerate(codes.code_list("visit_way").entries, 1):
        visit(homes[0], worker, number=number, way=way)
    assert [value(store, n) for n in ("7", "8", "9", "11")] == [4, 4, 1, 2]
    assert "station" in figures.BY_NUMBER["8"].rule


def test_attendances_are_rows_and_unnamed_heads_while_people_are_distinct(store, person, worker):
    group = made(Group, name="种菜小组", kind="hobby", worker=worker.id, started=day(1))
    for number in (1, 2):
        session = made(GroupSession, group=group.id, number=number, day=day(number + 2), unnamed=4)
        came(person, session=session.id)
        came(name="路过的人", session=session.id, state="late")
        came(name="没来的人", session=session.id, state="absent", reason="生病")
    assert [value(store, n) for n in ("29", "30", "31", "32")] == [2, 12, 2, 667]


def test_people_are_not_known_where_the_names_of_newcomers_were_not_sent(store, person, worker):
    group = made(Group, name="种菜小组", kind="hobby", worker=worker.id, started=day(1))
    session = made(GroupSession, group=group.id, number=1, day=day(3))
    came(person, session=session.id)
    newcomer = came(name="路过的人", session=session.id)
    with store.writing():
        store.db.execute_sql(
            "UPDATE attendance SET name = NULL, withheld = '[\"name\"]' WHERE id = ?", (newcomer.id.bytes,)
        )
    assert (value(store, "30"), line(store, "31").state) == (2, "blank")


def test_unnamed_heads_count_at_activities_only_as_person_times(store, person):
    event = activity(unnamed=30, charity="yes", policy="yes", materials=120)
    came(person, activity=event.id)
    assert [value(store, n) for n in ("33", "34", "35.1", "35.2", "36.1", "36.2", "36.3")] == [1, 31, 1, 31, 1, 31, 120]


def test_publicity_counts_once_with_its_activity_or_by_itself(store):
    event = activity(unnamed=30, policy="yes", materials=120)
    answers = {"topic": "反诈", "way": ("stand",), "day": day(5), "sessions": 2, "audience": 40, "copies": 60}
    made(Publicity, **answers, activity=event.id)
    assert [value(store, n) for n in ("36.1", "36.2", "36.3")] == [1, 30, 120]
    made(Publicity, **answers)
    assert [value(store, n) for n in ("33", "34", "36.1", "36.2", "36.3")] == [1, 30, 3, 70, 180]


def test_activities_for_the_surroundings_are_campaigns(store, person):
    came(person, activity=activity(kind="environment", unnamed=9).id)
    activity(unnamed=5)
    assert [value(store, n) for n in ("33", "34", "37.1", "37.2")] == [2, 15, 1, 10]


def test_events_that_lie_ahead_are_not_counted_yet(store, worker):
    activity(day=day(25))
    group = made(Group, name="手工小组", kind="hobby", worker=worker.id, started=day(20))
    made(GroupSession, group=group.id, number=1, day=day(21), unnamed=9)
    assert [value(store, n) for n in ("33", "26", "27", "29", "30")] == [0, 0, 0, 0, 0]


def test_a_month_is_given_by_the_day_of_the_event_not_of_the_entry(store, homes, worker):
    visit(homes[0], worker, day=day(31, 8))
    table = figures.month_table(store.unit, MONTH).by_number["8"]
    assert (table.value, table.last, table.year) == (0, 1, 1)
    assert value(store, "8", "2026-08") == 1


def test_removed_records_do_not_count(store, homes, worker):
    gone = visit(homes[0], worker)
    gone.remove()
    assert value(store, "8") == 0
    gone.restore()
    assert value(store, "8") == 1


def test_what_belongs_to_a_removed_record_does_not_count(store, person, worker):
    file = case(person, worker)
    made(CaseSession, case=file.id, day=day(4), minutes=50, worker=worker.id)
    event = activity(unnamed=5)
    came(person, activity=event.id)
    group = made(Group, name="小组", kind="support", worker=worker.id, started=day(1))
    session = made(GroupSession, group=group.id, number=1, day=day(4))
    came(person, session=session.id)
    for record in (file, event, group):
        record.remove()
    assert [value(store, n) for n in ("20", "21", "34", "29", "30", "31")] == [0] * 6


def test_another_stations_rows_do_not_count(store, homes, worker):
    visit(homes[0], worker)
    other = uuid7()
    with store.writing():
        store.db.execute_sql("UPDATE visit SET station = ?", (other.bytes,))
    assert value(store, "8") == 0
    assert figures.month_table(other, MONTH).by_number["8"].value == 1


def test_elders_in_special_hardship_are_counted_by_those_seen(store, homes, worker):
    elders = [
        made(Person, name=name, since=day(1, 1), household=homes[0].id, birth="1940", categories=("105",))
        for name in ("甲", "乙", "丙")
    ]
    made(Person, name="丁", since=day(1, 1), categories=("101",))
    assert line(store, "12").value == 0
    visit(homes[0], worker, seen=[elders[0].id, elders[1].id])
    visit(homes[0], worker, number=4, way="phone", seen=[elders[1].id])
    assert value(store, "12") == 667
    assert figures.BY_NUMBER["12"].show(667, _English()) == "66.7"


class _English:
    def number(self, n):
        return str(n)


def test_a_share_of_nothing_is_not_applicable(store):
    assert [line(store, n).state for n in ("12", "22", "32")] == ["na"] * 3


def test_problems_are_visits_with_a_problem(store, homes, worker):
    visit(homes[0], worker, problem="屋顶漏雨", solved="yes")
    visit(homes[1], worker, problem="断药", solved="no", way="phone")
    visit(homes[2], worker)
    assert (value(store, "13"), value(store, "14")) == (2, 1)


def test_cases_flow_from_month_to_month(store, person, worker):
    case(person, worker, opened=day(1, 8))
    case(person, worker, opened=day(1, 8), state="closed", closed=day(5), close_reason="01", reached="full")
    case(person, worker, opened=day(2), state="closed", closed=day(9), close_reason="03", reached="none", crisis="yes")
    case(person, worker, opened=day(2), transferred=day(8))
    case(person, worker, opened=day(2), state="refused")
    case(person, worker, opened=day(2), state="waiting")
    assert [value(store, n) for n in ("15", "16", "17", "18", "19", "22", "23")] == [2, 2, 2, 1, 1, 500, 1]
    assert value(store, "19", "2026-08") == value(store, "15")


def test_a_case_transferred_and_then_closed_leaves_once(store, person, worker):
    case(person, worker, opened=day(2), transferred=day(5), state="closed", closed=day(9), close_reason="04")
    assert [value(store, n) for n in ("16", "17", "18", "19")] == [1, 0, 1, 0]


def test_casework_time_is_kept_in_minutes_and_shown_in_hours(store, person, worker):
    file = case(person, worker)
    for number in (4, 5, 6):
        made(CaseSession, case=file.id, day=day(number), minutes=50, worker=worker.id)
    assert (value(store, "20"), value(store, "21")) == (3, 150)
    from resources.language import Language

    assert figures.BY_NUMBER["21"].show(150, Language("en")) == "2.5"


def test_a_group_counts_from_its_first_to_its_last_day(store, worker):
    made(Group, name="旧", kind="support", worker=worker.id, started=day(1, 6), ended=day(3, 8), state="ended")
    made(Group, name="在", kind="support", worker=worker.id, started=day(1, 8))
    made(Group, name="完", kind="support", worker=worker.id, started=day(1, 8), ended=day(10), state="ended")
    made(Group, name="新", kind="support", worker=worker.id, started=day(10))
    made(Group, name="想", kind="support", worker=worker.id, started=day(10), state="planned")
    assert [value(store, n) for n in ("26", "27", "28")] == [3, 1, 1]


def test_files_count_until_the_day_before_their_end(store, homes):
    made(Person, name="在", since=day(1, 8), household=homes[0].id)
    made(Person, name="走", since=day(1, 8), household=homes[1].id, state="moved", ended=day(10))
    made(Person, name="新", since=day(9), household=homes[0].id)
    assert [value(store, n) for n in ("3", "4", "5.1", "5.2")] == [2, 1, 0, 1]
    assert [value(store, n, "2026-08") for n in ("3", "4", "5.1", "5.2")] == [2, 2, 2, 2]


def test_only_confirmed_shifts_count_and_a_volunteer_once_an_activity(store):
    one = made(Volunteer, name="志愿者", registered=day(1))
    made(Volunteer, name="旧人", registered=day(1, 3), state="left")
    event = activity()
    for start, end, state in ((9, 10, "confirmed"), (10, 12, "confirmed"), (13, 14, "pending")):
        made(
            VolunteerHours, volunteer=one.id, activity=event.id, day=day(5), start=time(start), end=time(end),
            state=state,
        )  # fmt: skip
    assert [value(store, n) for n in ("39", "40", "42", "43", "44")] == [1, 1, 1, 1, 180]


def test_a_tally_nobody_wrote_is_blank_and_zero_is_zero(store):
    assert line(store, "57.1").state == "blank"
    made(Affair, month=MONTH, kind="subsistence", accepted=0, people=7)
    assert [line(store, f"57.{n}").state for n in (1, 2, 3)] == ["number", "blank", "number"]
    assert (value(store, "57.1"), value(store, "57.3")) == (0, 7)


def test_staff_count_from_joining_to_leaving(store):
    made(Staff, name="甲", role="worker", hired=day(1, 3), level="senior")
    made(Staff, name="乙", role="worker", hired=day(1, 3), left=day(4), level="worker")
    made(Staff, name="审", role="auditor", hired=day(1, 3))
    made(Staff, name="督", role="supervisor", hired=day(1, 3), level="senior")
    made(Staff, name="导", role="worker", post="supervisor", hired=day(1, 3), level="senior")
    assert [value(store, n) for n in ("1", "2", "2.3")] == [2, 1, 1]


def test_a_family_whose_file_was_updated_twice_is_one(store, homes):
    for home, when in ((homes[0], day(2)), (homes[0], day(12)), (homes[1], day(8)), (homes[2], day(28, 8))):
        made(FileUpdate, household=home.id, day=when, way="visit", parts=("none",))
    assert (value(store, "6"), line(store, "6").last) == (2, 1)
    assert line(store, "6").year_state == "na"  # families of two months may be the same ones


def test_a_month_ahead_is_blank(store):
    table = figures.month_table(store.unit, "2026-11")
    assert {one.state for one in table.lines} == {"blank"}


def test_what_was_left_open_is_nothing_rather_than_no_data(store, person, worker):
    activity(kind="policy", day=day(5, 8), materials=30)
    activity(kind="policy")
    file = case(person, worker)
    made(CaseSession, case=file.id, day=day(4), minutes=50, worker=worker.id)
    with store.writing():
        store.db.execute_sql("UPDATE case_session SET minutes = NULL")
    leaflets, hours = line(store, "36.3"), line(store, "21")
    assert (leaflets.state, leaflets.value, leaflets.year) == ("number", 0, 30)
    assert (hours.state, hours.value) == ("number", 0)
