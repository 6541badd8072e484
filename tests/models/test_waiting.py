"""Plans wait for the lead, members of ended groups for a follow-up."""

from datetime import date

import pytest

from models import today
from models.fields import Line
from models.row_id import uuid7
from models.services.group import Group
from models.services.group_evaluation import GroupEvaluation
from models.services.group_plan import GroupPlan
from models.services.waiting import follow_ups_due, plans_waiting


@pytest.fixture
def group(store):
    group = Group.new(name="夕阳红手工", kind="hobby", worker=uuid7(), started=date(2026, 9, 20))
    group.save()
    return group


def test_a_plan_submitted_waits_for_the_lead_until_it_is_approved(store, group):
    plan = GroupPlan.new(group=group.id, background="独居多", goal="结识", agenda=(Line(topic="相识"),))
    plan.save()
    assert plans_waiting(store) == []
    plan.move("submit")
    assert [(due.row, due.day, due.caption) for due in plans_waiting(store)] == [
        (plan.id, date(2026, 9, 20), "夕阳红手工")
    ]
    lead = store.user
    worker = store.tables["staff"].new(name="潘晓燕", role="worker")
    worker.save()
    store.user = worker.id
    assert plans_waiting(store) == []
    store.user = lead
    plan.move("approve")
    assert plans_waiting(store) == []


def test_members_to_follow_up_are_due_until_done(store, group):
    lines = (Line(who="龙秀英", what="电话", by=date(2026, 9, 18)), Line(who="石有田", what="上门"))
    evaluation = GroupEvaluation.new(group=group.id, follow=lines)
    evaluation.save()
    assert [(due.row, due.caption) for due in follow_ups_due(store, date(2026, 9, 20))] == [
        (evaluation.id, "夕阳红手工 · 龙秀英")
    ]
    assert follow_ups_due(store, date(2026, 9, 17)) == []
    assert any(due.row == evaluation.id for lines in today.found(store).values() for _why, due in lines)
    evaluation.follow = (Line({**lines[0], "done": date(2026, 9, 15)}, evaluation.follow[0].place),)
    evaluation.save()
    assert follow_ups_due(store, date(2026, 9, 20)) == []
