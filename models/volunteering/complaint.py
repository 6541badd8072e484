"""Objections of volunteers to what is recorded of them (民政部令第67号, art. 12 and 13)."""

from models import numbers
from models.database import current
from models.fields import Choice, Day, Link, Notes, Text
from models.process import Move, Process
from models.records import Record
from models.team.staff import Staff
from models.volunteering.hours import VolunteerHours
from models.volunteering.volunteer import Volunteer
from resources.language import N_


class HoursComplaint(Record):
    """A volunteer asks for hours or facts to be checked and corrected."""

    title, plural, letters = N_("Objection to hours"), N_("Objections to hours"), "ZYT"
    shelf, part_of = "volunteers", ("volunteer",)
    signers = (N_("Volunteer:"), N_("Reviewed by:"), N_("Station lead:"), N_("Date:"))
    process = Process(
        "state",
        (
            Move("grant", N_("Correct the record"), ("open",), "granted", needs=("finding",), roles=("worker", "lead"),
                 stamps={"answered_by": "user", "answered_on": "today"}),
            Move("refuse", N_("Not grant it"), ("open",), "refused", needs=("finding",), roles=("lead",), why=True,
                 stamps={"answered_by": "user", "answered_on": "today"}),
            Move("take_back", N_("Taken back"), ("open",), "taken", stamps={"answered_on": "today"}),
            Move("reopen", N_("Check again"), ("granted", "refused", "taken"), "open", why=True,
                 stamps={"answered_by": "", "answered_on": ""}),
        ),
        first=("open",),
    )  # fmt: skip

    number = Text(N_("Objection number"), limit=40, derived=True, printed=True, listed=True, index=True)
    volunteer = Link(Volunteer, N_("Volunteer"), heading=N_("Objection"), required=True, listed=True, index=True)
    day = Day(
        N_("Objected on"), required=True, listed=True, index=True, suggest=lambda complaint: current().today(),
        synonyms=("投诉日期", "申请日期"),
    )  # fmt: skip
    kind = Choice(N_("Kind of objection"), "hours_complaint", required=True, listed=True, synonyms=("投诉类型", "类型"))
    hours = Link(VolunteerHours, N_("Shift in question"), synonyms=("涉及时长",))
    said = Notes(N_("What the volunteer says"), required=True, synonyms=("投诉内容", "异议内容"))
    finding = Notes(N_("What checking found"), heading=N_("Answer"), synonyms=("核实情况", "处理结果"))
    told_on = Day(N_("Volunteer told on"), synonyms=("告知日期",))
    state = Choice(N_("State"), "complaint_state", required=True, listed=True, suggest="open")
    answered_by = Link(Staff, N_("Answered by"), derived=True, printed=True)
    answered_on = Day(N_("Objection answered on"), derived=True, printed=True, listed=True)

    def derive(self):
        self.number = self.number or numbers.next_number(self, self.day)

    def conflicts(self):
        shift = self.linked("hours")
        if shift is not None and shift.volunteer != self.volunteer:
            yield "hours", N_("This shift is another volunteer's.")

    def caption(self):
        volunteer = self.linked("volunteer")
        return volunteer.caption() if volunteer else ""
