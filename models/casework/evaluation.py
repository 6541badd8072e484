"""The evaluation (评估表): how far each goal was attained, and what person, family and worker say to it."""

from models.casework.case import Case
from models.casework.goals import GOAL_ATTAINMENT, goals_to_watch, mean_percent, plan_in_force, reached_by, recognised
from models.casework.measured import scales_before_and_after
from models.casework.work import work_done
from models.database import current
from models.errors import Problem
from models.fields import Choice, Count, Day, Duration, Lines, Link, Notes, Text
from models.records import Record
from models.team.staff import Staff
from resources.language import N_

_SCALES = {
    "scale": Text(N_("Scale"), limit=100, required=True), "before": Text(N_("Before"), limit=30),
    "after": Text(N_("After"), limit=30), "remark": Text(N_("Remarks"), limit=100),
}  # fmt: skip


class CaseEvaluation(Record):
    """An evaluation on the way or at the end of a case, goal by goal (GAS −2 to +2, and percent)."""

    title, plural, letters = N_("Evaluation form"), N_("Evaluation forms"), "GAPG"
    part_of = ("case",)
    signers = (N_("Person served or guardian:"), N_("Worker:"), N_("Opinion of the supervisor or lead:"), N_("Date:"))

    case = Link(Case, N_("Case"), heading=N_("Evaluation"), required=True, listed=True, index=True)
    day = Day(N_("Evaluated on"), required=True, listed=True, suggest=lambda form: current().today())
    stage = Choice(N_("When evaluated"), "evaluation_stage", required=True, listed=True, suggest="end")
    worker = Link(Staff, N_("Evaluated by"), required=True)
    attainment = Lines(
        N_("Attainment of the goals"), columns=GOAL_ATTAINMENT, suggest=goals_to_watch, sensitive=True, room=5,
        synonyms=("目标达成表",),
    )  # fmt: skip
    attained = Count(N_("Attained on average, %"), derived=True, printed=True, listed=True, most=100)
    scales = Lines(
        N_("Scales before and after"), columns=_SCALES, suggest=scales_before_and_after, sensitive=True, room=3
    )
    own_rating = Choice(N_("Change as the person sees it (1 to 5)"), "change_seen", heading=N_("What is said to it"))
    satisfaction = Choice(N_("Satisfaction of the person"), "five_point", synonyms=("满意度",))
    own_words = Notes(N_("The person's own words"), sensitive=True, synonyms=("服务对象自评",))
    others_say = Notes(N_("What others close to the person say"), sensitive=True, synonyms=("重要他人评价",))
    sessions = Count(N_("Sessions so far"), derived=True, printed=True, heading=N_("The process"))
    minutes = Duration(N_("Length so far"), derived=True, printed=True)
    sessions_planned = Count(N_("Sessions in the plan"), derived=True, printed=True)
    attendance = Notes(N_("Attendance and co-operation"), sensitive=True)
    fitness = Notes(N_("Did the methods fit"), sensitive=True, synonyms=("方法适切",))
    means_used = Notes(N_("Resources used"), sensitive=True, synonyms=("资源使用",))
    worker_says = Notes(N_("The worker's own evaluation"), sensitive=True, of_work=True, synonyms=("社工自评",))
    remark = Notes(N_("Supervisor's evaluation"), sensitive=True, of_work=True, synonyms=("督导评估",))
    result = Choice(N_("Result of the evaluation"), "evaluation_result", heading=N_("Conclusion"), required=True,
                    listed=True, suggest="close")  # fmt: skip
    conclusion = Notes(N_("Conclusion in words"), sensitive=True)

    def derive(self):
        self.attained = mean_percent(self.attainment)
        if self.case and self.attainment:
            self.attainment = recognised(self.attainment, self.case)
        if self.case and self.day:
            done = work_done(self.case, self.day)
            self.sessions, self.minutes = done.sessions, done.minutes
            plan = plan_in_force(self.case)
            self.sessions_planned = plan.times if plan else None

    def ends(self) -> bool:
        """Whether it is the last one, which leads to the closing."""
        return self.stage != "mid"

    def reached(self) -> str | None:
        """The code of goal_reached that the average stands for."""
        return reached_by(self.attained)

    def conflicts(self):
        if self.stage == "mid" and self.result == "close":
            yield Problem("stage", N_("It says to close: is it the last evaluation?"), blocks=False, repair="end")
        for line in self.attainment:
            if line.get("scale") is None and line.get("percent") is None:
                told = {"goal": line.get("goal", "")}
                yield Problem("attainment", N_("How far was this goal attained: {goal}?"), told, blocks=False)
            elif line.get("percent") == 100 and line.get("scale") in ("-2", "-1"):
                told = {"goal": line.get("goal", "")}
                yield Problem("attainment", N_("The two marks of this goal do not fit: {goal}"), told, blocks=False)

    def caption(self):
        case = self.linked("case")
        return case.caption() if case else ""
