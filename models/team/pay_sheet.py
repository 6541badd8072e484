"""Pay sheets: allowances by the month, one-off rewards, compensation of part-time workers (津贴发放表)."""

import re

from models.database import current
from models.errors import Problem
from models.fields import Choice, Count, Day, Line, Lines, Link, Money, Name, Notes, Text
from models.process import Move, Process
from models.records import Record
from models.team import allowances
from models.team.staff import Staff
from resources.language import N_


def _region(_sheet):
    """The region of the last sheet; a station stays in its region."""
    last = PaySheet.alive(PaySheet.region).where(PaySheet.region.is_null(False)).order_by(PaySheet.changed.desc())
    found = last.first()
    return found.region if found else None


def _lines(sheet):
    if sheet.month and re.fullmatch(r"[0-9]{4}-(0[1-9]|1[0-2])", sheet.month):
        return proposed(current(), sheet.kind, sheet.region, sheet.month) or None
    return None


class PaySheet(Record):
    """One sheet of payments: who, level, standard, months, due, paid; signed by those who receive."""

    title, plural, letters = N_("Pay sheet"), N_("Pay sheets"), "FFB"
    shelf = "team"
    signers = (N_("Written by:"), N_("Accountant:"), N_("Station lead:"), N_("Date:"))
    process = Process(
        "state",
        (
            Move(
                "approve", N_("Approve"), ("draft",), "approved", needs=("lines",), roles=("lead",),
                stamps={"approved_by": "user", "approved_on": "today"},
            ),
            Move("return", N_("Return"), ("approved",), "draft", roles=("lead",), why=True),
            Move("pay", N_("Paid out"), ("approved",), "paid", needs=("paid_on",), roles=("lead",)),
        ),
        first=("draft",),
    )  # fmt: skip

    kind = Choice(
        N_("Kind of payment"),
        "pay_kind",
        heading=N_("Pay sheet"),
        required=True,
        listed=True,
        suggest="monthly",
        synonyms=("类别", "发放类别"),
    )
    month = Text(
        N_("Month (YYYY-MM)"),
        limit=7,
        required=True,
        listed=True,
        suggest=lambda one: f"{current().today():%Y-%m}",
        synonyms=("月份", "所属月份"),
    )
    region = Choice(N_("Standard applied"), "pay_region", listed=True, suggest=_region, synonyms=("执行标准",))
    basis = Text(N_("Basis of payment"), limit=200, synonyms=("发放依据", "文件依据"))
    lines = Lines(
        N_("Payments"), sums=("due", "paid"), room=10, suggest=_lines, synonyms=("发放明细",),
        columns={
            "who": Name(N_("Name"), required=True),
            "level": Choice(N_("Certificate"), "certificate_level"),
            "standard": Money(N_("Standard")),
            "months": Count(N_("Months"), most=120),
            "due": Money(N_("Due")),
            "paid": Money(N_("Paid")),
            "note": Text(N_("Remarks"), limit=100),
        },
    )  # fmt: skip
    people = Count(N_("People paid"), derived=True, printed=True, listed=True, unit=N_("people"))
    total = Money(N_("Paid in all"), derived=True, printed=True, listed=True, unit=N_("yuan"))
    source = Choice(N_("Source of funds"), "fund_source", heading=N_("Paying out"), synonyms=("经费来源",))
    paid_on = Day(N_("Paid on"), listed=True, synonyms=("发放日期",))
    state = Choice(N_("State"), "pay_state", required=True, listed=True, suggest="draft")
    approved_by = Link(Staff, N_("Approved by"), derived=True, printed=True)
    approved_on = Day(N_("Approved on"), derived=True, printed=True)
    note = Notes(N_("Remarks"), synonyms=("备注",))

    def derive(self):
        if self.is_new and not self.lines:
            self.lines = _lines(self)
        self.lines = tuple(map(_with_due, self.lines or ()))
        self.people = len({line.get("who") for line in self.lines})
        self.total = self.questions()["lines"].total(self.lines, "paid")

    def conflicts(self):
        if not re.fullmatch(r"[0-9]{4}-(0[1-9]|1[0-2])", self.month or ""):
            yield "month", N_("Type a month such as 2026-09."), {}
        for number, line in enumerate(self.lines or (), 1):
            standard, months, due = (line.get(name) for name in ("standard", "months", "due"))
            if None not in (standard, months, due) and standard * months != due:
                sentence = N_("Line {line}: standard times months is not what is due.")
                yield Problem("lines", sentence, {"line": number}, blocks=False)
            if None not in (due, line.get("paid")) and line["paid"] > due:
                sentence = N_("Line {line}: more is paid than is due.")
                yield Problem("lines", sentence, {"line": number}, blocks=False)

    def caption(self):
        return self.month or ""


def proposed(store, kind: str | None, region: str | None, month: str) -> tuple[Line, ...]:
    """The lines that the register of the staff and the standard of the region ask for."""
    if kind == "part":
        return allowances.part_time_lines(store, month)
    if kind == "once":
        return allowances.once_lines(store, region, int(month[:4]))
    return allowances.monthly_lines(store, region, month) if kind == "monthly" else ()


def summed(store, first: str, last: str) -> PaySheet:
    """One sheet, not saved, of all that was approved for the months from `first` to `last`, both YYYY-MM.

    A line for each person and certificate, with months, due and paid added up (年度津贴发放汇总).
    """
    sheets = PaySheet.alive().where(
        PaySheet.station == store.unit, PaySheet.state != "draft", PaySheet.month.between(first, last)
    )
    found: dict = {}
    for line in (line for sheet in sheets.order_by(PaySheet.month) for line in sheet.lines):
        sums = found.setdefault((line.get("who"), line.get("level")), dict.fromkeys(_SUMMED, 0))
        for name in _SUMMED:
            sums[name] += line.get(name) or 0
    lines = tuple(Line({"who": who, **({"level": level} if level else {}), **sums})
                  for (who, level), sums in sorted(found.items(), key=str))  # fmt: skip
    return PaySheet(month=f"{first}～{last}", lines=lines, people=len({who for who, _level in found}))


_SUMMED = ("months", "due", "paid")


def _with_due(line):
    standard, months = line.get("standard"), line.get("months")
    if line.get("due") is not None or standard is None or months is None:
        return line
    return Line({**line, "due": standard * months}, line.place)
