"""What the plans of groups and activities share: how they are approved, and what their budgets are made of."""

from models.errors import Problem
from models.fields import Choice, Count, Line, Money, Text
from models.process import Move, Process
from resources.language import N_

SIGNERS = (N_("Written by:"), N_("Approved by:"), N_("Date:"))


def approval(*needs: str) -> Process:
    """Written by the worker, approved or given back by the lead; `needs` is answered before it is submitted."""
    return Process(
        "state",
        (
            Move("submit", N_("Submit for approval"), ("draft",), "waiting", needs=needs),
            Move(
                "approve", N_("Approve"), ("waiting",), "approved", roles=("lead",),
                stamps={"approved_by": "user", "approved_on": "today"},
            ),
            Move("return", N_("Return"), ("waiting",), "draft", roles=("lead",), why=True),
            Move(
                "revise", N_("Revise"), ("approved",), "draft", why=True,
                stamps={"approved_by": "", "approved_on": ""},
            ),
        ),
        first=("draft",),
    )  # fmt: skip


def budget_columns() -> dict:
    """The columns of a budget: 项目, 单价, 数量, 金额, 来源. Questions belong to one form, so they are made anew."""
    return {
        "item": Text(N_("Item"), required=True),
        "price": Money(N_("Unit price")),
        "quantity": Count(N_("Quantity"), most=100_000),
        "amount": Money(N_("Amount")),
        "source": Choice(N_("Source of funds"), "fund_source"),
    }


def with_amounts(lines) -> tuple[Line, ...]:
    """The lines of a budget, the amount worked out where only price and quantity are given."""
    return tuple(_with_amount(line) for line in lines or ())


def _with_amount(line):
    price, quantity = line.get("price"), line.get("quantity")
    if line.get("amount") is not None or price is None or quantity is None:
        return line
    return Line({**line, "amount": price * quantity}, line.place)


def unlike_amounts(name: str, lines):
    """Warn of each line whose amount is not its price times its quantity."""
    for number, line in enumerate(lines or (), 1):
        price, quantity, amount = (line.get(column) for column in ("price", "quantity", "amount"))
        if None not in (price, quantity, amount) and price * quantity != amount:
            sentence = N_("Line {line}: price times quantity is not the amount.")
            yield Problem(name, sentence, {"line": number}, blocks=False)
