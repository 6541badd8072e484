"""The engine that keeps the file: SQLCipher, or stdlib sqlite3 for the training station.

What it says of disk and file is turned into sentences for people, and it lets nobody but the journal write records.
"""

import sqlite3
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from threading import get_ident

import peewee

from models.errors import UserError
from models.files import DiskFull, Pulled, ReadOnly
from models.folder_lock import InUse
from models.station_folder import FILE
from resources.language import N_

_PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": "full",
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "secure_delete": 1,
    "temp_store": 2,
    "busy_timeout": 5000,
}


class NotADatabase(UserError):
    code = "D-101"
    sentence = N_(
        "The record file cannot be opened: the key does not fit or the file is damaged. Restore the last back-up."
    )


try:
    import sqlcipher3
except ImportError:  # no wheel on some platforms: there only the training station works
    ENGINE_ERRORS = (peewee.DatabaseError, sqlite3.DatabaseError)
else:
    ENGINE_ERRORS = (peewee.DatabaseError, sqlite3.DatabaseError, sqlcipher3.DatabaseError)

_WRITES = frozenset((sqlite3.SQLITE_INSERT, sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE))


class OutsideJournal(Exception):
    """A bug: something other than the journal would have written a table of records."""


class Guard:
    """Lets only the thread that is within `Store.writing()` write the `tables` of records.

    The engine asks when it prepares a statement; one it still has prepared passes again, for the journal's own are the
    only ones of their wording. A guard of triggers in the file asked at each row, and cost a page of each commit.
    """

    def __init__(self):
        self.tables, self.writer = frozenset(), None

    def __call__(self, action, table, *rest):
        denied = action in _WRITES and self.writer != get_ident() and table in self.tables
        return sqlite3.SQLITE_DENY if denied else sqlite3.SQLITE_OK


_SAID = (
    ("is full", DiskFull),
    ("readonly", ReadOnly),
    ("unable to open", ReadOnly),
    ("disk I/O", Pulled),
    ("not a database", NotADatabase),
    ("malformed", NotADatabase),
    ("locked", InUse),
)


@contextmanager
def said_by_database():
    """Turn what the engine says of disk and file into the sentence for a person; what is a bug stays as it is."""
    try:
        yield
    except ENGINE_ERRORS as error:
        if sentence := in_words(error):
            raise sentence from error
        raise


def in_words(error) -> UserError | None:
    """The sentence for an engine's error, if it is about disk or file."""
    while "cannot rollback" in str(error):
        error = error.__context__  # a full disk has rolled back by itself: what led to it stands behind
    if isinstance(error, UserError):
        return error
    return next((kind() for part, kind in _SAID if part in str(error)), None)


@cache
def _spoken_cursor(kind):
    """A cursor class that says in words what is wrong with disk or file while rows are read."""

    def said(read):
        def reading(*arguments):
            try:
                return read(*arguments)
            except ENGINE_ERRORS as error:
                if sentence := in_words(error):
                    raise sentence from error
                raise

        return reading

    return type("Cursor", (kind,), {name: said(getattr(kind, name)) for name in ("fetchone", "fetchall", "__next__")})


class _Spoken:
    """A database whose every statement says in words what is wrong with disk or file, and which has a guard."""

    _cursor_class = None

    def __init__(self, *arguments, **options):
        self.guard = Guard()
        super().__init__(*arguments, **options)

    def _add_conn_hooks(self, connection):
        super()._add_conn_hooks(connection)
        connection.set_authorizer(self.guard)

    def execute_sql(self, sql, params=None):
        """As peewee's, without its hooks and logging: a save asks this a dozen times."""
        try:
            return self.cursor().execute(sql, params or ())
        except ENGINE_ERRORS as error:
            if sentence := in_words(error):
                raise sentence from error
            if "not authorized" in str(error):
                raise OutsideJournal("a table of records was to be written outside the journal") from error
            with peewee.__exception_wrapper__:
                raise

    def cursor(self, *options):
        if self._cursor_class is None or self._state.closed:  # the first of all, or a connection to be opened first
            self._cursor_class = _spoken_cursor(type(super().cursor(*options)))
        return self._state.conn.cursor(self._cursor_class)


class PlainDatabase(_Spoken, peewee.SqliteDatabase):
    """The file of a training station."""


def connect(folder, key: bytes | None) -> peewee.SqliteDatabase:
    """The database of `folder`, not yet opened: encrypted under a raw 32-byte `key`, or plain where it is None."""
    path = str(Path(folder) / FILE)
    options = {"pragmas": _PRAGMAS, "check_same_thread": False}
    if key is None:
        return PlainDatabase(path, **options)
    return _cipher_database()(path, passphrase=f"x'{key.hex()}'", **options)


def _cipher_database():
    # sqlcipher3 has no wheel on some platforms: there only the training station works
    from playhouse.sqlcipher_ext import SqlCipherDatabase

    class CipherDatabase(_Spoken, SqlCipherDatabase):
        """SQLCipher that keeps quiet: its log goes to stderr otherwise, and could name what is stored."""

        def _connect(self):
            import sqlcipher3

            sqlcipher3.connect(":memory:").execute("PRAGMA cipher_log_level = NONE")
            return super()._connect()

    return CipherDatabase


def copy_database(source: peewee.Database, target: peewee.Database) -> None:
    """A consistent copy of a live database by SQLite's own back-up, never by the file system."""
    source.connection().backup(target.connection())


def integrity_problems(db) -> list[str]:
    """What the engine finds wrong with the file: page authentication and structure."""
    found = []
    if not isinstance(db.connection(), sqlite3.Connection):
        db.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")  # what stands in the log is not looked at otherwise
        found += [row[0] for row in db.execute_sql("PRAGMA cipher_integrity_check")]
    found += [row[0] for row in db.execute_sql("PRAGMA quick_check") if row[0] != "ok"]
    return found
