"""Groups, sessions and activities on paper: roster, who came, who agreed to no pictures, blank and filled."""

import io
from datetime import date

import pypdfium2
import pytest
from PIL import Image

from exports import prints
from exports.intake import pictures as taken
from models import pictures
from models.fields import Line
from models.people.person import Person
from models.row_id import uuid7
from models.services.activity import Activity, Attendance
from models.services.activity_plan import ActivityPlan
from models.services.group import Group, GroupSession
from models.services.group_evaluation import GroupEvaluation
from models.services.group_member import GroupMember
from models.services.group_plan import GroupPlan
from models.services.hand_out import HandOut
from models.services.publicity import Publicity
from resources.language import Language
from tests.exports.paper import is_clean, text_of

ZH = Language("zh_CN")


def paper(record, tmp_path):
    data = prints.record_pdf(record, language=ZH, station="云岭镇社工站")
    assert is_clean(data, tmp_path)
    return text_of(data, tmp_path)


@pytest.fixture
def group(store):
    group = Group.new(name="夕阳红手工", kind="hobby", worker=uuid7(), started=date(2026, 9, 1))
    group.save()
    return group


@pytest.fixture
def member(store, group):
    person = Person.new(name="王𠮷明", sex="1", birth="1953-05", phone="13912346620")
    person.save()
    GroupMember.new(
        group=group.id, person=person.id, health="青霉素过敏", contact="石有田", contact_phone="13812346621",
        consent="self",
    ).save()  # fmt: skip
    return person


def test_a_group_is_printed_with_its_roster_and_masked_numbers(group, member, tmp_path):
    text = paper(group, tmp_path)
    for word in ("组员名单", "王𠮷明", "青霉素过敏", "石有田", "139****6620", "138****6621", "本人书面同意"):
        assert word in text
    assert "13912346620" not in text


@pytest.mark.parametrize("form", [Group, GroupPlan, GroupEvaluation, GroupMember, ActivityPlan])
def test_every_paper_is_printed_blank(store, form, tmp_path):
    assert ZH.text(form.title) in paper(form, tmp_path)


@pytest.mark.parametrize(("form", "title"), [(GroupSession, "小组过程记录"), (Activity, "活动记录")])
def test_records_of_what_was_held_are_printed_blank_with_room_for_who_came(store, form, title, tmp_path):
    text = paper(form, tmp_path)
    assert title in text
    assert form is Activity or text.count("出席") == 3


@pytest.mark.parametrize("form", [HandOut, Publicity])
def test_goods_and_publicity_are_printed_blank(store, form, tmp_path):
    assert ZH.text(form.title) in paper(form, tmp_path)


def test_a_session_says_who_came_who_was_absent_and_who_is_new(group, member, tmp_path):
    sessions = [GroupSession.new(group=group.id, number=n, day=date(2026, 9, n)) for n in (1, 2)]
    for session in sessions:
        session.unnamed = 3
        session.save()
        Attendance.new(session=session.id, person=member.id).save()
    Attendance.new(session=sessions[1].id, name="路过的人", proxy="石有田").save()
    Attendance.new(session=sessions[1].id, name="没来的人", state="absent", reason="生病").save()
    text = paper(sessions[1], tmp_path)
    assert "应到3人，实到2人，缺席1人，新加入1人；不实名3人" in text
    assert "生病" in text and "石有田代签" in text
    assert "新加入1人" in paper(sessions[0], tmp_path)


def test_a_plan_prints_its_sessions_and_the_sum_of_its_budget(group, tmp_path):
    plan = GroupPlan.new(
        group=group.id, goal="结识三人", agenda=(Line(topic="相识", content="破冰 20 分钟"), Line(topic="告别")),
        budget=(Line(item="毛线", price=1250, quantity=8, source="lottery"), Line(item="茶水", amount=6000)),
    )  # fmt: skip
    plan.save()
    text = paper(plan, tmp_path)
    for word in ("小组计划书", "夕阳红手工", "相识", "告别", "破冰20分钟", "毛线", "福彩公益金", "160.00"):
        assert word in text


def test_beside_the_pictures_stand_those_who_did_not_agree(store, group, member, tmp_path):
    data = io.BytesIO()
    Image.new("RGB", (60, 40), "red").save(data, "PNG")
    number = pictures.keep(store, taken.picture_of_bytes(data.getvalue()))
    activity = Activity.new(name="重阳义诊", kind="clinic", day=date(2026, 9, 10), unnamed=30, pictures=(number,))
    activity.save()
    Attendance.new(activity=activity.id, person=member.id).save()
    text = paper(activity, tmp_path)
    assert "未同意拍照" in text and "王𠮷明。能认出" in text
    assert "实名1人，不实名30人，共31人" in text


def test_an_activity_says_how_many_came_and_what_was_handed_out_in_its_own_rows(store, tmp_path):
    activity = Activity.new(name="慰问", kind="charity", day=date(2026, 9, 10), unnamed=12)
    activity.save()
    for number, state in enumerate(("present", "late", "absent")):
        Attendance.new(activity=activity.id, name=f"甲{'乙丙丁'[number]}", state=state).save()
    HandOut.new(activity=activity.id, name="次仁", goods="大米", quantity=1, value=4550).save()
    text = paper(activity, tmp_path)
    assert text.index("参加人数") < text.index("实名2人，不实名12人，共14人") < text.index("志愿者")
    assert text.index("发放1人次，折价共45.50元") < text.index("活动记录", text.index("志愿者"))
    assert "参加人数" in paper(Activity, tmp_path)


def test_telephones_of_guardians_stay_on_one_line_of_the_roster(group, member, tmp_path):
    data = prints.record_pdf(group, language=ZH, station="云岭镇社工站")
    lines = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range().split("\r\n")
    assert any("138 **** 6621" in line for line in lines)
