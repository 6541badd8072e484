import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.intake import doubts, plan, read_sheets, refusals
from exports.intake.planning import household_key
from exports.intake.sheets import Sheet, Sheets
from models.id_number import check_character

WORKBOOKS = Path(__file__).parents[1] / "data" / "workbooks"
TODAY = date(2026, 11, 20)
HEADS = [
    "序号",
    "姓名",
    "性别",
    "出生年月",
    "身份证号码",
    "人员类别",
    "户主姓名",
    "与户主关系",
    "村",
    "组",
    "联系电话",
    "备注",
]


def number(first_17):
    return first_17 + check_character(first_17)


NUMBER = number("51041119530618518")


def roster(*rows, heads=HEADS, merged=()):
    """A planned roster of rows given as {heading: cell}."""
    cells = [[row.get(head) for head in heads] for row in rows]
    return plan(Sheets("台账.xlsx", [Sheet("", [list(heads), *cells], list(merged))]), today=TODAY)


def only(**cells):
    """The one row of a roster whose named cells are set; the name is 王明 unless said otherwise."""
    return roster({"姓名": "王明"} | cells).entries[0]


def codes(row):
    return {doubt.code for doubt in row.findings}


@pytest.fixture(scope="module")
def sample():
    return plan(read_sheets(WORKBOOKS / "服务对象台账.xlsx"), today=TODAY)


def test_every_row_of_the_sample_is_accounted_for(sample):
    assert len(sample.rows) == 2012 + 1 and len(sample.entries) == 2001
    verdicts = Counter(row.verdict for row in sample.rows)
    assert verdicts == {"taken": 1920, "doubtful": 81, "left_out": 12}
    assert sum(row.is_stored for row in sample.entries) == 2000


def test_the_counts_of_the_sample_are_those_of_its_truth(sample):
    truth = json.loads((WORKBOOKS / "服务对象台账.truth.json").read_text())
    found = Counter(doubt.kind for row in sample.entries for doubt in row.findings)
    assert truth == {
        "rows": sum(row.is_stored for row in sample.entries),
        "id_lost_digits": found[doubts.LOST_DIGITS],
        "id_15": found[doubts.NUMBER_15],
        "id_wrong_check": found[doubts.NUMBER_CHECK],
        "id_none": found[doubts.NUMBER_NONE],
        "id_spaces": found[doubts.NUMBER_BLANKS],
        "id_lower_x": found[doubts.NUMBER_SMALL_X],
        "duplicates": sum(pair.certain for pair in sample.duplicates),
    }


def test_the_person_entered_twice_is_found(sample):
    [pair] = sample.duplicates
    assert (pair.row.number, pair.other.number, pair.row.is_stored) == (2010, 10, False)


def test_sub_totals_totals_and_titles_are_left_out_each_with_its_reason(sample):
    left_out = {row.place: row.findings[0].code for row in sample.rows if row.verdict == "left_out"}
    sums = dict.fromkeys(("405", "806", "1207", "1608", "2009", "2012"), doubts.SUBTOTAL.code)
    heads = {
        "1": doubts.FOOT.code,
        "2": doubts.FOOT.code,
        "3": doubts.HEADING_AGAIN.code,
        "4": doubts.HEADING_AGAIN.code,
    }
    assert left_out == sums | heads | {"2011": doubts.BLANK.code, "说明 1": doubts.NO_LEDGER.code}


def test_the_day_the_ledger_was_filled_in_is_known(sample):
    assert sample.stated == date(2026, 9, 30)


def test_the_sample_of_visits_waits_where_the_day_is_open():
    ledger = plan(read_sheets(WORKBOOKS / "走访记录.xls"), today=TODAY)
    assert (ledger.kind, len(ledger.entries)) == ("visits", 500)
    assert Counter(code for row in ledger.entries for code in codes(row)) == {doubts.DAY_OPEN.code: 62}


def test_the_sample_of_hours_agrees_with_its_own_times():
    ledger = plan(read_sheets(WORKBOOKS / "志愿服务时长.ods"), today=TODAY)
    assert (ledger.kind, len(ledger.entries)) == ("hours", 150)
    assert [(row.number, row.verdict) for row in ledger.entries if row.findings] == [(152, "refused")]


def test_same_as_above_and_blank_villages_come_from_the_row_above():
    ledger = roster(
        {"姓名": "甲乙", "村": "平地村"},
        {"姓名": "丙丁", "村": "同上"},
        {"姓名": "戊己"},
        {"姓名": "庚辛", "村": "波西村"},
    )
    assert [row.values["village"] for row in ledger.entries] == ["平地村"] * 3 + ["波西村"]
    assert [doubts.FROM_ABOVE.code in codes(row) for row in ledger.entries] == [False, True, True, False]


def test_same_as_above_with_nothing_above_is_doubtful():
    assert doubts.NOTHING_ABOVE.code in codes(only(村="同上"))


def test_only_the_village_is_carried_down_where_a_cell_is_blank():
    ledger = roster({"姓名": "甲乙", "备注": "外出", "组": "1组"}, {"姓名": "丙丁"})
    assert "note" not in ledger.entries[1].values and "door" not in ledger.entries[1].values


def test_a_cell_merged_downwards_counts_for_each_of_its_rows():
    ledger = plan(read_sheets(WORKBOOKS / "merged-cells.xlsx"), today=TODAY)
    assert [row.values["village"] for row in ledger.entries] == ["平地村", "平地村", "波西村", "波西村"]
    assert [row.values.get("note") for row in ledger.entries] == ["同住", "同住", None, None]


def test_the_heading_printed_again_on_each_page_is_left_out():
    ledger = roster({"姓名": "甲乙"}, dict(zip(HEADS, HEADS, strict=True)), {"姓名": "丙丁"})
    assert [row.verdict for row in ledger.rows] == ["left_out", "taken", "left_out", "taken"]


@pytest.mark.parametrize("word", ["小计", "合 计", "本页小计", "平地村小计", "总计：", "共计12人", "合计（户）"])
def test_spellings_of_a_sum_are_left_out(word):
    ledger = roster({"姓名": "甲乙"}, {"序号": word, "姓名": "12人"})
    assert ledger.rows[-1].findings[0].kind is doubts.SUBTOTAL


def test_several_categories_in_a_cell_are_read_whatever_stands_between():
    for between in "、，,/ ；;\n":
        assert only(人员类别=f"低保{between}残疾人").values["categories"] == ("101", "110")


def test_an_unknown_category_is_left_out_and_listed_and_the_person_taken():
    row = only(人员类别="低保、好人")
    assert row.values["categories"] == ("101",) and row.is_stored
    assert (row.findings[0].kind, row.findings[0].values["found"]) == (doubts.UNKNOWN_WORD, "好人")


@pytest.mark.parametrize(
    "cell, phones",
    [
        (15892128726.0, ("15892128726",)),
        ("189-7115-3494", ("18971153494",)),
        ("18472133242/0812-4542929", ("18472133242", "0812-4542929")),
        ("18472133242、18472133243", ("18472133242", "18472133243")),
        ("+86 18472133242", ("18472133242",)),
        ("１８４７２１３３２４２", ("18472133242",)),
        ("无", ()),
    ],
)
def test_telephones_are_read_from_text_and_numbers(cell, phones):
    row = only(联系电话=cell)
    assert tuple(row.values[name] for name in ("phone", "phone2") if name in row.values) == phones
    assert row.verdict == "taken"


@pytest.mark.parametrize("cell", ["1847213", "18472133242（儿子）", "问村主任", "18472133242/18472133243/18472133244"])
def test_what_does_not_fit_as_telephone_is_listed(cell):
    assert codes(only(联系电话=cell)) & {doubts.PHONE_SHAPE.code, doubts.PHONES_MORE.code}


def test_a_short_birth_is_settled_by_the_identity_number():
    row = only(出生年月="10.7", 身份证号码=number("51041120100704254"))
    assert row.values["birth"] == "2010-07-04" and row.verdict == "taken"


def test_a_short_birth_without_a_witness_is_left_out():
    row = only(出生年月="10.7")
    assert row.values.get("birth") is None and doubts.BIRTH_OPEN.code in codes(row) and row.is_stored


def test_a_birth_known_to_the_year_keeps_the_year():
    assert only(出生年月=1953.1).values["birth"] == "1953"


def test_a_birth_that_is_not_that_of_the_number_is_left_out():
    row = only(出生年月="1960.1.1", 身份证号码=NUMBER)
    assert "birth" not in row.values and row.values["id_number"] == NUMBER
    assert row.findings[0].kind is doubts.BIRTH_NOT_NUMBER


def test_a_birth_in_2099_is_left_out():
    assert only(出生年月="2099.1.1").findings[0].kind is doubts.BIRTH_UNREADABLE


def test_a_sex_that_is_not_that_of_the_number_is_left_out_and_a_missing_one_filled():
    assert doubts.SEX_NOT_NUMBER.code in codes(only(性别="男", 身份证号码=NUMBER))
    assert only(身份证号码=NUMBER).values["sex"] == "2"


@pytest.mark.parametrize(
    "name", ["王𠮷明", "李䶮", "马㛃", "欧阳𫖯", "刘𬱖", "阿卜杜热合曼·买买提依明·艾力", "John Smith"]
)
def test_names_are_kept_as_written(name):
    row = only(姓名=name)
    assert row.values["name"] == name and row.verdict == "taken"


def test_blanks_that_pad_a_name_are_taken_out():
    assert only(姓名="史  婷婷").values["name"] == "史婷婷"
    assert only(姓名="王　𠮷").values["name"] == "王𠮷"


@pytest.mark.parametrize("name", [None, "无", "123", "—", 45.0])
def test_a_row_without_a_name_is_refused(name):
    row = roster({"姓名": name, "身份证号码": NUMBER}).entries[0]
    assert row.verdict == "refused" and codes(row) == {doubts.NO_NAME.code}


@pytest.mark.parametrize("name", ["王" * 51, "王" * 20_000, "王\u202e明", "王\x07明"])
def test_a_name_that_cannot_be_kept_is_refused(name):
    assert roster({"姓名": name}).entries[0].findings[0].kind is doubts.NAME_UNUSABLE


def test_formulas_and_tags_stay_the_text_they_are():
    assert only(备注="=1+1").values["note"] == "=1+1"
    assert only(备注="<b>需重点关注</b>").values["note"] == "<b>需重点关注</b>"


def test_remarks_that_say_gone_are_pointed_out_and_change_nothing():
    row = only(备注="已转出")
    assert doubts.SAID_TO_BE_GONE.code in codes(row) and "state" not in row.values


def test_one_number_under_two_names_is_left_out_of_both():
    ledger = roster({"姓名": "甲乙", "身份证号码": NUMBER}, {"姓名": "丙丁", "身份证号码": NUMBER})
    assert all("id_number" not in row.values and doubts.NUMBER_SHARED.code in codes(row) for row in ledger.entries)


def test_an_old_and_a_new_number_are_one_person():
    ledger = roster({"姓名": "甲乙", "身份证号码": NUMBER}, {"姓名": "甲乙", "身份证号码": NUMBER[:6] + NUMBER[8:17]})
    assert ledger.duplicates[0].certain and ledger.entries[1].is_held


def test_two_of_one_name_are_never_merged():
    same = {"姓名": "甲乙", "出生年月": "1953.5.6", "村": "平地村"}
    ledger = roster(same, same)
    assert all(row.is_stored for row in ledger.entries) and doubts.MAYBE_TWICE.code in codes(ledger.entries[1])


def test_a_household_is_shared_only_where_village_door_and_head_are_equal():
    head = {"姓名": "甲乙", "户主姓名": "本人", "与户主关系": "户主", "村": "平地村", "组": "1组2号"}
    child = {"姓名": "丙丁", "户主姓名": "甲乙", "与户主关系": "儿子", "村": "平地村", "组": "1组2号"}
    ledger = roster(head, child, child | {"姓名": "戊己", "组": "1组3号"})
    first, second, third = (household_key(row) for row in ledger.entries)
    assert first == second != third
    assert [(one.number, other.number) for one, other in ledger.households] == [(2, 4)]


def test_sheets_of_one_kind_are_one_ledger_and_rows_say_their_sheet():
    rows = [["姓名", "性别", "村"], ["甲乙", "男", "平地村"]]
    ledger = plan(Sheets("a.xlsx", [Sheet("一", rows), Sheet("二", [rows[0], ["丙丁", "女", None]])]), today=TODAY)
    assert [row.place for row in ledger.entries] == ["一 2", "二 2"]
    assert "village" not in ledger.entries[1].values


def test_sheets_of_two_kinds_are_not_taken_together():
    sheets = [
        Sheet("一", [["姓名", "性别"], ["甲乙", "男"]]),
        Sheet("二", [["姓名", "走访日期", "走访内容"], ["甲乙", "2026.9.1", "好"]]),
    ]
    with pytest.raises(refusals.SeveralKinds):
        plan(Sheets("a.xlsx", sheets), today=TODAY)


def test_a_workbook_without_heading_or_without_rows_is_refused():
    with pytest.raises(refusals.NoHeading):
        plan(Sheets("a.xlsx", [Sheet("", [["一", "二"], ["三", "四"]])]), today=TODAY)
    with pytest.raises(refusals.NoOneThere):
        roster()


def test_a_column_left_out_by_the_person_is_not_read():
    sheets = Sheets("a.xlsx", [Sheet("", [["姓名", "性别", "备注"], ["甲乙", "男", "密"]])])
    mapping = plan(sheets, today=TODAY).mapping() | {"备注": ""}
    assert "note" not in plan(sheets, mapping, today=TODAY).entries[0].values


CELLS = st.one_of(
    st.none(), st.text(max_size=12), st.floats(), st.integers(-(10**18), 10**18), st.booleans(), st.dates(),
    st.timedeltas(),
    st.sampled_from(["同上", "无", "小计", "合计", "本人", "户主", "53.5", "低保/孤儿", "13800000000", "9:00", "3h"]),
)  # fmt: skip
KINDS = {
    "roster": HEADS,
    "visits": ["走访日期", "走访人员", "走访对象", "村（社区）", "走访方式", "走访内容", "见到本人", "下次走访"],
    "hours": ["活动名称", "日期", "地点", "志愿者姓名", "身份证号", "开始", "结束", "时长", "服务内容"],
}


@pytest.mark.parametrize("kind", KINDS)
@given(st.data())
@settings(max_examples=60)
def test_no_row_breaks_the_reader_and_none_is_lost(kind, data):
    heads = KINDS[kind]
    rows = data.draw(st.lists(st.lists(CELLS, max_size=len(heads) + 1), min_size=1, max_size=6))
    areas = st.tuples(*[st.integers(0, 8)] * 4)
    sheets = Sheets("a.xlsx", [Sheet("", [list(heads), *rows], data.draw(st.lists(areas, max_size=2)))])
    try:
        ledger = plan(sheets, today=TODAY, kind=kind)
    except refusals.NoOneThere:
        return
    assert [row.number for row in ledger.rows] == list(range(1, len(rows) + 2))
    assert all(row.verdict in ("taken", "doubtful", "refused", "left_out") for row in ledger.rows)
    assert all(row.values["name"] for row in ledger.entries if row.is_stored)
