"""What is known of others: their keys, how far their streams have come here and ours there.

These tables are this computer's own: outside the journal, outside the digest of `check`, never sent.
"""

import json
import secrets
from dataclasses import dataclass
from uuid import UUID

from models.records import save_all

_TABLES = {
    "peer": "dev TEXT PRIMARY KEY, unit TEXT NOT NULL, level TEXT NOT NULL, name TEXT NOT NULL, short TEXT NOT NULL,"
    " division TEXT NOT NULL, sign TEXT NOT NULL, age TEXT NOT NULL, match TEXT, added INTEGER NOT NULL,"
    " receipted INTEGER NOT NULL DEFAULT 0",
    "stream": "dev TEXT, inc TEXT, position INTEGER NOT NULL, roll TEXT NOT NULL, seen INTEGER NOT NULL,"
    " PRIMARY KEY(dev, inc)",
    "acknowledged": "unit TEXT, inc TEXT, position INTEGER NOT NULL, roll TEXT NOT NULL, counts TEXT NOT NULL,"
    " at INTEGER NOT NULL, PRIMARY KEY(unit, inc)",
}
LEVELS = ("village", "station", "county", "city")


@dataclass(frozen=True)
class Peer:
    """Another computer, trusted by its key file: `sign` Ed25519 and `age` X25519 public keys, `match` of a county."""

    dev: str
    unit: UUID
    level: str
    name: str
    short: str
    division: str
    sign: str
    age: str
    match: str | None
    added: int
    receipted: int = 0


@dataclass(frozen=True)
class Position:
    """How far a stream has come, and the rolling hash there (docs/bundle.md, section 6)."""

    inc: str
    position: int
    roll: str
    at: int


def _rows(store, sql, *values):
    """Run one statement, with the tables there."""
    if not getattr(store, "knows_others", False):
        make_tables(store, _TABLES)
        store.knows_others = True
    return store.db.execute_sql(sql, values)


def make_tables(store, tables: dict[str, str]) -> None:
    """Make local tables where they are missing; name → columns."""
    for name, columns in tables.items():
        store.db.execute_sql(f"CREATE TABLE IF NOT EXISTS {name}({columns}) WITHOUT ROWID")


def insertion(table: str, values: dict) -> tuple:
    """The statement that puts one row into a local table, and its values; units as hex."""
    plain = [value.hex if isinstance(value, UUID) else value for value in values.values()]
    return f"INSERT OR REPLACE INTO {table}({', '.join(values)}) VALUES ({', '.join('?' * len(values))})", *plain


# --- others ----------------------------------------------------------------------------------------------------------

_PEER = "SELECT dev, unit, level, name, short, division, sign, age, match, added, receipted FROM peer"


def _peer(row):
    return Peer(row[0], UUID(row[1]), *row[2:])


def peers(store) -> list[Peer]:
    """All trusted computers, in the order they were trusted."""
    return [_peer(row) for row in _rows(store, _PEER + " ORDER BY added, dev")]


def peer(store, dev: str) -> Peer | None:
    row = _rows(store, _PEER + " WHERE dev = ?", dev).fetchone()
    return _peer(row) if row else None


def keep_peer(store, one: Peer) -> None:
    _rows(store, *insertion("peer", vars(one)))


def own_level(store) -> str:
    """The level of this unit by its own record."""
    return _rows(store, "SELECT level FROM station WHERE id = ?", store.unit.bytes).fetchone()[0]


def parent(store) -> Peer | None:
    """The computer that reports go to: of the next level up, the one trusted last."""
    own = LEVELS.index(own_level(store))
    above = [one for one in peers(store) if LEVELS.index(one.level) > own]
    return min(reversed(above), key=lambda one: LEVELS.index(one.level), default=None)


def children(store) -> list[Peer]:
    """Computers of the levels below, one for each unit: the one trusted last."""
    own = LEVELS.index(own_level(store))
    return list({one.unit: one for one in peers(store) if LEVELS.index(one.level) < own}.values())


def mark_receipted(store, unit: UUID, at: int) -> None:
    _rows(store, "UPDATE peer SET receipted = ? WHERE unit = ?", at, unit.hex)


def renew_matches(store) -> int:
    """Give the persons kept here their pseudonym under the county's key; returns how many changed.

    Those with something to mend get theirs when they are next saved.
    """
    changed = []
    for person in store.tables["person"].alive():
        before = person.match
        person.derive()
        if person.match != before and not any(problem.blocks for problem in person.problems()):
            changed.append(person)
    save_all(changed, kind="setup")
    return len(changed)


# --- streams ---------------------------------------------------------------------------------------------------------


def held(store, dev: str, inc: str) -> Position | None:
    """How far we hold the stream of a computer's incarnation."""
    row = _rows(store, "SELECT inc, position, roll, seen FROM stream WHERE dev = ? AND inc = ?", dev, inc).fetchone()
    return Position(*row) if row else None


def held_of(store, unit: UUID) -> list[Position]:
    """How far we hold each stream of a unit, the latest first."""
    sql = (
        "SELECT inc, position, roll, seen FROM stream JOIN peer USING(dev) WHERE unit = ?"
        " ORDER BY seen DESC, inc LIMIT 64"
    )
    return [Position(*row) for row in _rows(store, sql, unit.hex)]


def hold(store, dev: str, at: Position) -> None:
    values = {"dev": dev, "inc": at.inc, "position": at.position, "roll": at.roll, "seen": at.at}
    _rows(store, *insertion("stream", values))


def acknowledged(store, unit: UUID, inc: str) -> Position | None:
    """How far the other side said it holds our stream."""
    sql = "SELECT inc, position, roll, at FROM acknowledged WHERE unit = ? AND inc = ?"
    row = _rows(store, sql, unit.hex, inc).fetchone()
    return Position(*row) if row else None


def acknowledge(store, unit: UUID, at: Position, counts: dict) -> None:
    said = {"unit": unit, "inc": at.inc, "position": at.position, "roll": at.roll, "at": at.at}
    _rows(store, *insertion("acknowledged", said | {"counts": json.dumps(counts)}))


def last_word_of(store, unit: UUID) -> int:
    """When (ms) the other side last acknowledged anything; 0 for never."""
    return _rows(store, "SELECT coalesce(max(at), 0) FROM acknowledged WHERE unit = ?", unit.hex).fetchone()[0]


def begin_incarnation(store) -> None:
    """Number our stream anew, because this computer may have gone back in time; it costs one long bundle, no more."""
    store.set_meta("incarnation", secrets.token_hex(16))


def ids_of(store, unit: UUID, since: int = 0) -> list[bytes]:
    """Ids of a unit's commits in the order they came into the journal: its stream from `since` on."""
    sql = "SELECT id FROM journal WHERE unit = ? ORDER BY n LIMIT -1 OFFSET ?"
    return [bytes(row[0]) for row in _rows(store, sql, unit.bytes, since)]


def count_of(store, unit: UUID) -> int:
    """How many commits of a unit the journal holds."""
    return _rows(store, "SELECT count(*) FROM journal WHERE unit = ?", unit.bytes).fetchone()[0]


def stored_commits(store, unit: UUID, since: int, most: int) -> list[tuple]:
    """(head, body, seed, sig) of that stream, as commits.unpacked() takes them."""
    sql = "SELECT head, body, seed, sig FROM journal WHERE unit = ? ORDER BY n LIMIT ? OFFSET ?"
    return [
        (bytes(head), body, None if seed is None else bytes(seed), bytes(sig))
        for head, body, seed, sig in _rows(store, sql, unit.bytes, most, since)
    ]


def is_known(store, commit_id: bytes) -> bool:
    return _rows(store, "SELECT 1 FROM journal WHERE id = ?", commit_id).fetchone() is not None


def has_other(store, inc: str, seq: int, commit_id: bytes) -> bool:
    """Whether another commit stands at this place of the incarnation: a copied or restored computer."""
    sql = "SELECT 1 FROM journal WHERE inc = ? AND seq = ? AND id <> ?"
    return _rows(store, sql, bytes.fromhex(inc), seq, commit_id).fetchone() is not None


def home_of(store, row: bytes) -> tuple[UUID, str] | None:
    """(unit, table) of a row the journal knows, by the first commit that named it."""
    sql = (
        "SELECT j.unit, j.body, j.seed FROM touched t JOIN journal j ON j.n = t.n WHERE t.row = ? ORDER BY j.n LIMIT 1"
    )
    found = _rows(store, sql, row).fetchone()
    if not found:
        return None
    ops = json.loads(found[1])
    if found[2] is None:
        ops = [op for _, _, op in ops]
    return UUID(bytes=bytes(found[0])), next(op[0] for op in ops if op[1] == row.hex())


def live_counts(store, unit: UUID) -> dict[str, int]:
    """Table → rows of a unit that are not removed."""
    sql = 'SELECT count(*) FROM "{}" WHERE station = ? AND deleted = 0'
    return {name: _rows(store, sql.format(name), unit.bytes).fetchone()[0] for name in sorted(store.tables)}
