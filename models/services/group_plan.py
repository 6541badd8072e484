"""The plan of a group (小组计划书), approved by the lead before the group begins."""

from models.fields import Choice, Count, Day, Duration, Lines, Link, Links, Notes, Text
from models.linking.need import Need
from models.records import Record
from models.services.approval import SIGNERS, approval, budget_columns, unlike_amounts, with_amounts
from models.services.group import Group
from models.team.staff import Staff
from resources.language import N_


class GroupPlan(Record):
    """Why, for whom, how and with what a group is held, one record a version (MZ/T 095-2017: 筹备)."""

    title, plural, letters = N_("Group plan"), N_("Group plans"), "XJ"
    part_of, comes_first = ("group",), True
    facts = (
        ("group", "kind"),
        ("group", "openness"),
        ("group", "started"),
        ("group", "ended"),
        ("group", "planned"),
        ("group", "place"),
    )
    signers = SIGNERS
    process = approval("background", "goal", "agenda")

    group = Link(Group, N_("Group"), heading=N_("Group plan"), required=True, listed=True, index=True)
    model = Choice(N_("Model"), "group_model", synonyms=("理论与模式",))
    theory = Text(N_("Theory"), limit=500, synonyms=("理论",))
    background = Notes(N_("Background and needs"), heading=N_("Grounds and goals"), synonyms=("背景与需求依据", "背景"))
    needs = Links(Need, N_("Needs it answers"), synonyms=("需求依据",))
    aim = Notes(N_("Aim"), synonyms=("目的",))
    goal = Notes(N_("Goals"), synonyms=("目标", "具体目标"))
    whom = Notes(N_("Whom it is for"), heading=N_("Members to be"), synonyms=("服务对象特征", "组员特征"))
    recruiting = Text(N_("How members are found"), limit=500, synonyms=("招募方式",))
    criteria = Text(N_("Who may join"), limit=500, synonyms=("筛选标准",))
    least = Count(N_("Members at least"), most=1000, unit=N_("people"), synonyms=("人数下限",))
    most = Count(N_("Members at most"), most=1000, unit=N_("people"), synonyms=("人数上限",))
    frequency = Text(N_("How often"), heading=N_("Sessions of the group"), limit=100, synonyms=("频次",))
    minutes = Duration(N_("Length of a session"), unit=N_("minutes"), suggest=60, synonyms=("每节时长",))
    assistants = Links(Staff, N_("Assisting workers"), synonyms=("协助社工",))
    volunteers = Text(N_("Volunteers"), limit=200, synonyms=("志愿者",))
    agenda = Lines(
        N_("Sessions as planned"), room=6, synonyms=("各节安排",),
        columns={
            "topic": Text(N_("Topic"), required=True),
            "aim": Text(N_("Goal"), limit=500),
            "content": Text(N_("Content and time"), limit=1000),
            "materials": Text(N_("Materials"), limit=300),
            "responsible": Text(N_("Responsible"), limit=60),
        },
    )  # fmt: skip
    difficulties = Lines(
        N_("Difficulties expected"), heading=N_("Safeguards"), room=3, synonyms=("预计困难与应对",),
        columns={
            "difficulty": Text(N_("Difficulty"), limit=500, required=True),
            "answer": Text(N_("How it is met"), limit=500),
        },
    )  # fmt: skip
    evaluation = Notes(N_("How it is evaluated"), synonyms=("评估方法",))
    budget = Lines(
        N_("Budget"), heading=N_("Budget"), columns=budget_columns(), sums=("amount",), room=5, synonyms=("预算",)
    )
    state = Choice(
        N_("State of the plan"), "approval", heading=N_("Approval"), required=True, listed=True, suggest="draft"
    )
    remark = Text(N_("Remark of the lead"), limit=500, synonyms=("审批意见",))
    approved_by = Link(Staff, N_("Approved by"), derived=True, printed=True, listed=True)
    approved_on = Day(N_("Approved on"), derived=True, printed=True, listed=True)

    def derive(self):
        self.budget = with_amounts(self.budget)

    def conflicts(self):
        if self.least is not None and self.most is not None and self.most < self.least:
            yield "most", N_("At most is less than at least."), {}
        yield from unlike_amounts("budget", self.budget)

    def caption(self):
        group = self.linked("group")
        return group.caption() if group else ""


def latest_plan(group) -> GroupPlan | None:
    """The plan of a group that was made last."""
    return GroupPlan.alive().where(GroupPlan.group == group).order_by(GroupPlan.id.desc()).first()


def planned(group, number: int) -> dict:
    """What the plan says of the session with that number, as answers of its record."""
    plan = latest_plan(group)
    agenda = plan.agenda if plan else ()
    if not 0 < number <= len(agenda):
        return {}
    line = agenda[number - 1]
    return {answer: line[column] for answer, column in (("topic", "topic"), ("goal", "aim")) if line.get(column)}
