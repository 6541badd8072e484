"""Social assistance and allowances of a person or family: applied for, checked, made public, granted, stopped.

低保审核确认办法, 特困人员认定办法, 临时救助, 刚性支出困难家庭 (2025-01-01: at most 12 months). Children in fact without
support (事实无人抚养儿童) are never made public, to guard their privacy.
"""

from datetime import date, timedelta

from models import parameters
from models.database import current
from models.due import Due
from models.errors import Problem
from models.fields import Choice, Choices, Count, Day, Link, Money, Notes, Text, YesNo
from models.people import category, hardship
from models.people.household import Household
from models.people.person import Person
from models.process import Move, Process
from models.records import Record
from models.team.staff import Staff
from models.terms import months_later
from resources.language import N_

LIMITED = frozenset(("102", "109"))
"""Kinds that are confirmed for a term of at most twelve months: 低边, 刚性支出."""
UNPUBLISHED = frozenset(("120",))


def last_day(since: date) -> date:
    """The last day of a term of twelve months."""
    return months_later(since, parameters.value("rigid_months")) - timedelta(1)


def _is(*kinds):
    return lambda assistance: assistance.kind in kinds


def _is_lost(assistance):
    return assistance.kind == "120" and "lost" in (assistance.father, assistance.mother)


class Assistance(Record):
    """One entitlement, from the application to its end."""

    title, plural, letters = N_("Social assistance"), N_("Social assistance"), "SHJ"
    shelf, part_of = "affairs", ("person", "household")
    facts = tuple(("person", name) for name in ("sex", "birth", "id_number", "phone", "village", "address"))
    signers = (N_("Applicant:"), N_("Handled by:"), N_("Town office:"), N_("Date:"))
    process = Process(
        "state",
        (
            Move("check", N_("Checked at home"), ("applied",), "checked", needs=("checked_on",)),
            Move("publish", N_("Make public"), ("checked",), "published", needs=("published",)),
            Move("grant", N_("Confirm"), ("checked", "published"), "granted", needs=("since",)),
            Move("refuse", N_("Do not confirm"), ("applied", "checked", "published"), "refused", why=True),
            Move("stop", N_("Stop"), ("granted",), "stopped", needs=("until",), why=True),
        ),
        first=("applied",),
    )

    person = Link(
        Person, N_("Applicant"), heading=N_("Application"), required=True, listed=True, index=True,
        synonyms=("申请人", "姓名"),
    )  # fmt: skip
    household = Link(Household, N_("Household"), index=True)
    applied = Day(
        N_("Applied on"), required=True, listed=True, suggest=lambda one: current().today(), synonyms=("申请日期",)
    )
    people = Count(N_("Persons covered"), most=60, synonyms=("保障人数", "享受人数"))
    kind = Choice(
        N_("Kind of assistance"), "assistance_kind", required=True, listed=True, synonyms=("救助类别", "待遇类别")
    )
    way = Choice(N_("Way of support"), "support_way", asked_if=_is("103"), synonyms=("供养方式",))
    relief = Choice(N_("Kind of relief"), "relief_kind", asked_if=_is("linshi"), required=True, synonyms=("救助类型",))
    expenses = Choices(
        N_("Rigid expenses"), "rigid_expense", asked_if=_is("109"), required=True, synonyms=("刚性支出类别",)
    )
    expense = Money(N_("Rigid expenses of the year"), unit=N_("yuan"), asked_if=_is("109"), sensitive=True)
    single = YesNo(N_("For this person alone"), asked_if=_is("101", "102"), synonyms=("单人保",))
    father = Choice(N_("Father's situation"), "parent_situation", asked_if=_is("120"), sensitive=True)
    mother = Choice(N_("Mother's situation"), "parent_situation", asked_if=_is("120"), sensitive=True)
    lost_since = Day(N_("Not to be reached since"), asked_if=_is_lost, sensitive=True, synonyms=("失联日期",))
    worker = Link(Staff, N_("Handled by"), suggest=lambda one: current().user, synonyms=("经办人",))
    reason = Notes(N_("Reason of the application"), sensitive=True, synonyms=("申请原因", "致困原因"))
    checked_on = Day(N_("Checked at home on"), heading=N_("Checking and confirming"), synonyms=("入户核查日期",))
    office = Text(N_("Confirmed by"), synonyms=("确认机关",))
    published = Day(N_("Made public from"), synonyms=("公示日期",))
    published_until = Day(N_("Made public until"), may_be_future=True, derived=True, printed=True)
    proof = Text(N_("Certificate number"), limit=100, sensitive=True, listed=True, synonyms=("证号", "低保证号"))
    amount = Money(N_("Amount"), unit=N_("yuan"), listed=True, sensitive=True, synonyms=("金额", "月保障金"))
    since = Day(N_("From"), may_be_future=True, listed=True, synonyms=("起始日期", "享受起始"))
    until = Day(N_("Until"), may_be_future=True, listed=True, synonyms=("截止日期", "有效期至"))
    found = Notes(N_("What the check found"), sensitive=True, synonyms=("核查情况",))
    note = Notes(N_("Remarks"), sensitive=True, synonyms=("备注",))
    state = Choice(N_("State"), "assistance_state", required=True, listed=True, suggest="applied")

    def derive(self):
        if not self.household and (person := self.linked("person")):
            self.household = person.household
        days = parameters.value("publish_days")
        self.published_until = self.published + timedelta(days - 1) if self.published else None
        if self.kind in LIMITED and self.since and not self.until:
            self.until = last_day(self.since)

    def offers(self, move):
        return move.name != "publish" or self.kind not in UNPUBLISHED

    def conflicts(self):
        if self.since and self.until and self.until < self.since:
            yield "until", N_("The last day is before the first."), {}
        if self.kind in LIMITED and self.since and self.until and self.until > last_day(self.since):
            latest = last_day(self.since)
            yield Problem(
                "until", N_("At most twelve months: until {day}."), {"day": latest.isoformat()}, repair=latest
            )
        if self.kind in UNPUBLISHED and self.published:
            yield "published", N_("Children in fact without support are not made public, to guard their privacy."), {}
        yield from hardship.doubts(self)

    def missing(self, move):
        if move.name == "grant":
            yield from hardship.missing(self)
        if move.name == "grant" and self.published_until and current().today() <= self.published_until:
            yield "published", N_("It is public until {day}."), {"day": self.published_until.isoformat()}

    def move(self, name, **options):
        """As Record.move(); confirming also writes the dated category into the person's file, stopping ends it."""
        made = super().move(name, **options)
        if name in ("grant", "stop") and self.kind != "linshi":
            category.note(self.person, self.kind, self.since, self.until, self.proof, self.office)
        return made

    def caption(self):
        person = self.linked("person")
        return person.caption() if person else ""


def running_out(store, until) -> list:
    """Assistance granted for a term that ends by `until`, with what has ended unnoticed first (due.Due)."""
    granted = Assistance.alive().where(
        Assistance.station == store.unit, Assistance.state == "granted", Assistance.until <= until
    )
    found = []
    for one in granted.order_by(Assistance.until):
        person = one.linked("person")
        if person and person.state == "active":
            found.append(Due("assistance", one.id, person.name, person.village, person.risk, one.until, one.since))
    return found
