"""A meeting about one case (个案会议): with colleagues, a supervisor, or all who help."""

from models.casework.case import Case
from models.database import current
from models.fields import Choice, Day, Duration, Lines, Link, Links, Notes, Text, Time
from models.records import Record
from models.team.staff import Staff
from resources.language import N_

_GUESTS = {
    "name": Text(N_("Name"), limit=50, required=True), "unit": Text(N_("Unit or relation"), limit=100),
    "phone": Text(N_("Telephone"), limit=30),
}  # fmt: skip
_TASKS = {
    "what": Text(N_("To be done"), limit=300, required=True), "who": Text(N_("Responsible"), limit=60),
    "by": Day(N_("Term"), may_be_future=True), "done": Day(N_("Done on")),
}  # fmt: skip


class CaseConference(Record):
    """Who met about a case, what was said, what each took upon themselves."""

    title, plural, letters = N_("Case conference"), N_("Case conferences"), "GAHY"
    part_of = ("case",)
    signers = (N_("Chaired by:"), N_("Recorded by:"), N_("Date:"))

    case = Link(Case, N_("Case"), heading=N_("Meeting"), required=True, listed=True, index=True)
    day = Day(N_("Date"), required=True, listed=True, suggest=lambda form: current().today(), synonyms=("会议日期",))
    start = Time(N_("From (time)"))
    minutes = Duration(N_("Length"), unit=N_("minutes"))
    place = Text(N_("Place"))
    kind = Choice(N_("Kind of conference"), "conference_kind", required=True, listed=True, suggest="inside")
    chair = Link(Staff, N_("Chair"), required=True, listed=True, synonyms=("主持人",))
    recorder = Link(Staff, N_("Recorder"), synonyms=("记录人",))
    staff = Links(Staff, N_("Staff present"))
    guests = Lines(N_("Others present"), columns=_GUESTS, sensitive=True, room=4)
    question = Notes(
        N_("What it was about"), heading=N_("What was said"), required=True, sensitive=True, synonyms=("议题",)
    )
    report = Notes(N_("Report on the case"), sensitive=True, synonyms=("个案汇报",))
    views = Notes(N_("Views"), sensitive=True, synonyms=("讨论意见",))
    decision = Notes(N_("What was decided"), required=True, sensitive=True, synonyms=("会议决议",))
    tasks = Lines(N_("Tasks agreed on"), columns=_TASKS, sensitive=True, room=4)
    next_day = Day(N_("Next meeting"), may_be_future=True)

    def conflicts(self):
        if self.day and self.next_day and self.next_day < self.day:
            yield "next_day", N_("The next meeting is before this one."), {}

    def caption(self):
        case = self.linked("case")
        return case.caption() if case else ""
