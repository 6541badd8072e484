"""Rows 65-67 and 71-79: fostering, meetings, publicity, satisfaction, complaints, funds."""

from datetime import date

import pytest

from models import figures
from models.fields import Line
from models.figures import BY_NUMBER, Period
from models.office.appeal import Appeal
from models.office.article import Article
from models.office.backbone import Backbone
from models.office.linkage import Linkage
from models.office.meeting import Meeting
from models.office.survey import Survey
from models.office.survey_sheet import SurveySheet
from models.partners.community_organisation import CommunityOrganisation
from models.partners.project import Project
from models.partners.spending import Spending
from resources.language import Language

MONTH = "2026-09"
CHINESE = Language()


def made(cls, **answers):
    record = cls.new(**answers)
    record.save()
    return record


def row(store, number, month=MONTH):
    return figures.month_table(store.unit, month).by_number[number]


def organisation(name, founded, ended=None):
    return made(
        CommunityOrganisation,
        name=name,
        kind="culture",
        village="桃坞村",
        founded=founded,
        ended=ended,
        leader="莫大姐",
    )


def test_organisations_are_counted_by_the_day_they_were_founded_and_dissolved(store):
    organisation("桃坞舞蹈队", date(2026, 9, 1))
    organisation("桃坞调解队", date(2024, 3, 1))
    organisation("桃坞棋社", date(2024, 3, 1), date(2026, 9, 2))
    assert (row(store, "65.1").value, row(store, "65.2").value) == (1, 2)
    assert row(store, "65.2", "2026-08").value == 2


def test_key_members_count_in_the_month_their_fostering_began(store):
    made(Backbone, name="农大哥", village="桃坞村", roles=("villager",), since=date(2026, 9, 3))
    made(Backbone, name="农二哥", village="桃坞村", roles=("villager",), since=date(2026, 8, 31))
    assert row(store, "66").value == 1


def test_a_joint_project_counts_in_every_month_it_is_at_work_and_only_with_five_parties(store):
    five = ("charity", "community", "organisation", "volunteer", "worker")
    made(Linkage, name="幸福食堂", village="桃坞村", begin=date(2026, 3, 1), parties=five)
    made(Linkage, name="三社", kind="three", village="桃坞村", begin=date(2026, 3, 1), parties=five[:3])
    made(
        Linkage, name="早已结束", village="桃坞村", begin=date(2026, 3, 1), end=date(2026, 8, 31), state="done",
        parties=five,
    )  # fmt: skip
    assert row(store, "67").value == 1
    assert row(store, "67", "2026-08").value == 2


def test_only_meetings_that_were_held_count(store):
    made(Meeting, name="例会", day=date(2026, 9, 7))
    made(Meeting, name="联席会议", state="planned", day=date(2026, 9, 8))
    assert row(store, "71").value == 1


def test_publicity_events_are_no_articles(store):
    made(Article, name="信息", kind="article", day=date(2026, 9, 7))
    made(Article, name="宣传周", kind="event", day=date(2026, 9, 8))
    assert row(store, "72").value == 1


def test_satisfaction_is_counted_from_tallies_and_from_sheets_together(store):
    made(Survey, name="上半年", day=date(2026, 9, 2), valid=28, satisfied=26)
    single = made(Survey, name="逐份", day=date(2026, 9, 3))
    for number, point in enumerate(("5", "4", "3", None), 1):
        made(SurveySheet, survey=single.id, number=number, overall=point)
    made(Survey, name="知晓度", kind="awareness", day=date(2026, 9, 3), valid=60, aware=30)
    assert row(store, "73").value == 31  # the sheet without an answer is not valid
    assert row(store, "74").value == 903  # 28 of 31
    assert row(store, "74").figure.show(903, CHINESE) == "90.3"


def test_without_surveys_a_rate_does_not_apply(store):
    assert (row(store, "74").state, row(store, "73").value) == ("na", 0)


def test_a_complaint_counts_when_received_and_when_settled(store):
    complaint = made(Appeal, kind="complaint", about="活动噪声", received=date(2026, 8, 20), due=None)
    made(Appeal, kind="appeal", about="路灯不亮", received=date(2026, 9, 2))
    complaint.responded = complaint.solved = date(2026, 9, 1)
    complaint.result = complaint.answer = "已调整活动时间。"
    complaint.move("solve")
    assert (row(store, "75.1").value, row(store, "75.2").value) == (0, 1)
    assert (row(store, "75.1", "2026-08").value, row(store, "75.2", "2026-08").value) == (1, 0)


@pytest.fixture
def project(store):
    return made(
        Project, name="云岭镇社工站服务项目", begin=date(2026, 1, 1), end=date(2026, 12, 31), amount=20_000_000,
        budget=(Line(item="staff", amount=13_000_000), Line(item="service", amount=7_000_000)),
    )  # fmt: skip


def spend(project, day, fen, item):
    return made(Spending, project=project and project.id, day=day, amount=fen, item=item, purpose="支出")


def test_spending_is_counted_to_the_fen_and_its_shares_over_the_projects_at_work(store, project):
    spend(project, date(2026, 8, 5), 1_000_050, "staff")
    spend(project, date(2026, 9, 5), 900_025, "staff")
    spend(project, date(2026, 9, 6), 99_975, "service")
    spend(None, date(2026, 9, 6), 10_000, "other")
    assert row(store, "76").value == 900_025 + 99_975 + 10_000
    assert row(store, "77").value == 900_025
    assert row(store, "76").figure.show(row(store, "76").value, CHINESE) == "10,100.00"
    assert row(store, "76").figure.in_unit(900_025) == 9000.25
    assert row(store, "78").value == 100  # 20,000.50 of 200,000 yuan
    assert row(store, "79").value == 950
    assert row(store, "76").year == row(store, "76").value + 1_000_050


def test_projects_that_ended_or_were_stopped_are_no_base_of_a_share(store, project):
    project.move("stop", why="撤项")
    assert row(store, "78").state == "na"
    period = Period(date(2027, 1, 1), date(2027, 1, 31))
    assert BY_NUMBER["78"].count(store.unit, period) is None


def test_staff_costs_never_exceed_all_that_was_spent(store, project):
    spend(project, date(2026, 9, 5), 900_025, "staff")
    table = figures.month_table(store.unit, MONTH)
    assert next(check for check in figures.checks(table) if check.code == "spent.staff").holds
