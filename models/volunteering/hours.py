"""The hours volunteers give (民政部令第67号, art. 7: name, day, place, content, time, organiser, leader)."""

from models import lookup, parameters, working_days
from models.database import current
from models.errors import Problem
from models.fields import Choice, Day, Duration, Link, Text, Time, YesNo
from models.process import Move, Process
from models.records import Record
from models.row_id import uuid7
from models.services.activity import Activity
from models.station import Station
from models.team.staff import Staff
from models.volunteering import overlap
from models.volunteering.team import VolunteerTeam
from models.volunteering.volunteer import Volunteer
from resources.language import N_


def _is_late(hours):
    return hours.source == "later"


class VolunteerHours(Record):
    """One shift of one volunteer on one day, in minutes, without the way there and back."""

    title, plural, letters = N_("Volunteer hours"), N_("Volunteer hours"), "SC"
    shelf, part_of = "volunteers", ("volunteer",)
    signers = (N_("Volunteer:"), N_("Activity leader:"), N_("Reviewed by:"), N_("Date:"))
    process = Process(
        "state",
        (
            Move("confirm", N_("Confirm these hours"), ("pending",), "confirmed", roles=("worker", "lead"),
                 stamps={"confirmed_by": "user", "confirmed_on": "today"}),
            Move("unconfirm", N_("Review again"), ("confirmed",), "pending", why=True,
                 stamps={"confirmed_by": "", "confirmed_on": ""}),
            Move("void", N_("Make void"), ("pending", "confirmed"), "void", why=True),
        ),
        first=("pending",),
    )  # fmt: skip

    volunteer = Link(Volunteer, N_("Volunteer"), heading=N_("Shift"), required=True, listed=True, index=True)
    activity = Link(Activity, N_("Activity"), listed=True, index=True)
    day = Day(
        N_("Date"), required=True, listed=True, index=True, suggest=lambda hours: current().today(), synonyms=("日期",)
    )
    start = Time(N_("Start"), required=True, listed=True, synonyms=("开始", "开始时间", "签到时间"))
    end = Time(N_("End"), required=True, listed=True, synonyms=("结束", "结束时间", "签退时间"))
    minutes = Duration(
        N_("Length"), derived=True, printed=True, listed=True, unit=N_("minutes"), synonyms=("时长", "服务时长")
    )
    content = Text(N_("Content of service"), limit=500, heading=N_("Service"), synonyms=("服务内容", "活动名称"))
    place = Text(N_("Place"), synonyms=("地点", "服务地点"))
    organiser = Text(N_("Organising unit"), synonyms=("活动组织单位", "组织单位"))
    leader = Text(N_("Activity leader"), limit=50, synonyms=("活动负责人", "负责人"))
    team = Link(VolunteerTeam, N_("With the team"), synonyms=("队伍名称", "志愿队伍"))
    recorder = Text(
        N_("Recording unit"), suggest=lambda hours: getattr(Station.mine(), "name", None),
        hint=N_("Who records also issues the proof (Order 67, article 26)."), synonyms=("记录单位",),
    )  # fmt: skip
    source = Choice(N_("Entered from"), "hours_source", heading=N_("Record"), suggest="signin", synonyms=("来源",))
    late_reason = Text(N_("Why it is entered later"), asked_if=_is_late, synonyms=("补录理由", "补录原因"))
    entered_by = Link(Staff, N_("Entered by"), derived=True, printed=True)
    state = Choice(N_("State"), "hours_state", required=True, listed=True, suggest="pending", synonyms=("状态",))
    confirmed_by = Link(Staff, N_("Hours confirmed by"), derived=True, printed=True)
    confirmed_on = Day(N_("Confirmed on"), derived=True, printed=True)
    national = YesNo(N_("Entered in the national network"), synonyms=("是否录入全国系统", "已录入国家系统"))
    national_on = Day(
        N_("Entered there on"),
        asked_if=lambda hours: hours.national == "yes",
        synonyms=("录入日期", "国家系统录入日期"),
    )

    def derive(self):
        if self.start and self.end:
            self.minutes = minutes_of(self.end) - minutes_of(self.start)
        if self.is_new and self.entered_by is None:
            self.entered_by = current().user

    def conflicts(self):
        if not (self.day and self.start and self.end):
            return
        if self.end <= self.start:
            yield "end", N_("A shift ends later on the same day than it starts."), {}
        now = current().now()
        if (self.day, minutes_of(self.end)) > (now.date(), now.hour * 60 + now.minute):
            yield "end", N_("This shift has not ended yet."), {}
        if self.state != "void":
            yield from self._out_of_place()
        if self.source == "later" and not self.late_reason:
            yield Problem("late_reason", N_("Say why the hours are entered later."), blocks=False)
        elif self.is_new and self.source == "signin" and self.record_by() < now.date():
            sentence = N_("The {days} working days to record it ended on {day}. Choose “entered later” and say why.")
            values = {"days": parameters.value("recording_working_days"), "day": self.record_by().isoformat()}
            yield Problem("source", sentence, values, blocks=False, repair="later")

    def _out_of_place(self):
        held = lookup.answers(Activity, self.activity, "day")
        if held and held[0] and held[0] != self.day:
            values = {"day": held[0].isoformat()}
            yield Problem("day", N_("The activity was held on {day}."), values, repair=held[0])
        yield from overlap.with_those_on_file(self)

    @classmethod
    def together(cls, records, beside):
        return overlap.among(records, beside)

    def record_by(self):
        """The last day on which the shift is to be recorded (Order 67, article 11)."""
        return working_days.after(self.day, parameters.value("recording_working_days"))

    def caption(self):
        volunteer = self.linked("volunteer")
        return volunteer.caption() if volunteer else ""


def confirmed(volunteer, since=None, until=None) -> list[VolunteerHours]:
    """The confirmed shifts of a volunteer between two days, both included, in their order."""
    rows = VolunteerHours.alive().where(VolunteerHours.volunteer == volunteer, VolunteerHours.state == "confirmed")
    rows = rows.where(VolunteerHours.day >= since) if since else rows
    rows = rows.where(VolunteerHours.day <= until) if until else rows
    return list(rows.order_by(VolunteerHours.day, VolunteerHours.start))


def confirm_all(shifts) -> int:
    """Confirm those of the shifts that are pending, all or none, and give their number. Raises like Record.move()."""
    pending, batch = [shift for shift in shifts if shift.state == "pending"], uuid7()
    with current().writing():
        for shift in pending:
            shift.move("confirm", batch=batch)
    return len(pending)


def minutes_of(time) -> int:
    """The minutes since midnight."""
    return time.hour * 60 + time.minute
