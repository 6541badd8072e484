"""The census of organisations (摸底统计): how many of which kind on a day, from the registers themselves."""

from collections import Counter

from models.database import current
from models.partners.agency import Agency
from models.partners.community_organisation import CommunityOrganisation
from models.partners.project import Project
from models.team import shares
from models.volunteering.team import VolunteerTeam


def organisations(day) -> dict[str, Counter]:
    """Counts on `day`: agencies by legal form, community organisations by kind and by registration, teams by kind."""
    unit = current().unit
    agencies = Agency.alive().where(Agency.station == unit, Agency.state != "ended")
    filed = CommunityOrganisation.alive().where(
        CommunityOrganisation.station == unit,
        CommunityOrganisation.founded <= day,
        CommunityOrganisation.ended.is_null() | (CommunityOrganisation.ended > day),
    )
    teams = VolunteerTeam.alive().where(
        VolunteerTeam.station == unit,
        VolunteerTeam.founded <= day,
        VolunteerTeam.dissolved.is_null() | (VolunteerTeam.dissolved > day),
    )
    return {
        "agencies": Counter(one.legal_form for one in agencies if not one.registered or one.registered <= day),
        "kinds": Counter(one.kind for one in filed),
        "registrations": Counter(one.registration for one in filed),
        "teams": Counter(one.kind for one in teams),
    }


def funding(projects=None) -> dict[str, tuple[int, int]]:
    """Source of funds → (projects with money of it, fen), from the lines of the contracts."""
    projects = list(Project.alive() if projects is None else projects)
    found = {}
    for project in projects:
        for source in {line.get("source") for line in project.sources}:
            fen = sum(line.get("amount") or 0 for line in project.sources if line.get("source") == source)
            count, total = found.get(source, (0, 0))
            found[source] = count + 1, total + fen
    return found


def average_amount(projects=None) -> int | None:
    """Fen a project, of those whose amount is known, halves upwards; None without any."""
    amounts = [one.amount for one in (Project.alive() if projects is None else projects) if one.amount is not None]
    return (2 * sum(amounts) + len(amounts)) // (2 * len(amounts)) if amounts else None


def bought_by_society(projects=None) -> int | None:
    """The share of money that is no public money, in tenths of a percent (政府购买为主，社会购买为辅); None without."""
    sources = funding(projects)
    whole = sum(fen for _count, fen in sources.values())
    other = sum(fen for source, (_count, fen) in sources.items() if source in ("society", "charity", "fees", "own"))
    return shares.share(other, whole)
