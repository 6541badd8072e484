"""Goods handed out (物资发放): one row a person, signed for by the person or on behalf."""

from models import lookup
from models.database import current
from models.errors import Problem
from models.fields import Choice, Count, Day, Link, Money, Name, Text
from models.people.person import Person
from models.records import Record
from models.services.activity import Activity
from models.team.staff import Staff
from resources.language import N_


def _last_four(row):
    (number,) = lookup.answers(Person, row.person, "id_number") or (None,)
    return number[-4:] if number and len(number) >= 15 else None


class HandOut(Record):
    """What one person was given, at an activity or on another day."""

    title, plural, letters = N_("Goods handed out"), N_("Goods handed out"), "WF"
    shelf = "activities"
    part_of = ("activity",)
    signers = (N_("Received by (signature or fingerprint):"), N_("Handed out by:"), N_("Date:"))

    activity = Link(Activity, N_("Activity"), heading=N_("Goods handed out"), listed=True, index=True)
    day = Day(
        N_("Date"), required=True, listed=True, index=True, suggest=lambda row: current().today(),
        synonyms=("日期", "发放日期"),
    )  # fmt: skip
    person = Link(Person, N_("Person"), listed=True, index=True)
    name = Name(
        N_("Name, if not on file"), listed=True, asked_if=lambda row: not row.person, synonyms=("姓名", "领取人")
    )
    last_four = Text(
        N_("Last four of the ID number"), limit=4, suggest=_last_four, sensitive=True, synonyms=("身份证后四位",)
    )
    goods = Text(N_("Goods"), limit=100, required=True, listed=True, synonyms=("物品", "物资"))
    quantity = Count(N_("Quantity"), required=True, listed=True, most=100_000, suggest=1, synonyms=("数量",))
    unit = Text(N_("Unit of measure"), limit=10, synonyms=("单位",))
    value = Money(N_("Value in all"), unit=N_("yuan"), listed=True, synonyms=("折价", "金额"))
    sign = Choice(N_("Signed or fingerprint"), "visit_sign", listed=True, suggest="self", synonyms=("签名或捺印",))
    proxy = Name(
        N_("Received on behalf by"), asked_if=lambda row: row.sign == "proxy", listed=True, synonyms=("代领人",)
    )
    relation = Choice(
        N_("Relation to the person"), "relation", asked_if=lambda row: row.sign == "proxy", synonyms=("与本人关系",)
    )
    worker = Link(Staff, N_("Handed out by"), suggest=lambda row: current().user, synonyms=("发放人",))
    note = Text(N_("Remarks"), limit=300, synonyms=("备注",))

    def derive(self):
        self.last_four = self.last_four or _last_four(self)

    def conflicts(self):
        if not self.person and not self.name:
            yield "person", N_("Name who was given it."), {}
        if self.last_four and not (self.last_four[:-1].isdigit() and len(self.last_four) == 4):
            yield Problem("last_four", N_("Four characters, the last may be X."), blocks=False)
        if self.sign == "proxy" and not self.proxy:
            yield Problem("proxy", N_("Name who received it on behalf."), blocks=False)
        if self.person and lookup.has_twin(self, "person", "activity", "goods"):
            yield Problem("person", N_("This person was given that already."), blocks=False)

    def caption(self):
        person = self.linked("person")
        return (person.name if person else self.name) or ""
