"""Station affairs: meetings, inspections, documents, publicity, appeals, linkage, communities and the rest."""

from datetime import date, time
from fractions import Fraction

import pytest

from models import copying
from models.errors import InvalidRecord
from models.fields import Line
from models.office import community
from models.office.appeal import Appeal, answers_due, received
from models.office.article import Article, next_issue
from models.office.backbone import Backbone
from models.office.community import Community
from models.office.document import Document, unsigned
from models.office.emergency import Emergency
from models.office.inspection import Inspection, inspections_due
from models.office.linkage import Linkage
from models.office.meeting import Meeting, tasks_due
from models.office.milestone import Milestone
from models.office.showcase import Showcase
from models.office.station_profile import StationProfile


def made(cls, **answers):
    record = cls.new(**answers)
    record.save()
    return record


def warned(record):
    return {problem.question for problem in record.problems() if not problem.blocks}


def refused(record):
    with pytest.raises(InvalidRecord) as caught:
        record.save()
    return {problem.question for problem in caught.value.problems}


def test_a_planned_meeting_is_held_with_its_decisions(store):
    meeting = made(Meeting, name="联席会议", kind="joint", state="planned", day=date(2026, 9, 14))
    with pytest.raises(InvalidRecord):
        meeting.move("hold")
    meeting.decisions = "由社工站牵头。"
    meeting.move("hold")
    assert (meeting.state, meeting.number) == ("held", "HYJ-0417-2026-A0001")


def test_a_meeting_of_tomorrow_was_not_held(store):
    assert refused(Meeting.new(name="例会", day=date(2026, 9, 16))) == {"day"}
    made(Meeting, name="例会", state="planned", day=date(2026, 9, 16))


def test_tasks_of_meetings_are_due_until_done(store):
    tasks = (
        Line(what="补齐走访", who="潘晓燕", due=date(2026, 9, 30)),
        Line(what="验收", due=date(2026, 9, 10)),
        Line(what="已办", due=date(2026, 9, 1), done=date(2026, 9, 2)),
        Line(what="没有期限"),
    )
    made(Meeting, name="例会", day=date(2026, 9, 1), tasks=tasks)
    assert [due.caption for due in tasks_due(store)] == ["验收", "补齐走访"]


def test_an_inspection_is_closed_when_each_finding_is_put_right(store):
    inspection = made(
        Inspection, by="县民政局", day=date(2026, 9, 1), findings="记录不及时", due=date(2026, 9, 30),
        items=(Line(what="三份过程记录未写"),),
    )  # fmt: skip
    assert [due.row for due in inspections_due(store)] == [inspection.id]
    inspection.move("rectify")
    inspection.rectification = "已补写"
    with pytest.raises(InvalidRecord):
        inspection.move("finish")
    inspection.items = (Line(inspection.items[0], place=1, done=date(2026, 9, 14)),)
    inspection.move("finish")
    assert (inspection.state, inspection.done, inspections_due(store)) == ("done", store.today(), [])


def test_a_document_whose_term_is_over_is_asked_about(store):
    document = made(Document, name="实施方案", effective=date(2020, 1, 1), until=date(2025, 12, 31))
    assert "state" in warned(document)


def test_who_has_not_signed_a_pledge_is_named(store):
    pledge = made(Document, name="职业道德承诺书", kind="pledge")
    assert [member.name for member in unsigned(pledge)] == ["韦敏"]
    assert [one.values["names"] for one in pledge.problems() if one.question == "signed"] == ["韦敏"]
    pledge.signed = (Line(name="韦敏", day=date(2026, 9, 1)),)
    assert unsigned(pledge) == [] and "signed" not in warned(pledge)


def test_recognisable_people_need_consent_and_briefs_are_numbered_by_year(store):
    article = made(Article, kind="brief", name="敬老月", day=date(2026, 9, 10), issue=3, faces="yes")
    assert "consent" in warned(article)
    assert (next_issue(2026), next_issue(2027)) == (4, 1)
    assert made(Article, kind="brief", name="重阳节", day=date(2026, 9, 12)).issue == 4
    assert made(Article, kind="article", name="走访", day=date(2026, 9, 12)).issue is None


def test_an_appeal_is_answered_and_settled_and_its_hours_are_counted(store):
    appeal = made(Appeal, about="路灯不亮", received=date(2026, 9, 10), received_at=time(16, 30))
    assert [(due.row, due.day) for due in answers_due(store)] == [(appeal.id, date(2026, 9, 25))]  # 15 days on
    with pytest.raises(InvalidRecord):
        appeal.move("answer")
    appeal.responded, appeal.responded_at, appeal.answer = date(2026, 9, 11), time(9, 0), "已报村委"
    appeal.move("answer")
    assert (appeal.answer_hours, appeal.solve_hours, answers_due(store)) == (17, None, [])
    appeal.solved, appeal.result = date(2026, 9, 14), "已修好"
    appeal.move("solve")
    assert [one.id for one in received(date(2026, 9, 1), date(2026, 9, 30))] == [appeal.id]
    assert received(date(2026, 9, 11), date(2026, 9, 30)) == []


def test_an_appeal_is_not_settled_before_it_came(store):
    appeal = Appeal.new(about="路灯不亮", received=date(2026, 9, 10), responded=date(2026, 9, 9))
    assert refused(appeal) == {"responded"}
    same_day = Appeal.new(about="路灯不亮", received=date(2026, 9, 10), responded=date(2026, 9, 10))
    same_day.received_at, same_day.responded_at = time(10, 0), time(9, 59)
    assert refused(same_day) == {"responded"}


def test_the_words_of_an_appeal_never_go_upward(store):
    questions = Appeal.questions()
    assert not any(questions[name].upward for name in ("name", "about", "content", "answer", "result", "phone"))


def test_five_parties_are_five_and_six_tasks_are_six(store):
    linkage = made(
        Linkage, name="幸福食堂", village="桃坞村", parties=("community", "worker"),
        tasks=(Line(step="needs", done="入户"), Line(step="council", done="议事")),
    )  # fmt: skip
    assert "parties" in warned(linkage)
    assert linkage.missing_steps() == ["planning", "team", "resources", "carrying"]
    assert "tasks" not in warned(linkage)  # under way
    linkage.state, linkage.end = "done", store.today()
    assert "tasks" in warned(linkage)


def test_communities_are_measured_by_mean_and_by_minimum(store):
    rows = [
        made(Community, name="滨河社区", land="urban", certified=4, organisations=12, served="yes"),
        made(Community, name="新城社区", land="urban", certified=0, organisations=13),
        made(Community, name="桃坞村", certified=1, elders=1001),
    ]
    assert community.average(rows[:2], "certified") == 2  # the mean fulfils what the minimum does not
    assert community.least(rows[:2], "certified") == 0
    assert community.average(rows, "organisations") == Fraction(25, 2)
    assert [one.name for one in community.short_of_workers(rows)] == ["新城社区"]
    assert community.covered(rows) == (1, 3)
    assert (warned(rows[1]), warned(rows[2])) == ({"certified"}, {"elder_workers"})


def test_an_emergency_is_closed_with_its_end_and_result(store):
    emergency = made(Emergency, name="暴雨内涝", kind="flood", day=date(2026, 9, 1))
    with pytest.raises(InvalidRecord):
        emergency.move("close")
    emergency.ended, emergency.result = date(2026, 9, 3), "转移12户"
    emergency.move("close")
    assert emergency.state == "closed"


def test_a_story_is_applied_for_and_awarded_with_names_changed(store):
    story = made(Showcase, name="重启人生", kind="case")
    story.level, story.applied, story.organiser = "county", date(2026, 9, 1), "县民政局"
    story.move("apply")
    assert "unnamed" in warned(story)
    story.award, story.awarded = "优秀案例二等奖", date(2026, 9, 10)
    story.move("award")
    assert story.state == "awarded"


def test_a_key_member_who_left_says_when(store):
    assert refused(Backbone.new(name="农大哥", village="桃坞村", roles=("villager",), state="left")) == {"left"}


def test_progress_over_areas_is_counted_for_each_step(store):
    lines = tuple(
        Line(area=area, talked=date(2026, 8, 1)) | ({"met": date(2026, 8, 9)} if n < 2 else {})
        for n, area in enumerate(("利州", "昭化", "朝天"))
    )
    milestone = made(Milestone, name="政府购买服务对接", areas=tuple(map(Line, lines)))
    assert (milestone.talked, milestone.met, milestone.document) == ("3/3", "2/3", "0/3")


def test_a_site_profile_is_carried_on_to_a_new_day(store):
    made(
        StationProfile, name="云岭镇社工站", counted=date(2025, 9, 1), built=date(2022, 5, 1), head="韦敏",
        phone="0812-2345678", rooms=(Line(use="office", area=40),),
    )  # fmt: skip
    again = made(StationProfile, **copying.as_last_time(store, StationProfile))
    assert (again.counted, again.built) == (store.today(), date(2022, 5, 1))
    assert (again.name, again.head, again.rooms[0]["area"]) == ("云岭镇社工站", "韦敏", 40)


def test_more_villages_are_not_covered_than_there_are(store):
    assert refused(StationProfile.new(name="站", villages=13, villages_all=12)) == {"villages"}
