"""Households: where people live, and what a visit goes to."""

from models.database import current
from models.fields import Choice, Count, Link, Name, Notes, Phone, Text
from models.records import Record
from models.team.staff import Staff
from resources.language import N_


class Household(Record):
    """One household (户): its head, its place, its risk."""

    title, plural, letters = N_("Household"), N_("Households"), "JT"
    searched = ("head", "phone")

    head = Name(
        N_("Head of household"), heading=N_("Household"), required=True, listed=True, index=True,
        synonyms=("户主", "户主姓名"),
    )  # fmt: skip
    count = Count(N_("Members"), listed=True, most=60, unit=N_("people"), synonyms=("家庭人口", "人口数", "家庭人数"))
    village = Text(
        N_("Village or neighbourhood"), heading=N_("Address and contact"), listed=True, upward=True,
        synonyms=("村（社区）", "村社区", "村", "社区", "村居", "所属村"),
    )  # fmt: skip
    group_no = Text(N_("Village group"), limit=50, synonyms=("组", "村民小组", "组/门牌"))
    address = Text(N_("Address"), synonyms=("住址", "家庭住址", "现住址", "详细地址"))
    phone = Phone(N_("Telephone"), synonyms=("联系电话", "电话"))
    housing = Choice(N_("Housing"), "housing", heading=N_("Care"), synonyms=("住房类型",))
    risk = Choice(N_("Risk"), "risk_level", listed=True, suggest="0", synonyms=("风险等级",))
    worker = Link(Staff, N_("Worker responsible"), listed=True, synonyms=("负责社工", "责任社工"))
    note = Notes(N_("Remarks"), sensitive=True, synonyms=("备注",))

    def members(self):
        """The persons on file in this household."""
        person = current().tables["person"]
        return list(person.alive().where(person.household == self.id))

    def caption(self):
        return self.head or ""
