"""Links of resources (资源链接单): what was given to whom, how much of it, and who signed for it."""

from models import lookup, numbers
from models.database import current
from models.errors import Problem
from models.fields import Choice, Count, Day, Link, Money, Name, Pictures, Text
from models.linking.need import Need
from models.linking.resource import Resource
from models.people.household import Household
from models.people.person import Person
from models.records import Record
from models.team.staff import Staff
from resources.language import N_


class ResourceLink(Record):
    """One link: a resource to a person, a household, a group of people or a need."""

    title, plural, letters = N_("Resource link"), N_("Resource links"), "ZYLJ"
    shelf, part_of = "needs", ("resource", "need", "person", "household")
    signers = (N_("Receiver signs:"), N_("Handed over by:"), N_("Witness:"), N_("Date:"))

    number = Text(N_("Number of the link"), limit=40, derived=True, printed=True, listed=True, index=True)
    day = Day(
        N_("Linked on"), heading=N_("Link"), required=True, listed=True, index=True,
        suggest=lambda link: current().today(), synonyms=("链接日期", "发放日期", "日期"),
    )  # fmt: skip
    resource = Link(Resource, N_("Resource"), required=True, listed=True, index=True, synonyms=("资源名称", "物资名称"))
    need = Link(Need, N_("For the need"), index=True, synonyms=("对应需求",))
    person = Link(Person, N_("Person"), listed=True, index=True, synonyms=("受益人", "服务对象"))
    household = Link(Household, N_("Household"), listed=True, index=True, synonyms=("受益家庭", "户主"))
    who = Text(N_("Other receiver"), limit=100, synonyms=("受益单位", "接收方"))
    village = Text(N_("Village or community"), listed=True, upward=True, synonyms=("村（社区）",))
    quantity = Count(N_("Quantity"), heading=N_("What was given"), listed=True, synonyms=("数量",))
    value = Money(
        N_("Value given"), listed=True, unit=N_("yuan"), hint=N_("Worked out from the resource where left empty."),
        synonyms=("折价", "金额"),
    )  # fmt: skip
    kind = Choice(N_("Kind of resource"), "resource_kind", derived=True, index=True)
    people = Count(N_("People who benefit"), most=1_000_000, unit=N_("person-times"), synonyms=("受益人次",))
    families = Count(N_("Households that benefit"), most=1_000_000, unit=N_("household visits"), synonyms=("受益户次",))
    content = Text(N_("About the link"), limit=500, synonyms=("内容",))
    receipt = Choice(
        N_("Way of receipt"), "receipt_way", heading=N_("Signing for it"), suggest="signed", synonyms=("签收方式",)
    )
    signed_by = Name(N_("Signed for by"), synonyms=("签收人", "领取人"))
    relation = Choice(N_("Relation to the receiver"), "relation", asked_if=lambda link: link.receipt == "proxy")
    picture = Pictures(N_("Picture of the signing"), most=3, synonyms=("签收照片",))
    worker = Link(Staff, N_("Given out by"), suggest=lambda link: current().user, synonyms=("经办人", "发放人"))
    note = Text(N_("Remarks"), limit=500, synonyms=("备注",))

    def derive(self):
        self.number = self.number or numbers.next_number(self, self.day)
        self._take_over_need()
        if self.household and not self.village:
            (self.village,) = lookup.answers(Household, self.household, "village") or (None,)
        stock = self.linked("resource")
        self.kind = stock.kind if stock else self.kind
        if self.value is None and stock and stock.value is not None and stock.quantity and self.quantity:
            self.value = (2 * stock.value * self.quantity + stock.quantity) // (2 * stock.quantity)
        if self.people is None and self.person:
            self.people = 1
        if self.families is None and self.household:
            self.families = 1

    def _take_over_need(self):
        need = lookup.answers(Need, self.need, "person", "household", "village")
        if need and not (self.person or self.household or self.who):
            self.person, self.household = need[0], need[1]
            self.village = self.village or need[2]
        if self.person and not self.household:
            (self.household,) = lookup.answers(Person, self.person, "household") or (None,)

    def conflicts(self):
        if not (self.person or self.household or self.who or self.need or self.people or self.families):
            yield Problem("person", N_("Say who benefits, or how many."), blocks=False)
        stock = self.linked("resource")
        if stock is not None:
            yield from self._over_use(stock)
        if self.receipt == "proxy" and not self.signed_by:
            yield Problem("signed_by", N_("Who signed for the receiver is named."), blocks=False)

    def _over_use(self, stock):
        quantity, value = stock.used(but=self.id)
        if stock.quantity is not None and self.quantity and quantity + self.quantity > stock.quantity:
            left = {"left": max(stock.quantity - quantity, 0), "unit": stock.unit or ""}
            yield Problem("quantity", N_("Of this resource only {left} {unit} are left."), left, blocks=False)
        if stock.kind == "money" and stock.value is not None and self.value and value + self.value > stock.value:
            left = max(stock.value - value, 0)
            said = {"left": f"{left // 100}.{left % 100:02}"}
            yield Problem("value", N_("Of this money only {left} yuan are left."), said, blocks=False)
        if self.day and stock.since and not stock.since <= self.day <= (stock.until or self.day):
            yield Problem("day", N_("On this day the resource was not to be had."), blocks=False)

    def followers(self):
        """The resource, of which what is left follows from its links; the one it was taken from before as well."""
        ids = {self.resource, *(lookup.answers(ResourceLink, self.id, "resource") or ())} - {None}
        return Resource.alive().where(Resource.id.in_(ids))

    def caption(self):
        stock = self.linked("resource")
        return " · ".join(filter(None, (self.number, stock and stock.caption())))
