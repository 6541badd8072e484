"""The plan and agreement (服务计划与协议): goals that can be measured, who does what, and who agreed to it."""

from models.casework.case import Case
from models.casework.goals import goal_number, numbered
from models.database import current
from models.errors import Problem
from models.fields import Choice, Choices, Count, Day, Line, Lines, Link, Notes, Text
from models.process import Move, Process
from models.records import Record
from models.team.staff import Staff
from resources.language import N_

_GOALS = {
    "no": goal_number(), "goal": Text(N_("Goal"), limit=300, required=True),
    "measure": Text(N_("Measured by"), limit=200), "before": Text(N_("Baseline"), limit=100),
    "target": Text(N_("Value aimed at"), limit=100), "by": Day(N_("Term"), may_be_future=True),
    "state": Choice(N_("State"), "goal_state"),
}  # fmt: skip
_STEPS = {
    "step": Text(N_("Step of action"), limit=300, required=True), "who": Text(N_("Responsible"), limit=60),
    "when": Day(N_("Time"), may_be_future=True), "means": Text(N_("Resources needed"), limit=200),
}  # fmt: skip
_RISKS = {
    "risk": Text(N_("Possible difficulty"), limit=200, required=True),
    "answer": Text(N_("Way to meet it"), limit=200),
}
_KEPT = (
    "case", "aim", "focus", "goals", "levels", "models_used", "strategy", "steps_agreed", "times", "until", "method",
    "risks", "partners", "roles", "secrecy", "worker",
)  # fmt: skip

AGREEING = Process(
    "state",
    (
        Move("submit", N_("Submit the plan"), ("draft",), "waiting", needs=("aim", "goals")),
        Move("approve", N_("Approve the plan"), ("waiting",), "agreed", roles=("lead",), needs=("signed",),
             stamps={"approved_by": "user", "approved_on": "today"}),
        Move("return", N_("Return the plan"), ("waiting",), "draft", roles=("lead",), why=True),
        Move("replace", N_("Put out of force"), ("agreed",), "replaced"),
    ),
    first=("draft",),
)  # fmt: skip


class CasePlan(Record):
    """One version of the plan of a case; what is changed later is a new version that is signed anew."""

    title, plural, letters = N_("Plan and agreement"), N_("Plans and agreements"), "GAJH"
    part_of, process = ("case",), AGREEING
    signers = (
        N_("Person served or guardian:"), N_("Worker:"), N_("Opinion of the supervisor or lead:"), N_("Date:")
    )  # fmt: skip

    case = Link(Case, N_("Case"), heading=N_("Aim and goals"), required=True, listed=True, index=True)
    version = Count(N_("Version"), derived=True, printed=True, most=1000)
    day = Day(N_("Written on"), required=True, listed=True, suggest=lambda plan: current().today())
    aim = Notes(N_("Overall aim"), required=True, sensitive=True, synonyms=("总目标",))
    focus = Notes(N_("Problems and people in focus"), sensitive=True, synonyms=("关注的问题与对象",))
    goals = Lines(N_("Goals that can be measured"), columns=_GOALS, sensitive=True, room=5, synonyms=("具体目标",))
    levels = Choices(N_("Levels of work"), "work_level", heading=N_("Way of working"), synonyms=("介入层面",))
    models_used = Choices(N_("Model of work"), "case_model", synonyms=("理论模式",))
    strategy = Notes(N_("Strategy"), sensitive=True, synonyms=("介入策略",))
    steps_agreed = Lines(N_("Steps of action"), columns=_STEPS, sensitive=True, room=5)
    times = Count(N_("Sessions expected"), most=500, synonyms=("预计次数",))
    until = Day(N_("Expected to end"), may_be_future=True, synonyms=("预计期限",))
    method = Notes(N_("How it will be evaluated"), synonyms=("评估方法",))
    risks = Lines(N_("Difficulties and ways to meet them"), columns=_RISKS, sensitive=True, room=3)
    partners = Text(N_("Others who take part"), limit=300, synonyms=("合作者",))
    roles = Notes(N_("What each side does, rights and duties"), heading=N_("Agreement"), synonyms=("双方角色",))
    secrecy = Notes(
        N_("Secrecy and its limits"), synonyms=("保密及例外",),
        hint=N_("Secrecy ends where life or a child is in danger: then the law asks for a report."),
    )  # fmt: skip
    opinion = Notes(N_("What the person says to it"), sensitive=True, synonyms=("服务对象意见",))
    signed = Day(N_("Signed by the person on"), listed=True)
    worker = Link(Staff, N_("Worker"), required=True)
    approved_by = Link(Staff, N_("Approved by"), derived=True, printed=True)
    approved_on = Day(N_("Approved on"), derived=True, printed=True, upward=True)
    state = Choice(N_("State of the plan"), "case_plan_state", required=True, listed=True, suggest="draft")
    revises = Link("CasePlan", N_("Revises the version"), derived=True)

    def derive(self):
        others = self._others()
        self.version = self.version or 1 + max((plan.version or 0 for plan in others), default=0)
        self.goals = numbered(self.goals, [goal for plan in others for goal in plan.goals])

    def _others(self):
        return list(CasePlan.select().where(CasePlan.case == self.case, CasePlan.id != self.id))

    def conflicts(self):
        for goal in self.goals:
            if not (goal.get("measure") and goal.get("by")):
                told = {"number": goal.get("no") or ""}
                yield Problem("goals", N_("Goal {number} has no measure or no term yet."), told, blocks=False)
        if self.signed and self.day and self.signed < self.day:
            yield "signed", N_("Signed before it was written."), {}

    def missing(self, move):
        if move.name == "submit" and not self.signed:
            yield Problem("signed", N_("The person has not signed yet."), blocks=False)

    def move(self, name, *, why=None, batch=None):
        """As for all forms; the version agreed on puts the earlier ones out of force."""
        with current().writing():
            done = super().move(name, why=why, batch=batch)
            if name == "approve":
                for plan in self._others():
                    if plan.state == "agreed" and not plan.deleted:
                        plan.move("replace", batch=batch)
        return done

    def revised(self):
        """The next version with the answers of this one, neither signed nor approved; not yet saved."""
        fresh = CasePlan.new(**{name: getattr(self, name) for name in _KEPT}, revises=self.id)
        fresh.goals = tuple(Line(goal) for goal in self.goals)
        return fresh

    @property
    def turn(self):
        """Which version it is, as its line in the course of the case says."""
        return self.version

    def caption(self):
        case = self.linked("case")
        return case.caption() if case else ""
