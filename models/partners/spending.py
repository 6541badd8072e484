"""Spending of projects, entry by entry (支出台账); rows 76-79 of the monthly table count from it."""

from models import codes, parameters
from models.database import current
from models.errors import Problem
from models.fields import Choice, Day, Link, Money, Pictures, Text
from models.partners import labour_share
from models.partners.project import Project
from models.records import Record
from models.team.staff import Staff
from resources.language import N_


class Spending(Record):
    """One payment out of a project's money, or of the station's own where no project is named."""

    title, plural, letters = N_("Spending"), N_("Spending"), "ZCT"
    shelf, part_of = "projects", ("project",)
    signers = (N_("Handled by:"), N_("Approved by:"), N_("Date:"))

    project = Link(Project, N_("Project"), heading=N_("Payment"), listed=True, index=True)
    day = Day(
        N_("Date"),
        required=True,
        listed=True,
        index=True,
        suggest=lambda entry: current().today(),
        synonyms=("日期", "支出日期"),
    )
    amount = Money(N_("Amount"), required=True, listed=True, unit=N_("yuan"), synonyms=("金额", "支出金额"))
    item = Choice(N_("Budget item"), "budget_item", required=True, listed=True, synonyms=("科目", "支出科目"))
    payee = Text(N_("Payee"), listed=True, synonyms=("收款方", "收款人"))
    purpose = Text(N_("What for"), limit=500, required=True, listed=True, synonyms=("用途", "摘要"))
    voucher = Text(N_("Voucher"), limit=60, listed=True, synonyms=("凭证号", "凭证"))
    worker = Link(Staff, N_("Handled by"), synonyms=("经办人",), suggest=lambda one: current().user)
    approver = Link(Staff, N_("Approved by"))
    receipt = Pictures(N_("Picture of the receipt"), most=3)
    note = Text(N_("Remarks"), limit=1000, synonyms=("备注",))

    def conflicts(self):
        project = self.linked("project")
        if project is None or not self.amount:
            return
        if project.begin and self.day and self.day < project.begin:
            yield Problem("day", N_("The project began later."), blocks=False)
        budgeted = sum(line.get("amount") or 0 for line in project.budget if line.get("item") == self.item)
        before = spent(project, self.item, but=self.id)
        if budgeted and before + self.amount > budgeted:
            yield Problem("amount", N_("With this the item exceeds its budget."), blocks=False)
        if (
            self.item == "staff"
            and labour_share.light(spent(project, "staff", but=self.id) + self.amount, project.amount) == "red"
        ):
            yield Problem(
                "amount", N_("With this, staff costs exceed {limit} % of the project's money."),
                {"limit": parameters.value("labour_share_limit")}, blocks=False, code="labour",
            )  # fmt: skip

    def caption(self):
        return self.purpose or ""


def spent(project, item: str | None = None, but=None) -> int:
    """What a project has spent in fen, in all or on one item, without the entry `but`."""
    rows = Spending.alive(Spending.amount).where(Spending.project == project.id)
    rows = rows.where(Spending.item == item) if item else rows
    return sum(row.amount or 0 for row in (rows.where(Spending.id != but) if but else rows))


def account(project) -> list[tuple]:
    """(item, budgeted, spent) of each item of budget or ledger in the order of the list, for the final account."""
    rows = []
    for entry in codes.choices("budget_item"):
        planned = sum(line.get("amount") or 0 for line in project.budget if line.get("item") == entry.code)
        paid = spent(project, entry.code)
        if planned or paid:
            rows.append((entry.code, planned, paid))
    return rows
