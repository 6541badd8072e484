"""Partner departments and other units, and the log of what was spoken about with them."""

from datetime import timedelta

from models import parameters
from models.database import current
from models.due import Due
from models.fields import Choice, Day, Lines, Link, Name, Notes, Phone, Text, YesNo
from models.records import Record
from models.team.staff import Staff
from resources.language import N_


class Partner(Record):
    """One unit the station works with: a department, school, base, company, charity, clinic or medium."""

    title, plural, letters = N_("Partner unit"), N_("Partner units"), "XZD"
    shelf, searched = "partners", ("name", "person")

    name = Text(
        N_("Name of the unit"), heading=N_("The unit"), required=True, listed=True, synonyms=("单位名称", "部门名称")
    )
    kind = Choice(
        N_("Kind of unit"), "partner_kind", required=True, listed=True, suggest="department", synonyms=("单位类别",)
    )
    department = Choice(
        N_("Department"),
        "department",
        asked_if=lambda partner: partner.kind == "department",
        required=True,
        listed=True,
        synonyms=("部门",),
    )
    party_type = Choice(N_("Which party"), "party_type", hint=N_("Of the five parties of the joint work"))
    role = Choice(N_("Role in the joint work"), "partner_role", listed=True, synonyms=("职责分工",))
    conference = YesNo(N_("Member of the joint conference"), listed=True, synonyms=("联席会议成员",))
    circle = Choice(N_("Circle"), "circle", synonyms=("圈层",))
    person = Name(N_("Person to speak to"), heading=N_("Contact"), listed=True, synonyms=("联系人",))
    phone = Phone(N_("Telephone"), listed=True, synonyms=("联系电话",))
    since = Day(N_("Working together since"), synonyms=("合作日期",))
    duties = Notes(N_("What it does for us"), synonyms=("合作内容", "职责"))
    interns = Lines(
        N_("Interns"), room=3,
        columns={
            "name": Text(N_("Name"), required=True),
            "begin": Day(N_("From"), may_be_future=True),
            "end": Day(N_("Until"), may_be_future=True),
            "teacher": Text(N_("Teacher")),
        },
    )  # fmt: skip
    note = Text(N_("Remarks"), limit=1000, synonyms=("备注",))


class PartnerContact(Record):
    """One time the station spoke with a partner unit."""

    title, plural, letters = N_("Contact with a unit"), N_("Contacts with units"), "LLJ"
    part_of = ("partner",)

    partner = Link(Partner, N_("The unit"), heading=N_("Talk with the unit"), required=True, listed=True, index=True)
    day = Day(N_("Date"), required=True, listed=True, index=True, suggest=lambda contact: current().today())
    way = Choice(N_("Way"), "contact_way", required=True, listed=True, suggest="visit")
    person = Name(N_("Spoken with"), listed=True)
    worker = Link(Staff, N_("Worker"), listed=True, suggest=lambda one: current().user)
    about = Text(N_("About what"), limit=500, required=True, listed=True)
    result = Notes(N_("Result"))
    next_day = Day(N_("To follow up by"), may_be_future=True, listed=True)

    def conflicts(self):
        if self.day and self.next_day and self.next_day < self.day:
            yield "next_day", N_("The follow-up is before the contact."), {}

    def caption(self):
        return self.about or ""


def contacts_due(store) -> list[Due]:
    """Follow-ups with partner units that fall within the days of notify_before_days and were not made since."""
    soon = store.today() + timedelta(parameters.value("notify_before_days"))
    rows = PartnerContact.alive().where(PartnerContact.station == store.unit, PartnerContact.next_day <= soon)
    found = []
    for row in rows:
        later = PartnerContact.alive().where(PartnerContact.partner == row.partner, PartnerContact.day > row.day)
        if not later.exists():
            unit = row.linked("partner")
            found.append(
                Due("partner_contact", row.id, unit.caption() if unit else "", None, None, row.next_day, row.day)
            )
    return sorted(found, key=lambda due: due.day)
