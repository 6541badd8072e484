"""Community activities, and who came to an activity or a group session. Plan and evaluation are forms of their own."""

from models import lookup, numbers
from models.database import current
from models.errors import Problem
from models.fields import Choice, Count, Day, Duration, Lines, Link, Money, Name, Notes, Pictures, Text, Time, YesNo
from models.people.person import Person
from models.records import Record
from models.services.group import GroupSession
from models.team.staff import Staff
from resources.language import N_


class Activity(Record):
    """One activity (场) and its record. It may be entered ahead, so that its sign-in sheet can be printed."""

    title, plural, letters = N_("Activity"), N_("Activities"), "HD"
    searched = ("number", "name")
    shelf = "activities"
    signers = (N_("Worker:"), N_("Supervisor or lead:"), N_("Date:"))

    number = Text(
        N_("Activity number"), limit=40, derived=True, printed=True, listed=True, index=True, upward=True,
        synonyms=("活动编号",),
    )  # fmt: skip
    name = Text(
        N_("Name of the activity"),
        limit=100,
        heading=N_("Activity"),
        required=True,
        listed=True,
        synonyms=("活动名称",),
    )
    kind = Choice(N_("Kind of activity"), "activity_kind", required=True, listed=True, synonyms=("活动类别", "类别"))
    field = Choice(N_("Service field"), "service_field", synonyms=("服务领域",))
    day = Day(
        N_("Date"), required=True, listed=True, index=True, may_be_future=True,
        suggest=lambda activity: current().today(), synonyms=("日期", "活动日期"),
    )  # fmt: skip
    start = Time(N_("Start"), synonyms=("开始", "开始时间"))
    minutes = Duration(N_("Length"), unit=N_("minutes"), synonyms=("时长",))
    place = Text(N_("Place"), listed=True, synonyms=("地点", "活动地点"))
    setting = Choice(N_("Indoors or outdoors"), "setting", synonyms=("室内外",))
    village = Text(N_("Village or community"), listed=True, upward=True, synonyms=("村（社区）",))
    host = Text(N_("Organiser"), synonyms=("主办", "活动组织单位"))
    undertaker = Text(N_("Undertaken by"), synonyms=("承办",))
    partners = Text(N_("With the help of"), limit=300, synonyms=("协办",))
    worker = Link(Staff, N_("Worker responsible"), listed=True, synonyms=("负责社工", "记录人"))
    unnamed = Count(
        N_("Others, not named"), heading=N_("What came of it"), listed=True, most=1_000_000, unit=N_("people"),
        synonyms=("不实名人数",),
    )  # fmt: skip
    audience = Lines(
        N_("Those not named, by category"), room=3, sums=("people",), synonyms=("分类别人数",),
        columns={
            "category": Choice(N_("Category"), "category", required=True),
            "people": Count(N_("Number of people"), most=1_000_000),
        },
    )  # fmt: skip
    volunteers = Count(N_("Volunteers"), most=100_000, unit=N_("person-times"), synonyms=("志愿者人次",))
    volunteer_time = Duration(N_("Volunteers' time in all"), synonyms=("志愿服务时长",))
    materials = Count(N_("Leaflets given out"), most=1_000_000, unit=N_("copies"), synonyms=("资料份数", "发放资料"))
    charity = YesNo(N_("For public benefit"), suggest="no", synonyms=("公益慈善活动",))
    policy = YesNo(N_("Policy publicity"), suggest="no", synonyms=("政策宣讲宣传",))
    recurring = YesNo(N_("Held regularly"), suggest="no", synonyms=("常态化活动", "常态化开展"))
    notes = Notes(N_("Record of the activity"), heading=N_("Record"), synonyms=("过程", "活动记录"))
    incidents = Notes(N_("Incidents"), copied=False, synonyms=("意外事件",))
    press = Text(N_("Reported in"), copied=False, limit=500, synonyms=("宣传报道", "宣传报道链接"))
    expenses = Lines(
        N_("Expenses"), room=3, sums=("amount",), synonyms=("支出",),
        columns={"item": Text(N_("Item"), required=True), "amount": Money(N_("Amount"))},
    )  # fmt: skip
    pictures = Pictures(N_("Pictures"), synonyms=("照片",))

    def derive(self):
        self.number = self.number or numbers.next_number(self, self.day)

    def conflicts(self):
        named = type(self).audience.total(self.audience, "people")
        if self.unnamed is not None and named > self.unnamed:
            yield Problem("audience", N_("These are more people than were counted without a name."), blocks=False)

    def caption(self):
        return self.name or ""


class Attendance(Record):
    """One person at one event: one row, one 人次. A newcomer may be a name only."""

    title, plural, letters = N_("Attendance"), N_("Attendances"), "CX"

    session = Link(GroupSession, N_("Group session"), index=True)
    activity = Link(Activity, N_("Activity"), index=True)
    person = Link(Person, N_("Person"), listed=True, index=True)
    name = Name(N_("Name of a newcomer"), listed=True, asked_if=lambda row: not row.person)
    state = Choice(N_("Attendance"), "attendance", required=True, listed=True, suggest="present")
    reason = Text(N_("Reason for absence"), asked_if=lambda row: row.state == "absent")
    proxy = Name(N_("Signed on behalf by"), asked_if=lambda row: row.state != "absent", synonyms=("代签人",))

    @property
    def event(self):
        """The session or activity this row belongs to; None while it names neither."""
        return self.linked("session") or self.linked("activity")

    @classmethod
    def of(cls, event) -> list:
        """The rows of one session or activity, in the order in which they were written."""
        link = cls.activity if isinstance(event, Activity) else cls.session
        return list(cls.alive().where(link == event.id).order_by(cls.id))

    def conflicts(self):
        if bool(self.session) == bool(self.activity):
            yield None, N_("Attendance belongs to one session or one activity."), {}
        if not self.person and not self.name:
            yield "person", N_("Name who came."), {}
        if lookup.has_twin(self, "person", "session") or lookup.has_twin(self, "person", "activity"):
            yield "person", N_("This person stands on the sheet already."), {}
        event = self.event
        if event and event.day and event.day > current().today():
            yield Problem("state", N_("This event lies ahead: attendance is ticked afterwards."))

    def caption(self):
        person = self.linked("person")
        return (person.name if person else self.name) or ""
