"""Prints of scales and of the team: every item, the sums, and always that a scale is no diagnosis."""

from datetime import date, datetime

import pytest

from exports import prints
from exports.papers import census_table, scale_paper, team_table
from models.clock import SHANGHAI
from models.fields import Line
from models.fields.answers import filled
from models.scales import definition
from models.scales.scoring import DECLINED
from models.team import assignment
from resources.language import Language
from tests.exports.paper import is_clean, pages_of, text_of

SAID = {"language": Language(), "station": "云岭镇社工站", "made": datetime(2026, 9, 15, 12, 0, tzinfo=SHANGHAI)}
WITH_ITEMS = [name for name in definition.names() if definition.scale(name).items]


def without_blanks(text):
    return "".join(text.split())


def made(store, table, **answers):
    record = store.tables[table].new(**answers)
    record.save()
    return record


@pytest.mark.parametrize("name", WITH_ITEMS)
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_blank_sheet_has_every_item_and_where_it_comes_from(tmp_path, name, language):
    scale, spoken = definition.scale(name), Language(language)
    data = scale_paper.blank_pdf(scale, **SAID | {"language": spoken})
    text = text_of(data, tmp_path)
    assert is_clean(data, tmp_path) and pages_of(data, tmp_path) <= 2
    if pages_of(data, tmp_path) == 1:  # a line that is parted by the end of a page copies out in two
        assert all(without_blanks(item.words.say(spoken)) in text for item in scale.items)
    assert without_blanks(scale.source.say(spoken))[:20] in text
    if language == "zh_CN" and not scale.anonymous:
        assert "筛查提示，非诊断" in text and "不作为诊断依据" in text


def test_a_filled_sheet_says_its_total_what_was_declined_and_how_it_was_before(store, tmp_path):
    person = made(store, "person", name="龙秀英", sex="2", village="河口村")
    scale = definition.scale("phq9")
    before = filled(scale, {str(n): 2 if n < 9 else 0 for n in range(1, 10)})
    made(store, "scale_result", person=person.id, scale="phq9", day=date(2026, 3, 2), phase="before", answers=before)
    now = filled(scale, {str(n): DECLINED if n == 4 else 1 for n in range(1, 10)})
    record = made(
        store, "scale_result", person=person.id, scale="phq9", phase="after", answers=now, done=("stayed",),
        handled="当晚女儿同住 <b>&",
    )  # fmt: skip
    data = prints.record_pdf(record, **SAID)
    text = text_of(data, tmp_path)
    assert is_clean(data, tmp_path)
    assert "总分：9（满分27）" in text and "轻度" in text and "筛查提示，非诊断" in text
    for words in ("龙秀英", "（拒答）", "自伤自杀风险", "陪同在场", "<b>&", "2026-03-02", "-7"):
        assert words in text


def test_a_total_without_items_and_a_refusal_are_printed(store, tmp_path):
    person = made(store, "person", name="龙秀英", village="河口村")
    barthel = made(store, "scale_result", person=person.id, scale="barthel", typed_total=60)
    refused = made(store, "scale_result", person=person.id, scale="phq2", refused="yes")
    text = text_of(prints.record_pdf(barthel, **SAID), tmp_path)
    assert "总分：60（满分100）" in text and "仅限注明出处的非商业使用" in text
    assert "本人拒绝填写" in text_of(prints.record_pdf(refused, **SAID), tmp_path)


def test_the_blank_print_of_the_form_is_all_sheets(store, tmp_path):
    data = prints.record_pdf(store.tables["scale_result"], **SAID)
    assert pages_of(data, tmp_path) >= len(WITH_ITEMS)


def test_a_pay_sheet_adds_up_and_leaves_room_to_sign(store, tmp_path):
    lines = tuple(Line(who=f"社工{n}", level="worker", standard=300_000, months=1, paid=300_000) for n in range(5))
    sheet = made(store, "pay_sheet", kind="once", month="2026-09", region="dawukou", lines=lines)
    text = text_of(prints.record_pdf(sheet, **SAID), tmp_path)
    assert "壹万伍仟元整" in text
    assert "15,000.00" in text and "领取人签名" in text and "5人" in text and "大武口区" in text
    many = tuple(Line(who=f"社工{n}", paid=100) for n in range(60))
    data = prints.record_pdf(made(store, "pay_sheet", month="2026-09", lines=many), **SAID)
    assert is_clean(data, tmp_path) and pages_of(data, tmp_path) > 1
    assert pages_of(prints.record_pdf(store.tables["pay_sheet"], **SAID), tmp_path) == 1


def test_an_appraisal_is_one_page_with_six_dimensions(store, tmp_path):
    member = made(store, "staff", name="潘晓燕", level="worker")
    scores = dict(zip(("conduct", "quality", "skill", "ability", "results", "feedback"), range(90, 96), strict=True))
    form = made(store, "appraisal", staff=member.id, year=2026, summary="全年走访 320 户次。", **scores)
    for record in (form, store.tables["appraisal"]):
        data = prints.record_pdf(record, **SAID)
        text = text_of(data, tmp_path)
        assert pages_of(data, tmp_path) == 1
        for words in ("职业操守", "职业素质", "专业技术", "工作能力", "工作绩效", "服务对象反馈意见"):
            assert words in text
    assert "92.5" in text_of(prints.record_pdf(form, **SAID), tmp_path)


def test_a_long_summary_goes_on_over_pages(store, tmp_path):
    member = made(store, "staff", name="潘晓燕")
    form = made(store, "appraisal", staff=member.id, year=2026, summary="走访与个案。" * 900)
    data = prints.record_pdf(form, **SAID)
    assert is_clean(data, tmp_path) and pages_of(data, tmp_path) > 2


def test_the_paper_of_a_worker_has_certificate_study_and_supervision(store, tmp_path):
    member = made(store, "staff", name="潘晓燕", level="worker")
    made(
        store, "certificate", staff=member.id, level="worker", obtained=date(2023, 9, 1), registered=date(2024, 1, 10),
        state="registered",
    )  # fmt: skip
    made(store, "staff_training", name="社区治理", day=date(2026, 3, 1), hours=40, people=(member.id,))
    made(
        store, "supervision", day=date(2026, 8, 4), minutes=150, supervisor_name="陈老师", people=(member.id,),
        topic="结案", functions=("education",),
    )  # fmt: skip
    text = text_of(prints.record_pdf(member, **SAID), tmp_path)
    assert "应修90学时，已修40学时，尚缺50学时" in text
    assert "2027-01-09" in text and "社区治理" in text and "2.5" in text


def statement_text(statement, store, tmp_path):
    return text_of(statement.pdf(day=store.today(), **SAID), tmp_path)


def said(statement):
    """Label → what is said, in Chinese."""
    zh = Language("zh_CN")
    return {zh.text(line.label): line.said(zh) for _heading, lines in statement.parts for line in lines}


def test_the_state_of_the_team_gives_both_ratios_and_the_communities_that_are_short(store, tmp_path):
    for name, level, time in (("甲", "worker", "full"), ("乙", "none", "part"), ("丙", "assistant", "part")):
        made(store, "staff", name=name, level=level, time=time, community="东风社区")
    for name in ("东风社区", "西河社区"):
        made(store, "community", name=name, land="urban", registered=1000)
    statement = team_table.team_statement(store, SAID["language"])
    text = statement_text(statement, store, tmp_path)
    assert "专职占比50.0%" in text and "专兼比100.0%" in text  # the lead of the station is full time too
    assert "持证率50.0%" in text and "未达标社区数1" in text
    lines = said(statement)
    assert lines["每千居民社工数"] == "2.00 ‰" and lines["专职持证"] == "1"
    assert lines["各年末在岗人数"] == "4 / 4 / 4"


def test_towns_with_a_worker_are_counted_at_the_county(store):
    other = store.tables["station"]
    assert "已派驻专职社工的乡镇" not in said(team_table.team_statement(store, SAID["language"]))
    worker = made(store, "staff", name="甲", time="full")
    made(store, "assignment", staff=worker.id, unit="云岭镇", since=date(2026, 1, 1))
    assert assignment.towns_covered(store, ["云岭镇社工站", "河口镇社工站"]) == (1, 2)
    assert other.mine().name == "云岭镇社工站"


def test_the_census_of_organisations_counts_kinds_money_and_funds(store, tmp_path):
    made(store, "agency", name="同心", legal_form="private", party_members=3, party_form="own")
    made(store, "agency", name="和乐", legal_form="private")
    made(store, "agency", name="旧机构", legal_form="private", state="ended")
    made(store, "institution", name="敬老院", kind="elderly", elders=120, posts=2, professional_posts=3)
    made(store, "institution", name="儿童福利院", kind="children", posts=0)
    made(store, "volunteer_team", name="桃坞志愿队", founded=date(2025, 1, 1))
    sources = (Line(source="budget", amount=30_000), Line(source="society", amount=10_000))
    made(store, "project", name="甲", amount=40_000, sources=sources)
    fund = made(store, "fund", name="社区基金", kind="community", opening=500_00)
    made(store, "fund_entry", fund=fund.id, day=date(2026, 9, 1), way="out", amount=100_00, purpose="慰问")
    statement = census_table.census_statement(store, SAID["language"])
    lines = said(statement)
    assert lines["社会服务机构（民办非企业单位）"] == "2" and lines["财政预算"] == "300.00"
    assert lines["社会购买占比"] == "25.0 %" and lines["结存合计"] == "400.00"
    assert (lines["机构党建覆盖率"], lines["社区社会组织党建覆盖率"]) == ("50.0 %", "—")
    assert (lines["设有社工岗位的占比"], lines["社工岗位占专业技术岗位"]) == ("50.0 %", "66.7 %")
    assert lines["未达到设岗要求的机构"] == "儿童福利院"
    assert "社会服务机构" in statement_text(statement, store, tmp_path)
