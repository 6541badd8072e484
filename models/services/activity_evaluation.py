"""The evaluation of an activity (活动评估): satisfaction, goals, what was learnt, what partners and supervisor say."""

from models import lookup
from models.database import current
from models.errors import Problem
from models.fields import Choice, Count, Day, Lines, Link, Notes, Text
from models.records import Record
from models.services.activity import Activity
from models.services.satisfaction import mean_column, unlikely_means
from models.team.staff import Staff
from resources.language import N_


class ActivityEvaluation(Record):
    """What came of an activity, as those who were there saw it."""

    title, plural, letters = N_("Activity evaluation"), N_("Activity evaluations"), "HP"
    part_of = ("activity",)
    facts = (("activity", "kind"), ("activity", "day"), ("activity", "place"))
    signers = (N_("Worker:"), N_("Supervisor or lead:"), N_("Date:"))

    activity = Link(Activity, N_("Activity"), heading=N_("Activity evaluation"), required=True, listed=True, index=True)
    day = Day(N_("Date"), required=True, listed=True, suggest=lambda one: current().today(), synonyms=("评估日期",))
    worker = Link(Staff, N_("Worker"), suggest=lambda one: current().user, synonyms=("社工",))
    asked = Count(
        N_("People asked"), heading=N_("Satisfaction"), most=100_000, unit=N_("people"), synonyms=("问卷份数",)
    )
    satisfied = Count(N_("Of these satisfied"), most=100_000, unit=N_("people"), synonyms=("满意人数",))
    mean = mean_column(N_("Mean, of 5"), listed=True, synonyms=("满意度均分",))
    voices = Notes(N_("What participants said"), synonyms=("参加者反馈",))
    goals = Lines(
        N_("Goals"), heading=N_("What it came to"), room=3, synonyms=("目标达成",),
        columns={
            "goal": Text(N_("Goal"), limit=500, required=True),
            "evidence": Text(N_("Shown by"), limit=500),
            "reached": Choice(N_("How far reached"), "goal_reached"),
        },
    )  # fmt: skip
    learnt = Notes(N_("What went well"), synonyms=("经验",))
    better = Notes(N_("What to do better"), synonyms=("改进", "不足与改进"))
    partner = Notes(N_("What partners say"), synonyms=("合作方评价",))
    remark = Notes(N_("Supervisor's opinion"), sensitive=True, synonyms=("督导意见",))

    def conflicts(self):
        if self.asked is not None and self.satisfied is not None and self.satisfied > self.asked:
            yield "satisfied", N_("More are satisfied than were asked."), {}
        (held,) = lookup.answers(Activity, self.activity, "day") or (None,)
        if held and self.day and self.day < held:
            yield Problem("day", N_("The activity is held later, on {day}."), {"day": held.isoformat()})
        yield from unlikely_means("mean", self.mean, most=5)

    def caption(self):
        activity = self.linked("activity")
        return activity.caption() if activity else ""
