"""Incubation of organisations: who moved in and out, what they were given."""

from models.database import current
from models.fields import Choice, Choices, Day, Link, Money, Notes, Text
from models.partners.agency import Agency
from models.partners.community_organisation import CommunityOrganisation
from models.records import Record
from models.team.staff import Staff
from resources.language import N_


class Incubation(Record):
    """One stay of an organisation in the incubation base (孵化)."""

    title, plural, letters = N_("Incubation"), N_("Incubations"), "FHJ"
    shelf, part_of = "partners", ("agency", "organisation")

    agency = Link(Agency, N_("Agency"), heading=N_("Stay"), listed=True, index=True)
    organisation = Link(CommunityOrganisation, N_("Community organisation"), listed=True, index=True)
    project = Text(N_("Team or project not registered"))
    begin = Day(N_("Moved in on"), required=True, listed=True, synonyms=("入驻日期",))
    end = Day(N_("Moved out on"), listed=True, may_be_future=True, synonyms=("退出日期",))
    place = Text(N_("Base or room"), synonyms=("场地",))
    support = Choices(N_("Kinds of support"), "incubation_support", required=True, listed=True, synonyms=("扶持方式",))
    amount = Money(N_("Amount of support"), listed=True, unit=N_("yuan"), synonyms=("扶持金额", "启动资金"))
    worker = Link(Staff, N_("Worker responsible"), suggest=lambda one: current().user)
    result = Choice(N_("Result"), "incubation_result", required=True, listed=True, suggest="running")
    note = Notes(N_("Course and remarks"))

    def conflicts(self):
        if not (self.agency or self.organisation or self.project):
            yield "agency", N_("Name the agency, the organisation or the team."), {}
        if self.begin and self.end and self.end < self.begin:
            yield "end", N_("It moved out before it moved in."), {}

    def caption(self):
        owner = self.linked("agency") or self.linked("organisation")
        return owner.caption() if owner else self.project or ""
