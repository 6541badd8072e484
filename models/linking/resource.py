"""Resources (资源清单): policies, talent, money, goods and services that others offer, and what of them is left."""

from models import numbers
from models.database import current
from models.errors import Problem
from models.fields import Choice, Count, Day, Link, Money, Phone, Pictures, Text, YesNo
from models.records import Record
from models.team.staff import Staff
from resources.language import N_


class Resource(Record):
    """One resource, or one gift of goods or money received (接收台账)."""

    title, plural, letters = N_("Resource"), N_("Resources"), "ZYK"
    shelf, searched = "needs", ("number", "name", "provider")
    signers = (N_("Given by:"), N_("Taken in by:"), N_("Witness:"), N_("Date:"))

    number = Text(N_("Number of the resource"), limit=40, derived=True, printed=True, listed=True, index=True)
    name = Text(
        N_("Name of the resource"), limit=100, heading=N_("Resource"), required=True, listed=True,
        synonyms=("资源名称", "物资名称", "名称"),
    )  # fmt: skip
    kind = Choice(N_("Kind of resource"), "resource_kind", required=True, listed=True, synonyms=("资源类型", "类型"))
    provider = Text(N_("Provider"), limit=100, required=True, listed=True, synonyms=("提供方", "捐赠单位", "捐赠人"))
    provider_kind = Choice(N_("Kind of provider"), "provider_kind", synonyms=("提供方类型",))
    contact = Text(N_("Contact of the provider"), limit=50, synonyms=("联系人",))
    phone = Phone(N_("Telephone"), synonyms=("联系电话", "电话"))
    since = Day(
        N_("Available from"), required=True, may_be_future=True, suggest=lambda one: current().today(),
        synonyms=("起始日期", "接收日期"),
    )  # fmt: skip
    until = Day(N_("Available until"), listed=True, may_be_future=True, synonyms=("截止日期", "有效期"))
    content = Text(N_("What is offered and to whom"), limit=1000, synonyms=("资源内容", "说明"))
    quantity = Count(N_("Quantity"), heading=N_("Quantity and value"), synonyms=("数量",))
    unit = Text(N_("Unit of count"), limit=20, listed=True, synonyms=("单位", "计量单位"))
    value = Money(
        N_("Value in all"), listed=True, unit=N_("yuan"), hint=N_("Of goods, what they are worth; of money, the sum."),
        synonyms=("折价", "金额", "价值"),
    )  # fmt: skip
    remaining = Count(N_("Left"), derived=True, printed=True, listed=True)
    remaining_value = Money(N_("Value left"), derived=True, printed=True, unit=N_("yuan"))
    origin = Choice(
        N_("How it came"), "resource_origin", heading=N_("Coming in"), suggest="donated", synonyms=("来源",)
    )
    received_on = Day(N_("Gift received on"), synonyms=("收到日期",))
    receipt = Text(N_("Receipt or invoice number"), limit=60, synonyms=("票据号", "捐赠票据"))
    anonymous = YesNo(N_("The giver wishes not to be named"), synonyms=("匿名",))
    wish = Text(N_("For what the giver wants it used"), limit=200, synonyms=("捐赠意愿", "指定用途"))
    worker = Link(Staff, N_("Taken in by"), suggest=lambda one: current().user, synonyms=("接收人", "经办人"))
    pictures = Pictures(N_("Pictures"), most=4)
    note = Text(N_("Remarks"), limit=500, synonyms=("备注",))

    def derive(self):
        self.number = self.number or numbers.next_number(self, self.since)
        self.remaining, self.remaining_value = self.left()

    def left(self) -> tuple[int | None, int | None]:
        """(quantity, value in fen) that is left as the links stand now; None where nothing was counted."""
        quantity, value = self.used()
        return (
            max(self.quantity - quantity, 0) if self.quantity is not None else None,
            max(self.value - value, 0) if self.value is not None else None,
        )

    def used(self, but=None) -> tuple[int, int]:
        """(quantity, value in fen) that links have taken so far, one of them left out where named by its id."""
        link = current().tables["resource_link"]
        rows = link.alive(link.quantity, link.value).where(link.resource == self.id)
        taken = list((rows.where(link.id != but) if but else rows).tuples())
        return sum(quantity or 0 for quantity, _ in taken), sum(value or 0 for _, value in taken)

    def conflicts(self):
        if self.since and self.until and self.until < self.since:
            yield "until", N_("The resource ends before it begins.")
        if self.kind == "goods" and self.quantity is None:
            yield Problem("quantity", N_("Goods are counted: give quantity and unit."), blocks=False)
        if self.kind == "money" and self.value is None:
            yield Problem("value", N_("Give the sum of money."), blocks=False)
        quantity, value = self.used()
        if self.quantity is not None and quantity > self.quantity:
            sentence = N_("More has been given out ({count}) than there was.")
            yield Problem("quantity", sentence, {"count": quantity}, blocks=False)
        if self.kind == "money" and self.value is not None and value > self.value:
            yield Problem("value", N_("More money has been given out than there was."), blocks=False)

    def caption(self):
        return self.name or ""


def offers(kind=None, day=None) -> list[Resource]:
    """Resources of a kind that are to be had on a day and not used up, the one that ends first at the head."""
    day = day or current().today()
    rows = Resource.alive().where(Resource.since <= day, Resource.until.is_null() | (Resource.until >= day))
    rows = rows.where(Resource.kind == kind) if kind else rows
    found = [one for one in rows if one.left()[0] != 0]
    return sorted(found, key=lambda one: (one.until is None, one.until or one.since, one.name or ""))
