"""Supervision (督导): who was supervised by whom, how long, on what, and what is to be done after it."""

from datetime import date

from models.casework.case import Case
from models.database import current
from models.due import Due
from models.errors import Problem
from models.fields import Choice, Choices, Day, Duration, Lines, Link, Links, Name, Notes, Pictures, Text, Time
from models.records import Record
from models.team.staff import Staff
from resources.language import N_


class Supervision(Record):
    """One supervision received by members of the staff."""

    title, plural, letters = N_("Supervision"), N_("Supervision"), "DDJ"
    shelf, searched = "team", ("topic",)
    signers = (N_("Supervisor:"), N_("Supervised:"), N_("Date:"))

    day = Day(
        N_("Date"),
        heading=N_("Supervision"),
        required=True,
        listed=True,
        index=True,
        suggest=lambda one: current().today(),
        synonyms=("日期", "督导日期"),
    )
    start = Time(N_("Start"), synonyms=("开始", "开始时间"))
    minutes = Duration(
        N_("Length"), required=True, listed=True, suggest=60, unit=N_("minutes"), synonyms=("时长", "时数")
    )
    place = Text(N_("Place"), synonyms=("地点",))
    side = Choice(
        N_("Inside or outside"), "supervisor_side", required=True, suggest="outside", synonyms=("内/外", "督导来源")
    )
    supervisor = Link(Staff, N_("Supervisor on the staff"), synonyms=("督导",))
    supervisor_name = Name(N_("Supervisor from outside"), listed=True, synonyms=("督导者", "督导姓名"))
    supervisor_unit = Text(N_("Unit of the supervisor"), synonyms=("督导单位",))
    level = Choice(N_("Supervisor level"), "supervisor_level", listed=True, synonyms=("督导级别",))
    form = Choice(
        N_("Form"), "supervision_form", required=True, listed=True, suggest="group", synonyms=("形式", "督导形式")
    )
    functions = Choices(N_("Functions"), "supervision_function", required=True, synonyms=("功能", "督导类型"))
    people = Links(Staff, N_("Supervised"), required=True, listed=True, synonyms=("被督导者", "参加人员"))
    topic = Text(
        N_("Topic"), heading=N_("Record"), limit=300, required=True, listed=True, synonyms=("主题", "督导主题", "议题")
    )
    cases = Links(Case, N_("Cases discussed"), synonyms=("个案编号", "督导个案"))
    issues = Notes(N_("Issues brought"), sensitive=True, synonyms=("议题与问题",))
    discussion = Notes(N_("Discussion and advice"), sensitive=True, synonyms=("讨论与建议", "督导建议"))
    actions = Lines(
        N_("To be done"), room=4, synonyms=("行动项",),
        columns={
            "what": Text(N_("What"), limit=300, required=True),
            "who": Text(N_("Responsible"), limit=60),
            "by": Day(N_("By"), may_be_future=True),
            "done": Day(N_("Checked on")),
        },
    )  # fmt: skip
    grade = Choice(N_("Satisfied with the supervision"), "five_point", heading=N_("Evaluation"), synonyms=("督导评价",))
    evaluation = Notes(N_("What was gained"), synonyms=("收获",))
    next_day = Day(N_("Next supervision"), may_be_future=True, synonyms=("下次督导时间",))
    pictures = Pictures(N_("Pictures"), most=6)

    def conflicts(self):
        if not self.supervisor and not self.supervisor_name:
            yield "supervisor_name", N_("Say who supervised."), {}
        if self.supervisor and self.supervisor in (self.people or ()):
            yield "people", N_("The supervisor cannot be among those supervised."), {}
        if self.day and self.next_day and self.next_day < self.day:
            yield "next_day", N_("The next supervision is before this one."), {}
        if self.side == "outside" and self.supervisor and not self.supervisor_name:
            yield Problem("side", N_("The supervisor is on the staff."), blocks=False, repair="inside")

    def caption(self):
        return self.topic or ""


def minutes_by_worker(store, year: int, quarter: int) -> dict:
    """Staff id → minutes of supervision received in a quarter (每社工季度督导小时)."""
    first = date(year, 3 * quarter - 2, 1)
    behind = date(year + quarter // 4, 3 * quarter % 12 + 1, 1)
    rows = Supervision.alive().where(
        Supervision.station == store.unit, Supervision.day >= first, Supervision.day < behind
    )
    minutes: dict = {}
    for row in rows:
        for person in row.people or ():
            minutes[person] = minutes.get(person, 0) + (row.minutes or 0)
    return minutes


def actions_due(store, until: date) -> list[Due]:
    """What a supervision asked for by `until` and nobody has checked, the longest overdue first."""
    found = []
    for row in Supervision.alive().where(Supervision.station == store.unit):
        open_ones = [line for line in row.actions or () if line.get("by") and not line.get("done")]
        for line in open_ones:
            if line["by"] <= until:
                found.append(Due("supervision", row.id, line["what"], None, None, line["by"], row.day))
    return sorted(found, key=lambda due: due.day)
