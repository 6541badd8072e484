"""Who may write and read what, and which readings are logged.

Roles are rules of the program, not of cryptography: whoever holds the key could read the file with other tools.
"""

from functools import cache
from uuid import UUID

from models import read_log
from models.ages import full_years
from models.errors import NotAllowed
from resources.language import N_

ROLES = ("entry", "worker", "lead", "supervisor", "admin", "auditor")
_READERS = frozenset(("supervisor", "auditor"))
_MANAGERS = frozenset(("lead", "admin"))
_OF_MANAGERS = frozenset(("station", "staff"))
_OF_LEADS = frozenset(("month",))

_OF_SEALED = frozenset(("consent", "rights_request", "mandatory_report"))
_SEALED = "SELECT name FROM person WHERE id = ? AND state = 'sealed' AND deleted = 0"

CASEWORK = frozenset(
    (
        "case", "case_intake", "case_assessment", "case_plan", "case_session", "case_evaluation", "case_closure",
        "case_follow_up", "case_handover", "case_conference", "crisis_report", "consultation",
    )
)  # fmt: skip
FULL_AGE = 18


class MayNotWrite(NotAllowed):
    code = "A-004"
    sentence = N_("Your role allows you to read this, not to change it. Ask the station lead.")


class MayNotRead(NotAllowed):
    code = "A-006"
    sentence = N_("This record is open to the station lead and the responsible worker only.")


class NotTakenAlong(NotAllowed):
    code = "A-008"
    sentence = N_("Records that few may read are not exported as a list. Open one to print it.")


class FileSealed(NotAllowed):
    code = "A-007"
    sentence = N_("The file of {name} is sealed: it is only kept. Nothing new is written about this person.")


# --- writing records ------------------------------------------------------------------------------------------------


def may_write(role: str | None, kind: type) -> bool:
    """Whether one of this role may save or remove a record of this class."""
    table = kind._meta.table_name
    if role is None or role in _READERS:
        return False
    if table in _OF_LEADS:
        return role == "lead"
    return table not in _OF_MANAGERS or role in _MANAGERS


def role_of(store, user: UUID | None) -> str | None:
    """The role of a member of staff who has not left; it is a record of the journal, not of the key file."""
    if user is None:
        return None
    sql = 'SELECT role, "left" FROM staff WHERE id = ? AND station = ? AND deleted = 0'
    found = store.db.execute_sql(sql, (user.bytes, store.unit.bytes)).fetchone()
    if not found or (found[1] and str(found[1]) < store.today().isoformat()):
        return None
    return found[0]


def gate_of(store):
    """The check that `Record.save()` asks before it writes: raises MayNotWrite, MayNotRead or FileSealed.

    Without staff everybody writes. What somebody may not read they do not write over either.
    """

    def gate(record):
        if store.user is not None and not may_write(role_of(store, store.user), type(record)):
            raise MayNotWrite()
        if store.user is not None and record.restricted and not record.is_new and not _may_read_stored(store, record):
            raise MayNotRead()
        if record.is_new and record._meta.table_name not in _OF_SEALED and (name := _sealed(store, record)):
            raise FileSealed(name=name)

    return gate


def _may_read_stored(store, record) -> bool:
    """Whether who is at work may read a record as it stands, whoever it names now."""
    stored = type(record).get_or_none(type(record).id == record.id)
    return stored is None or may_read(store, stored)


def _sealed(store, record) -> str | None:
    """The name of a person whom a record, or the one it is a part of, names and whose file is sealed (§47 PIPL)."""
    rows = [row for name in _links_to_persons(type(record)) for row in _rows(getattr(record, name))]
    for name, statement in _persons_of_owners(type(record)):
        found = getattr(record, name) and store.db.execute_sql(statement, (getattr(record, name).bytes,)).fetchone()
        rows += [UUID(bytes=bytes(found[0]))] if found and found[0] else []
    for row in rows:
        found = store.db.execute_sql(_SEALED, (row.bytes,)).fetchone()
        if found:
            return found[0]
    return None


@cache
def _links_to_persons(cls) -> tuple[str, ...]:
    return tuple(name for name, question in cls.questions().items() if getattr(question, "table", "") == "person")


@cache
def _persons_of_owners(cls) -> tuple[tuple[str, str], ...]:
    """(link, statement that gives the person) for what a form is a part of, such as the case of a session."""
    owners = {name: cls.questions()[name].table for name in cls.part_of if cls.questions()[name].table != "person"}
    return tuple(
        (name, f'SELECT person FROM "{table}" WHERE id = ?')
        for name, table in owners.items()
        if not cls.questions()[name].multiple and _about_a_person(cls.target_of(name))
    )


def _about_a_person(cls):
    return getattr(cls.questions().get("person"), "table", "") == "person"


def _rows(value):
    return value if isinstance(value, tuple | list) else (value,) if value else ()


# --- reading records ------------------------------------------------------------------------------------------------


def readable(store, cls):
    """What a query of this class has to be narrowed by for who is at work; None where nothing is kept from them.

    Restricted records are for the lead and the worker responsible; whoever has no role here reads none.
    """
    role = role_of(store, store.user)
    if not cls.restricted or role == "lead":
        return None
    if role is None:
        return cls.id.is_null()
    question, target = cls.questions()[cls.restricted], cls.target_of(cls.restricted)
    if not target.restricted:
        return question == store.user
    return question.in_(target.select(target.id).where(readable(store, target)))


def may_read(store, record) -> bool:
    """Whether who is at work may read a record; asked before it is shown, printed, exported or named."""
    role = role_of(store, store.user)
    if not record.restricted or role == "lead":
        return True
    value, target = getattr(record, record.restricted), record.target_of(record.restricted)
    if role is None or value is None:
        return False
    if not target.restricted:
        return value == store.user
    owner = target.get_or_none(target.id == value)
    return owner is not None and may_read(store, owner)


def is_protected(store, record) -> bool:
    """Whether looking at a record is logged: casework, what is restricted, whatever is about somebody under 18."""
    table = record._meta.table_name
    return bool(record.restricted or table in CASEWORK or any(_is_minor(store, one) for one in _persons(store, record)))


def opened(store, record, why: str | None = None) -> bool:
    """Log that a record is shown in full; call it before showing. Returns whether it was one to log.

    Raises MayNotRead where it is restricted; that attempt is logged too.
    """
    if not may_read(store, record):
        read_log.note(store, "refused", record, why)
        raise MayNotRead()
    if not is_protected(store, record):
        return False
    read_log.note(store, "open", record, why)
    return True


def _persons(store, record):
    """The record itself if it is a person, and the persons it points to."""
    if record._meta.table_name == "person":
        yield record
    for name, question in record.questions().items():
        target = getattr(question, "target", None)
        if target is not None and record.target_of(name)._meta.table_name == "person" and getattr(record, name):
            value = getattr(record, name)
            person = record.target_of(name)
            yield from person.select().where(person.id.in_(value if isinstance(value, tuple) else (value,)))


def _is_minor(store, person):
    age = full_years(person.birth, store.today())
    return age is not None and age < FULL_AGE
