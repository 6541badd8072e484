"""Those who work at the station."""

from models import lookup, parameters
from models.database import current
from models.errors import Problem
from models.fields import Choice, Choices, Day, Link, Money, Name, Notes, PartialDay, Phone, Text
from models.records import Record
from models.team.job_post import JobPost
from resources.language import N_

LEVELS = ("none", "assistant", "worker", "senior")


def _is_part_time(member):
    return member.time == "part"


class Staff(Record):
    """One social worker or other member of the station; also who signs commits (settled 8)."""

    title, plural, letters = N_("Staff member"), N_("Staff"), "RY"
    searched = ("name",)
    shelf = "team"

    name = Name(N_("Name"), heading=N_("Identity"), required=True, listed=True, synonyms=("社工姓名", "工作人员"))
    sex = Choice(N_("Sex"), "sex", listed=True)
    birth = PartialDay(N_("Date of birth"), synonyms=("出生日期", "出生年月"))
    phone = Phone(N_("Telephone"), listed=True, synonyms=("联系电话", "手机"))
    political = Choice(N_("Political status"), "political", synonyms=("政治面貌",))
    education = Choice(N_("Education"), "education", synonyms=("学历", "文化程度"))
    major = Text(N_("Major"), limit=100, synonyms=("专业", "所学专业"))
    origin = Choice(N_("Local or from outside"), "org_origin", synonyms=("来源", "本地/引进"))

    post = Choice(N_("Post"), "staff_post", heading=N_("Work"), listed=True, synonyms=("岗位", "职务"))
    position = Link(JobPost, N_("Place in the list of posts"), synonyms=("所占岗位",))
    trainee = Choice(N_("Group for training"), "trainee", synonyms=("培训对象类别",))
    post_level = Choice(N_("Post level"), "post_level", synonyms=("岗位等级",))
    level = Choice(N_("Certificate"), "certificate_level", listed=True, synonyms=("持证情况", "证书级别"))
    time = Choice(
        N_("Full or part time"), "staff_time", listed=True, suggest="full", synonyms=("专兼职", "专/兼职", "专职/兼职")
    )
    team_role = Choice(N_("Role in the team"), "team_role", suggest="worker", synonyms=("队伍身份",))
    duties = Choices(N_("Offices held"), "staff_duty", synonyms=("兼任职务", "身份"))
    fields = Choices(N_("Fields of work"), "work_field", synonyms=("领域", "从业领域"))
    community = Text(N_("Village or community served"), upward=True, synonyms=("服务村社区", "所在社区"))
    land = Choice(N_("Kind of community"), "land", synonyms=("社区类型",))
    supervisor_level = Choice(N_("Supervisor level"), "supervisor_level", synonyms=("督导级别",))
    tasks = Notes(N_("Duties"), synonyms=("岗位职责",))

    employer = Text(
        N_("Employed by"), limit=200, heading=N_("Employment and pay"), synonyms=("派遣单位", "派出单位", "所属机构")
    )
    contract_until = Day(N_("Contract until"), may_be_future=True, synonyms=("合同到期", "合同期限"))
    contract = Choice(N_("Kind of contract"), "contract_kind", synonyms=("合同类型",))
    pay_grade = Text(N_("Pay grade"), limit=60, synonyms=("薪酬档", "工资档次"))
    pay = Money(N_("Pay a month"), unit=N_("yuan"), sensitive=True, synonyms=("月薪", "工资"))
    compensation = Money(
        N_("Compensation a month"), unit=N_("yuan"), sensitive=True, asked_if=_is_part_time, synonyms=("兼职补偿",)
    )
    pledged = Day(N_("Signed the pledge of ethics on"), synonyms=("职业道德承诺",))
    insurance = Choices(N_("Insurance and housing fund"), "insurance", synonyms=("五险一金", "社会保险"))
    benefits = Choices(N_("Benefits"), "staff_benefit", synonyms=("优惠政策", "待遇"))

    role = Choice(
        N_("Role in the program"), "role", heading=N_("Service time"), required=True, suggest="worker", printed=False
    )
    hired = Day(N_("Employed since"), listed=True, synonyms=("入职日期",))
    was_volunteer = Day(N_("Was a volunteer until"), synonyms=("志愿者转任",))
    left = Day(N_("Left employment on"), may_be_future=True, synonyms=("离职日期",))
    why_left = Text(N_("Reason for leaving"), limit=200, asked_if=lambda member: member.left, synonyms=("离职原因",))
    note = Notes(N_("Remarks"), synonyms=("备注",))

    def derive(self):
        self.level = highest((self.level, *self._certified()))

    def _certified(self):
        """The levels of the certificates on file that are not cancelled."""
        certificate = current().tables["certificate"]
        held = certificate.alive(certificate.level).where(certificate.staff == self.id)
        return [one.level for one in held.where(certificate.state != "cancelled")]

    def conflicts(self):
        if self.hired and self.left and self.left < self.hired:
            yield "left", N_("The day of leaving is before the day of joining."), {}
        if doubt := unlike_level(self.post_level, self.level):
            yield Problem("post_level", doubt, blocks=False)

    def followers(self):
        """The post that is held, of which the places filled follow; the one held before as well."""
        ids = {self.position, *(lookup.answers(Staff, self.id, "position") or ())} - {None}
        return JobPost.alive().where(JobPost.id.in_(ids))

    def caption(self):
        return self.name or ""


def highest(levels) -> str | None:
    """The highest of certificate levels; None of none."""
    known = [level for level in levels if level in LEVELS]
    return max(known, key=LEVELS.index, default=None)


def unlike_level(post_level: str | None, certificate: str | None) -> str | None:
    """A sentence where the post asks for another certificate than is held (浙江《意见》八: 八个岗位等级)."""
    asked = next((row["certificate"] for row in parameters.table("post_levels") if row["post"] == post_level), None)
    if asked is None or certificate is None or certificate == asked:
        return None
    return N_("A post of this level asks for a certificate of another level.")
