"""Evaluations of volunteers (民政部令第67号, art. 10: quality of service, day of the evaluation)."""

from models import parameters, working_days
from models.database import current
from models.errors import Problem
from models.fields import Choice, Day, Link, Notes, Text, YesNo
from models.records import Record
from models.services.activity import Activity
from models.team.staff import Staff
from models.volunteering.volunteer import Volunteer
from resources.language import N_


class VolunteerEvaluation(Record):
    """What those served and those responsible say of a volunteer's service."""

    title, plural, letters = N_("Volunteer evaluation"), N_("Volunteer evaluations"), "ZYV"
    shelf, part_of = "volunteers", ("volunteer",)
    signers = (N_("Evaluated by:"), N_("Volunteer:"), N_("Date:"))

    volunteer = Link(
        Volunteer, N_("Volunteer"), heading=N_("Evaluation of service"), required=True, listed=True, index=True
    )
    activity = Link(Activity, N_("Activity"), listed=True, synonyms=("活动名称",))
    day = Day(
        N_("Day of the evaluation"), required=True, listed=True, index=True, synonyms=("评价日期",),
        suggest=lambda evaluation: current().today(),
    )  # fmt: skip
    quality = Choice(
        N_("Quality of the service"), "quality_grade", required=True, listed=True, synonyms=("服务质量评价",)
    )
    punctual = Choice(N_("Punctuality"), "punctuality", synonyms=("守时程度",))
    attitude = Choice(N_("Attitude to service"), "five_point", synonyms=("服务态度",))
    skill = Choice(N_("Professional level"), "five_point", synonyms=("专业水平",))
    again = YesNo(N_("Would be asked again"), synonyms=("是否愿意再次邀请",))
    said = Notes(N_("What is said"), synonyms=("评价内容",))
    by = Text(N_("Said by"), limit=100, listed=True, hint=N_("The one served, or a unit."), synonyms=("评价人",))
    worker = Link(Staff, N_("Entered by"), suggest=lambda evaluation: current().user)

    def conflicts(self):
        held = self.linked("activity")
        if held is None or held.day is None or self.day is None:
            return
        if self.day < held.day:
            yield "day", N_("The activity was held on {day}."), {"day": held.day.isoformat()}
        last = working_days.after(held.day, parameters.value("recording_working_days"))
        if self.day > last:
            sentence = N_("Evaluations are recorded within ten working days of the activity, here until {day}.")
            yield Problem("day", sentence, {"day": last.isoformat()}, blocks=False)

    def caption(self):
        volunteer = self.linked("volunteer")
        return volunteer.caption() if volunteer else ""
