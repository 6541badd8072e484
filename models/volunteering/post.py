"""Volunteer posts (志愿服务岗位): what is to be done, by how many, and what those who take it are told."""

from models import numbers
from models.database import current
from models.errors import Problem
from models.fields import Choices, Count, Day, Duration, Link, Links, Name, Notes, Text, YesNo
from models.records import Record
from models.services.activity import Activity
from models.team.staff import Staff
from models.volunteering.volunteer import Volunteer
from resources.language import N_


class VolunteerPost(Record):
    """One post of an activity or of the station's standing service (志愿服务条例 §§12, 13, 15, 17)."""

    title, plural, letters = N_("Volunteer post"), N_("Volunteer posts"), "ZYG"
    shelf, part_of, searched = "volunteers", ("activity",), ("name",)
    signers = (N_("Worker:"), N_("Station lead:"), N_("Date:"))

    number = Text(N_("Post number"), limit=40, derived=True, printed=True, listed=True, index=True)
    name = Text(
        N_("Name of the post"), limit=100, heading=N_("Post"), required=True, listed=True, synonyms=("岗位名称",)
    )
    activity = Link(Activity, N_("Activity"), listed=True, index=True, synonyms=("活动名称",))
    since = Day(
        N_("From"), required=True, listed=True, may_be_future=True, suggest=lambda post: current().today(),
        synonyms=("开始日期",),
    )  # fmt: skip
    until = Day(N_("Until"), listed=True, may_be_future=True, synonyms=("结束日期",))
    place = Text(N_("Place"), synonyms=("服务地点",))
    length = Duration(N_("Length of a shift"), unit=N_("minutes"), synonyms=("每次时长",))
    wanted = Count(N_("Volunteers wanted"), most=10_000, listed=True, unit=N_("people"), synonyms=("招募人数", "人数"))
    duties = Notes(N_("Tasks of the post"), required=True, synonyms=("岗位职责", "服务内容"))
    skills = Choices(N_("Skills asked for"), "volunteer_skill", synonyms=("技能要求",))
    conditions = Text(
        N_("Age and health asked for"), limit=300, hint=N_("Tasks fit the age and health of those who take them."),
        synonyms=("年龄与健康要求",),
    )  # fmt: skip
    dangerous = YesNo(N_("Bodily danger possible"), heading=N_("Safety"), synonyms=("是否可能发生人身危险",))
    risks = Notes(N_("Risks that volunteers are told of"), synonyms=("风险提示", "风险告知"))
    insured = YesNo(N_("Accident insurance is taken out"), synonyms=("是否购买人身意外伤害保险",))
    protection = Text(N_("Working conditions and protection"), limit=500, synonyms=("工作条件和安全保障",))
    volunteers = Links(Volunteer, N_("Volunteers in the post"), heading=N_("Taken by"), synonyms=("上岗志愿者",))
    leader = Name(N_("Leader on the spot"), synonyms=("岗位负责人",))
    worker = Link(Staff, N_("Worker responsible"), synonyms=("负责社工",))

    def derive(self):
        self.number = self.number or numbers.next_number(self, self.since)

    def conflicts(self):
        if self.since and self.until and self.until < self.since:
            yield "until", N_("The post ends before it begins.")
        if self.dangerous == "yes" and self.insured != "yes":
            sentence = N_("Where bodily danger is possible, volunteers are insured against accidents first.")
            yield Problem("insured", sentence, blocks=False)
        if self.dangerous == "yes" and not self.risks:
            yield Problem("risks", N_("Write down the risks that volunteers are told of."), blocks=False)
        if self.wanted is not None and len(self.volunteers or ()) > self.wanted:
            yield Problem("volunteers", N_("More volunteers than the post wants."), blocks=False)
