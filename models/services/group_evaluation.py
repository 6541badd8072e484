"""The evaluation of a group (小组评估总结): attendance, before and after, satisfaction, goals, final account."""

from models import lookup
from models.database import current
from models.errors import Problem
from models.fields import Choice, Count, Day, Lines, Link, Money, Name, Notes, Text
from models.figures.figure import rounded
from models.records import Record
from models.services.group import Group, GroupSession
from models.services.group_member import GroupMember
from models.services.group_plan import latest_plan
from models.services.satisfaction import mean_column, unlikely_means
from models.team.staff import Staff
from resources.language import N_

_ATTENDED = """
SELECT count(*), coalesce(sum(a.state IN ('present', 'late')), 0) FROM attendance a
JOIN group_session s ON s.id = a.session AND s.deleted = 0
WHERE a.deleted = 0 AND s."group" = ? AND s.day <= ?
"""


def attendance_rate(group, until) -> int | None:
    """Tenths of a percent present or late among all named on the sheets; None where nobody was ticked.

    The rule of row 32 of the monthly table, over the whole course of the group.
    """
    listed, came = current().db.execute_sql(_ATTENDED, (group.bytes, until.isoformat())).fetchone()
    return rounded(1000 * came, listed) if listed else None


def mean_scores(group) -> tuple[int, int, int] | None:
    """(members scored both times, mean before, mean after), the means in tenths; None where nobody was."""
    scored = [
        (one.before, one.after)
        for one in GroupMember.alive().where(GroupMember.group == group)
        if one.before is not None and one.after is not None
    ]
    if not scored:
        return None
    before, after = (rounded(10 * sum(column), len(scored)) for column in zip(*scored, strict=True))
    return len(scored), before, after


def _tenths(value):
    return f"{value // 10}.{value % 10}"


def _budgeted(evaluation):
    """The final account begins with the items of the plan."""
    plan = latest_plan(evaluation.group) if evaluation.group else None
    items = [{"item": line.get("item"), "budgeted": line.get("amount")} for line in plan.budget] if plan else ()
    return tuple(GroupEvaluation.account.line(item) for item in items) or None


class GroupEvaluation(Record):
    """What became of a group. Counts and means are worked out from its sheets and its roster at each save."""

    title, plural, letters = N_("Group evaluation"), N_("Group evaluations"), "XP"
    part_of = ("group",)
    facts = (("group", "kind"), ("group", "started"), ("group", "ended"))
    signers = (N_("Worker:"), N_("Supervisor or lead:"), N_("Date:"))

    group = Link(Group, N_("Group"), heading=N_("Group evaluation"), required=True, listed=True, index=True)
    day = Day(N_("Date"), required=True, listed=True, suggest=lambda one: current().today(), synonyms=("评估日期",))
    worker = Link(Staff, N_("Worker"), suggest=lambda one: current().user, synonyms=("社工",))
    held = Count(N_("Sessions held"), unit=N_("sessions"), derived=True, printed=True, listed=True)
    rate = Text(N_("Attendance rate"), derived=True, printed=True, listed=True, synonyms=("出席率",))
    before_after = Text(N_("Mean before and after"), derived=True, printed=True)
    measures = Lines(
        N_("Other measures"), heading=N_("Tests before and after"), room=3, synonyms=("前后测",),
        columns={
            "what": Text(N_("Scale or question"), required=True),
            "people": Count(N_("Number of people"), most=10_000),
            "before": mean_column(N_("Before the group")),
            "after": mean_column(N_("After the group")),
        },
    )  # fmt: skip
    asked = Count(
        N_("People asked"), heading=N_("Satisfaction"), most=10_000, unit=N_("people"), synonyms=("满意度人数",)
    )
    satisfied = Count(N_("Of these satisfied"), most=10_000, unit=N_("people"), synonyms=("满意人数",))
    mean = mean_column(N_("Mean, of 5"), synonyms=("满意度均分",))
    goals = Lines(
        N_("Goals"), heading=N_("What it came to"), room=4, synonyms=("目标达成",),
        columns={
            "goal": Text(N_("Goal"), limit=500, required=True),
            "evidence": Text(N_("Shown by"), limit=500),
            "reached": Choice(N_("How far reached"), "goal_reached"),
        },
    )  # fmt: skip
    changes = Notes(N_("Changes in members"), sensitive=True, synonyms=("组员转变",))
    success = Notes(N_("What worked, what did not"), synonyms=("成效与不足",))
    follow = Lines(
        N_("Members to follow up"), room=3, synonyms=("跟进组员",),
        columns={
            "who": Name(N_("Name"), required=True),
            "what": Text(N_("What is to be done"), limit=500),
            "by": Day(N_("By"), may_be_future=True),
            "done": Day(N_("Done on")),
        },
    )  # fmt: skip
    account = Lines(
        N_("Final account"), heading=N_("Final account"), sums=("budgeted", "spent"), room=5, synonyms=("经费决算",),
        suggest=_budgeted,
        columns={
            "item": Text(N_("Item"), required=True),
            "budgeted": Money(N_("Budgeted")),
            "spent": Money(N_("Actually spent")),
            "why": Text(N_("Why they differ"), limit=300),
        },
    )  # fmt: skip
    remark = Notes(N_("Supervisor's opinion"), sensitive=True, synonyms=("督导意见",))
    follow_day = Day(N_("Next follow-up by"), derived=True, index=True, may_be_future=True)

    def derive(self):
        open_days = [line["by"] for line in self.follow or () if line.get("by") and not line.get("done")]
        self.follow_day = min(open_days, default=None)
        if not (self.group and self.day):
            return
        rate, scores = attendance_rate(self.group, self.day), mean_scores(self.group)
        sessions = GroupSession.alive().where(GroupSession.group == self.group, GroupSession.day <= self.day)
        self.held, self.rate = sessions.count(), None if rate is None else f"{_tenths(rate)} %"
        self.before_after = scores and f"{_tenths(scores[1])} → {_tenths(scores[2])}"

    def conflicts(self):
        if self.asked is not None and self.satisfied is not None and self.satisfied > self.asked:
            yield "satisfied", N_("More are satisfied than were asked."), {}
        (started,) = lookup.answers(Group, self.group, "started") or (None,)
        if started and self.day and self.day < started:
            yield Problem("day", N_("The group begins later, on {day}."), {"day": started.isoformat()}, blocks=False)
        yield from unlikely_means("mean", self.mean, most=5)

    def caption(self):
        group = self.linked("group")
        return group.caption() if group else ""
