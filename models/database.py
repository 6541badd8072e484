"""The store: one encrypted file and the rules for opening, writing and copying it.

SQLCipher where its wheel exists, stdlib sqlite3 for the training station; PostgreSQL for a large hub would enter here
and nowhere else. `with store:` makes a store the one in force: records then read and write it.
"""

import sqlite3
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from uuid import UUID

import peewee

from models import clock as clocks
from models.errors import UserError
from models.files import DiskFull, Pulled, ReadOnly
from models.folder_lock import FolderLock, InUse
from models.station_folder import FILE, NoStation
from resources.language import N_

SCHEMA = 1
_LOCAL_TABLES = (
    "CREATE TABLE IF NOT EXISTS meta(name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS kept(name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS guard(open INTEGER NOT NULL)",
    "CREATE TABLE IF NOT EXISTS journal(n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, inc BLOB NOT NULL,"
    " seq INTEGER NOT NULL, unit BLOB NOT NULL, head BLOB NOT NULL, sig BLOB NOT NULL, seed BLOB, body TEXT NOT NULL)",
    "CREATE INDEX IF NOT EXISTS journal_chain ON journal(inc, seq)",
    "CREATE INDEX IF NOT EXISTS journal_unit ON journal(unit)",
    "CREATE TABLE IF NOT EXISTS touched(row BLOB, n INTEGER, PRIMARY KEY(row, n)) WITHOUT ROWID",
)
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


class NewerDatabase(UserError):
    code = "D-102"
    sentence = N_("This record file was written by a newer version of the program. Please update the program first.")


try:
    import sqlcipher3
except ImportError:  # no wheel on some platforms: there only the training station works
    ENGINE_ERRORS = (peewee.DatabaseError, sqlite3.DatabaseError)
else:
    ENGINE_ERRORS = (peewee.DatabaseError, sqlite3.DatabaseError, sqlcipher3.DatabaseError)

database = peewee.DatabaseProxy()
_in_force = []


def current() -> "Store":
    """The store in force."""
    return _in_force[-1]


class Store:
    """An open station folder. Close it with close(); use it with `with store:`."""

    def __init__(self, folder, db, *, encrypted, clock=clocks.wall_clock):
        self.folder, self.db, self.encrypted, self.clock = Path(folder), db, encrypted, clock
        self.user: UUID | None = None
        self.gate = None
        self.at_close = None
        self.failures = None
        self.ring = None
        self.recovered = False
        self._lock = None
        self._writing = False
        self._unit: UUID | None = None

    def now(self):
        return self.clock()

    def today(self):
        return self.clock().date()

    def milliseconds(self) -> int:
        return clocks.milliseconds(self.clock())

    def __enter__(self):
        _in_force.append(self)
        database.initialize(self.db)
        return self

    def __exit__(self, *error):
        _in_force.remove(self)
        database.initialize(_in_force[-1].db if _in_force else None)

    @contextmanager
    def writing(self):
        """One durable transaction in which record tables may be written; all of it happens or nothing."""
        if self._writing:
            with said_by_database(), self.db.savepoint():
                yield
            return
        with said_by_database(), self.db.atomic("IMMEDIATE"):
            self.db.execute_sql("UPDATE guard SET open = 1")
            self._writing = True
            try:
                yield
            finally:
                self._writing = False
            self.db.execute_sql("UPDATE guard SET open = 0")

    def meta(self, name, default=None):
        row = self.db.execute_sql("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return row[0] if row else default

    def set_meta(self, name, value):
        self.db.execute_sql("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def kept(self, name) -> bytes | None:
        """A secret or other blob of this computer, kept beside the records and never sent."""
        row = self.db.execute_sql("SELECT value FROM kept WHERE name = ?", (name,)).fetchone()
        return bytes(row[0]) if row else None

    def keep(self, name, value: bytes):
        self.db.execute_sql("INSERT OR REPLACE INTO kept VALUES (?, ?)", (name, value))

    @property
    def unit(self) -> UUID:
        """The id of this station's own record."""
        if self._unit is None:
            self._unit = UUID(self.meta("unit"))
        return self._unit

    def lock(self):
        """Take the one lock of the folder: a window and a command never write at once. Raises InUse."""
        self._lock = FolderLock(self.folder / "lock")

    def checkpoint(self):
        self.db.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self):
        if not self.db.is_closed():
            with suppress(UserError):  # nothing is lost: what stands in the log is played at the next opening
                if self.at_close:
                    self.at_close(self)
                self.checkpoint()
            self.db.close()
        if self._lock:
            self._lock.release()
            self._lock = None


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
    """A database whose every statement says in words what is wrong with disk or file."""

    _cursor_class = None

    def execute_sql(self, sql, params=None):
        """As peewee's, without its hooks and logging: a save asks this a dozen times."""
        try:
            return self.cursor().execute(sql, params or ())
        except ENGINE_ERRORS as error:
            if sentence := in_words(error):
                raise sentence from error
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


def open_database(folder, key, *, clock=clocks.wall_clock, create=False) -> Store:
    """Open (or create) the file and its local tables. Raises NoStation, NotADatabase, NewerDatabase."""
    path = Path(folder) / FILE
    if not create and not path.exists():
        raise NoStation(folder=str(folder))
    db = connect(folder, key)
    try:
        with said_by_database():
            db.connect()
            db.execute_sql("SELECT count(*) FROM sqlite_master").fetchone()
            _refuse_newer(db)
            if not create:
                _refuse_unfounded(db)
            for statement in _LOCAL_TABLES:
                db.execute_sql(statement)
            if create:
                db.execute_sql("INSERT INTO guard VALUES (0)")
                db.execute_sql("INSERT OR REPLACE INTO meta VALUES ('schema', ?)", (str(SCHEMA),))
    except BaseException:
        db.close()
        raise
    return Store(folder, db, encrypted=key is not None, clock=clock)


def _refuse_newer(db):
    if db.table_exists("meta"):
        row = db.execute_sql("SELECT value FROM meta WHERE name = 'schema'").fetchone()
        if row and int(row[0]) > SCHEMA:
            raise NewerDatabase()


def _refuse_unfounded(db):
    """An empty file passes for a database, and a set-up that was killed leaves one without a first entry."""
    if not db.table_exists("journal") or not db.execute_sql("SELECT 1 FROM journal LIMIT 1").fetchone():
        raise NotADatabase()


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
