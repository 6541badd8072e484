"""Volunteers: the basic facts that 民政部令第67号 asks for, and what keeps them and those they serve safe."""

from datetime import timedelta

from models import ages, lookup, numbers, parameters
from models.database import current
from models.due import Due
from models.errors import Problem
from models.fields import Choice, Choices, Day, IdNumber, Link, Links, Name, PartialDay, Phone, Text, YesNo
from models.people.person import Person
from models.records import Record
from models.team.staff import Staff
from models.volunteering.team import VolunteerTeam
from resources.language import N_


def _is_minor(volunteer):
    return volunteer.is_minor()


def _is_insured(volunteer):
    return volunteer.insured == "yes"


class Volunteer(Record):
    """One volunteer: the basic facts of Order 67, article 5."""

    title, plural, letters = N_("Volunteer"), N_("Volunteers"), "ZY"
    shelf, searched = "volunteers", ("name", "number", "id_number", "phone")
    signers = (N_("Volunteer or guardian:"), N_("Registered by:"), N_("Station lead:"), N_("Date:"))

    name = Name(
        N_("Name"), heading=N_("Identity"), required=True, listed=True, index=True,
        synonyms=("姓名", "志愿者姓名"),
    )  # fmt: skip
    sex = Choice(N_("Sex"), "sex", listed=True, synonyms=("性别",))
    birth = PartialDay(N_("Date of birth"), synonyms=("出生日期",))
    id_number = IdNumber(N_("ID document number"), index=True, synonyms=("身份证号", "身份证号码", "证件号码"))
    political = Choice(N_("Political status"), "political", synonyms=("政治面貌",))
    occupation = Text(N_("Occupation or unit"), limit=100, synonyms=("职业", "工作单位", "职业/单位"))
    phone = Phone(N_("Telephone"), listed=True, synonyms=("联系电话", "电话", "联系方式"))
    email = Text(N_("E-mail"), limit=100, sensitive=True, synonyms=("邮箱", "电子邮箱"))
    village = Text(N_("Village or community"), listed=True, upward=True, synonyms=("居住区域", "村（社区）"))
    number = Text(N_("Volunteer number"), limit=40, listed=True, index=True, synonyms=("志愿者编号", "统一编号"))
    skills = Choices(N_("Skills"), "volunteer_skill", heading=N_("Service"), synonyms=("专业技能",))
    services = Choices(N_("Kinds of service"), "volunteer_service", listed=True, synonyms=("服务类别",))
    times = Choices(N_("Available times"), "available_time", synonyms=("可服务时间", "服务时间"))
    teams = Links(VolunteerTeam, N_("Teams"), synonyms=("所属队伍", "志愿队伍"))
    registered = Day(
        N_("Registered on"), required=True, listed=True, suggest=lambda volunteer: current().today(),
        synonyms=("注册日期", "注册时间"),
    )  # fmt: skip
    state = Choice(N_("State"), "volunteer_state", required=True, listed=True, suggest="active", synonyms=("状态",))
    agreed = YesNo(N_("Agrees that the facts are entered"), hint=N_("Order 67, article 6"), synonyms=("同意录入信息",))
    national = Day(N_("In the national network since"), synonyms=("全国系统注册日期",))
    health = Choice(
        N_("Health, as stated"), "health_state", heading=N_("Safety"), sensitive=True, synonyms=("健康状况",)
    )
    health_note = Text(N_("Tasks to avoid"), limit=300, sensitive=True, synonyms=("健康注意",))
    told = YesNo(N_("Told of the risks"), hint=N_("Rules on volunteering, articles 12 and 13"), synonyms=("风险告知",))
    guardian = Name(N_("Guardian"), asked_if=_is_minor, synonyms=("监护人", "监护人姓名"))
    guardian_phone = Phone(N_("Guardian's telephone"), asked_if=_is_minor, synonyms=("监护人电话",))
    guardian_consent = YesNo(N_("Guardian agrees"), asked_if=_is_minor, synonyms=("监护人同意",))
    contact = Text(N_("Emergency contact"), limit=100, sensitive=True, synonyms=("紧急联系人",))
    insured = YesNo(N_("Insured against accidents"), synonyms=("是否投保", "人身意外伤害保险"))
    insurer = Text(N_("Insurance company"), limit=100, asked_if=_is_insured, synonyms=("保险公司",))
    policy_no = Text(N_("Number of the policy"), limit=60, asked_if=_is_insured, synonyms=("保险单号", "保单号"))
    insured_until = Day(
        N_("Insured until"), asked_if=_is_insured, may_be_future=True, listed=True, index=True,
        synonyms=("保险止期", "保险到期日"),
    )  # fmt: skip
    worker = Link(Staff, N_("Recruited by"), heading=N_("Registered here"), synonyms=("招募社工", "负责社工"))
    person = Link(Person, N_("Also served as"))
    note = Text(N_("Remarks"), limit=500, synonyms=("备注",))

    def derive(self):
        self.number = self.number or numbers.next_number(self, self.registered)

    def is_minor(self) -> bool:
        """Whether the volunteer was under 18 when registered."""
        age = ages.full_years(self.birth, self.registered or current().today())
        return age is not None and age < parameters.value("adult_age")

    def conflicts(self):
        if self.is_minor() and self.guardian_consent != "yes":
            yield Problem("guardian_consent", N_("A volunteer under 18 needs the guardian's consent."), blocks=False)
        if self.is_insured and not self.insured_until:
            yield Problem("insured_until", N_("Write down until when the insurance runs."), blocks=False)
        if self.id_number not in (None, "", "无") and lookup.has_twin(self, "id_number"):
            yield Problem("id_number", N_("A volunteer with this ID document number is on file already."), blocks=False)

    @property
    def is_insured(self) -> bool:
        return _is_insured(self)

    def caption(self):
        return self.name or ""


def insurance_due(store) -> list[Due]:
    """Volunteers at work whose insurance runs out soon or has, the earliest first."""
    soon = store.today() + timedelta(parameters.value("notify_before_days"))
    rows = Volunteer.alive().where(Volunteer.station == store.unit, Volunteer.insured_until <= soon)
    rows = rows.where(Volunteer.state == "active").order_by(Volunteer.insured_until)
    return [Due("volunteer", one.id, one.name or "", one.village, None, one.insured_until) for one in rows]
