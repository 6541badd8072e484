"""Presence at police, procuratorate and court: as appropriate adult, or for a family court (合适成年人、家事审判)."""

from models.casework.case import Case
from models.database import current
from models.fields import Choice, Count, Day, Link, Notes, Text, Time, YesNo
from models.records import Record
from models.team.staff import Staff
from resources.language import N_


class CourtPresence(Record):
    """One time a social worker stood beside a person heard; read by the lead and that worker only."""

    title, plural, letters = N_("Presence at a hearing"), N_("Presence at hearings"), "DCF"
    shelf, part_of, restricted = "office", ("case",), "worker"
    signers = (N_("Social worker:"), N_("Authority (seal):"), N_("Date:"))

    number = Text(N_("Number of the authority's letter"), limit=60, sensitive=True, synonyms=("文号",))
    day = Day(
        N_("Date"), heading=N_("Presence"), required=True, listed=True, index=True,
        suggest=lambda presence: current().today(), synonyms=("日期",),
    )  # fmt: skip
    start = Time(N_("From (time)"))
    end = Time(N_("To (time)"))
    minutes = Count(N_("Minutes"), derived=True, printed=True, listed=True)
    role = Choice(N_("In which role"), "presence_role", required=True, listed=True, suggest="adult", synonyms=("身份",))
    organ = Choice(N_("Authority in the case"), "presence_organ", required=True, listed=True, synonyms=("办案机关",))
    office = Text(N_("Name of the office"), synonyms=("机关名称",))
    case = Link(Case, N_("Case"), index=True)
    worker = Link(
        Staff, N_("Worker"), required=True, listed=True, suggest=lambda presence: current().user, synonyms=("社工",)
    )
    minor = YesNo(N_("The person heard is under 18"))
    told = YesNo(N_("Rights were explained"))
    course = Notes(N_("Course"), sensitive=True)
    objections = Notes(N_("Objections raised"), sensitive=True)
    follow = Notes(N_("What follows"), sensitive=True)
    note = Text(N_("Remarks"), limit=1000, sensitive=True)

    def derive(self):
        both = self.start and self.end and self.end > self.start
        self.minutes = (self.end.hour - self.start.hour) * 60 + self.end.minute - self.start.minute if both else None

    def conflicts(self):
        if self.start and self.end and self.end <= self.start:
            yield "end", N_("It ends before it begins."), {}

    def caption(self):
        return self.number or (self.day.isoformat() if self.day else "")
