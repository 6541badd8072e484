from pathlib import Path

import pytest

from exports.intake import kinds
from exports.intake.headings import ALIKE, EXACT, REMEMBERED, map_columns, map_sheet
from exports.intake.sheets import Sheet, read_sheets

WORKBOOKS = Path(__file__).parents[1] / "data" / "workbooks"


def questions(mapped):
    return {column.heading: column.question for column in mapped.columns}


@pytest.mark.parametrize(
    "name, kind, first, last",
    [("服务对象台账.xlsx", "roster", 2, 3), ("走访记录.xls", "visits", 2, 2), ("志愿服务时长.ods", "hours", 1, 1)],
)
def test_the_heading_of_each_sample_is_found(name, kind, first, last):
    mapped = map_sheet(read_sheets(WORKBOOKS / name).sheets[0])
    assert (mapped.kind.name, mapped.heading.first, mapped.heading.last) == (kind, first, last)
    unread = [column.heading for column in mapped.columns if column.sure != EXACT]
    assert unread == (["对象类别"] if kind == "visits" else [])  # a visit has no category of its own


def test_a_heading_of_two_rows_names_the_part_under_the_whole():
    mapped = map_sheet(read_sheets(WORKBOOKS / "服务对象台账.xlsx").sheets[0])
    assert questions(mapped)["住址/村（社区）"] == "village" and questions(mapped)["住址/组/门牌"] == "door"


def test_two_rows_are_found_without_knowing_what_is_merged():
    sheet = Sheet("", [["姓名", "住址", None, "性别"], [None, "村", "组", None], ["王明", "平地村", "1组", "男"]])
    mapped = map_sheet(sheet)
    assert mapped.heading.last == 1 and questions(mapped) == {
        "姓名": "name", "住址/村": "village", "住址/组": "door", "性别": "sex",
    }  # fmt: skip


def test_a_first_row_of_text_is_not_taken_for_a_heading():
    mapped = map_sheet(Sheet("", [["姓名", "性别", "与户主关系"], ["王明", "男", "户主"]]))
    assert mapped.heading.last == 0


def test_blanks_line_breaks_and_brackets_in_headings_do_not_matter():
    columns = map_columns(kinds.ROSTER, ["姓  名*", "身份证号码\n（18位）", "出生\n年月"])
    assert [column.question for column in columns] == ["name", "id_number", "birth"]


def test_a_heading_that_only_contains_known_words_is_less_sure():
    columns = map_columns(kinds.ROSTER, ["姓名", "本人身份证号码登记"])
    assert (columns[1].question, columns[1].sure) == ("id_number", ALIKE)


def test_what_a_person_settled_goes_before_our_words():
    columns = map_columns(kinds.ROSTER, ["姓名", "备注", "大概情况"], {"备注": "", "大概情况": "note"})
    assert [(column.question, column.sure) for column in columns] == [
        ("name", EXACT), (None, REMEMBERED), ("note", REMEMBERED),
    ]  # fmt: skip


def test_a_second_telephone_column_is_the_second_telephone():
    columns = map_columns(kinds.ROSTER, ["姓名", "联系电话", "手机"])
    assert [column.question for column in columns] == ["name", "phone", "phone2"]


def test_a_sheet_without_names_is_no_ledger():
    assert map_sheet(Sheet("", [["月份", "金额"], ["9月", 12.0]])) is None
    assert map_sheet(Sheet("", [])) is None


def test_every_question_that_can_be_mapped_has_words_for_people():
    for kind in kinds.KINDS:
        for question in kind.words:
            assert kinds.label(kind.name, question)
