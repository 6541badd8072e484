"""Meetings: joint conferences and the station's own, with agenda, decisions and tasks (联席会议、例会纪要)."""

from models import numbers
from models.database import current
from models.due import Due
from models.fields import Choice, Count, Day, Lines, Link, Name, Notes, Pictures, Text, Time
from models.process import Move, Process
from models.records import Record
from models.team.staff import Staff
from resources.language import N_


class Meeting(Record):
    """One meeting. Row 71 of the monthly table counts those held."""

    title, plural, letters = N_("Meeting"), N_("Meetings"), "HYJ"
    shelf, searched = "office", ("number", "name")
    signers = (N_("Convener:"), N_("Recorder:"), N_("Date:"))
    process = Process(
        "state",
        (
            Move("hold", N_("Was held"), ("planned",), "held", needs=("day", "decisions")),
            Move("reopen", N_("Not held after all"), ("held",), "planned", why=True),
        ),
        first=("planned", "held"),
    )  # fmt: skip

    number = Text(
        N_("Number of the minutes"), limit=40, derived=True, printed=True, listed=True, index=True, upward=True
    )
    name = Text(
        N_("Name of the meeting"), heading=N_("Meeting"), required=True, listed=True, synonyms=("会议名称", "主题")
    )
    kind = Choice(
        N_("Kind of meeting"),
        "meeting_kind",
        required=True,
        listed=True,
        suggest="regular",
        synonyms=("会议类别", "类别"),
    )
    state = Choice(N_("State"), "meeting_state", required=True, listed=True, suggest="held")
    day = Day(
        N_("Date"),
        required=True,
        listed=True,
        index=True,
        may_be_future=True,
        suggest=lambda meeting: current().today(),
        synonyms=("日期", "会议日期"),
    )
    start = Time(N_("From (time)"), synonyms=("开始时间",))
    end = Time(N_("To (time)"), synonyms=("结束时间",))
    place = Text(N_("Place"), synonyms=("地点",))
    convener = Name(N_("Convener"), listed=True, synonyms=("召集人", "主持人"))
    recorder = Link(Staff, N_("Recorder"), suggest=lambda one: current().user)
    members = Text(N_("Units and people present"), limit=2000, synonyms=("参会人员", "参加人员"))
    present = Count(N_("Number present"), listed=True, most=10000, unit=N_("people"), synonyms=("参会人数", "到会人数"))
    absent = Text(N_("Excused"), limit=500)
    agenda = Lines(
        N_("Agenda"), heading=N_("Agenda"), room=4,
        columns={
            "topic": Text(N_("Agenda item"), limit=300, required=True),
            "by": Name(N_("Presented by")),
            "said": Text(N_("Main points"), limit=2000),
        },
    )  # fmt: skip
    decisions = Notes(N_("Decisions"), synonyms=("议定事项", "会议内容"))
    tasks = Lines(
        N_("Tasks given out"), room=4,
        columns={
            "what": Text(N_("Task"), limit=300, required=True),
            "who": Text(N_("Person or unit responsible")),
            "due": Day(N_("By"), may_be_future=True),
            "done": Day(N_("Done on")),
        },
    )  # fmt: skip
    copies = Text(N_("Copies to"), limit=500)
    pictures = Pictures(N_("Pictures"))
    note = Text(N_("Remarks"), limit=1000, synonyms=("备注",))

    def derive(self):
        self.number = self.number or numbers.next_number(self, self.day)

    def conflicts(self):
        if self.start and self.end and self.end <= self.start:
            yield "end", N_("The meeting ends before it begins."), {}
        if self.state == "held" and self.day and self.day > current().today():
            yield "day", N_("A meeting of a later day cannot have been held."), {}
        for number, line in enumerate(self.tasks, 1):
            if self.day and line.get("done") and line["done"] < self.day:
                yield "tasks", N_("Line {line}: done before the meeting."), {"line": number}

    def caption(self):
        return self.name or ""


def tasks_due(store) -> list[Due]:
    """Tasks of meetings with a day and not done, the longest overdue first; one Due a task."""
    found = []
    for meeting in Meeting.alive().where(Meeting.station == store.unit, Meeting.tasks.is_null(False)):
        for task in meeting.tasks:
            if task.get("due") and not task.get("done"):
                found.append(Due("meeting", meeting.id, task.get("what", ""), None, None, task["due"], meeting.day))
    return sorted(found, key=lambda due: due.day)
