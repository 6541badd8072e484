"""What is due: visits by their rule, cases gone quiet, consents running out, hours not confirmed in time."""

import json
from datetime import date, timedelta
from uuid import UUID

from models import parameters, working_days
from models.due import Due
from models.people.consent import Consent
from models.services.visit import Visit
from models.until_changed import until_changed
from models.volunteering.hours import VolunteerHours
from models.volunteering.volunteer import Volunteer

QUIET = ("closed", "follow", "archived", "refused", "paused")


def visits(store, until: date) -> list[Due]:
    """Households to be visited by `until`, the longest overdue first."""
    return [due for due in next_visits(store) if due.day <= until]


@until_changed
def next_visits(store) -> list[Due]:
    """Each household where somebody lives that is on file, by the day it is to be visited next.

    The day is the next visit agreed on at the last one; where there is none, the rule of risk and categories counted
    from the last visit, or from the day of filing for those never visited. Where somebody is at high risk by now, no
    day agreed on before puts off what the rule asks of that.
    """
    found = []
    terms, soonest = None, parameters.visit_days(_HIGH)
    households = store.db.execute_sql(_LAST_VISITS, (_HIGH, _HIGH, store.unit.bytes))
    for row, head, village, risk, high, last, agreed in households:
        if not agreed:
            terms = _terms(store) if terms is None else terms
            if bytes(row) not in terms:
                continue  # nobody on file lives there
            days, since = terms[bytes(row)]
            begin = date.fromisoformat(last or since or store.today().isoformat())
            agreed = (begin + timedelta(min(days, parameters.visit_days(risk)))).isoformat()
        if high and last:
            agreed = min(agreed, (date.fromisoformat(last) + timedelta(soonest)).isoformat())
        found.append(_due("household", row, head, village, risk, agreed, last))
    return sorted(found, key=lambda due: due.day)


_HIGH = "3"
_LAST_VISITS = """
SELECT h.id, h.head, h.village, h.risk, h.risk = ? OR EXISTS (
    SELECT 1 FROM person r WHERE r.household = h.id AND r.risk = ? AND r.deleted = 0 AND r.state = 'active'
), v.day, v.next_day FROM household h
LEFT JOIN visit v ON v.rowid = (
    SELECT l.rowid FROM visit l WHERE l.household = h.id AND l.deleted = 0 ORDER BY l.day DESC, l.id DESC LIMIT 1
)
WHERE h.deleted = 0 AND h.station = ?
AND EXISTS (SELECT 1 FROM person p WHERE p.household = h.id AND p.deleted = 0 AND p.state = 'active')
"""


_MEMBERS = """
SELECT household, risk, categories, since, id FROM person
WHERE deleted = 0 AND state = 'active' AND household IS NOT NULL
"""
_DATED = """
SELECT person, category FROM category
WHERE deleted = 0 AND person IS NOT NULL AND coalesce(since, '') <= ? AND coalesce(until, '9999') >= ?
"""


def _terms(store):
    """Household → (every how many days its members ask for, the day the first was filed)."""
    terms, dated = {}, _dated_categories(store)
    for household, risk, categories, since, person in store.db.execute_sql(_MEMBERS):
        days = parameters.visit_days(risk, (*json.loads(categories or "[]"), *dated.get(bytes(person), ())))
        known, first = terms.get(bytes(household), (days, since))
        terms[bytes(household)] = (min(days, known), min(filter(None, (first, since)), default=None))
    return terms


def _dated_categories(store):
    """Person → the categories in force today by their own rows."""
    today, found = store.today().isoformat(), {}
    for person, category in store.db.execute_sql(_DATED, (today, today)):
        found.setdefault(bytes(person), []).append(category)
    return found


def todos(store, until: date) -> list[Due]:
    """Visits that left something to do by `until`, what is longest overdue first."""
    rows = store.db.execute_sql(_LEFT_TO_DO, (until.isoformat(), store.unit.bytes)).fetchall()
    open_ones = Visit.select().where(Visit.id.in_([UUID(bytes=bytes(row)) for (row,) in rows])).order_by(Visit.todo_day)
    return [Due("visit", one.id, _todo_said(one), one.village, None, one.todo_day, one.day) for one in open_ones]


_LEFT_TO_DO = "SELECT id FROM visit WHERE todo_day <= ? AND +station = ? AND +deleted = 0"  # few have a to-do: by that


def _todo_said(visit):
    """Whose household, and what is to be done first."""
    first = next((line for line in visit.todos if line.get("by") == visit.todo_day and not line.get("done")), {})
    return " · ".join(filter(None, (visit.caption(), first.get("what"))))


def _due(table, row, caption, village, risk, day, last=None):
    last = date.fromisoformat(last) if last else None
    return Due(table, UUID(bytes=bytes(row)), caption or "", village, risk, date.fromisoformat(day), last)


_ENDED = ", ".join(f"'{state}'" for state in QUIET)
_QUIET_CASES = f"""
SELECT c.id, c.number, p.name, c.risk, c.opened, (
    SELECT s.day FROM case_session s WHERE s."case" = c.id AND s.deleted = 0 ORDER BY s.day DESC LIMIT 1
) AS last FROM "case" c LEFT JOIN person p ON p.id = c.person
WHERE c.station = ? AND c.deleted = 0 AND c.closed IS NULL AND c.state NOT IN ({_ENDED})
AND coalesce(last, c.opened) < ? ORDER BY coalesce(last, c.opened)
"""


def quiet_cases(store) -> list[Due]:
    """Running cases without a session for longer than the parameter quiet_case_days, the quietest first."""
    term = timedelta(parameters.value("quiet_case_days"))
    found = []
    for row, number, name, risk, opened, last in store.db.execute_sql(
        _QUIET_CASES, (store.unit.bytes, (store.today() - term).isoformat())
    ).fetchall():
        day = date.fromisoformat(last or opened) + term
        caption = " ".join(filter(None, (number, name)))
        found.append(_due("case", row, caption, None, risk, day.isoformat(), last))
    return found


def consents(store) -> list[Due]:
    """Consents that run out soon or have, and were neither withdrawn nor renewed."""
    soon = store.today() + timedelta(parameters.value("notify_before_days"))
    running = Consent.alive().where(Consent.station == store.unit, Consent.withdrawn.is_null(), Consent.until <= soon)
    found = []
    for consent in running.order_by(Consent.until):
        later = Consent.alive().where(Consent.person == consent.person, Consent.kind == consent.kind)
        if not later.where(Consent.day > consent.day).exists():
            person = consent.linked("person")
            found.append(
                Due("consent", consent.id, person.name if person else "", None, None, consent.until, consent.day)
            )
    return found


def late_hours(store) -> list[Due]:
    """Shifts not confirmed within the working days of Order 67, article 11; `day` is the last one allowed."""
    allowed = parameters.value("recording_working_days")
    pending = VolunteerHours.alive().where(VolunteerHours.station == store.unit, VolunteerHours.state == "pending")
    found = []
    for hours in pending.order_by(VolunteerHours.day):
        day = working_days.after(hours.day, allowed)
        if day < store.today():
            volunteer = Volunteer.get_or_none(Volunteer.id == hours.volunteer)
            found.append(
                Due("volunteer_hours", hours.id, volunteer.name if volunteer else "", None, None, day, hours.day)
            )
    return found
