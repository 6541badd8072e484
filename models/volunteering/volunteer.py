"""Volunteers and the hours they give (民政部令第67号: name, day, place, content, time, organiser, leader)."""

from models import ages, numbers, parameters
from models.database import current
from models.errors import Problem
from models.fields import Choice, Choices, Day, Duration, IdNumber, Link, Name, PartialDay, Phone, Text, Time, YesNo
from models.people.person import Person
from models.records import Record
from models.services.activity import Activity
from resources.language import N_


class Volunteer(Record):
    """One volunteer: the basic facts of Order 67, article 5."""

    title, plural, letters = N_("Volunteer"), N_("Volunteers"), "ZY"
    searched = ("name", "number", "id_number", "phone")

    name = Name(
        N_("Name"), heading=N_("Identity"), required=True, listed=True, index=True,
        synonyms=("姓名", "志愿者姓名"),
    )  # fmt: skip
    sex = Choice(N_("Sex"), "sex", listed=True, synonyms=("性别",))
    birth = PartialDay(N_("Date of birth"), synonyms=("出生日期",))
    id_number = IdNumber(N_("Number of papers"), index=True, synonyms=("身份证号", "身份证号码", "证件号码"))
    phone = Phone(N_("Telephone"), listed=True, synonyms=("联系电话", "电话", "联系方式"))
    village = Text(N_("Village or neighbourhood"), listed=True, upward=True, synonyms=("居住区域", "村（社区）"))
    number = Text(N_("Volunteer number"), limit=40, listed=True, index=True, synonyms=("志愿者编号", "统一编号"))
    skills = Choices(N_("Skills"), "volunteer_skill", heading=N_("Service"), synonyms=("专业技能",))
    services = Choices(N_("Kinds of service"), "volunteer_service", listed=True, synonyms=("服务类别",))
    registered = Day(
        N_("Registered on"), required=True, listed=True, suggest=lambda volunteer: current().today(),
        synonyms=("注册日期", "注册时间"),
    )  # fmt: skip
    state = Choice(N_("State"), "volunteer_state", required=True, listed=True, suggest="active", synonyms=("状态",))
    guardian_consent = YesNo(N_("Guardian agrees"), asked_if=lambda volunteer: volunteer.is_minor())
    person = Link(Person, N_("Also served as"))

    def derive(self):
        self.number = self.number or numbers.next_number(self, self.registered)

    def is_minor(self) -> bool:
        """Whether the volunteer was under 18 when registered."""
        age = ages.full_years(self.birth, self.registered or current().today())
        return age is not None and age < parameters.value("adult_age")

    def conflicts(self):
        if self.is_minor() and self.guardian_consent != "yes":
            yield Problem("guardian_consent", N_("A volunteer under 18 needs the guardian's consent."), blocks=False)

    def caption(self):
        return self.name or ""


class VolunteerHours(Record):
    """One shift of one volunteer on one day, in minutes, without the way there and back."""

    title, plural, letters = N_("Volunteer hours"), N_("Volunteer hours"), "SC"

    volunteer = Link(Volunteer, N_("Volunteer"), heading=N_("Shift"), required=True, listed=True, index=True)
    activity = Link(Activity, N_("Activity"), listed=True, index=True)
    day = Day(
        N_("Date"), required=True, listed=True, index=True, suggest=lambda hours: current().today(), synonyms=("日期",)
    )
    start = Time(N_("Start"), required=True, listed=True, synonyms=("开始", "开始时间"))
    end = Time(N_("End"), required=True, listed=True, synonyms=("结束", "结束时间"))
    minutes = Duration(N_("Length"), derived=True, listed=True, unit=N_("minutes"), synonyms=("时长", "服务时长"))
    content = Text(N_("Content of service"), limit=500, heading=N_("Service"), synonyms=("服务内容", "活动名称"))
    place = Text(N_("Place"), synonyms=("地点",))
    organiser = Text(N_("Organising unit"), synonyms=("活动组织单位", "组织单位"))
    leader = Text(N_("Activity leader"), limit=50, synonyms=("活动负责人", "负责人"))
    state = Choice(N_("State"), "hours_state", required=True, listed=True, suggest="pending", synonyms=("状态",))

    def derive(self):
        if self.start and self.end:
            self.minutes = _minutes(self.end) - _minutes(self.start)

    def conflicts(self):
        if not (self.day and self.start and self.end):
            return
        if self.end <= self.start:
            yield "end", N_("A shift ends later on the same day than it starts."), {}
        now = current().now()
        if (self.day, _minutes(self.end)) > (now.date(), now.hour * 60 + now.minute):
            yield "end", N_("This shift has not ended yet."), {}
        if self.state != "void" and (other := self._overlap()):
            yield Problem(
                "start", N_("This volunteer served from {start} to {end} already."),
                {"start": f"{other.start:%H:%M}", "end": f"{other.end:%H:%M}"},
            )  # fmt: skip

    def _overlap(self):
        return (
            VolunteerHours.alive()
            .where(VolunteerHours.volunteer == self.volunteer, VolunteerHours.day == self.day)
            .where(VolunteerHours.start < self.end, VolunteerHours.end > self.start)
            .where(VolunteerHours.id != self.id, VolunteerHours.state != "void")
            .first()
        )

    def caption(self):
        volunteer = self.linked("volunteer")
        return volunteer.caption() if volunteer else ""


def _minutes(time):
    return time.hour * 60 + time.minute
