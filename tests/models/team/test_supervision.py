"""Supervision: hours by worker and quarter, action items that wait, who may be among whom."""

from datetime import date

import pytest

from models.errors import InvalidRecord
from models.fields import Line
from models.team.supervision import Supervision, actions_due, minutes_by_worker


def supervision(people, day=date(2026, 8, 5), **answers):
    told = {"minutes": 90, "supervisor_name": "陈老师", "topic": "结案", "functions": ("education",)}
    made = Supervision.new(day=day, people=tuple(one.id for one in people), **(told | answers))
    made.save()
    return made


def test_minutes_are_counted_for_each_in_their_quarter(store, worker):
    one, two = worker("甲"), worker("乙")
    supervision([one, two])
    supervision([one], minutes=60, day=date(2026, 9, 1))
    supervision([one], day=date(2026, 6, 30))
    assert minutes_by_worker(store, 2026, 3) == {one.id: 150, two.id: 90}
    assert minutes_by_worker(store, 2026, 2) == {one.id: 90}
    assert minutes_by_worker(store, 2026, 4) == {}


def test_action_items_wait_until_they_are_checked(store, worker):
    supervision(
        [worker()],
        actions=(
            Line(what="补写评估", by=date(2026, 9, 10)),
            Line(what="已复核", by=date(2026, 9, 1), done=date(2026, 9, 2)),
            Line(what="以后", by=date(2026, 12, 1)),
            Line(what="无期限"),
        ),
    )
    assert [due.caption for due in actions_due(store, date(2026, 9, 15))] == ["补写评估"]


def test_a_supervisor_is_named_and_not_among_the_supervised(store, worker):
    member = worker()
    with pytest.raises(InvalidRecord):
        supervision([member], supervisor_name=None)
    with pytest.raises(InvalidRecord):
        supervision([member], supervisor=member.id)
