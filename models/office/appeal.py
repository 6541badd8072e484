"""Appeals, complaints, suggestions and praise: when they came, when they were answered, when settled."""

from datetime import datetime, timedelta

from models import numbers, parameters
from models.database import current
from models.due import Due
from models.fields import Choice, Count, Day, Link, Name, Notes, Phone, Text, Time, YesNo
from models.people.person import Person
from models.process import Move, Process
from models.records import Record
from models.team.staff import Staff
from resources.language import N_

SETTLED = ("solved", "closed")


class Appeal(Record):
    """One matter people bring. Rows 75.1 and 75.2 of the monthly table count the complaints."""

    title, plural, letters = N_("Appeal or complaint"), N_("Appeals and complaints"), "SQT"
    shelf, searched = "office", ("number", "name")
    signers = (N_("Accepted by:"), N_("Settled by:"), N_("Person who came:"), N_("Date:"))
    process = Process(
        "state",
        (
            Move("answer", N_("Answered"), ("received",), "answered", needs=("responded", "answer")),
            Move("solve", N_("Settled"), ("received", "answered"), "solved", needs=("responded", "solved", "result")),
            Move(
                "close", N_("Cannot be met"), ("received", "answered"), "closed",
                needs=("responded", "solved", "result"), why=True,
            ),
            Move("reopen", N_("Handle again"), SETTLED, "answered", why=True),
        ),
        first=("received",),
    )  # fmt: skip

    number = Text(N_("Number"), limit=40, derived=True, printed=True, listed=True, index=True, upward=True)
    kind = Choice(
        N_("Kind"),
        "appeal_kind",
        heading=N_("Accepted"),
        required=True,
        listed=True,
        suggest="appeal",
        synonyms=("类别",),
    )  # fmt: skip
    state = Choice(N_("State"), "appeal_state", required=True, listed=True, suggest="received")
    received = Day(
        N_("Taken in on"),
        required=True,
        listed=True,
        index=True,
        suggest=lambda appeal: current().today(),
        synonyms=("受理日期", "投诉日期"),
    )
    received_at = Time(N_("Received at"), synonyms=("受理时间",))
    source = Choice(N_("Way it came"), "appeal_from", required=True, suggest="visit", synonyms=("来源",))
    person = Link(Person, N_("Person on file"), index=True)
    name = Name(
        N_("Name of who came"),
        sensitive=True,
        hint=N_("Empty where no name was given"),
        synonyms=("诉求人", "投诉人"),
    )
    phone = Phone(N_("Telephone"))
    village = Text(N_("Village or community"), listed=True, upward=True, synonyms=("村（社区）",))
    field = Choice(N_("Service field"), "service_field")
    about = Text(
        N_("Against whom or about what"), limit=500, required=True, sensitive=True, synonyms=("事项", "投诉对象")
    )
    content = Notes(N_("What was brought up"), sensitive=True, synonyms=("诉求内容", "投诉内容"))
    worker = Link(Staff, N_("Handled by"), listed=True, suggest=lambda one: current().user)
    due = Day(
        N_("To be answered by"),
        may_be_future=True,
        listed=True,
        suggest=lambda appeal: (appeal.received or current().today()) + timedelta(parameters.value("complaint_days")),
    )
    responded = Day(N_("First answered on"), heading=N_("Answer and result"), synonyms=("回应日期",))
    responded_at = Time(N_("Answered at"))
    answer_hours = Count(
        N_("Hours to the first answer"), derived=True, printed=True, listed=True, unit=N_("hours"), most=1_000_000
    )
    answer = Notes(N_("What was answered"), sensitive=True)
    solved = Day(N_("Settled on"), listed=True, synonyms=("办结日期",))
    solved_at = Time(N_("Settled at"))
    solve_hours = Count(N_("Hours until settled"), derived=True, printed=True, unit=N_("hours"), most=1_000_000)
    result = Notes(N_("Result"), sensitive=True, synonyms=("处理结果",))
    content_with = YesNo(N_("Content with the result"))
    note = Text(N_("Remarks"), limit=1000, synonyms=("备注",))

    def derive(self):
        self.number = self.number or numbers.next_number(self, self.received)
        self.answer_hours, self.solve_hours = self.hours("responded"), self.hours("solved")

    def conflicts(self):
        order = [
            (name, _moment(getattr(self, name), getattr(self, f"{name}_at")))
            for name in ("received", "responded", "solved")
        ]
        known = [(name, moment) for name, moment in order if moment]
        for (_, before), (name, after) in zip(known, known[1:], strict=False):
            if after[0] < before[0] or (after[0] == before[0] and after[1] and before[1] and after[1] < before[1]):
                yield name, N_("This lies before the step before it."), {}

    def hours(self, name: str) -> int | None:
        """Hours from receipt to `name` (responded, solved), begun ones counted; None where a time is not known."""
        begin, end = (_moment(getattr(self, what), getattr(self, f"{what}_at")) for what in ("received", name))
        if not (begin and end and begin[1] and end[1]):
            return None
        minutes = (datetime.combine(*end) - datetime.combine(*begin)) // timedelta(minutes=1)
        return -(-minutes // 60) if minutes >= 0 else None

    def caption(self):
        return self.number or ""


def _moment(day, time):
    return (day, time) if day else None


def received(start, end) -> list:
    """Those of this station that came in the days given, both included."""
    return list(Appeal.alive().where(Appeal.station == current().unit, Appeal.received.between(start, end)))


def answers_due(store) -> list[Due]:
    """Appeals and complaints not answered yet, by the day they are to be answered."""
    rows = Appeal.alive().where(
        Appeal.station == store.unit, Appeal.state == "received", Appeal.due.is_null(False), Appeal.kind != "thanks"
    )
    return [
        Due("appeal", one.id, one.caption(), one.village, None, one.due, one.received)
        for one in rows.order_by(Appeal.due)
    ]
