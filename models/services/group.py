"""Group work: the group and its sessions. Members, plan and evaluation are forms of their own."""

from models import lookup, numbers
from models.errors import Problem
from models.fields import Choice, Count, Day, Duration, Lines, Link, Money, Name, Notes, Pictures, Text, Time
from models.records import Record
from models.team.staff import Staff
from resources.language import N_


class Group(Record):
    """One group (个)."""

    title, plural, letters = N_("Group"), N_("Groups"), "XZ"
    searched = ("number", "name")
    shelf = "groups"

    number = Text(
        N_("Group number"), limit=40, derived=True, printed=True, listed=True, index=True, upward=True,
        synonyms=("小组编号",),
    )  # fmt: skip
    name = Text(
        N_("Name of the group"), limit=100, heading=N_("Group"), required=True, listed=True, synonyms=("小组名称",)
    )
    kind = Choice(N_("Kind of group"), "group_kind", required=True, listed=True, synonyms=("小组类型", "类型"))
    openness = Choice(N_("Open or closed"), "group_openness", synonyms=("开放或封闭", "小组性质"))
    field = Choice(N_("Service field"), "service_field", synonyms=("服务领域",))
    worker = Link(Staff, N_("Worker responsible"), required=True, listed=True, synonyms=("主带社工",))
    started = Day(N_("Begins on"), required=True, listed=True, may_be_future=True, synonyms=("开始日期",))
    ended = Day(N_("Ends on"), listed=True, may_be_future=True, synonyms=("结束日期",))
    planned = Count(N_("Sessions planned"), most=200, unit=N_("sessions"), synonyms=("计划节数", "节数"))
    place = Text(N_("Place"), synonyms=("地点",))
    state = Choice(N_("State"), "group_state", listed=True, suggest="running", synonyms=("状态",))
    goal = Notes(N_("Goal"), synonyms=("目标",))

    def derive(self):
        self.number = self.number or numbers.next_number(self, self.started)

    def conflicts(self):
        if self.started and self.ended and self.ended < self.started:
            yield "ended", N_("The group ends before it begins."), {}

    def caption(self):
        return self.name or ""


class GroupSession(Record):
    """One session (节) of a group; who came stands in Attendance."""

    title, plural, letters = N_("Group session"), N_("Group sessions"), "ZJ"
    part_of = ("group",)
    signers = (N_("Worker:"), N_("Supervisor or lead:"), N_("Date:"))

    group = Link(Group, N_("Group"), heading=N_("This session"), required=True, listed=True, index=True)
    number = Count(N_("Session number"), required=True, listed=True, most=500, synonyms=("节次", "第几节"))
    day = Day(N_("Date"), required=True, listed=True, index=True, may_be_future=True, synonyms=("日期",))
    start = Time(N_("Start"), synonyms=("开始", "开始时间"))
    minutes = Duration(N_("Length"), listed=True, suggest=60, unit=N_("minutes"), synonyms=("时长",))
    place = Text(N_("Place"), synonyms=("地点",))
    topic = Text(N_("Topic"), listed=True, synonyms=("主题",))
    goal = Text(N_("Goal of the group session"), limit=1000, synonyms=("本节目标",))
    worker = Link(Staff, N_("Worker"), synonyms=("社工",))
    unnamed = Count(N_("Others, not named"), most=100_000, unit=N_("people"), synonyms=("不实名人数",))
    stages = Lines(
        N_("Course of the session"), heading=N_("Record"), room=6, synonyms=("环节记录",),
        columns={
            "time": Text(N_("Time"), limit=30),
            "content": Text(N_("Content"), limit=1000, required=True),
            "response": Text(N_("Response of the members"), limit=1000),
        },
    )  # fmt: skip
    notes = Notes(N_("Record of the session"), sensitive=True, synonyms=("过程记录",))
    stage = Choice(N_("Stage of the group"), "group_stage", heading=N_("Group and members"), synonyms=("小组阶段",))
    dynamics = Notes(
        N_("Group dynamics"), sensitive=True, synonyms=("小组动力",),
        hint=N_("How members speak with each other, cohesion, who leads, conflicts."),
    )  # fmt: skip
    individuals = Lines(
        N_("Individual members"), room=4, synonyms=("个别组员表现",),
        columns={"who": Name(N_("Name"), required=True), "what": Text(N_("What was seen"), limit=1000)},
    )  # fmt: skip
    reached = Choice(
        N_("Goal reached"), "goal_reached", heading=N_("Looking back"), listed=True, synonyms=("目标达成",)
    )
    reflection = Notes(N_("Worker's reflection"), sensitive=True, synonyms=("社工反思",))
    adjustment = Text(N_("Changes for the next session"), limit=1000, synonyms=("下节调整",))
    spent = Money(N_("Spent on the session"), unit=N_("yuan"), synonyms=("花费",))
    pictures = Pictures(N_("Pictures"), synonyms=("照片",))
    remark = Notes(N_("Supervisor's notes"), sensitive=True, synonyms=("督导批注",))

    def conflicts(self):
        if self.number == 0:
            yield "number", N_("Sessions are counted from 1."), {}
        group = self.linked("group")
        if not group:
            return
        if self.day and group.started and self.day < group.started:
            yield Problem("day", N_("The group begins later, on {day}."), {"day": group.started.isoformat()})
        if self.day and group.ended and self.day > group.ended:
            yield Problem("day", N_("The group ended on {day}."), {"day": group.ended.isoformat()})
        if lookup.has_twin(self, "group", "number"):
            yield Problem("number", N_("There is a session {number} already."), {"number": self.number})

    def caption(self):
        group = self.linked("group")
        return f"{group.caption() if group else ''} {self.number or ''}".strip()
