"""What stands inside forms: small tables, pictures, the head, lines to sign, labels, boxes."""

from datetime import date

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.units import mm

from exports import prints
from exports.layout import fonts
from exports.layout.answers import Answers, Blank
from exports.layout.boxes import Boxes
from exports.layout.columns import needed, spread
from exports.layout.document import Paper
from exports.layout.form_head import head
from exports.layout.form_lines import fits_upright, lines_table
from exports.layout.form_rows import form
from exports.layout.forms import is_wide, record_pdf
from exports.layout.prose import Type, evenly, lines_of
from exports.papers import scale_paper
from models import codes, fields, journal, pictures, register
from models.casework.assessment import CaseAssessment
from models.casework.case import Case
from models.casework.crisis import CrisisReport
from models.casework.evaluation import CaseEvaluation
from models.casework.plan import CasePlan
from models.casework.session import CaseSession
from models.fields import Line
from models.people.household import Household
from models.people.person import Person
from models.records import Record
from models.row_id import uuid7
from models.scales import definition
from models.services.visit import Visit
from resources.language import Language
from tests.exports import samples
from tests.exports.test_every_form import text_of

ZH = Language("zh_CN")
SAYS = {"language": ZH, "station": "云岭镇社工站"}


@pytest.fixture
def case(store):
    person = Person(id=uuid7(), name="次仁·卓玛措姆", sex="2", id_number="370102195305063513")
    case = Case(id=uuid7(), person=person.id, number="GA-0417-2026-A0031", worker=store.user)
    journal.commit(store, [person, case])
    return case


def lines(count):
    return tuple(Line(no=n + 1, goal=f"目标{n}", measure="每周一次") for n in range(count))


def test_lines_stand_numbered_below_their_heads(case):
    plan = CasePlan(id=uuid7(), case=case.id, goals=lines(3))
    text = text_of(record_pdf(plan, **SAYS))
    assert text.index("测量指标") < text.index("1目标0") < text.index("2目标1") < text.index("3目标2")


def test_a_table_over_two_pages_repeats_its_heads(case):
    text = text_of(record_pdf(CasePlan(id=uuid7(), case=case.id, goals=lines(80)), **SAYS))
    assert text.count("测量指标") >= 2 and "目标79" in text


def test_a_blank_table_has_numbered_room(store):
    text = text_of(record_pdf(CasePlan, **SAYS))
    room = CasePlan.questions()["goals"].room
    assert "".join(str(n) for n in range(1, room + 1)) in text


def test_sums_stand_below_the_columns_that_are_added_up(store):
    table = next(question for question in Household.questions().values() if getattr(question, "sums", ()))
    money = table.sums[0]
    home = Household(id=uuid7(), head="王𠮷明", **{table.name: (Line({money: 120_050}), Line({money: 100}))})
    text = text_of(record_pdf(home, **SAYS))
    assert "合计" in text and "1,201.50" in text


def test_the_head_names_the_file_and_who_is_responsible_for_it(case):
    session = CaseAssessment(id=uuid7(), case=case.id)
    text = text_of(record_pdf(session, **SAYS))
    assert "个案编号：GA-0417-2026-A0031" in text
    assert "服务对象：次仁·卓玛措姆" in text and "站点：云岭镇社工站" in text


def test_the_head_of_a_blank_form_of_two_files_asks_for_the_person_once(store):
    assert text_of(record_pdf(CrisisReport, **SAYS)).count("服务对象：") == 1


def test_facts_of_the_person_stand_on_the_papers_of_the_case_masked(case):
    text = text_of(record_pdf(case, **SAYS))
    assert "3701**********13" in text and "370102195305063513" not in text
    assert "370102195305063513" in text_of(record_pdf(case, whole=True, **SAYS))


def test_a_blank_form_asks_for_the_facts_too(store):
    assert "出生日期" in text_of(record_pdf(Case, **SAYS))


def test_whoever_signs_stands_below(case):
    text = text_of(record_pdf(CaseSession, **SAYS))
    assert all("".join(ZH.text(label).split()) in text for label in CaseSession.signers)


def test_pictures_are_printed_and_a_missing_one_is_said(store):
    number = pictures.keep(store, samples.drawing())
    data = record_pdf(Visit(id=uuid7(), pictures=(number, "0" * 64)), **SAYS)
    document = pypdfium2.PdfDocument(data)
    images = [one for page in document for one in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])]
    assert len(images) == 1 and "D-131" in text_of(data)


def test_a_table_of_many_columns_turns_the_page():
    columns = {f"c{n}": fields.Notes(f"c{n}") for n in range(9)}
    wide = type("Wide", (), {"questions": classmethod(lambda cls: {"t": fields.Lines("t", columns=columns)})})
    assert is_wide(wide, ZH) and not is_wide(Visit, ZH)


def test_a_form_with_little_more_than_a_page_is_set_closer(store):
    """Lines to sign do not stand on a page of their own."""
    for cls in (Visit, Case, CaseSession):
        document = pypdfium2.PdfDocument(record_pdf(cls, **SAYS))
        last = "".join(document[len(document) - 1].get_textpage().get_text_range().split())
        assert any("".join(ZH.text(question.label).split()) in last for question in cls.questions().values())


def test_the_day_a_form_was_filled_in_is_the_day_it_was_saved(store):
    home = Household.new(head="王𠮷明")
    home.save()
    assert "填表日期：2026-09-15" in text_of(record_pdf(home, **SAYS))
    assert date(2026, 9, 15) == store.today()


def test_records_know_who_signs():
    assert Record.signers == ()


def test_boxes_stay_with_their_words():
    answers = ("□村（居）委转介", "□民政、残联、妇联、学校、卫生院等部门转介", "□其他")
    boxes = Boxes(answers * 4, Type(size=10))
    boxes.wrap(300, 800)
    assert {line for _x, _row, line in boxes.placed} == set(answers)
    assert all(x + fonts.face("serif").width(line, 10) <= 300 for x, _row, line in boxes.placed)


def test_boxes_stand_below_each_other_where_that_takes_no_more_rows():
    boxes = Boxes(["□低保对象", "□特困人员", "□留守老人", "□独居老人", "□残疾人", "□其他"], Type(size=10))
    boxes.wrap(210, 800)
    first, second = ([x for x, row, _line in boxes.placed if row == number] for number in (0, 1))
    assert first == second and len(first) == 3


def test_a_blank_form_has_rows_high_enough_to_write_in(store):
    tables = [table for room in (1.0, 0.58) for table in form(Blank(Household, ZH), 500, room=room)]
    rows = [high for table in tables for high in getattr(table, "_minRowHeights", None) or () if high]
    assert rows and min(rows) >= 8 * mm


def test_no_empty_line_of_a_blank_table_stands_alone_on_a_page():
    table = lines_table(Blank(CasePlan, ZH), "goals", 500)
    _width, height = table.wrap(500, 2000)
    first, _second = table.split(500, height - 1)
    assert first.wrap(500, 2000)[1] <= height - 2 * 8 * mm


def test_neither_the_first_nor_the_last_line_of_a_table_stands_alone_on_a_page(case):
    plan = CasePlan(id=uuid7(), case=case.id, goals=lines(5))
    table = lines_table(Answers(plan, ZH), "goals", 500)
    _width, height = table.wrap(500, 2000)
    line = table._rowHeights[-1]
    assert table.split(500, height - 4 * line + 1) == []
    first, _second = table.split(500, height - 1)
    assert first.wrap(500, 2000)[1] == pytest.approx(height - 2 * line)


def test_a_number_that_names_the_line_stands_in_the_middle():
    table = lines_table(Blank(CasePlan, ZH), "goals", 500)
    assert [cell.kind.align for cell in table._cellvalues[-1][:2]] == ["centre", "left"]


def test_goals_stand_under_the_numbers_they_bear_in_all_papers(case):
    progress = (Line(no=3, goal="每周到校"), Line(goal="新写的"))
    text = text_of(record_pdf(CaseSession(id=uuid7(), case=case.id, kind="session", progress=progress), **SAYS))
    assert "3每周到校" in text and "目标序号" not in text and "2新写的" not in text


def test_the_head_of_a_column_is_not_broken_within_its_bracket():
    table = lines_table(Blank(CaseEvaluation, ZH), "attainment", 500)
    assert ["评定", "（−2～+2）"] in [cell.lines for cell in map(_set, table._cellvalues[1]) if cell]


def _set(cell):
    if cell:
        cell.wrap(60, 100)
    return cell


def test_the_sum_of_a_register_stands_on_one_line():
    assert needed(fields.Money("Sum"), ZH) - 5.2 >= fonts.face("sans").width("1,727,504.50", 9)


@pytest.mark.parametrize("name", ["en", "zh_CN"])
def test_the_head_of_a_form_stands_on_one_line(store, name):
    language = Language(name)
    for cls in register.RECORDS:
        table = head(Blank(cls, language), "云岭镇社工站", Paper(language, "").width)[0]
        assert table.wrap(Paper(language, "").width, 800)[1] < 20


def test_the_answers_of_a_scale_stand_whole_above_their_boxes(store):
    sheet = pypdfium2.PdfDocument(scale_paper.blank_pdf(definition.scale("cesd"), **SAYS))[0]
    lines = sheet.get_textpage().get_text_range().split("\r\n")
    assert sum("（不到1天）" in line for line in lines) == 1


def test_every_form_stands_upright_in_english_too():
    assert not any(is_wide(cls, Language("en")) for cls in register.RECORDS)


def test_a_range_that_goes_on_under_the_same_name_is_said_once(store):
    assert "16–60达到筛查界值" in text_of(scale_paper.blank_pdf(definition.scale("cesd"), **SAYS))


def test_the_last_items_of_a_long_scale_stay_together(store):
    last = pypdfium2.PdfDocument(scale_paper.blank_pdf(definition.scale("gds30"), **SAYS))[1]
    assert last.get_textpage().get_text_range().count("□") >= 10


def test_an_application_for_assistance_is_one_sheet(store):
    assert len(pypdfium2.PdfDocument(prints.record_pdf(register.BY_TABLE["assistance"], **SAYS))) == 1


@pytest.mark.parametrize("cls", register.RECORDS, ids=lambda cls: cls._meta.table_name)
def test_a_heading_is_not_said_again_as_the_label_below_it(store, cls):
    text = text_of(prints.record_pdf(cls, **SAYS))
    for question in cls.questions().values():
        label = "".join(ZH.text(question.label).split())
        if question.printed and question.heading and ZH.text(question.heading) == ZH.text(question.label):
            assert label * 2 not in text


@pytest.mark.parametrize("cls", register.RECORDS, ids=lambda cls: cls._meta.table_name)
def test_english_heads_of_columns_keep_their_words_whole(cls):
    english = Language("en")
    for question in (one for one in cls.questions().values() if isinstance(one, fields.Lines)):
        room = Paper(english, "", wide=not fits_upright(question, english)).width
        widths, scale = spread(question.columns.values(), english, room, 9 * mm)
        for width, column in zip(widths[1:], question.columns.values(), strict=True):
            words = english.text(column.label).split()
            assert all(fonts.face("medium").width(word, 9 * scale) <= width - 5.2 for word in words)
            answers = codes.choices(column.codes) if isinstance(column, fields.YesNo) else ()
            assert all(fonts.face("serif").width(one.label(english), 9 * scale) <= width - 5.2 for one in answers)


@given(st.text("甲乙丙（）、ab ", min_size=1, max_size=30), st.floats(30, 120))
def test_even_lines_are_no_more_lines_and_lose_nothing(text, width):
    kind = Type("sans", 9.5)
    even, greedy = evenly(text, kind, width), lines_of(text, kind, width)
    assert len(even) <= len(greedy) and "".join("".join(even).split()) == "".join(text.split())


def test_the_word_for_the_sum_stands_on_one_line_in_english_too(shared_store):
    record = samples.filled(register.BY_TABLE["project_evaluation"], samples.Filler())
    page = pypdfium2.PdfDocument(record_pdf(record, language=Language("en"), station="Station"))[0]
    assert "Total" in page.get_textpage().get_text_range().split()


def test_facts_stand_behind_the_link_they_begin_with(store):
    text = text_of(record_pdf(Visit, **SAYS))
    places = [text.index(word) for word in ("家庭", "村（社区）", "住址", "联系电话", "被访人", "证件号码", "见到本人")]
    assert places == sorted(places)


def test_a_visit_on_paper_says_who_was_met_where_they_live_and_of_which_category(store):
    home = Household(head="王𠮷明", village="河口村", address="2组7号", phone="13912346620")
    home.save()
    met = []
    for name, category in (("王𠮷明", "101"), ("次仁卓玛", "119")):
        met.append(Person.new(name=name, categories=(category,), household=home.id, id_number=None))
        met[-1].save()
    alone = Visit(id=uuid7(), household=home.id, seen=(met[0].id,))
    both = Visit(id=uuid7(), household=home.id, seen=tuple(one.id for one in met))
    text = text_of(record_pdf(alone, **SAYS))
    assert "2组7号" in text and "139****6620" in text and "类别低保对象" in text
    assert "王𠮷明：低保对象；次仁卓玛：孤儿" in text_of(record_pdf(both, **SAYS))


def test_a_column_is_the_wider_the_more_may_be_said_in_it():
    agenda = register.BY_TABLE["group_plan"].questions()["agenda"]
    widths, _scale = spread(agenda.columns.values(), ZH, Paper(ZH, "").width, 9 * mm)
    wide = dict(zip(agenda.columns, widths[1:], strict=True))
    assert wide["content"] > wide["aim"] > wide["materials"] > wide["topic"] > wide["responsible"]


def test_lines_that_tell_much_have_more_room_on_a_blank_form():
    high = {}
    for table, name in (("group_session", "stages"), ("activity_plan", "programme")):
        cls = register.BY_TABLE[table]
        table = lines_table(Blank(cls, ZH), name, Paper(ZH, "").width)
        table.wrap(Paper(ZH, "").width, 2000)
        high[name] = table._rowHeights[-1]
    assert high["stages"] > high["programme"]


def test_a_long_name_at_the_head_takes_the_room_that_is_there(store):
    group = register.BY_TABLE["group"](
        id=uuid7(), name="携手同行独居老年人手工编织与支持成长小组", number="XZ-0417-2026-A0001"
    )
    journal.commit(store, [group])
    plan = register.BY_TABLE["group_session"](id=uuid7(), group=group.id)
    width = Paper(ZH, "").width
    below = head(Answers(plan, ZH), "云岭镇社工站", width)[1]
    assert below.wrap(width, 800)[1] < 20
