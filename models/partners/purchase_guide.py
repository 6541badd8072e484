"""The guide of what is purchased (政府购买社会工作服务指导性目录): services by field and level, from needs upward."""

import re

from models import lookup
from models.database import current
from models.errors import Problem
from models.fields import Choice, Count, Money, Notes, Text
from models.records import Record
from resources.language import N_


class PurchaseGuide(Record):
    """One service of the guide, with the needs behind it."""

    title, plural, letters = N_("Item of the purchase guide"), N_("Purchase guide"), "GMM"
    shelf, searched = "projects", ("name",)

    year = Text(
        N_("Year"),
        limit=4,
        upward=True,
        heading=N_("Purchase guide"),
        required=True,
        listed=True,
        suggest=lambda item: f"{current().today():%Y}",
    )
    code = Text(N_("Item number"), limit=30, listed=True, synonyms=("目录编号", "编号"))
    name = Text(N_("Service of the guide"), required=True, listed=True, synonyms=("服务项目", "项目名称"))
    field = Choice(N_("Field of service"), "work_field", required=True, listed=True, synonyms=("服务领域",))
    scope = Choice(N_("Scope of purchase"), "purchase_scope")
    level = Choice(N_("Level of the buyer"), "article_level", listed=True)
    object = Text(N_("Served by it"), synonyms=("服务对象",))
    content = Notes(N_("What it contains"), synonyms=("服务内容",))
    unit = Text(N_("Unit of count"), limit=20, synonyms=("单位",))
    price = Money(N_("Reference price"), unit=N_("yuan"), listed=True)
    needs = Count(N_("Needs collected for it"), listed=True, unit=N_("entries"), synonyms=("需求数",))
    note = Text(N_("Remarks"), limit=1000)

    def conflicts(self):
        if not re.fullmatch("[12][0-9]{3}", self.year or ""):
            yield "year", N_("A year has four digits."), {}
        if lookup.has_twin(self, "year", "name"):
            yield Problem("name", N_("The guide of this year has this service already."), blocks=False)


def by_need(year: str) -> list[PurchaseGuide]:
    """The guide of a year from what is needed most (自下而上、以需定供)."""
    rows = PurchaseGuide.alive().where(PurchaseGuide.year == year)
    return sorted(rows, key=lambda item: (-(item.needs or 0), item.code or "", item.name or ""))
