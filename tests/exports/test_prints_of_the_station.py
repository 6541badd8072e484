"""Prints of partners, projects and station affairs that look as their papers do."""

from datetime import date, time

import pytest

from exports.papers.plan_tables import decimal
from exports.prints import record_pdf
from models.fields import Line
from models.office.article import Article
from models.office.community import Community
from models.office.meeting import Meeting
from models.office.survey import Survey
from models.office.survey_sheet import SurveySheet
from models.partners.contact import Contact
from models.partners.fund import Fund, FundEntry
from models.partners.indicator import Indicator
from models.partners.indicator_table import IndicatorTable
from models.partners.instalment import Instalment
from models.partners.project import Project
from models.partners.spending import Spending
from models.partners.task_matrix import TaskMatrix
from models.team.staff import Staff
from resources.language import Language
from tests.exports.paper import is_clean, pages_of, text_of

SAYS = {"language": Language(), "station": "云岭镇社工站"}
HOSTILE = '<b>粗</b>&<img src="/etc/passwd"/>=1+1'


def made(cls, **answers):
    record = cls.new(**answers)
    record.save()
    return record


@pytest.mark.parametrize(
    "cls", [Contact, Article, Meeting, TaskMatrix, IndicatorTable, Survey, SurveySheet, Project, Fund]
)
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_each_of_them_prints_blank_in_both_languages(store, tmp_path, cls, language):
    assert is_clean(record_pdf(cls, language=Language(language), station="站"), tmp_path)


def test_the_register_of_liaisons_has_head_columns_and_only_those_of_the_unit(store, tmp_path):
    for area, role, name in (("利州", "liaison", "向日葵"), ("利州", "head", "莫先生"), ("昭化", "head", "次仁·卓玛")):
        first = made(Contact, unit="县民政局", area=area, role=role, name=name, phone="13912345678", mail="mo@x.cn")
    made(Contact, unit="团县委", area="利州", name="别人")
    made(Contact, unit="县民政局", area="朝天", name="离任", until=date(2026, 1, 1))
    said = text_of(record_pdf(first, **SAYS), tmp_path)
    for part in (
        "联络员登记表",
        "单位：县民政局",
        "填报时间：2026年9月15日",
        "县区",
        "类别",
        "邮箱（微信）",
        "13912345678",
    ):
        assert part in said
    assert said.index("莫先生") < said.index("向日葵") < said.index("次仁·卓玛")
    assert "别人" not in said and "离任" not in said


def test_the_blank_register_has_both_roles_for_eight_areas(store, tmp_path):
    said = text_of(record_pdf(Contact, **SAYS), tmp_path)
    assert (said.count("负责人"), said.count("联络员")) == (8, 9)  # once in the title
    assert "填报时间：" in said and "县民政局" not in said


def test_a_brief_has_masthead_issue_note_and_whom_it_is_sent_to(store, tmp_path):
    brief = made(
        Article, kind="brief", name="敬老月活动", masthead="社工站工作简报", issue=3, day=date(2026, 9, 10),
        editor_note="供各村参照。", text=f"第一段。\n{HOSTILE}", source="县民政局", copies="各村社工室", printed=30,
    )  # fmt: skip
    data = record_pdf(brief, **SAYS)
    said = text_of(data, tmp_path)
    for part in (
        "社工站工作简报",
        "第3期",
        "2026年9月10日",
        "编者按：供各村参照。",
        "（据县民政局）",
        "分送：各村社工室",
        "共印30份",
    ):
        assert part in said
    assert "".join(HOSTILE.split()) in said and is_clean(data, tmp_path)


def test_what_is_no_brief_prints_as_its_form(store, tmp_path):
    article = made(Article, kind="article", name="敬老月活动", day=date(2026, 9, 10))
    said = text_of(record_pdf(article, **SAYS), tmp_path)
    assert "编者按" not in said and "最高采用层级" in said


def test_minutes_tell_who_decided_what_by_when(store, tmp_path):
    meeting = made(
        Meeting, name="联席会议", day=date(2026, 9, 8), start=time(14, 30), convener="黄副镇长",
        agenda=(Line(topic="困境儿童", said="已走访19名。"),), decisions="每月走访一次。",
        tasks=(Line(what="补齐走访", who="潘晓燕", due=date(2026, 9, 30)),), copies="各成员单位",
    )  # fmt: skip
    said = text_of(record_pdf(meeting, **SAYS), tmp_path)
    for part in (
        "会议纪要",
        "HYJ-0417-2026-A0001",
        "黄副镇长",
        "1.困境儿童",
        "每月走访一次。",
        "2026-09-30",
        "分送：各成员单位",
    ):
        assert part in said


def test_the_breakdown_shows_both_sums_where_the_paper_is_wrong(store, tmp_path):
    lines = (Line(area="利州", projects=4), Line(area="其它", projects=17))
    matrix = made(TaskMatrix, name="任务分解表", lines=lines, stated_projects=20, ratio_asked=50)
    said = text_of(record_pdf(matrix, **SAYS), tmp_path)
    assert "20(21)" in said and "购买服务项目文件合计为20，各行合计为21" in said
    assert "专兼比例不低于50%" in said


def test_the_table_of_indicators_sets_what_was_reached_beside_the_target(store, tmp_path):
    lines = (
        Line(name="持证比例", operator="ge", target="35", unit="percent", type="expected", part=528, whole=1740),
        Line(name="总量", operator="ge", target="2100", unit="count", type="binding", part=2100),
    )
    said = text_of(record_pdf(made(IndicatorTable, name="十项指标", lines=lines), **SAYS), tmp_path)
    for part in ("十项指标", "≥35%", "30.34%", "预期性", "约束性", "≥2100"):
        assert part in said


def test_a_decimal_has_at_most_two_places():
    assert [decimal(one) for one in (2100, 528 * 100 / 1740, 0.5, 2)] == ["2100", "30.34", "0.5", "2"]


def test_a_project_prints_its_indicators_money_and_who_lacks_a_certificate(store, tmp_path):
    project = made(
        Project, name="社工站项目", begin=date(2026, 1, 1), end=date(2026, 12, 31), amount=10_000_000,
        staff=(Staff.alive().first().id,), budget=(Line(item="staff", amount=8_000_000),),
    )  # fmt: skip
    made(Indicator, project=project.id, name="社区活动", unit="场", year_target=24, counted=12, weight=50)
    made(Instalment, project=project.id, number=1, share=40, amount=4_000_000, received=4_000_000,
         received_on=date(2026, 2, 3))  # fmt: skip
    made(Spending, project=project.id, amount=1_234_550, item="staff", purpose="工资")
    said = text_of(record_pdf(project, **SAYS), tmp_path)
    for part in (
        "合同指标完成情况",
        "50.0%",
        "40,000.00",
        "2026-02-03",
        "12,345.50",
        "红（超过上限）",
        "韦敏：未取得职业水平证书",
    ):
        assert part in said


def test_a_fund_prints_its_ledger_with_balances_and_hides_who_asked_for_it(store, tmp_path):
    fund = made(Fund, name="社区公益基金", opening=100_000)
    made(FundEntry, fund=fund.id, way="in", amount=50_050, day=date(2026, 9, 1), party="韦先生", anonymous="yes",
         purpose="捐款")  # fmt: skip
    made(FundEntry, fund=fund.id, way="out", amount=20_000, day=date(2026, 9, 2), party="超市", purpose="慰问")
    said = text_of(record_pdf(fund, **SAYS), tmp_path)
    assert "1,500.50" in said and "1,300.50" in said and "不愿公开" in said and "韦先生" not in said


def test_the_questionnaires_ask_five_parts_and_five_facts(store, tmp_path):
    data = record_pdf(SurveySheet, **SAYS)
    said = text_of(data, tmp_path)
    assert pages_of(data, tmp_path) == 2
    assert (said.count("□"), said.count("不知道")) == (6 * 5 + 5 * 2 + 2, 5)  # two in the words of welcome


def test_the_results_of_a_survey_stand_behind_it(store, tmp_path):
    survey = made(Survey, name="满意度", valid=56, satisfied=52, tallies=(Line(part="care", n5=40, n4=14, n3=2),))
    said = text_of(record_pdf(survey, **SAYS), tmp_path)
    assert "92.9%" in said and "96.4%" in said and "4.68" in said


def test_a_table_issued_by_several_has_a_place_for_each_seal(store, tmp_path):
    line = Line(name="总量", target="2100", unit="count", type="binding")
    table = made(IndicatorTable, name="指标", lines=(line,), issuers="市委组织部、市民政局、市财政局")
    said = text_of(record_pdf(table, **SAYS), tmp_path)
    assert all(f"{name}（盖章）" in said for name in ("市委组织部", "市民政局", "市财政局"))


def test_sheets_that_came_after_the_survey_was_saved_are_in_its_print(store, tmp_path):
    survey = made(Survey, name="满意度")
    for number, point in enumerate(("5", "4", "2"), 1):
        made(SurveySheet, survey=survey.id, number=number, overall=point, care=point)
    said = text_of(record_pdf(survey, **SAYS), tmp_path)
    assert said.count("66.7%") == 2 and survey.rate is None  # on the whole, and of the one part answered


def test_the_english_brief_and_register_write_days_as_english_prints_do(store, tmp_path):
    says = SAYS | {"language": Language("en")}
    brief = made(Article, kind="brief", name="May", day=date(2026, 9, 10))
    liaison = made(Contact, unit="Bureau", area="Lizhou", name="Mo")
    assert "2026-09-10" in text_of(record_pdf(brief, **says), tmp_path)
    assert "2026-09-15" in text_of(record_pdf(liaison, **says), tmp_path)


def test_the_register_of_communities_sets_averages_beside_what_is_asked_for(store, tmp_path):
    made(Community, name="滨河社区", land="urban", certified=4, organisations=12, teams=2, served="yes")
    made(Community, name="新城社区", land="urban", certified=0, organisations=13, teams=1)
    one = made(Community, name="桃坞村", certified=1, organisations=4)
    data = record_pdf(one, **SAYS)
    said = text_of(data, tmp_path)
    assert is_clean(data, tmp_path)
    assert "社工站已覆盖1个，共3个" in said
    for part in ("全部村（社区）五社台账", "12.5", "≥12", "≥5", "不足的村（社区）：新城社区。"):
        assert part in said
