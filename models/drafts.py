"""Drafts: what was typed and not saved. In the encrypted database, outside the journal: never sent, never counted.

Each is durable when keep() returns, so that neither a power cut nor kill -9 takes more than the last second of typing.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from models import clock as clocks
from models.engine import said_by_database

_TABLE = (
    "CREATE TABLE IF NOT EXISTS draft(user BLOB NOT NULL, form TEXT NOT NULL, record BLOB NOT NULL, data TEXT NOT NULL,"
    " caret TEXT, at INTEGER NOT NULL, PRIMARY KEY(user, form, record)) WITHOUT ROWID"
)
_COLUMNS = "form, record, data, caret, at"


@dataclass(frozen=True)
class Draft:
    """One unfinished form: `data` as packed answers by name, `caret` where the cursor stood, `at` when it was kept."""

    form: str
    record: UUID | None
    data: dict
    caret: str | None
    at: datetime


def create_tables(store) -> None:
    store.db.execute_sql(_TABLE)


def keep(store, form: str, record: UUID | None, data: dict, caret: str | None = None) -> None:
    """Keep what stands in a form, in place of what was kept before. `record` None: the one fresh form of its kind."""
    with said_by_database():
        store.db.execute_sql(
            f"INSERT OR REPLACE INTO draft(user, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)",
            (*_key(store, form, record), json.dumps(data, ensure_ascii=False), caret, store.milliseconds()),
        )


def of(store, form: str, record: UUID | None) -> Draft | None:
    """The draft of this user for a form."""
    sql = f"SELECT {_COLUMNS} FROM draft WHERE user = ? AND form = ? AND record = ?"
    row = store.db.execute_sql(sql, _key(store, form, record)).fetchone()
    return _draft(row) if row else None


def all(store) -> list[Draft]:
    """The drafts of this user, the latest first."""
    sql = f"SELECT {_COLUMNS} FROM draft WHERE user = ? ORDER BY at DESC, form, record"
    return [_draft(row) for row in store.db.execute_sql(sql, (_of_user(store),))]


def drop(store, form: str, record: UUID | None) -> None:
    with said_by_database():
        store.db.execute_sql("DELETE FROM draft WHERE user = ? AND form = ? AND record = ?", _key(store, form, record))


def take(store, form: str, record: UUID | None) -> Draft | None:
    """The draft, which is then gone."""
    draft = of(store, form, record)
    drop(store, form, record)
    return draft


def _key(store, form, record):
    return _of_user(store), form, record.bytes if record else b""


def _of_user(store):
    return store.user.bytes if store.user else b""


def _draft(row):
    form, record, data, caret, at = row
    record = UUID(bytes=bytes(record)) if record else None
    return Draft(form, record, json.loads(data), caret, clocks.from_milliseconds(at))
