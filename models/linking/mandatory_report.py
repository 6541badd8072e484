"""Mandatory report (强制报告): what a station has to tell the police at once, and who may read that it did.

未成年人保护法 §11, 反家庭暴力法 §14, 国发〔2016〕13号, opinion of nine departments of 2020. Its records stand in no
ordinary list, search, print or export; only their number a month is counted, for which the day of the report goes up.
"""

from models import ages, lookup, numbers, parameters
from models.database import current
from models.fields import Choice, Choices, Count, Day, IdNumber, Link, Name, Notes, Phone, Pictures, Text, Time
from models.linking import report_clock
from models.people.person import Person
from models.process import Move, Process
from models.records import Record
from models.station import Station
from models.team.staff import Staff
from resources.language import N_


def _is_not_on_file(report):
    return not report.person


def _is_minor(report):
    return report.whom != "adult"


def _whom_by_age(report):
    """adult where the person in hand is one by the date of birth on file, else minor, as most reports are."""
    (birth,) = lookup.answers(Person, report.person, "birth") or (None,)
    age = ages.full_years(birth, current().today())
    return "adult" if age is not None and age >= parameters.value("adult_age") else "minor"


class MandatoryReport(Record):
    """The initial report (初报) with what followed; open to the lead and the responsible worker only."""

    title, plural, letters = N_("Mandatory report"), N_("Mandatory reports"), "QZB"
    shelf, restricted = "referrals", "worker"
    signers = (N_("Reported by:"), N_("Station lead:"), N_("Date and time:"))
    process = Process(
        "state",
        (
            Move("report", N_("Reported"), ("draft",), "reported",
                 needs=("reported_on", "reported_at", "situation", "observed")),
            Move("follow", N_("Followed up"), ("reported",), "following"),
            Move("close", N_("Make the final report"), ("reported", "following"), "closed", needs=("result",),
                 stamps={"closed_on": "today"}),
            Move("reopen", N_("Take up again"), ("closed",), "following", roles=("lead",), why=True,
                 stamps={"closed_on": ""}),
        ),
        first=("draft",),
    )  # fmt: skip

    number = Text(N_("Report number"), limit=40, derived=True, printed=True, listed=True, index=True)
    found_on = Day(
        N_("Found on"), heading=N_("Finding and reporting"), required=True, listed=True, index=True,
        upward=False, suggest=lambda report: current().today(), synonyms=("发现日期",),
    )  # fmt: skip
    found_at = Time(
        N_("Found at"), required=True, listed=True, suggest=report_clock.now, sensitive=True, synonyms=("发现时间",)
    )
    reported_on = Day(N_("Report made on"), listed=True, index=True, synonyms=("报告日期",))
    reported_at = Time(N_("Reported at"), listed=True, sensitive=True, synonyms=("报告时间",))
    elapsed = Count(
        N_("From finding to reporting"), derived=True, printed=True, listed=True, unit=N_("minutes"), upward=False,
        sensitive=True,
    )  # fmt: skip
    unit = Text(
        N_("Reporting unit"), suggest=lambda report: getattr(Station.mine(), "name", None), synonyms=("报告单位",)
    )
    reporter = Link(
        Staff, N_("Reported by"), suggest=lambda report: current().user, sensitive=True, synonyms=("报告人",)
    )
    reporter_phone = Phone(N_("Reporter's telephone"), synonyms=("报告人电话",))
    worker = Link(
        Staff, N_("Worker responsible"), required=True, listed=True, suggest=lambda report: current().user,
        hint=N_("Besides the station lead only this worker can read the report."), sensitive=True,
        synonyms=("责任社工",),
    )  # fmt: skip
    secrecy = Choice(N_("Secrecy"), "secrecy", suggest="strict", sensitive=True, synonyms=("保密级",))
    whom = Choice(
        N_("Whom it concerns"), "report_object", heading=N_("Whom it concerns"), required=True,
        suggest=_whom_by_age, sensitive=True, synonyms=("对象",),
    )  # fmt: skip
    person = Link(Person, N_("Person"), index=True, sensitive=True, hint=N_("Leave empty if not on file."))
    given_name = Name(N_("Name, if known"), asked_if=_is_not_on_file, sensitive=True, synonyms=("对象姓名",))
    sex = Choice(N_("Sex"), "sex", asked_if=_is_not_on_file, sensitive=True)
    about_age = Text(N_("Age, if need be a guess"), limit=30, asked_if=_is_not_on_file, sensitive=True)
    id_number = IdNumber(N_("ID document number"), asked_if=_is_not_on_file)
    where = Text(N_("Where the person is now"), sensitive=True, synonyms=("现在何处",))
    guardian = Text(N_("Guardian and telephone"), sensitive=True, synonyms=("监护人及电话",))
    school = Text(N_("School or unit"), sensitive=True, synonyms=("学校",))
    situation = Choices(
        N_("Situation"), "report_situation", heading=N_("Situation and facts"), required=True, sensitive=True,
        synonyms=("情形",),
    )  # fmt: skip
    left_behind = Choices(
        N_("Child left behind"), "report_left_behind", asked_if=_is_minor, sensitive=True,
        hint=N_("国发〔2016〕13号: to the police first of all."),
    )  # fmt: skip
    observed = Notes(
        N_("Facts observed"), sensitive=True, hint=N_("Only what was seen and heard by yourself."),
        synonyms=("观察到的事实",),
    )  # fmt: skip
    stated = Notes(
        N_("Facts stated by others"), sensitive=True, hint=N_("Who said it, in their own words."), synonyms=("陈述",)
    )
    suspect = Text(N_("Person suspected"), sensitive=True, synonyms=("涉嫌人",))
    protection = Notes(N_("Protection given at once"), sensitive=True, synonyms=("已采取的保护措施",))
    evidence = Choices(N_("Evidence kept"), "report_evidence", sensitive=True, synonyms=("证据保存",))
    evidence_note = Text(N_("Where the evidence is kept"), limit=500, sensitive=True)
    scans = Pictures(N_("Scans"), most=9, printed=False)
    police = Text(
        N_("Police station"), heading=N_("Who received it"), sensitive=True, hint=N_("In an emergency call 110 first."),
        synonyms=("受理机关", "派出所"),
    )  # fmt: skip
    officer = Name(N_("Officer"), sensitive=True, synonyms=("民警",))
    badge = Text(N_("Badge number"), limit=40, sensitive=True, synonyms=("警号",))
    police_phone = Phone(N_("Telephone of the police station"), synonyms=("受理电话",))
    receipt = Text(N_("Receipt number"), limit=80, sensitive=True, synonyms=("回执号",))
    civil = Text(N_("Copied to civil affairs"), sensitive=True, synonyms=("民政抄报",))
    civil_person = Text(N_("Received there by, telephone, time"), sensitive=True)
    education = Text(N_("Copied to education"), sensitive=True, synonyms=("教育抄报",))
    education_person = Text(N_("Received at education by, telephone, time"), sensitive=True)
    others = Text(N_("Others informed"), limit=500, sensitive=True)
    result = Notes(N_("What was done afterwards"), heading=N_("Outcome"), sensitive=True, synonyms=("后续处置",))
    closed_on = Day(N_("Final report on"), sensitive=True)
    state = Choice(N_("State of the report"), "report_state", required=True, listed=True, upward=False, suggest="draft")

    def derive(self):
        self.number = self.number or numbers.next_number(self, self.found_on)
        self.elapsed = report_clock.minutes(self)

    def conflicts(self):
        yield from report_clock.doubts(self)
        if not self.person and not any((self.given_name, self.where, self.observed)):
            yield "person", N_("Say whom it concerns: a person on file, a name, or where and how they were found."), {}

    def missing(self, move):
        if move.name == "report" and not any((self.police, self.civil, self.education)):
            yield "police", N_("Name who received it: police, civil affairs or education."), {}

    def caption(self):
        return self.number or ""
