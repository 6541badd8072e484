"""The log of who looked at whom, and of what left the station.

Each line is linked to the one before by its hash; lines name rows by id, never by what they say.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from models import clock as clocks
from models.engine import said_by_database

ACTIONS = frozenset(("open", "refused", "print", "export", "unlock", "wrong password", "back-up", "restore"))
_LINE = b"taizhang/access/1\0"
_TABLE = (
    "CREATE TABLE IF NOT EXISTS read_log(n INTEGER PRIMARY KEY, at INTEGER NOT NULL, user BLOB, action TEXT NOT NULL,"
    " kind TEXT, row BLOB, why TEXT, chain BLOB NOT NULL)"
)
_COLUMNS = "n, at, user, action, kind, row, why, chain"


class NoSuchAction(Exception):
    """A bug: something tried to log what no reader of the log would understand."""


@dataclass(frozen=True)
class Line:
    """One line of the read log: who did what with which row, when, and the reason given."""

    at: datetime
    user: UUID | None
    action: str
    kind: str | None
    row: UUID | None
    why: str | None


def create_tables(store) -> None:
    store.db.execute_sql(_TABLE)


def note(store, action: str, record=None, why: str | None = None) -> None:
    """Add a line to the read log; it is durable when this returns."""
    if action not in ACTIONS:
        raise NoSuchAction(action)
    kind, row = (record._meta.table_name, record.id.bytes) if record is not None else (None, None)
    with said_by_database(), store.db.atomic("IMMEDIATE"):
        n, before = _last(store)
        line = (n + 1, store.milliseconds(), store.user.bytes if store.user else None, action, kind, row, why)
        store.db.execute_sql(
            f"INSERT INTO read_log({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (*line, _linked(before, line))
        )


def lines(store, record=None, most: int = 500) -> list[Line]:
    """The log, or what was done with one record; the latest first."""
    of_record, values = ("WHERE row = ?", (record.id.bytes,)) if record is not None else ("", ())
    sql = f"SELECT {_COLUMNS} FROM read_log {of_record} ORDER BY n DESC LIMIT ?"
    return [_line(columns) for columns in store.db.execute_sql(sql, (*values, most))]


def head(store) -> bytes | None:
    """The hash of the last line, which stands for the whole log."""
    return _last(store)[1]


def check(store) -> list[str]:
    """Where the log was edited, for technicians. Lines cut from its end are seen by whoever was told its head."""
    found, before, expected = [], None, 1
    for *line, chain in store.db.execute_sql(f"SELECT {_COLUMNS} FROM read_log ORDER BY n"):
        if line[0] != expected:
            found.append(f"read log: lines {expected} to {line[0] - 1} are missing")
        elif bytes(chain) != _linked(before, line):
            found.append(f"read log: line {line[0]} was changed, or the one before it")
        before, expected = bytes(chain), line[0] + 1
    return found


def _last(store):
    found = store.db.execute_sql("SELECT n, chain FROM read_log ORDER BY n DESC LIMIT 1").fetchone()
    return (found[0], bytes(found[1])) if found else (0, None)


def _linked(before, line) -> bytes:
    said = [value.hex() if isinstance(value, bytes | memoryview) else value for value in line]
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
    return hashlib.sha256(_LINE + (before or b"") + text).digest()


def _line(columns):
    _, at, user, action, kind, row, why, _ = columns
    user, row = (UUID(bytes=bytes(value)) if value else None for value in (user, row))
    return Line(clocks.from_milliseconds(at), user, action, kind, row, why)
