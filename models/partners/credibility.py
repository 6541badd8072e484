"""Credibility (公信力) of an agency, measured by how satisfied those served in its projects are."""

from models import parameters
from models.database import current


def measured(agency) -> tuple[int, int]:
    """(satisfied, valid) of all satisfaction surveys in the agency's projects that say both."""
    project, survey = current().tables["project"], current().tables["survey"]
    ids = [one.id for one in project.alive(project.id).where(project.agency == agency.id)]
    counts = [one.counted() for one in survey.alive().where(survey.kind == "satisfaction", survey.project.in_(ids))]
    known = [(good, valid) for good, valid in counts if good is not None and valid]
    return sum(good for good, _valid in known), sum(valid for _good, valid in known)


def grade(satisfied: int, valid: int) -> str | None:
    """Code of the list credibility by the parameters credibility_a and credibility_b; None without valid sheets."""
    if not valid:
        return None
    bounds = (("a", "credibility_a"), ("b", "credibility_b"))
    return next((code for code, name in bounds if 100 * satisfied >= parameters.value(name) * valid), "c")
