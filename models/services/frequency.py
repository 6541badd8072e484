"""How often somebody is to be visited: by risk and by categories, those of the file and those dated with a proof."""

from datetime import timedelta

from models import parameters
from models.database import current

_DATED = """
SELECT category FROM category
WHERE person = ? AND deleted = 0 AND coalesce(since, '') <= ? AND coalesce(until, '9999') >= ?
"""


def dated_categories(person, day) -> set[str]:
    """The categories of a person that were in force on `day` by their own rows."""
    values = (person.bytes, day.isoformat(), day.isoformat())
    return {code for (code,) in current().db.execute_sql(_DATED, values) if code}


def days_of(household, day) -> int:
    """Every how many days a household is to be visited: the shortest term of its risk and of any member's."""
    days = [parameters.visit_days(household.risk)]
    for member in household.members():
        if member.state == "active":
            categories = set(member.categories or ()) | dated_categories(member.id, day)
            days.append(parameters.visit_days(member.risk, categories))
    return min(days)


def next_due(visit):
    """The day of the next visit by that rule; sooner where nobody was met. None before household and day are known."""
    household = visit.linked("household")
    if not (household and visit.day):
        return None
    days = days_of(household, visit.day)
    if visit.met == "no":
        days = min(days, parameters.value("unmet_days"))
    return visit.day + timedelta(days)


_BEFORE = """
SELECT met FROM visit WHERE household = ? AND day <= ? AND id <> ? AND deleted = 0 ORDER BY day DESC, id DESC LIMIT 10
"""


def times_in_vain(visit) -> int:
    """How many times in a row nobody was met, this visit included; 0 where somebody was."""
    if visit.met != "no" or not (visit.household and visit.day):
        return 0
    values = (visit.household.bytes, visit.day.isoformat(), visit.id.bytes if visit.id else b"")
    count = 1
    for (met,) in current().db.execute_sql(_BEFORE, values):
        if met != "no":
            break
        count += 1
    return count
