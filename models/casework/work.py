"""How much was done in a case: sessions, minutes, days."""

from dataclasses import dataclass
from datetime import date

from models.database import current

_WORK = """
SELECT count(*) FILTER (WHERE coalesce(kind, 'session') <> 'contact'), count(*), coalesce(sum(minutes), 0), max(day)
FROM case_session WHERE "case" = ? AND deleted = 0 AND day <= ?
"""


@dataclass(frozen=True)
class Work:
    """`contacts` are all entries, `sessions` those that are no mere follow-up contacts; `last` is the last day."""

    sessions: int
    contacts: int
    minutes: int
    last: date | None


def work_done(case, until: date) -> Work:
    """What was done in a case (its id) up to and including a day."""
    row = current().db.execute_sql(_WORK, (case.bytes, until.isoformat())).fetchone()
    return Work(*row[:3], date.fromisoformat(row[3]) if row[3] else None)


def days_open(case, until: date) -> int | None:
    """Days of service, the first and the last included; None where it is not known when the case was opened."""
    end = min(filter(None, (case.closed, until)))
    return max((end - case.opened).days + 1, 0) if case.opened else None
