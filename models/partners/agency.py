"""Agencies: social organisations that employ social workers and undertake what is purchased."""

from datetime import timedelta

from models import credit_code, parameters
from models.due import Due
from models.errors import Problem
from models.fields import Choice, Choices, Count, Day, Lines, Money, Name, Phone, Text, YesNo
from models.partners import credibility, party
from models.records import Record
from resources.language import N_


def _has_grade(agency):
    return agency.grade not in (None, "none")


class Agency(Record):
    """One agency (社会工作服务机构) with its registration, people, party building, grade and credit."""

    title, plural, letters = N_("Agency"), N_("Agencies"), "JGZ"
    shelf, searched = "partners", ("name", "code", "head")

    name = Text(
        N_("Name of the agency"), heading=N_("Registration"), required=True, listed=True,
        synonyms=("机构名称", "单位名称"),
    )  # fmt: skip
    code = Text(N_("Social credit code"), limit=18, synonyms=("统一社会信用代码", "信用代码"))
    legal_form = Choice(N_("Kind of registration"), "legal_form", required=True, listed=True, synonyms=("登记类型",))
    registered = Day(N_("Day of registration"), synonyms=("登记日期", "成立日期"))
    authority = Text(N_("Registration authority"), synonyms=("登记管理机关", "发证机关"))
    supervisor = Text(N_("Supervising department"), synonyms=("业务主管", "业务主管单位"))
    head = Name(N_("Legal representative"), listed=True, synonyms=("法定代表人", "法人代表"))
    phone = Phone(N_("Telephone"), synonyms=("联系电话",))
    address = Text(N_("Registered seat"), synonyms=("地址", "住所"))
    funds = Money(N_("Registered funds"), unit=N_("yuan"), synonyms=("注册资金", "开办资金"))
    state = Choice(N_("State of the organisation"), "agency_state", required=True, suggest="working")
    staff = Count(N_("Employees"), heading=N_("People and fields"), synonyms=("员工数", "从业人数"))
    certified = Count(N_("Of these, certified"), listed=True, synonyms=("持证数", "持证人数"))
    fields = Choices(N_("Fields of service"), "work_field", synonyms=("服务领域", "领域"))
    skills = Choices(N_("Capacities"), "agency_skill", synonyms=("机构能力",))
    origin = Choice(N_("Where it comes from"), "org_origin", suggest="local", synonyms=("本地/外来",))
    localised = Day(
        N_("Became local on"), asked_if=lambda agency: agency.origin == "localised", synonyms=("本地化日期",)
    )
    brand = Text(N_("Brand"), synonyms=("品牌",))
    hub = YesNo(N_("Hub organisation"))
    members = Text(
        N_("Member organisations (1+N)"), limit=1000, hint=N_("Where it leads a network, the organisations in it")
    )
    party_members = Count(N_("Formal party members"), heading=N_("Party building"), synonyms=("党员数", "正式党员"))
    instructor = Name(N_("Instructor"), asked_if=lambda agency: agency.party_form == "instructor")
    party_form = Choice(N_("Form of party building"), "party_form", listed=True, synonyms=("党组织形式",))
    party_asked = Choice(N_("Form asked for"), "party_form", derived=True)
    grade = Choice(
        N_("Assessment grade"),
        "org_grade",
        heading=N_("Grade and credit"),
        listed=True,
        synonyms=("评估等级", "等级"),
    )
    graded = Day(N_("Graded on"), asked_if=_has_grade)
    grade_until = Day(
        N_("Grade valid until"), asked_if=_has_grade, may_be_future=True, listed=True, synonyms=("等级有效期",)
    )
    qualifications = Lines(
        N_("Qualifications"), room=2,
        columns={
            "name": Text(N_("Qualification"), required=True),
            "by": Text(N_("Authority that gave it")),
            "until": Day(N_("Valid until"), may_be_future=True),
        },
    )  # fmt: skip
    credibility = Choice(
        N_("Credibility"), "credibility",
        hint=N_("From satisfaction surveys; who stands at C undertakes no purchased project"),
    )  # fmt: skip
    credit = Lines(
        N_("Credit record"), room=2,
        columns={
            "day": Day(N_("Date"), required=True),
            "kind": Choice(N_("Kind"), "credit_event", required=True),
            "what": Text(N_("What it did"), limit=500, required=True),
        },
    )  # fmt: skip
    note = Text(N_("Remarks"), limit=1000, synonyms=("备注",))

    def derive(self):
        self.code = credit_code.tidy(self.code)
        self.party_asked = party.suggested_form(self.party_members)

    def conflicts(self):
        if self.code and (sentence := credit_code.problem(self.code)):
            yield Problem("code", sentence, blocks=False)
        if self.staff is not None and (self.certified or 0) > self.staff:
            yield "certified", N_("More are certified than are employed."), {}
        if sentence := party.doubt(self.party_members, self.party_form):
            yield Problem("party_form", sentence, blocks=False, repair=party.suggested_form(self.party_members))
        measured = self.measured_credibility()
        if measured and self.credibility and measured > self.credibility:
            sentence = N_("The satisfaction surveys of its projects give a lower credibility than this.")
            yield Problem("credibility", sentence, blocks=False, repair=measured)
        if self.graded and self.grade_until and self.grade_until < self.graded:
            yield "grade_until", N_("The grade ends before it was given."), {}

    def measured_credibility(self) -> str | None:
        """The grade by the satisfaction surveys in its projects; None where there are none."""
        return credibility.grade(*credibility.measured(self)) if self.id else None

    def may_undertake(self, day) -> bool:
        """Whether nothing on file keeps it from a purchased project that begins on `day`: credibility, registration."""
        begun = not (self.registered and day < self.registered)
        return begun and self.state != "ended" and self.credibility != "c"


def grades_due(store) -> list[Due]:
    """Grades and qualifications of working agencies that run out within the days of notify_before_days, or have."""
    soon = store.today() + timedelta(parameters.value("notify_before_days"))
    found = []
    for agency in Agency.alive().where(Agency.station == store.unit, Agency.state == "working"):
        days = [agency.grade_until] if agency.grade_until else []
        days += [line["until"] for line in agency.qualifications if line.get("until")]
        found += [Due("agency", agency.id, agency.caption(), None, None, day) for day in days if day <= soon]
    return sorted(found, key=lambda due: due.day)
