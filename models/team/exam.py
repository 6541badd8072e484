"""The yearly examination of social workers: who signed up, sat, passed."""

from dataclasses import dataclass

from models.database import current
from models.errors import Problem
from models.fields import Choice, Count, Lines, Link, Money, Name, Notes, YesNo
from models.records import Record
from models.team.shares import share
from models.team.staff import Staff
from resources.language import N_

SAT = ("sat", "passed", "partly", "failed")


class Exam(Record):
    """One person's examination of one year and level, with the result of each subject."""

    title, plural, letters = N_("Examination"), N_("Examinations"), "KSB"
    part_of, shelf = ("staff",), "team"

    year = Count(
        N_("Year"),
        heading=N_("Examination"),
        most=2200,
        year=True,
        required=True,
        listed=True,
        suggest=lambda exam: current().today().year,
        synonyms=("年度", "年份"),
    )
    level = Choice(
        N_("Level of the certificate"), "certificate_level", required=True, listed=True, synonyms=("级别", "报考级别")
    )
    staff = Link(Staff, N_("Staff member"), listed=True, index=True, synonyms=("社工",))
    name = Name(N_("Or the name of another person"), listed=True, synonyms=("姓名", "考生姓名"))
    trainee = Choice(N_("Group for training"), "trainee", synonyms=("人员类别",))
    trained = YesNo(N_("Took part in the preparation"), synonyms=("参加考前培训",))
    state = Choice(
        N_("Result"), "exam_state", required=True, listed=True, suggest="signed", synonyms=("结果", "考试结果")
    )
    subjects = Lines(
        N_("Subjects"), room=3, synonyms=("科目成绩",),
        columns={
            "subject": Choice(N_("Subject"), "exam_subject", required=True),
            "score": Count(N_("Score"), most=200),
            "passed": YesNo(N_("Passed")),
        },
    )  # fmt: skip
    fee = Money(
        N_("Examination fee paid back"),
        heading=N_("Support for the examination"),
        unit=N_("yuan"),
        synonyms=("考试费",),
    )
    books = Money(N_("Books paid back"), unit=N_("yuan"), synonyms=("教材费",))
    note = Notes(N_("Remarks"), synonyms=("备注",))

    def conflicts(self):
        if not self.staff and not self.name:
            yield "staff", N_("Say who takes the examination."), {}
        if self.level == "none":
            yield "level", N_("A certificate has a level."), {}
        failed = [line for line in self.subjects or () if line.get("passed") == "no"]
        if self.state == "passed" and failed:
            yield Problem("state", N_("A subject was not passed."), blocks=False, repair="partly")

    def caption(self):
        member = self.linked("staff")
        return member.name if member else self.name or ""


@dataclass(frozen=True)
class Results:
    """How an examination went: signed up, sat, passed, and passed out of those who sat in tenths of a percent."""

    signed: int
    sat: int
    passed: int

    @property
    def rate(self) -> int | None:
        return share(self.passed, self.sat)


def results(store, year: int, level: str | None = None) -> Results:
    """报考, 参考, 合格 and 通过率 of a year, of one level or of all."""
    rows = Exam.alive().where(Exam.station == store.unit, Exam.year == year)
    states = [row.state for row in rows if level is None or row.level == level]
    return Results(len(states), sum(state in SAT for state in states), states.count("passed"))


def child_workers_trained(store, year: int) -> int | None:
    """The share of children's supervisors and directors in post who were prepared for the examination of a year.

    In tenths of a percent; None where there are none (攀枝花规划: 参训率 100 %).
    """
    staff = Staff.alive().where(Staff.station == store.unit, Staff.left.is_null())
    members = {one.id for one in staff if {"child_supervisor", "child_director"} & set(one.duties or ())}
    exams = Exam.alive().where(Exam.station == store.unit, Exam.year == year, Exam.trained == "yes")
    trained = members & {exam.staff for exam in exams}
    return share(len(trained), len(members))
