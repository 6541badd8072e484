"""The guide of what is purchased (政府购买社会工作服务指导性目录): services by field and level, from needs upward."""

import re
from datetime import date

from models import codes, lookup, parameters
from models.database import current
from models.errors import Problem
from models.fields import Choice, Count, Money, Notes, Text
from models.records import Record, save_all
from models.row_id import uuid7
from resources.language import N_, Language


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
    object = Text(N_("Whom it serves"), synonyms=("服务对象",))
    content = Notes(N_("What it contains"), synonyms=("服务内容",))
    unit = Text(N_("Unit of count"), limit=20, synonyms=("单位",))
    price = Money(N_("Reference price"), unit=N_("yuan"), listed=True)
    need = Choice(
        N_("Need it answers"), "need_kind", heading=N_("Needs behind it"),
        hint=N_("Then the needs of the year are counted"),
    )  # fmt: skip
    needs = Count(N_("Needs collected for it"), listed=True, unit=N_("entries"), synonyms=("需求数",))
    note = Text(N_("Remarks"), limit=1000)

    def derive(self):
        if self.need and re.fullmatch("[12][0-9]{3}", self.year or ""):
            need = current().tables["need"]
            self.needs = need.alive().where(need.kind == self.need, need.day.between(*_days(self.year))).count()

    def conflicts(self):
        if not re.fullmatch("[12][0-9]{3}", self.year or ""):
            yield "year", N_("A year has four digits."), {}
        if lookup.has_twin(self, "year", "name"):
            yield Problem("name", N_("The guide of this year has this service already."), blocks=False)


def draw(year: str) -> list[PurchaseGuide]:
    """Enter into the guide of a year what was asked for in it and is not there yet, and count anew what is.

    Returns what was entered; in Chinese, as the guide is given out. Nothing somebody wrote is changed.
    """
    from models.linking.matching import ranking  # needs know the projects that answer them, and so this room

    guide, asked = by_need(year), {}
    for line in ranking(*_days(year)):
        if line.kind:
            asked.setdefault(line.kind, []).append(line.group)
    made = [_drawn(year, kind, groups) for kind, groups in asked.items() if kind not in {item.need for item in guide}]
    save_all([*guide, *made], batch=uuid7())
    return made


def _days(year):
    return date(int(year), 1, 1), date(int(year), 12, 31)


def _drawn(year, kind, groups):
    zh = Language("zh_CN")
    field = next(row["field"] for row in parameters.table("need_fields") if row["need"] == kind)
    people = "、".join(codes.label("need_group", group, zh) for group in groups if group)
    return PurchaseGuide.new(
        year=year, need=kind, name=codes.label("need_kind", kind, zh), field=field, object=people or None
    )


def by_need(year: str) -> list[PurchaseGuide]:
    """The guide of a year from what is needed most (自下而上、以需定供)."""
    rows = PurchaseGuide.alive().where(PurchaseGuide.year == year)
    return sorted(rows, key=lambda item: (-(item.needs or 0), item.code or "", item.name or ""))
