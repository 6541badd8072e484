"""Volunteer teams (志愿服务队伍) of station and villages."""

from models import lookup, numbers
from models.database import current
from models.errors import Problem
from models.fields import Choice, Choices, Count, Day, Link, Name, Notes, Phone, Text, YesNo
from models.records import Record
from models.team.staff import Staff
from resources.language import N_


class VolunteerTeam(Record):
    """One team, registered or not (MZ/T 061-2015: 志愿团体, 注册/未注册均可)."""

    title, plural, letters = N_("Volunteer team"), N_("Volunteer teams"), "ZYD"
    shelf, searched = "volunteers", ("name", "number")
    signers = (N_("Leader of the team:"), N_("Station lead:"), N_("Date:"))

    number = Text(N_("Team number"), limit=40, derived=True, printed=True, listed=True, index=True, upward=True)
    name = Text(
        N_("Name of the team"), limit=100, heading=N_("Team"), required=True, listed=True, index=True,
        synonyms=("队伍名称", "志愿队名称", "团队名称"),
    )  # fmt: skip
    kind = Choice(N_("Kind of team"), "team_kind", listed=True, suggest="community", synonyms=("队伍类型", "类型"))
    village = Text(
        N_("Village or community"), listed=True, upward=True, synonyms=("所属村（社区）", "所属社区", "村（社区）")
    )
    founded = Day(N_("Founded on"), required=True, listed=True, synonyms=("成立日期", "成立时间"))
    dissolved = Day(N_("Team ended on"), listed=True, synonyms=("解散日期",))
    leader = Name(N_("Leader of the team"), listed=True, synonyms=("负责人", "队长"))
    phone = Phone(N_("Leader's telephone"), synonyms=("负责人电话", "联系电话"))
    members = Count(
        N_("Members stated"), most=100_000, unit=N_("people"), hint=N_("As the team says, with those not on file."),
        synonyms=("人数", "队员数"),
    )  # fmt: skip
    services = Choices(N_("Kinds of service"), "volunteer_service", heading=N_("Service"), synonyms=("服务类别",))
    registration = Text(
        N_("Number in the national network"), limit=60, synonyms=("登记系统号", "队伍编号", "全国志愿服务信息系统编号")
    )
    guided_by = Text(
        N_("Guided by"), limit=100, hint=N_("The village or the unit it belongs to."), synonyms=("指导单位",)
    )
    worker = Link(Staff, N_("Worker responsible"), synonyms=("负责社工",))
    rules = YesNo(N_("Has written rules"), synonyms=("有无章程",))
    insured = YesNo(N_("Insures its members"), synonyms=("是否投保",))
    note = Notes(N_("Remarks"), synonyms=("备注",))

    def derive(self):
        self.number = self.number or numbers.next_number(self, self.founded)

    def conflicts(self):
        if self.founded and self.dissolved and self.dissolved < self.founded:
            yield "dissolved", N_("The team ended before it began.")
        if lookup.has_twin(self, "name"):
            yield Problem("name", N_("There is a team of this name already."), blocks=False)

    def on_file(self) -> int:
        """How many volunteers on file belong to the team and have not left."""
        volunteer = current().tables["volunteer"]
        rows = volunteer.alive().where(volunteer.teams.contains(f'"{self.id.hex}"'), volunteer.state != "left")
        return rows.count()
