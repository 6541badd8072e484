"""Liaisons of units: the register of 附件2 (联络员登记表)."""

from models import lookup
from models.database import current
from models.errors import Problem
from models.fields import Choice, Day, Name, Phone, Text
from models.records import Record
from resources.language import N_


class Contact(Record):
    """One line of the register: who answers for an area or unit, and how they are reached."""

    title, plural, letters = N_("Liaison officer"), N_("Liaison officers"), "LXR"
    shelf, searched = "partners", ("name", "unit", "area")

    unit = Text(N_("Unit"), heading=N_("Register of liaison officers"), required=True, listed=True, synonyms=("单位",))
    filled = Day(
        N_("Time of filling in"), required=True, suggest=lambda contact: current().today(), synonyms=("填报时间",)
    )
    area = Text(N_("County or district"), limit=50, required=True, listed=True, synonyms=("县区",))
    role = Choice(
        N_("Role of the contact"), "contact_role", required=True, listed=True, suggest="liaison", synonyms=("类别",)
    )
    name = Name(N_("Name"), required=True, listed=True, synonyms=("姓名",))
    phone = Phone(N_("Telephone"), listed=True, synonyms=("电话",))
    mail = Text(
        N_("Email or WeChat"), limit=100, listed=True, sensitive=True, synonyms=("邮箱（微信）", "邮箱", "微信")
    )
    until = Day(N_("Left the office on"))
    note = Text(N_("Remarks"), limit=1000, synonyms=("备注",))

    def conflicts(self):
        if not self.until and lookup.has_twin(self, "area", "role", "name"):
            yield Problem("name", N_("This person stands in the register already."), blocks=False)
