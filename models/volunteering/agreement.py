"""The agreement of station and volunteer (志愿服务条例 §14)."""

from models import numbers
from models.database import current
from models.errors import Problem
from models.fields import Choice, Day, Link, Name, Notes, Text
from models.process import Move, Process
from models.records import Record
from models.station import Station
from models.team.staff import Staff
from models.volunteering.volunteer import Volunteer
from resources.language import N_


class VolunteerAgreement(Record):
    """Content, way, time, place, working conditions and protection, as the rules ask (志愿服务协议)."""

    title, plural, letters = N_("Volunteer agreement"), N_("Volunteer agreements"), "ZYX"
    shelf, part_of = "volunteers", ("volunteer",)
    signers = (N_("For the station (seal):"), N_("Volunteer:"), N_("Guardian of a minor:"), N_("Signed on:"))
    facts = (
        ("volunteer", "name"), ("volunteer", "id_number"), ("volunteer", "phone"), ("volunteer", "number"),
    )  # fmt: skip
    process = Process(
        "state",
        (
            Move("sign", N_("Signed by both"), ("draft",), "signed", needs=("content", "since")),
            Move("end", N_("End the agreement"), ("signed",), "ended", why=True, stamps={"ended_on": "today"}),
        ),
        first=("draft",),
    )  # fmt: skip

    number = Text(N_("Agreement number"), limit=40, derived=True, printed=True, listed=True, index=True)
    volunteer = Link(Volunteer, N_("Volunteer"), heading=N_("The two sides"), required=True, listed=True, index=True)
    unit = Text(
        N_("For the station"), suggest=lambda agreement: getattr(Station.mine(), "name", None), synonyms=("甲方",)
    )
    guardian = Name(N_("Guardian of a minor"), synonyms=("监护人",))
    since = Day(
        N_("From"), heading=N_("Service agreed on"), listed=True, may_be_future=True,
        suggest=lambda agreement: current().today(), synonyms=("开始日期",),
    )  # fmt: skip
    until = Day(N_("Until"), listed=True, may_be_future=True, synonyms=("结束日期",))
    content = Notes(N_("Content of service"), synonyms=("服务内容",))
    mode = Text(N_("Way of serving"), limit=200, synonyms=("服务方式",))
    times = Text(N_("Times"), limit=200, synonyms=("服务时间",))
    place = Text(N_("Place"), limit=200, synonyms=("服务地点",))
    conditions = Text(N_("Working conditions"), limit=500, synonyms=("工作条件",))
    protection = Text(N_("Protection and insurance"), limit=500, synonyms=("安全保障措施", "安全保障"))
    more = Notes(N_("Agreed besides"), heading=N_("Terms"), synonyms=("其他约定",))
    state = Choice(N_("State"), "volunteer_paper_state", required=True, listed=True, suggest="draft")
    ended_on = Day(N_("Agreement ended on"), derived=True, printed=True)
    worker = Link(Staff, N_("Handled by"), suggest=lambda agreement: current().user, synonyms=("经办人",))

    def derive(self):
        self.number = self.number or numbers.next_number(self, self.since)

    def conflicts(self):
        if self.since and self.until and self.until < self.since:
            yield "until", N_("The agreement ends before it begins.")
        volunteer = self.linked("volunteer")
        if volunteer is not None and volunteer.is_minor() and not self.guardian:
            yield Problem("guardian", N_("The guardian of a minor signs too."), blocks=False)

    def caption(self):
        volunteer = self.linked("volunteer")
        return volunteer.caption() if volunteer else ""
