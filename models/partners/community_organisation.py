"""Community organisations of four kinds (民发〔2017〕191号), registered or filed with the township."""

from models import credit_code, lookup
from models.errors import Problem
from models.fields import Choice, Count, Day, Name, Phone, Text
from models.partners import party
from models.records import Record
from resources.language import N_


class CommunityOrganisation(Record):
    """One community organisation (社区社会组织) of a village or community."""

    title, plural, letters = N_("Community organisation"), N_("Community organisations"), "SZZ"
    shelf, searched = "partners", ("name", "leader")

    name = Text(
        N_("Name of the organisation"),
        heading=N_("Organisation"),
        required=True,
        listed=True,
        synonyms=("组织名称", "社会组织名称"),
    )
    kind = Choice(N_("Kind"), "community_org_kind", required=True, listed=True, synonyms=("类别", "组织类别"))
    village = Text(
        N_("Village or community"), required=True, listed=True, upward=True, synonyms=("所在村社区", "村（社区）")
    )
    founded = Day(N_("Founded on"), required=True, listed=True, synonyms=("成立日期",))
    registration = Choice(
        N_("Registered or filed"),
        "org_registration",
        required=True,
        listed=True,
        suggest="filed",
        synonyms=("登记/备案",),
    )
    number = Text(N_("Number of the certificate"), limit=60, synonyms=("备案号", "登记号"))
    certified_on = Day(N_("Registered or filed on"), synonyms=("备案日期", "登记日期"))
    code = Text(
        N_("Social credit code"), limit=18,
        asked_if=lambda organisation: organisation.registration == "registered", synonyms=("统一社会信用代码",),
    )  # fmt: skip
    leader = Name(N_("Leader"), required=True, listed=True, synonyms=("负责人",))
    initiator = Name(N_("Initiator"), synonyms=("发起人",))
    phone = Phone(N_("Telephone"), synonyms=("联系电话",))
    members = Count(N_("Number of members"), listed=True, synonyms=("成员数", "成员人数"))
    venue = Text(N_("Venue"), synonyms=("活动场所",))
    activities = Count(N_("Activities a year"), synonyms=("活动次数",))
    party_members = Count(N_("Formal party members"), heading=N_("Party building"), synonyms=("党员数",))
    party_form = Choice(N_("Form of party building"), "party_form", synonyms=("党组织形式",))
    party_asked = Choice(N_("Form asked for"), "party_form", derived=True)
    ended = Day(N_("Dissolved on"), heading=N_("Other"), synonyms=("注销日期",))
    note = Text(N_("Remarks"), limit=1000, synonyms=("备注",))

    def derive(self):
        self.code = credit_code.tidy(self.code)
        self.party_asked = party.suggested_form(self.party_members)

    def conflicts(self):
        if self.code and (sentence := credit_code.problem(self.code)):
            yield Problem("code", sentence, blocks=False)
        if sentence := party.doubt(self.party_members, self.party_form):
            yield Problem("party_form", sentence, blocks=False, repair=party.suggested_form(self.party_members))
        if self.founded and self.ended and self.ended < self.founded:
            yield "ended", N_("It is dissolved before it was founded."), {}
        if self.members is not None and (self.party_members or 0) > self.members:
            yield "party_members", N_("There are more party members than members."), {}
        if lookup.has_twin(self, "name", "village"):
            yield Problem("name", N_("This village has an organisation of this name already."), blocks=False)
