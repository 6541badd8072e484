"""Institutions of civil affairs: eight kinds, and the social-work posts their residents ask for."""

from models import parameters
from models.errors import Problem
from models.fields import Choice, Count, Day, Name, Phone, Text
from models.records import Record
from models.team import shares
from resources.language import N_


def required_posts(kind: str | None, residents: int | None) -> int:
    """Social-work posts asked for by the plan: one of every institution that is to have posts, elders' homes above
    the parameter elders_home_residents at the latest (攀枝花“十四五”规划, 完善岗位设置)."""
    if kind != "elderly":
        return 1
    return int((residents or 0) > parameters.value("elders_home_residents"))


class Institution(Record):
    """One institution (民政服务机构) with residents, staff and social-work posts."""

    title, plural, letters = N_("Civil-affairs institution"), N_("Institutions"), "FWJ"
    shelf, searched = "partners", ("name",)

    name = Text(
        N_("Name of the institution"),
        heading=N_("Civil-affairs institution"),
        required=True,
        listed=True,
        synonyms=("机构名称", "单位名称"),
    )
    kind = Choice(
        N_("Kind of institution"), "institution_kind", required=True, listed=True, synonyms=("机构类型", "类型")
    )
    counted = Day(N_("As of"), listed=True, synonyms=("统计日期", "截至日期"))
    head = Name(N_("Person in charge"), listed=True, synonyms=("负责人",))
    phone = Phone(N_("Telephone"), synonyms=("联系电话",))
    address = Text(N_("Registered seat"), synonyms=("地址",))
    residents = Count(N_("Residents"), listed=True, synonyms=("供养人数", "在院人数"))
    elders = Count(N_("Of these, elders"), synonyms=("供养老人", "老年人数"))
    staff = Count(N_("Employees"), heading=N_("Social-work posts"), synonyms=("职工数",))
    professional_posts = Count(N_("Professional posts"), synonyms=("专业技术岗位",))
    posts = Count(N_("Social-work posts there are"), listed=True, synonyms=("社工岗位",))
    posts_asked = Count(N_("Posts asked for"), derived=True, printed=True, listed=True)
    posts_share = Text(N_("Of professional posts"), derived=True, printed=True, listed=True, limit=10, upward=True)
    certified = Count(N_("Certified social workers"), synonyms=("持证社工",))
    note = Text(N_("Remarks"), limit=1000, synonyms=("备注",))

    def derive(self):
        elders = self.elders if self.elders is not None else self.residents
        self.posts_asked = required_posts(self.kind, elders)
        known = self.posts is not None
        self.posts_share = shares.shown(shares.share(self.posts, self.professional_posts) if known else None) or None

    def conflicts(self):
        if self.residents is not None and (self.elders or 0) > self.residents:
            yield "elders", N_("There are more elders than residents."), {}
        asked = required_posts(self.kind, self.elders if self.elders is not None else self.residents)
        if self.posts is not None and self.posts < asked:
            yield Problem("posts", N_("Too few social-work posts: {asked} asked for."), {"asked": asked}, blocks=False)


def coverage(institutions) -> tuple[int, int]:
    """(with a social-work post, all) of the institutions given."""
    institutions = list(institutions)
    return sum(bool(one.posts) for one in institutions), len(institutions)
