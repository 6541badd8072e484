"""Group work: the group, its members, its sessions."""

from models import lookup, numbers
from models.errors import Problem
from models.fields import Choice, Count, Day, Duration, Link, Notes, Text, Time
from models.people.person import Person
from models.records import Record
from models.team.staff import Staff
from resources.language import N_


class Group(Record):
    """One group (个) with its plan."""

    title, plural, letters = N_("Group"), N_("Groups"), "XZ"
    searched = ("number", "name")

    number = Text(
        N_("Group number"), limit=40, derived=True, listed=True, index=True, upward=True, synonyms=("小组编号",)
    )
    name = Text(
        N_("Name of the group"), limit=100, heading=N_("Group"), required=True, listed=True, synonyms=("小组名称",)
    )
    kind = Choice(N_("Kind of group"), "group_kind", required=True, listed=True, synonyms=("小组类型", "类型"))
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


class GroupMember(Record):
    """A person in a group."""

    title, plural, letters = N_("Group member"), N_("Group members"), "XY"

    group = Link(Group, N_("Group"), required=True, listed=True, index=True)
    person = Link(Person, N_("Person"), required=True, listed=True, index=True)
    joined = Day(N_("Joined on"), listed=True, may_be_future=True)
    left = Day(N_("Left on"), listed=True, may_be_future=True)

    def conflicts(self):
        if self.joined and self.left and self.left < self.joined:
            yield "left", N_("The day of leaving is before the day of joining."), {}
        if lookup.has_twin(self, "group", "person"):
            yield "person", N_("This person is in the group already."), {}


class GroupSession(Record):
    """One session (节) of a group; who came stands in Attendance."""

    title, plural, letters = N_("Group session"), N_("Group sessions"), "ZJ"

    group = Link(Group, N_("Group"), heading=N_("Session"), required=True, listed=True, index=True)
    number = Count(N_("Session number"), required=True, listed=True, most=500, synonyms=("节次", "第几节"))
    day = Day(N_("Date"), required=True, listed=True, index=True, may_be_future=True, synonyms=("日期",))
    start = Time(N_("Start"), synonyms=("开始", "开始时间"))
    minutes = Duration(N_("Length"), listed=True, suggest=60, unit=N_("minutes"), synonyms=("时长",))
    topic = Text(N_("Topic"), listed=True, synonyms=("主题",))
    worker = Link(Staff, N_("Worker"), synonyms=("社工",))
    unnamed = Count(N_("Others, not named"), most=100_000, unit=N_("people"), synonyms=("不实名人数",))
    notes = Notes(N_("Record of the session"), heading=N_("Record"), sensitive=True, synonyms=("过程记录",))

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
