"""What the program knows of how a station handles personal data, for the audit of 个人信息保护法 §54.

Counts only, of what was written down and of the read log; whether it was lawful is for those who audit.
"""

from datetime import date, datetime

from models import clock
from models.people.consent import Consent
from models.people.person import Person

CHILD, MINOR = 14, 18
LOOKED = ("open", "refused", "print", "export", "wrong password")
"""Actions of the read log that an audit asks about, see models/read_log.py."""
_BORN = "substr(birth || '-01-01', 1, 10)"  # a year alone counts from its first day, as in models/ages.py
_TALLY = "SELECT action, COUNT(*) FROM read_log WHERE at >= ? GROUP BY action"
_READERS = "SELECT COUNT(DISTINCT user) FROM read_log WHERE at >= ? AND action = 'open'"
_OF_MINORS = (
    "SELECT COUNT(*) FROM read_log JOIN person ON person.id = read_log.row"
    f" WHERE at >= ? AND action = 'open' AND kind = 'person' AND {_BORN} > ?"
)


def files_below(store, years: int) -> int:
    """Files in force of persons under so many years."""
    sql = f"SELECT COUNT(*) FROM person WHERE deleted = 0 AND state = 'active' AND {_BORN} > ?"
    return _one(store, sql, _born_since(store.today(), years))


def looked_at(store, since: date) -> dict[str, int]:
    """Action of the read log → how often since that day."""
    found = dict(store.db.execute_sql(_TALLY, (_begin(since),)))
    return {action: found.get(action, 0) for action in LOOKED}


def readers(store, since: date) -> int:
    """How many users opened protected records since that day."""
    return _one(store, _READERS, _begin(since))


def minors_opened(store, since: date) -> int:
    """How often files of persons who are under 18 today were opened since that day."""
    return _one(store, _OF_MINORS, _begin(since), _born_since(store.today(), MINOR))


def on_consent_without(today: date) -> int:
    """Files in force that stand on consent, with neither a general nor a separate consent in force."""
    agreed = Consent.alive(Consent.person).where(
        Consent.kind.in_(("general", "sensitive")), Consent.state == "agreed",
        Consent.withdrawn.is_null() | (Consent.withdrawn > today), Consent.until.is_null() | (Consent.until >= today),
    )  # fmt: skip
    on_consent = Person.alive().where(Person.state == "active", Person.legal_basis == "consent")
    return on_consent.where(Person.id.not_in(agreed)).count()


def _one(store, sql, *values) -> int:
    return store.db.execute_sql(sql, values).fetchone()[0]


def _begin(day: date) -> int:
    return clock.milliseconds(datetime(day.year, day.month, day.day, tzinfo=clock.SHANGHAI))


def _born_since(today: date, years: int) -> str:
    """Who was born after this day is under so many years."""
    return f"{today.year - years:04}-{today.month:02}-{today.day:02}"
