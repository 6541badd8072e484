"""The census of organisations and of the money that buys services (摸底统计表), from the registers."""

from exports.statement import Counted, Statement
from models import codes
from models.partners import census
from models.partners.fund import Fund
from models.partners.project import Project
from resources.language import N_, Language

_LISTS = (
    ("agencies", "legal_form", N_("Agencies by their registration")),
    ("kinds", "community_org_kind", N_("Community organisations by kind")),
    ("registrations", "org_registration", N_("Community organisations by registration")),
    ("teams", "team_kind", N_("Volunteer teams by kind")),
)

_PROJECTS = N_("By the lines of the contracts")
_SOCIETY = N_("Charity, society, fees and own money out of all")


def census_statement(store, language: Language) -> Statement:
    """How many organisations there are today and where the money of projects comes from; the store in force."""
    found = census.organisations(store.today())
    parts = [(heading, _by_code(found[name], listed, language)) for name, listed, heading in _LISTS]
    return Statement(N_("Census of organisations and funds"), (*parts, *_money(store, language)))


def _by_code(counts, listed, language):
    """A line for each code that occurs, the whole behind them."""
    lines = [Counted(one.label(language), counts[one.code]) for one in codes.choices(listed) if counts[one.code]]
    unsaid = [Counted(N_("not said"), counts[None])] if counts[None] else []
    return (*lines, *unsaid, Counted(N_("Total"), sum(counts.values())))


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
