"""The store: one encrypted file and the rules for opening, writing and copying it.

`with store:` makes a store the one in force: records then read and write it. PostgreSQL for a large hub would enter
here and in engine.py, and nowhere else.
"""

from contextlib import contextmanager, suppress
from pathlib import Path
from threading import get_ident
from uuid import UUID

import peewee

from models import clock as clocks
from models.engine import NotADatabase, connect, said_by_database
from models.errors import UserError
from models.folder_lock import FolderLock
from models.station_folder import FILE, NoStation
from resources.language import N_

SCHEMA = 1
_LOCAL_TABLES = (
    "CREATE TABLE IF NOT EXISTS meta(name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS kept(name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS journal(n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, inc BLOB NOT NULL,"
    " seq INTEGER NOT NULL, unit BLOB NOT NULL, head BLOB NOT NULL, sig BLOB NOT NULL, seed BLOB, body TEXT NOT NULL)",
    "CREATE INDEX IF NOT EXISTS journal_chain ON journal(inc, seq)",
    "CREATE INDEX IF NOT EXISTS journal_unit ON journal(unit)",
    "CREATE TABLE IF NOT EXISTS touched(row BLOB, n INTEGER, PRIMARY KEY(row, n)) WITHOUT ROWID",
)


class NewerDatabase(UserError):
    code = "D-102"
    sentence = N_("This record file was written by a newer version of the program. Please update the program first.")


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
        self._tables = {}
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
        guard, thread = self.db.guard, get_ident()
        if guard.writer == thread:
            with said_by_database(), self.db.savepoint():
                yield
            return
        with said_by_database(), self.db.atomic("IMMEDIATE"):
            guard.writer = thread
            try:
                yield
            finally:
                guard.writer = None

    @property
    def tables(self) -> dict[str, type]:
        """Name → form, of the records kept here; nothing but the journal writes these tables."""
        return self._tables

    @tables.setter
    def tables(self, tables):
        self._tables = self.db.guard.tables = tables

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
