"""The census of organisations and of the money that buys services (摸底统计表), from the registers."""

from exports.layout.statement import Counted, Statement
from models import codes
from models.partners import census, institution, party
from models.partners.agency import Agency
from models.partners.community_organisation import CommunityOrganisation
from models.partners.fund import Fund
from models.partners.institution import Institution
from models.partners.project import Project
from models.team import shares
from resources.language import N_, Language

_LISTS = (
    ("agencies", "legal_form", N_("Agencies by their registration")),
    ("kinds", "community_org_kind", N_("Community organisations by kind")),
    ("registrations", "org_registration", N_("Community organisations by registration")),
    ("teams", "team_kind", N_("Volunteer teams by kind")),
)

_PARTY = N_("With a branch, alone or with others, or an instructor, out of all at work")
_PROJECTS = N_("By the lines of the contracts")
_SOCIETY = N_("Charity, society, fees and own money out of all")


def census_statement(store, language: Language) -> Statement:
    """How many organisations there are today and where the money of projects comes from; the store in force."""
    found = census.organisations(store.today())
    parts = [(heading, _by_code(found[name], listed, language)) for name, listed, heading in _LISTS]
    parts += [(N_("Party building"), _party(store)), (N_("Institutions and their posts"), _institutions(store))]
    return Statement(N_("Census of organisations and funds"), (*parts, *_money(store, language)))


def _by_code(counts, listed, language):
    """A line for each code that occurs, the whole behind them."""
    lines = [Counted(one.label(language), counts[one.code]) for one in codes.choices(listed) if counts[one.code]]
    unsaid = [Counted(N_("not said"), counts[None])] if counts[None] else []
    return (*lines, *unsaid, Counted(N_("Total"), sum(counts.values())))


def _party(store):
    """攀枝花“十四五”规划: every organisation has a branch, alone or with others, or an instructor."""
    agencies = [one for one in _ours(Agency, store) if one.state != "ended"]
    organisations = [one for one in _ours(CommunityOrganisation, store) if not one.ended]
    return (
        Counted(N_("Agencies with party building"), _covered(party.coverage(agencies)), "percent", _PARTY),
        Counted(
            N_("Community organisations with party building"),
            _covered(party.coverage(organisations)),
            "percent",
            _PARTY,
        ),
    )


def _ours(cls, store):
    return cls.alive().where(cls.station == store.unit)


def _covered(coverage):
    return shares.share(*coverage)


def _institutions(store):
    homes = list(_ours(Institution, store))
    known = [one for one in homes if one.posts is not None and one.professional_posts]
    posts, professional = (sum(getattr(one, name) for one in known) for name in ("posts", "professional_posts"))
    short = [one.name for one in homes if (one.posts or 0) < (one.posts_asked or 0)]
    return (
        Counted(N_("Institutions on the list"), len(homes)),
        Counted(N_("With a social-work post"), _covered(institution.coverage(homes)), "percent",
                N_("Out of all on the list")),
        Counted(N_("Social-work posts of all professional posts"), shares.share(posts, professional), "percent",
                N_("Of institutions that say both")),
        Counted(N_("Short of posts asked for"), "、".join(short) or None, "words"),
    )  # fmt: skip


def _money(store, language):
    projects = list(Project.alive().where(Project.station == store.unit))
    funds = [one for one in Fund.alive().where(Fund.station == store.unit) if not one.closed]
    yield N_("Money of projects by its source"), tuple(_of_projects(projects, language))
    held = sum(one.balance(store.today()) for one in funds)
    yield N_("Funds and ledgers"), (Counted(N_("Funds kept"), len(funds)), Counted(N_("What they hold"), held, "yuan"))


def _of_projects(projects, language):
    sources = census.funding(projects)
    for one in codes.choices("fund_source"):
        if one.code in sources:
            yield Counted(one.label(language), sources[one.code][1], "yuan", _PROJECTS)
    yield Counted(N_("Projects on file"), len(projects))
    mean = census.average_amount(projects)
    yield Counted(N_("Money a project"), mean, "yuan", N_("Of those whose amount is known"))
    yield Counted(N_("Bought by society"), census.bought_by_society(projects), "percent", _SOCIETY)
