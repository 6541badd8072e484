import json
from collections import Counter
from datetime import date, datetime, time
from pathlib import Path

import pytest
import python_calamine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exports.intake import (
    apply,
    doubts,
    dry_run,
    plan,
    read_sheets,
    refusals,
    remember,
    remembered,
    report_path,
    siblings,
)  # fmt: skip
from exports.intake.sheets import Sheet, Sheets
from models import batches, proof, register, station
from models.clock import SHANGHAI
from models.codes import choices as codes_of
from models.errors import Cancelled
from models.id_number import check_character
from models.people.household import Household
from models.people.person import Person
from models.records import uuid7
from models.services.activity import Activity
from models.services.visit import Visit
from models.team.staff import Staff
from models.volunteering.hours import VolunteerHours
from models.volunteering.volunteer import Volunteer
from resources import FOLDER
from resources.language import Language

WORKBOOKS = Path(__file__).parents[1] / "data" / "workbooks"
NOW = datetime(2026, 11, 20, 12, 0, tzinfo=SHANGHAI)
ZH = Language("zh_CN")
FIRST, SECOND = (f"5104111953061851{n}{check_character(f'5104111953061851{n}')}" for n in (7, 9))


@pytest.fixture
def store(tmp_path):
    store, _ = station.set_up(
        tmp_path / "station", tables=register.BY_TABLE, name="云岭镇社工站", short="0417", training=True,
        users=[station.NewUser("韦敏", "", "lead")], clock=lambda: NOW,
    )  # fmt: skip
    with store:
        yield store
    store.close()


def table(heads, *rows):
    return plan(Sheets("台账.xlsx", [Sheet("", [heads.split(), *[list(row) for row in rows]])]), today=NOW.date())


def roster(*rows):
    return table("姓名 身份证号码 出生年月 村 组 户主姓名 人员类别", *rows)


def visits(*rows):
    return table("走访日期 走访人员 走访对象 村 走访方式 走访内容 见到本人", *rows)


def hours(*rows):
    return table("活动名称 日期 志愿者姓名 身份证号 开始 结束 时长", *rows)


def sample(name):
    return plan(read_sheets(WORKBOOKS / name), today=NOW.date())


def codes(ledger):
    return [[doubt.code for doubt in row.on_file] for row in ledger.entries]


def test_the_samples_are_taken_in_one_after_another_and_hold(store):
    people = apply(sample("服务对象台账.xlsx"), store).as_json(ZH)
    assert (people["rows"], people["taken"], len(people["doubtful"]), people["refused"]) == (2001, 1920, 81, [])
    assert people["made"] == {"household": 2000, "person": 2000} and Person.alive().count() == 2000
    calls = apply(sample("走访记录.xls"), store).as_json(ZH)
    assert (calls["rows"], calls["taken"], len(calls["doubtful"])) == (500, 406, 94)
    assert calls["made"] == {"staff": 3, "visit": 406}
    assert {entry["code"] for entry in calls["doubtful"]} == {doubts.DAY_OPEN.code, doubts.SEVERAL.code}
    given = apply(sample("志愿服务时长.ods"), store).as_json(ZH)
    assert (given["rows"], given["taken"], [entry["row"] for entry in given["refused"]]) == (150, 149, [152])
    assert given["made"] == {"volunteer": 50, "volunteer_hours": 149}
    assert proof.check(store) == []


def test_a_dry_run_says_what_apply_will_do_and_writes_nothing(store):
    before = proof.digest(store)
    foreseen = dry_run(roster(("王明", FIRST, "", "平地村", "", "", "低保"), ("", FIRST)), store).as_json(ZH)
    assert proof.digest(store) == before and foreseen["batch"] is None
    done = apply(roster(("王明", FIRST, "", "平地村", "", "", "低保"), ("", FIRST)), store).as_json(ZH)
    assert done["batch"] and done | {"batch": None} == foreseen


def test_a_roster_row_becomes_a_person_in_a_household(store):
    heads = "姓名 身份证号码 村 组 户主姓名 与户主关系 家庭人口 联系电话 人员类别 备注"
    row = ("王𠮷明", FIRST, "平地村", "7组28号", "王大", "儿子", 3.0, 15892128726.0, "低保、孤儿", "=1+1")
    apply(table(heads, row), store)
    [person], [household] = Person.alive(), Household.alive()
    assert (person.name, person.id_number, person.birth, person.sex) == ("王𠮷明", FIRST, "1953-06-18", "1")
    assert (person.village, person.address, person.phone, person.note) == ("平地村", "7组28号", "15892128726", "=1+1")
    assert (person.categories, person.relation, person.state) == (("101", "119"), "20", "active")
    assert person.household == household.id
    assert (household.head, household.village, household.group_no, household.count) == ("王大", "平地村", "7组", 3)


def test_files_begin_on_the_day_the_ledger_states_or_the_day_given_or_today(store):
    stated = Sheets("a.xlsx", [Sheet("", [["填报时间：2026年9月30日"], ["姓名", "性别"], ["甲乙", "男"]])])
    apply(plan(stated, today=NOW.date()), store)
    apply(roster(("丙丁",)), store, since=date(2026, 1, 1))
    apply(roster(("戊己",)), store)
    assert {person.name: person.since for person in Person.alive()} == {
        "甲乙": date(2026, 9, 30), "丙丁": date(2026, 1, 1), "戊己": date(2026, 11, 20),
    }  # fmt: skip


def test_household_members_of_one_door_and_head_share_a_household(store):
    apply(roster(("王大", "", "", "平地村", "1组2号", "本人"), ("王小", "", "", "平地村", "1组2号", "王大"),
                 ("王远", "", "", "平地村", "1组9号", "王大")), store)  # fmt: skip
    assert Household.alive().count() == 2
    assert len({person.household for person in Person.alive() if person.name in ("王大", "王小")}) == 1


def test_taking_the_same_roster_in_again_adds_nobody(store):
    rows = ("王明", FIRST, "", "平地村"), ("李芳", "", "1953.5", "平地村"), ("赵六", "", "", "平地村")
    apply(roster(*rows), store)
    again = roster(*rows)
    report = apply(again, store)
    assert report.made == {} and Person.alive().count() == 3
    assert codes(again) == [[doubts.ON_FILE.code], [doubts.MAYBE_ON_FILE.code], [doubts.MAYBE_ON_FILE.code]]


def test_a_number_that_another_name_on_file_bears_is_left_out(store):
    apply(roster(("王明", FIRST)), store)
    ledger = roster(("李芳", FIRST))
    apply(ledger, store)
    assert codes(ledger) == [[doubts.NUMBER_ON_FILE.code]]
    assert [person.id_number for person in Person.alive().where(Person.name == "李芳")] == [None]


def test_a_state_without_its_day_is_left_out_and_the_person_taken(store):
    ledger = table("姓名 性别 状态", ("王明", "男", "死亡"))
    apply(ledger, store)
    assert [person.state for person in Person.alive()] == ["active"] and ledger.entries[0].verdict == "doubtful"


def test_a_cancelled_intake_leaves_nothing(store):
    def cancel(done, total):
        raise Cancelled

    before = proof.digest(store)
    with pytest.raises(Cancelled):
        apply(roster(("王明", FIRST)), store, cancel)
    assert proof.digest(store) == before


def test_a_visit_finds_its_person_by_name_in_the_village(store):
    apply(roster(("王明", FIRST, "", "平地村"), ("王明", SECOND, "", "波西村")), store)
    ledger = visits(("2026.9.5", "韦敏、陈光", "王明", "波西村", "入户", "聊天", "√"))
    apply(ledger, store)
    [visit], meant = Visit.alive(), Person.get(Person.id_number == SECOND)
    assert (visit.household, visit.seen, visit.day) == (meant.household, (meant.id,), date(2026, 9, 5))
    assert (visit.way, visit.met, visit.found, visit.village) == ("door", "yes", "聊天", "波西村")
    assert {member.name for member in Staff.alive() if member.id in visit.visitors} == {"韦敏", "陈光"}


def test_a_list_with_kinds_and_no_ways_says_by_its_kinds_who_was_called(store):
    apply(roster(("王明", FIRST, "", "平地村")), store)
    heads = "走访时间 走访人姓名 走访对象姓名 村居 走访类型 走访内容 发现问题 保障类别"
    kinds = ("定期回访", "日常走访", "特殊走访", "电话走访", "随便")
    rows = [(f"2026.9.{n}", "韦敏", "王明", "平地村", kind, "聊天", "", "低保") for n, kind in enumerate(kinds, 1)]
    apply(table(heads, *rows), store)
    assert [(visit.kind, visit.way) for visit in Visit.alive().order_by(Visit.day)] == [
        ("regular", "door"), ("daily", "door"), ("special", "door"), (None, "phone"),
    ]  # fmt: skip


def test_a_visit_to_a_name_that_two_bear_waits(store):
    apply(roster(("王明", FIRST, "", "平地村"), ("王明", SECOND, "", "平地村")), store)
    ledger = visits(("2026.9.5", "韦敏", "王明", "平地村", "入户", "", ""))
    assert apply(ledger, store).made == {} and codes(ledger) == [[doubts.SEVERAL.code]]


def test_a_visit_to_nobody_on_file_or_by_nobody_waits(store):
    apply(roster(("王明", FIRST, "", "平地村")), store)
    ledger = visits(("2026.9.5", "韦敏", "王朋", "平地村", "入户"), ("2026.9.5", "", "王明", "平地村", "入户"),
                    ("2026.9.5", "韦敏", "王明", "平地村", ""))  # fmt: skip
    apply(ledger, store)
    assert codes(ledger) == [
        [doubts.NOBODY.code],
        [doubts.NO_VISITOR.code],
        [doubts.MET_OPEN.code, doubts.NOT_SAVED.code],
    ]


def test_what_cannot_be_a_name_is_no_visitor(store):
    apply(roster(("王明", FIRST, "", "平地村")), store)
    ledger = visits(
        ("2026.9.5", "韦敏、2小时", "王明", "平地村", "入户"), ("2026.9.6", "王\u202e明", "王明", "平地村", "入户")
    )
    apply(ledger, store)
    assert Staff.alive().count() == 1 and Visit.alive().count() == 1
    assert [row.findings[0].kind for row in ledger.entries] == [doubts.UNKNOWN_WORD, doubts.NO_VISITOR]


def test_who_was_not_met_is_not_counted_as_seen(store):
    apply(roster(("王明", FIRST, "", "平地村")), store)
    for day, met in enumerate(("是", "否", ""), 1):
        apply(visits((f"2026.9.{day}", "韦敏", "王明", "平地村", "入户", "", met)), store)
    assert [(visit.met, len(visit.seen)) for visit in Visit.alive().order_by(Visit.day)] == [
        ("yes", 1),
        ("no", 0),
        (None, 0),
    ]


def test_the_same_visit_is_not_entered_twice(store):
    apply(roster(("王明", FIRST, "", "平地村")), store)
    row = ("2026.9.5", "韦敏", "王明", "平地村", "入户", "聊天", "是")
    first, again = visits(row, row), visits(row)
    apply(first, store)
    apply(again, store)
    assert Visit.alive().count() == 1
    assert codes(first)[1] == codes(again)[0] == [doubts.VISIT_TWICE.code]


def test_a_volunteer_of_the_hours_is_registered_once_and_linked_to_the_person(store):
    apply(roster(("王明", FIRST, "", "平地村")), store)
    ledger = hours(
        ("义诊", "2026.9.5", "王明", FIRST, "9:00", "11:30", "2.5小时"),
        ("义诊", "2026.8.5", "王明", FIRST, "9:00", "11:30", 150.0),
        ("义诊", "2026.9.5", "李芳", "", "9:00", "10:00", ""),
    )
    apply(ledger, store)
    known, other = Volunteer.alive().order_by(Volunteer.number)
    assert (known.name, known.id_number, known.sex, known.registered) == ("王明", FIRST, "1", date(2026, 8, 5))
    assert known.person == Person.get(Person.name == "王明").id and other.person is None
    assert known.number != other.number
    shifts = VolunteerHours.alive().where(VolunteerHours.volunteer == known.id)
    assert [(shift.start, shift.minutes, shift.content) for shift in shifts] == [(time(9), 150, "义诊")] * 2


def test_hours_go_to_the_activity_on_file(store):
    activity = Activity(id=uuid7(), name="义诊", kind=codes_of("activity_kind")[0].code, day=date(2026, 9, 5))
    activity.save()
    apply(hours(("义诊", "2026.9.5", "王明", "", "9:00", "10:00", "1h")), store)
    assert [shift.activity for shift in VolunteerHours.alive()] == [activity.id]


def test_shifts_that_overlap_wait(store):
    row = ("义诊", "2026.9.5", "王明", "", "9:00", "11:00", "2h")
    first, again = hours(row, ("义诊", "2026.9.5", "王明", "", "10:00", "12:00", "2h")), hours(row)
    apply(first, store)
    apply(again, store)
    assert doubts.SHIFT_OVERLAPS.code in codes(first)[1] and doubts.SHIFT_OVERLAPS.code in codes(again)[0]
    assert VolunteerHours.alive().count() == 1


def test_a_length_that_is_not_the_time_is_doubtful_and_missing_times_wait():
    ledger = hours(
        ("义诊", "2026.9.5", "王明", "", "9:00", "11:00", "3小时"),
        ("义诊", "2026.9.5", "李芳", "", "", "11:00", "3小时"),
    )
    assert [row.findings[0].kind for row in ledger.entries] == [doubts.HOURS_DIFFER, doubts.TIMES_MISSING]
    assert [row.is_stored for row in ledger.entries] == [True, False]


def test_an_intake_is_one_batch_that_can_be_taken_back(store):
    apply(roster(("王明", FIRST, "", "平地村"), ("李芳", SECOND, "", "平地村")), store)
    [batch] = batches.listed(store)
    assert batch.commits == 4 and batches.undo(store, batch.id).removed == 4
    assert Person.alive().count() == Household.alive().count() == 0 and proof.check(store) == []


def test_the_report_accounts_for_every_row_in_chinese(store):
    report = apply(roster(("王明", 5.104112017061075e17), ("", SECOND), ("小计", ""), ("李芳", SECOND)), store)
    said = report.as_json(ZH)
    assert said["rows"] == said["taken"] + len(said["doubtful"]) + len(said["refused"]) == 3
    assert [(entry["row"], entry["code"], entry["stored"]) for entry in said["doubtful"]] == [(2, "L-01", True)]
    assert [(entry["row"], entry["code"]) for entry in said["refused"]] == [(3, "L-08")]
    assert [(entry["row"], entry["code"]) for entry in said["left_out"]] == [(1, "L-53"), (4, "L-52")]
    assert json.loads(json.dumps(said, ensure_ascii=False)) == said


def test_the_report_workbook_keeps_text_as_text(store, tmp_path):
    ledger = table("姓名 身份证号码 备注", ("=1+1王", "=HYPERLINK(1)", "无"))
    path = apply(ledger, store).save(tmp_path / "a.xlsx", ZH)
    book = python_calamine.load_workbook(str(path))
    rows = book.get_sheet_by_index(0).to_python()
    assert rows[1][1:3] == [2.0, "=1+1王"] and "HYPERLINK" in rows[1][5]


WORDS = st.sampled_from([
    "王明", "李芳", "本人", "户主", "儿子", "女", "男", "平地村", "同上", "低保、孤儿", "无", "2026.9.5", "2026.9",
    "韦敏", "韦敏、陈光", "入户", "是", "否", "9:00", "11:30", "2小时", "死亡", FIRST, SECOND, "53.5",
    "13800000000/0812-3451234", "3组5号", "=1+1", "王\u202e明", "长" * 300, "2099.1.1", "3",
])  # fmt: skip
CELLS = st.one_of(st.none(), WORDS, WORDS, st.text(max_size=8), st.floats(), st.dates(), st.timedeltas())
HEADS = {
    "roster": "姓名 性别 身份证号码 出生年月 村 组 户主姓名 与户主关系 家庭人口 人员类别 联系电话 状态 建档日期 社工",
    "visits": "走访日期 走访人员 走访对象 村 走访方式 走访内容 见到本人 下次走访 是否解决 发现问题",
    "hours": "活动名称 日期 志愿者姓名 身份证号 开始 结束 时长 地点 联系电话 注册日期 服务类别",
}


@given(st.data())
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_stands_in_the_rows_the_records_stay_whole(store, data):
    for kind, heads in HEADS.items():
        width = len(heads.split())
        name = heads.split().index({"roster": "姓名", "visits": "走访对象", "hours": "志愿者姓名"}[kind])
        rows = data.draw(st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=4))
        for row in rows:
            row[name] = data.draw(st.sampled_from(["王明", "李芳", "赵六", row[name]]))
        try:
            ledger = plan(Sheets("a.xlsx", [Sheet("", [heads.split(), *rows])]), today=NOW.date(), kind=kind)
        except refusals.NoOneThere:
            continue
        foreseen, done = dry_run(ledger, store).as_json(ZH), apply(ledger, store).as_json(ZH)
        assert done | {"batch": None} == foreseen
        assert done["rows"] == done["taken"] + len(done["doubtful"]) + len(done["refused"])
        assert done["made"].get("person", 0) == (
            sum(row.is_stored for row in ledger.entries) if kind == "roster" else 0
        )
    assert proof.check(store) == []


def test_settled_columns_are_remembered_by_the_station(store):
    remember(store, {"大概情况": "note", "备注": ""})
    remember(store, {"备注": "note"})
    assert remembered(store) == {"大概情况": "note", "备注": "note"}
    sheets = Sheets("a.xlsx", [Sheet("", [["姓名", "性别", "大概情况"], ["甲乙", "男", "独居"]])])
    assert plan(sheets, remembered(store), today=NOW.date()).entries[0].values["note"] == "独居"


def test_the_report_lies_beside_the_ledger_or_where_there_is_room(store, tmp_path):
    report = dry_run(roster(("王明", FIRST)), store)
    assert report.save_beside(tmp_path / "台账.xls", ZH, "/nowhere") == report_path(tmp_path / "台账.xls", ZH)
    saved = report.save_beside("/proc/台账.xls", ZH, tmp_path)
    assert saved.parent == tmp_path and saved.exists()


def test_siblings_beside_a_roster_are_found():
    found = siblings(WORKBOOKS / "服务对象台账.xlsx")
    assert {kind: path.name for kind, path in found.items()} == {"visits": "走访记录.xls", "hours": "志愿服务时长.ods"}


def test_the_demonstration_has_ledgers_of_its_own(store):
    roster_path = FOLDER / "demo" / "服务对象台账.xlsx"
    made = Counter()
    for path in (roster_path, *siblings(roster_path).values()):
        report = apply(plan(read_sheets(path), today=NOW.date()), store)
        made.update(report.made)
        assert len(report.doubtful) < 10
    assert made["person"] == 60 and made["visit"] > 70 and made["volunteer_hours"] == 30
