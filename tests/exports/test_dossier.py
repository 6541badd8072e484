"""The file of a case as one paper: its cover, its forms as stations know them, the lines to sign."""

from datetime import date

import pytest
from reportlab.lib.units import mm
from reportlab.platypus import Table

from exports.dossier import dossier_pdf
from exports.layout.answers import Blank
from exports.layout.form_lines import lines_table
from exports.layout.forms import Signed
from exports.layout.prose import Prose, Type
from models import journal
from models.casework.case import Case
from models.casework.plan import CasePlan
from models.casework.session import CaseSession
from models.fields.answers import filled
from models.linking.referral import Referral
from models.people.person import Person
from models.row_id import uuid7
from models.scales import definition
from models.scales.result import ScaleResult
from models.services.activity import Activity
from models.services.activity_plan import ActivityPlan
from models.services.hand_out import HandOut
from resources.language import Language
from tests.exports.test_every_form import text_of

ZH = Language("zh_CN")


@pytest.fixture
def case(store):
    person = Person(id=uuid7(), name="次仁·卓玛措姆", birth="1953-05")
    case = Case(
        id=uuid7(), person=person.id, number="GA-0417-2026-A0031", worker=store.user, opened=date(2026, 3, 1),
        closed=date(2026, 9, 1), state="closed", close_reason="01",
    )  # fmt: skip
    journal.commit(store, [person, case])
    return case


def text(store, case):
    return text_of(dossier_pdf(store, case, language=ZH, station="云岭镇社工站"))


def test_the_cover_names_the_person_and_until_when_the_file_is_kept(store, case):
    cover = text(store, case).partition("卷内目录")[0]
    assert "案卷题名次仁·卓玛措姆" in cover and "保管期满日2031-09-01" in cover


def test_a_scale_stands_in_the_file_with_its_boxes_and_a_referral_under_the_name_of_its_paper(store, case):
    answers = filled(definition.scale("phq2"), {"1": 2, "2": 0})
    scale = ScaleResult(id=uuid7(), case=case.id, person=case.person, scale="phq2", answers=answers)
    slip = Referral(id=uuid7(), case=case.id, person=case.person, direction="out", reason="需要康复")
    journal.commit(store, [scale, slip])
    said = text(store, case)
    assert "√" in said and "转介单" in said and "需要康复" in said


def test_the_index_says_which_session_and_which_version_a_paper_is(store, case):
    session = CaseSession(id=uuid7(), case=case.id, day=date(2026, 4, 1), turn=2)
    journal.commit(store, [session, CasePlan(id=uuid7(), case=case.id, day=date(2026, 3, 5), version=3)])
    index = text(store, case).partition("卷内目录")[2].partition("个案基本情况与审批表性别")[0]
    assert "第2次" in index and "第3版" in index


def test_the_lines_to_sign_take_the_last_row_along_to_the_next_page():
    table = lines_table(Blank(CasePlan, ZH), "goals", 500)
    high = table.wrap(500, 2000)[1]
    upper, below = Signed(table, [Prose("社工签名：", Type())]).split(500, high + 1 * mm)
    assert isinstance(upper, Table) and upper.wrap(500, 2000)[1] < high
    assert below.split(500, 700)[0].wrap(500, 2000)[1] < high


def test_what_fits_is_signed_on_its_page_and_what_never_fits_is_not_moved_for_ever():
    table, foot = lines_table(Blank(CasePlan, ZH), "goals", 500), [Prose("社工签名：", Type())]
    assert Signed(table, foot).split(500, 700)[0] is table
    _page_break, moved = Signed(table, foot).split(500, 3)
    assert moved.split(500, 3)[0] is moved.table


def test_the_file_of_an_activity_begins_with_its_plan_and_has_one_list_of_goods(store):
    activity = Activity(id=uuid7(), name="慰问", kind="charity", day=date(2026, 9, 10))
    plan = ActivityPlan(id=uuid7(), activity=activity.id, goal="送温暖")
    goods = [
        HandOut(id=uuid7(), activity=activity.id, name=f"甲{n}", goods="大米", day=activity.day) for n in range(30)
    ]
    journal.commit(store, [activity, plan, *goods])
    said = text(store, activity)
    index = said.partition("卷内目录")[2]
    assert "件数3" in said and index.index("社区活动计划") < index.index("物资发放领取表")
    assert all(f"甲{n}" in said for n in range(30)) and "累计：30人" in said
