"""The share of staff costs in a project's money, at most 70 % by the Zhejiang paper, as a traffic light."""

from models import parameters


def light(staff: int | None, whole: int | None) -> str | None:
    """green, yellow (within labour_share_warning of the limit), or red above labour_share_limit; compared exactly."""
    if not whole:
        return None
    limit, near = parameters.value("labour_share_limit"), parameters.value("labour_share_warning")
    spent = (staff or 0) * 100
    return "red" if spent > limit * whole else "yellow" if spent > near * whole else "green"
