"""The pool of those who may become social workers or found an organisation (广元: 对目标人群做一次摸排)."""

from models.errors import Problem
from models.fields import Choice, Choices, Day, Lines, Link, Name, Notes, PartialDay, Phone, Text
from models.records import Record
from models.team.staff import Staff
from models.volunteering.volunteer import Volunteer
from resources.language import N_


class Candidate(Record):
    """One person of the pool, what they wish, and how they were followed."""

    title, plural, letters = N_("Candidate"), N_("Candidates"), "CBR"
    shelf, searched = "team", ("name",)

    name = Name(N_("Name"), heading=N_("Candidate"), required=True, listed=True, synonyms=("姓名",))
    sex = Choice(N_("Sex"), "sex", listed=True, synonyms=("性别",))
    birth = PartialDay(N_("Date of birth"), synonyms=("出生日期", "出生年月"))
    phone = Phone(N_("Telephone"), listed=True, synonyms=("联系电话", "电话"))
    education = Choice(N_("Education"), "education", synonyms=("学历", "文化程度"))
    unit = Text(N_("Unit"), synonyms=("单位", "现单位"))
    source = Choice(N_("Source of the candidate"), "candidate_source", listed=True, synonyms=("来源",))
    volunteer = Link(Volunteer, N_("Volunteer on file"), asked_if=lambda one: one.source == "volunteer")
    wishes = Choices(N_("Wishes"), "candidate_wish", required=True, listed=True, synonyms=("意向",))
    level = Choice(N_("Certificate"), "certificate_level", synonyms=("持证情况",))
    fields = Choices(N_("Fields of work"), "work_field", synonyms=("领域",))
    found_on = Day(
        N_("Listed on"), heading=N_("Follow-up"), required=True, listed=True, synonyms=("摸排日期", "登记日期")
    )
    worker = Link(Staff, N_("Worker responsible"), synonyms=("负责人", "联系人"))
    contacts = Lines(
        N_("Contacts with the candidate"), room=4, synonyms=("跟进记录",),
        columns={
            "day": Day(N_("Date"), required=True),
            "what": Text(N_("What was talked about"), limit=300, required=True),
        },
    )  # fmt: skip
    state = Choice(N_("State"), "candidate_state", required=True, listed=True, suggest="open", synonyms=("状态",))
    converted = Day(N_("Became a social worker on"), asked_if=lambda one: one.state == "worker", synonyms=("转任日期",))
    note = Notes(N_("Remarks"), synonyms=("备注",))

    def conflicts(self):
        if self.state == "worker" and not self.converted:
            yield Problem("converted", N_("Say since when."), blocks=False)

    def caption(self):
        return self.name or ""


def conversions(store, start, end) -> int:
    """志愿者转型成为社工: candidates and former volunteers who became social workers between two days."""
    became = Candidate.alive().where(Candidate.station == store.unit, Candidate.converted.between(start, end))
    names = {one.name for one in became}
    staff = Staff.alive().where(Staff.station == store.unit, Staff.was_volunteer.between(start, end))
    return len(names | {one.name for one in staff})
