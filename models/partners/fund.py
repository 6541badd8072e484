"""Funds and their ledgers: community funds, donations, awards, fees for services."""

from models.database import current
from models.errors import Problem
from models.fields import Choice, Day, Link, Money, Name, Notes, Pictures, Text, YesNo
from models.records import Record
from models.team.staff import Staff
from resources.language import N_


class Fund(Record):
    """One fund or ledger of money: its balance is what came in less what went out."""

    title, plural, letters = N_("Fund"), N_("Funds and ledgers"), "JJZ"
    shelf, searched = "projects", ("name",)

    name = Text(N_("Name of the fund"), heading=N_("Fund"), required=True, listed=True, synonyms=("基金名称",))
    kind = Choice(N_("Kind"), "fund_kind", required=True, listed=True, suggest="community", synonyms=("类别",))
    founded = Day(N_("Set up on"), listed=True, synonyms=("设立日期",))
    village = Text(N_("Village or community"), listed=True, upward=True)
    holder = Text(N_("Held at"), listed=True)
    steward = Name(N_("Steward"), listed=True)
    opening = Money(N_("Opening balance"), unit=N_("yuan"))
    rules = Notes(N_("Rules of use"))
    closed = Day(N_("Closed down on"))
    note = Text(N_("Remarks"), limit=1000)

    def balance(self, day=None) -> int:
        """What is left in fen at the end of `day`; without a day, of all that is written."""
        rows = FundEntry.alive(FundEntry.way, FundEntry.amount).where(FundEntry.fund == self.id)
        rows = rows.where(FundEntry.day <= day) if day else rows
        return (self.opening or 0) + sum(row.amount if row.way == "in" else -row.amount for row in rows)


class FundEntry(Record):
    """One entry of a fund's ledger: money in or out."""

    title, plural, letters = N_("Entry of a fund"), N_("Entries of funds"), "JZM"
    part_of = ("fund",)
    signers = (N_("Handled by:"), N_("Approved by:"), N_("Date:"))

    fund = Link(Fund, N_("Fund"), heading=N_("Entry"), required=True, listed=True, index=True)
    day = Day(
        N_("Date"), required=True, listed=True, index=True, suggest=lambda entry: current().today(), synonyms=("日期",)
    )
    way = Choice(N_("In or out"), "fund_way", required=True, listed=True, synonyms=("收支",))
    amount = Money(N_("Amount"), required=True, listed=True, unit=N_("yuan"), synonyms=("金额",))
    party = Text(N_("From or to"), listed=True, synonyms=("捐赠人", "对方"))
    anonymous = YesNo(N_("Wishes not to be named"), asked_if=lambda entry: entry.way == "in")
    purpose = Text(N_("Purpose of the entry"), limit=500, required=True, listed=True, synonyms=("用途", "事由"))
    service = Text(N_("Service charged for"), hint=N_("For fees: which service, how many times"))
    voucher = Text(N_("Voucher"), limit=60, listed=True, synonyms=("凭证号", "票据号"))
    worker = Link(Staff, N_("Handled by"), suggest=lambda one: current().user)
    public = Day(N_("Made public on"))
    receipt = Pictures(N_("Picture of the receipt"), most=3)
    note = Text(N_("Remarks"), limit=1000, synonyms=("备注",))

    def conflicts(self):
        fund = self.linked("fund")
        if fund is None or self.way != "out" or self.amount is None:
            return
        others = FundEntry.alive().where(
            FundEntry.fund == self.fund, FundEntry.id != self.id, FundEntry.day <= self.day
        )
        left = (fund.opening or 0) + sum(row.amount if row.way == "in" else -row.amount for row in others)
        if self.amount > left:
            yield Problem(
                "amount",
                N_("The fund has less than this on that day: {left} yuan."),
                {"left": f"{max(left, 0) // 100}.{max(left, 0) % 100:02}"},
                blocks=False,
            )

    def caption(self):
        return self.purpose or ""


def statement(fund, start=None, end=None) -> list[tuple]:
    """(entry, balance after it) of a fund in the order of days, for the printed ledger; `start` and `end` included."""
    left, found = fund.opening or 0, []
    for entry in FundEntry.alive().where(FundEntry.fund == fund.id).order_by(FundEntry.day, FundEntry.id):
        left += entry.amount if entry.way == "in" else -entry.amount
        if (start is None or entry.day >= start) and (end is None or entry.day <= end):
            found.append((entry, left))
    return found
