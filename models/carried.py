"""Files that went out and came in: bundles and receipts written here, and what became of files given to us.

Like what is known of others (exchange.py) these tables are this computer's own: outside the journal and its digest.
"""

from dataclasses import dataclass
from uuid import UUID

from models.exchange import insertion, make_tables

_TABLES = {
    "sent": "bundle TEXT, part INTEGER, parts INTEGER NOT NULL, no INTEGER NOT NULL, unit TEXT NOT NULL,"
    " inc TEXT NOT NULL, first INTEGER NOT NULL, past INTEGER NOT NULL, size INTEGER NOT NULL, file TEXT NOT NULL,"
    " at INTEGER NOT NULL, verdict TEXT NOT NULL DEFAULT '', code TEXT NOT NULL DEFAULT '', PRIMARY KEY(bundle, part)",
    "intake": "digest TEXT PRIMARY KEY, dev TEXT, unit TEXT, bundle TEXT, part INTEGER, parts INTEGER, no INTEGER,"
    " file TEXT NOT NULL, verdict TEXT NOT NULL, code TEXT NOT NULL, new INTEGER NOT NULL, known INTEGER NOT NULL,"
    " at INTEGER NOT NULL",
}


@dataclass(frozen=True)
class SentFile:
    """One file of a bundle written here; `verdict` and `code` come with the receipt."""

    bundle: str
    part: int
    parts: int
    no: int
    unit: UUID
    inc: str
    first: int
    past: int
    size: int
    file: str
    at: int
    verdict: str = ""
    code: str = ""

    @property
    def commits(self) -> int:
        return self.past - self.first


@dataclass(frozen=True)
class Intake:
    """What became of one file that was given to us; header facts are None where it could not be believed."""

    digest: str
    dev: str | None
    unit: UUID | None
    bundle: str | None
    part: int | None
    parts: int | None
    no: int | None
    file: str
    verdict: str
    code: str
    new: int
    known: int
    at: int


def _rows(store, sql, *values):
    """Run one statement, with the tables there."""
    if not getattr(store, "knows_files", False):
        make_tables(store, _TABLES)
        store.knows_files = True
    return store.db.execute_sql(sql, values)


def next_number(store) -> int:
    return _rows(store, "SELECT coalesce(max(no), 0) + 1 FROM sent").fetchone()[0]


def keep_sent(store, one: SentFile) -> None:
    _rows(store, *insertion("sent", vars(one)))


def sent_files(store, most: int = 200) -> list[SentFile]:
    """Files written here, the latest first."""
    sql = (
        "SELECT bundle, part, parts, no, unit, inc, first, past, size, file, at, verdict, code FROM sent"
        " ORDER BY no DESC, part LIMIT ?"
    )
    return [SentFile(*row[:4], UUID(row[4]), *row[5:]) for row in _rows(store, sql, most)]


def keep_verdict(store, bundle: str, part: int, verdict: str, code: str) -> None:
    """Note on a file we sent what the receipt said of it."""
    _rows(store, "UPDATE sent SET verdict = ?, code = ? WHERE bundle = ? AND part = ?", verdict, code, bundle, part)


_INTAKE = "SELECT digest, dev, unit, bundle, part, parts, no, file, verdict, code, new, known, at FROM intake"


def _intake(row):
    return Intake(row[0], row[1], UUID(row[2]) if row[2] else None, *row[3:])


def keep_intake(store, one: Intake) -> None:
    _rows(store, *insertion("intake", vars(one)))


def intake(store, digest: str) -> Intake | None:
    row = _rows(store, _INTAKE + " WHERE digest = ?", digest).fetchone()
    return _intake(row) if row else None


def intakes(store, unit: UUID | None = None, most: int = 200) -> list[Intake]:
    """Files given to us, the latest first; of one unit or of all."""
    if unit is None:
        return [_intake(row) for row in _rows(store, _INTAKE + " ORDER BY at DESC, digest LIMIT ?", most)]
    sql = _INTAKE + " WHERE unit = ? ORDER BY at DESC, digest LIMIT ?"
    return [_intake(row) for row in _rows(store, sql, unit.hex, most)]


def parked(store) -> list[Intake]:
    """Files kept unread."""
    return [_intake(row) for row in _rows(store, _INTAKE + " WHERE verdict = 'parked' ORDER BY at, digest")]
