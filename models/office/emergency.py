"""Emergencies and disasters: what the station did, for how many people (灾害社会工作、应急处置)."""

from models import numbers
from models.database import current
from models.fields import Choice, Count, Day, Lines, Link, Money, Notes, Pictures, Text, Time
from models.process import Move, Process
from models.records import Record
from models.team.staff import Staff
from resources.language import N_


class Emergency(Record):
    """One emergency, disaster or drill."""

    title, plural, letters = N_("Emergency record"), N_("Emergency records"), "YJC"
    shelf, searched = "office", ("number", "name")
    signers = (N_("Recorder:"), N_("Station lead:"), N_("Date:"))
    process = Process(
        "state",
        (
            Move("close", N_("Over"), ("open",), "closed", needs=("ended", "result")),
            Move("reopen", N_("Not over"), ("closed",), "open", why=True),
        ),
        first=("open",),
    )

    number = Text(N_("Number"), limit=40, derived=True, printed=True, listed=True, index=True, upward=True)
    name = Text(N_("Name of the event"), heading=N_("Event"), required=True, listed=True, synonyms=("事件名称", "事件"))
    kind = Choice(N_("Kind of emergency"), "emergency_kind", required=True, listed=True, synonyms=("类别",))
    state = Choice(N_("State"), "emergency_state", required=True, listed=True, suggest="open")
    day = Day(
        N_("Date"),
        required=True,
        listed=True,
        index=True,
        suggest=lambda record: current().today(),
        synonyms=("发生日期",),
    )
    time = Time(N_("Time"))
    place = Text(N_("Place"), listed=True, synonyms=("地点",))
    villages = Text(N_("Villages affected"), limit=300)
    reported = Text(N_("Reported up to"), limit=200)
    households = Count(N_("Households affected"), unit=N_("households"))
    people = Count(N_("People affected"), listed=True, unit=N_("people"))
    served = Count(N_("Person-times served"), listed=True, unit=N_("person-times"))
    log = Lines(
        N_("What was done, hour by hour"), heading=N_("What was done, hour by hour"), room=8,
        columns={
            "day": Day(N_("Date"), required=True),
            "time": Time(N_("Time")),
            "what": Text(N_("Measures of the hour"), limit=500, required=True),
            "who": Text(N_("Person or unit responsible")),
        },
    )  # fmt: skip
    goods = Money(N_("Value of goods given"), unit=N_("yuan"))
    volunteers = Count(N_("Volunteers called"), unit=N_("people"))
    worker = Link(Staff, N_("Worker responsible"), suggest=lambda one: current().user)
    ended = Day(N_("Finished on"))
    result = Notes(N_("Result and lessons"))
    follow = Notes(N_("Follow-up of people"))
    pictures = Pictures(N_("Pictures"))
    note = Text(N_("Remarks"), limit=1000)

    def derive(self):
        self.number = self.number or numbers.next_number(self, self.day)

    def conflicts(self):
        if self.day and self.ended and self.ended < self.day:
            yield "ended", N_("It ended before it began."), {}

    def caption(self):
        return " ".join(part for part in (self.number, self.name) if part)
