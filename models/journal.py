"""The journal is the truth. Every change is a signed commit appended here and projected into the tables, at once.

`rebuild(journal) == tables` holds always; `check` shows it. Local saves and commits from a bundle go the same way.
"""

import hashlib
import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from models import commits, devices, projection, search
from models.commits import Commit
from models.database import SCHEMA, integrity_problems, said_by_database
from models.errors import UserError, Wrong
from models.fields import unwanted_character
from models.files import silent
from models.merge import DELETED, MADE, WHY, RowState, Write, fold
from resources.language import N_


class NotTheirs(UserError):
    code = "S-212"
    sentence = N_("An entry would change a record of another station. Nothing was taken in.")


@dataclass(frozen=True)
class Version:
    """One value a question had: who wrote it, when, in which commit, and the reason given."""

    value: object
    stamp: int
    user: UUID | None
    commit: bytes
    kind: str
    why: str | None


# --- writing -------------------------------------------------------------------------------------------------------


def commit(store, records, *, kind="edit", batch=None, why=None, tick=silent) -> list[bytes]:
    """Write what is new in `records`: one commit each, one transaction. Returns the ids; none for no change."""
    if why and (len(why) > commits.MOST_REASON or unwanted_character(why)):
        raise Wrong(N_("The reason is too long, or has a character in it that cannot be seen. Type it again."))
    ids = []
    with store.writing():
        chain = _Chain(store)
        for done, record in enumerate(records):
            if done % 50 == 0:
                tick(done, len(records))
            if written := _commit_one(store, chain, record, kind, batch, why):
                ids.append(written)
        tick(len(records), len(records))
    return ids


class _Chain:
    """The end of this computer's chain of commits."""

    def __init__(self, store):
        self.device = devices.own(store)
        self.inc = store.meta("incarnation")
        last = store.db.execute_sql(
            "SELECT seq, id FROM journal WHERE inc = ? ORDER BY seq DESC LIMIT 1", (bytes.fromhex(self.inc),)
        ).fetchone()
        self.seq, self.prev = (last[0] + 1, bytes(last[1]).hex()) if last else (0, None)

    def add(self, store, ops, stamp, kind, batch) -> Commit:
        head = {
            "batch": batch.hex if batch else None, "dev": self.device.id.hex(), "inc": self.inc, "kind": kind,
            "prev": self.prev, "seq": self.seq, "stamp": stamp, "sv": SCHEMA, "unit": store.unit.hex,
            "user": store.user.hex if store.user else None,
        }  # fmt: skip
        made = commits.make(head, ops, secrets.token_bytes(16), self.device.private_key)
        self.seq, self.prev = self.seq + 1, made.id.hex()
        return made


def _commit_one(store, chain, record, kind, batch, why):
    cls, row = type(record), record.id
    state = projection.read_state(store, cls, row)
    ops = list(_ops(store, record, state))
    if not ops:
        return None
    state = state or RowState()
    stamp = max(store.milliseconds(), state.changed + 1)
    if why:  # an op of its own: a reason may name people, and ops can be withheld from the level above
        ops.append([cls._meta.table_name, row.hex, WHY, why, []])
    made = chain.add(store, ops, stamp, kind, batch)
    n = _append(store, made)
    _touch(store, n, [row])
    _advance(state, n, stamp, ops)
    projection.write_row(store, cls, row, store.unit, state)
    record.written(state)
    return made.id


def _ops(store, record, state):
    """What differs between the record and its row, as ops that name the commits they replace."""
    table, row = record._meta.table_name, record.id.hex
    known = state or RowState()
    if state is None:
        yield [table, row, MADE, True, []]
    for name, question in record.questions().items():
        if state is not None and name not in record.dirty:
            continue
        packed, before = question.pack(getattr(record, name)), known.values.get(name)
        if question.multiple:
            yield from _element_ops(store, [table, row, name], known, packed or [], before or [])
        elif (packed := None if packed == "" else packed) != before:
            yield [table, row, name, packed, _bases(store, known, [name])]
    if record.deleted != known.deleted:
        yield [table, row, DELETED, record.deleted, _bases(store, known, list(known.heads))]


def _element_ops(store, where, known, packed, before):
    for element in packed:
        if element not in before:
            yield [*where, ["+", element], _bases(store, known, [f"{where[2]}:{element}"])]
    for element in before:
        if element not in packed:
            yield [*where, ["-", element], _bases(store, known, [f"{where[2]}:{element}"])]


def _bases(store, state, registers):
    numbers = sorted({n for register in registers for n in state.heads.get(register, ())})
    return sorted(
        bytes(store.db.execute_sql("SELECT id FROM journal WHERE n = ?", (n,)).fetchone()[0]).hex() for n in numbers
    )


def _advance(state, n, stamp, ops):
    """What `fold` would say after our own ops, which replace all heads they touch."""
    state.changed = stamp
    for _, _, field, value, _ in ops:
        if field == WHY:
            continue
        write = Write(n, "", stamp, field, value, ())
        state.heads[write.key] = [n]
        if write.key != field:
            elements = state.values.setdefault(field, [])
            elements.append(value[1]) if value[0] == "+" else elements.remove(value[1])
        elif field == DELETED:
            state.deleted = value
        elif field != MADE:
            state.values[field] = value
    if all(op[2] != DELETED for op in ops):
        state.deleted = False


def _append(store, made: Commit) -> int:
    head, body, seed = commits.packed(made)
    cursor = store.db.execute_sql(
        "INSERT INTO journal(id, inc, seq, unit, head, sig, seed, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            made.id, bytes.fromhex(made.head["inc"]), made.head["seq"], bytes.fromhex(made.head["unit"]),
            head, made.sig, seed, body,
        ),
    )  # fmt: skip
    return cursor.lastrowid


def _touch(store, n, rows: Iterable[UUID]):
    for row in rows:
        store.db.execute_sql("INSERT OR IGNORE INTO touched VALUES (?, ?)", (row.bytes, n))


def append_foreign(store, incoming: Iterable[Commit], unit: UUID, tick=silent) -> tuple[int, int]:
    """Take in verified commits of station `unit`, in any order; those known already change nothing.

    Runs in the caller's transaction. Returns (new, known). Raises NotTheirs when one names a row of another station.
    """
    new, known, rows = 0, 0, {}
    for done, one in enumerate(incoming):
        if done % 200 == 0:
            tick(done, 0)
        if one.head["unit"] != unit.hex:
            raise NotTheirs()
        if store.db.execute_sql("SELECT 1 FROM journal WHERE id = ?", (one.id,)).fetchone():
            known += 1
            continue
        n = _append(store, one)
        tables = {bytes.fromhex(op[1]): op[0] for op in one.ops}
        _touch(store, n, [UUID(bytes=row) for row in tables])
        rows.update(tables)
        new += 1
    for row, table in rows.items():
        _project_again(store, table, UUID(bytes=row), unit)
    return new, known


def _project_again(store, table, row, unit):
    cls = store.tables.get(table)
    if cls is None:
        store.set_meta("unread", "1")  # kept in the journal, read when the program knows the form
        return
    owner = store.db.execute_sql(f'SELECT station FROM "{table}" WHERE id = ?', (row.bytes,)).fetchone()
    if owner and UUID(bytes=bytes(owner[0])) != unit:
        raise NotTheirs()
    found = _row_from_journal(store, store.db.execute_sql(_OF_ROW, (row.bytes,)).fetchall())
    if set(found.state.values) - set(cls.questions()):
        store.set_meta("unread", "1")
    projection.write_row(store, cls, row, found.unit, found.state, found.hidden)


# --- reading the journal --------------------------------------------------------------------------------------------

_COLUMNS = "j.n, j.id, j.unit, j.head, j.sig, j.seed, j.body"
_OF_ROW = f"SELECT {_COLUMNS}, t.row FROM touched t JOIN journal j ON j.n = t.n WHERE t.row = ? ORDER BY j.n"
_OF_ALL_ROWS = f"SELECT {_COLUMNS}, t.row FROM touched t JOIN journal j ON j.n = t.n ORDER BY t.row, j.n"


@dataclass
class _Found:
    """A row as the journal tells it: the tables that were named (one, unless somebody is lying), unit, state."""

    row: UUID
    table: str
    unit: UUID
    state: RowState
    hidden: int


def _row_from_journal(store, stored) -> _Found:
    writes, hidden, table = [], 0, None
    row = UUID(bytes=bytes(stored[0][7]))
    for n, identity, _, head, sig, seed, body, _ in stored:
        one = commits.unpacked(bytes(head), body, _blob(seed), bytes(sig))
        hidden += 0 if seed else one.withheld
        for named, where, field, value, bases in one.ops:
            if where == row.hex:
                table = table or named
                writes.append(Write(n, bytes(identity).hex(), one.head["stamp"], field, value, tuple(bases)))
    unit = UUID(bytes=bytes(stored[0][2]))
    return _Found(row, table, unit, fold(writes), hidden if unit != store.unit else 0)


def _blob(value):
    return None if value is None else bytes(value)


def rows_from_journal(store):
    """Every row as a replay of the journal gives it, one after another."""
    cursor = store.db.execute_sql(_OF_ALL_ROWS)
    for _, stored in groupby(cursor, key=lambda columns: bytes(columns[7])):
        yield _row_from_journal(store, list(stored))


def read(store, since: int, inc: str) -> Iterable[Commit]:
    """Commits of one incarnation from position `since` on, in order."""
    cursor = store.db.execute_sql(
        "SELECT head, sig, seed, body FROM journal WHERE inc = ? AND seq >= ? ORDER BY seq, n",
        (bytes.fromhex(inc), since),
    )
    for head, sig, seed, body in cursor:
        yield commits.unpacked(bytes(head), body, _blob(seed), bytes(sig))


def history(store, record, name) -> list[Version]:
    """The values a question had, newest first."""
    versions = []
    question = record.questions()[name]
    for _, identity, _, head, sig, seed, body, _ in store.db.execute_sql(_OF_ROW, (record.id.bytes,)).fetchall():
        one = commits.unpacked(bytes(head), body, _blob(seed), bytes(sig))
        of_row = [op for op in one.ops if op[1] == record.id.hex]
        ops = [op for op in of_row if op[2] == name]
        if not ops:
            continue
        if question.multiple:
            value = _several_after(versions, ops)
        else:
            value = question.unpack(ops[-1][3])
        user = UUID(one.head["user"]) if one.head["user"] else None
        why = next((op[3] for op in of_row if op[2] == WHY), None)
        versions.append(Version(value, one.head["stamp"], user, bytes(identity), one.head["kind"], why))
    return versions[::-1]


def _several_after(versions, ops):
    elements = set(versions[-1].value) if versions else set()
    for op in ops:
        sign, element = op[3]
        (elements.add if sign == "+" else elements.discard)(element)
    return tuple(sorted(elements))


# --- rebuilding and checking -----------------------------------------------------------------------------------------


def rebuild(store, tick=silent) -> None:
    """Make all tables anew from the journal, in one transaction."""
    total = store.db.execute_sql("SELECT count(DISTINCT row) FROM touched").fetchone()[0]
    with store.writing():
        for cls in store.tables.values():
            store.db.execute_sql(f'DELETE FROM "{cls._meta.table_name}"')
        search.clear(store)
        search.clear(store)
        for done, found in enumerate(list(rows_from_journal(store))):
            if done % 200 == 0:
                tick(done, total)
            if found.table in store.tables:
                projection.write_row(store, store.tables[found.table], found.row, found.unit, found.state, found.hidden)
        tick(total, total)


def check(store, tick=silent) -> list[str]:
    """What is wrong: in the file, in the chain of commits, between journal and tables. Empty when all holds.

    Findings are sentences for technicians, with numbers and ids, never answers.
    """
    with said_by_database():
        found = integrity_problems(store.db)
        return found or [*_chain_problems(store), *_table_problems(store, tick)]


def _chain_problems(store):
    keys = devices.public_keys(store)
    ends: dict[bytes, tuple[int, bytes]] = {}
    cursor = store.db.execute_sql("SELECT n, id, inc, seq, head, sig, seed, body FROM journal ORDER BY inc, seq, n")
    for n, identity, inc, seq, head, sig, seed, body in cursor:
        identity, inc = bytes(identity), bytes(inc)
        one = commits.unpacked(bytes(head), body, _blob(seed), bytes(sig))
        if one.id != identity or any(
            commits.digest_of(salt, op) != one.head["digs"][i] for i, (salt, op) in one.opened.items()
        ):
            yield f"commit {n}: contents do not fit the id"
            continue
        yield from _signature_problem(n, one, keys)
        if (one.head["inc"], one.head["seq"]) != (inc.hex(), seq):
            yield f"commit {n}: position does not fit"
        if one.head["unit"] == store.unit.hex:  # others' chains may have gaps and forks: copied or restored computers
            yield from _link_problems(n, one, ends.get(inc))
            ends[inc] = (seq, identity)
    yield from _lost_end(store, ends)


def _link_problems(n, one, before):
    seq, prev = one.head["seq"], one.head["prev"]
    if (seq == 0) != (prev is None) or (before and before[0] + 1 == seq and prev != before[1].hex()):
        yield f"commit {n}: the chain is broken before it"
    if before and seq > before[0] + 1:
        yield f"commit {n}: {seq - before[0] - 1} commits before it are missing"


def _signature_problem(n, one, keys):
    key = keys.get(one.head["dev"])
    if key is None:
        yield f"commit {n}: the key of its computer is not known"
        return
    try:
        commits.verify(one, key)
    except commits.Forged:
        yield f"commit {n}: signature does not hold"


def _lost_end(store, ends):
    """A journal cut at its end is noticed by the number of commits kept beside it."""
    touched, journal = (
        store.db.execute_sql(sql).fetchone()[0]
        for sql in ("SELECT coalesce(max(n), 0) FROM touched", "SELECT coalesce(max(n), 0) FROM journal")
    )
    if touched > journal:
        yield f"{touched - journal} commits at the end of the journal are missing"


def _table_problems(store, tick):
    expected: dict[str, int] = dict.fromkeys(store.tables, 0)
    for done, found in enumerate(rows_from_journal(store)):
        if done % 200 == 0:
            tick(done, 0)
        cls = store.tables.get(found.table)
        if cls is None:
            continue
        expected[found.table] += 1
        if _stored_row(store, cls, found.row) != projection.row_of(
            cls, found.row, found.unit, found.state, found.hidden
        ):
            yield f"{found.table} {found.row}: the table differs from the journal"
    for table, count in expected.items():
        there = store.db.execute_sql(f'SELECT count(*) FROM "{table}"').fetchone()[0]
        if there != count:
            yield f"{table}: {there} rows where the journal has {count}"


def _stored_row(store, cls, row):
    names = ", ".join(f'"{name}"' for name in projection.columns(cls))
    found = store.db.execute_sql(f'SELECT {names} FROM "{cls._meta.table_name}" WHERE id = ?', (row.bytes,)).fetchone()
    return [bytes(value) if isinstance(value, (memoryview, bytearray)) else value for value in found or ()]


def digest(store) -> str:
    """SHA-256 over all commit ids and all rows: equal before and after whatever changed nothing."""
    whole = hashlib.sha256()
    for (identity,) in store.db.execute_sql("SELECT id FROM journal ORDER BY n"):
        whole.update(bytes(identity))
    for name, cls in sorted(store.tables.items()):
        names = ", ".join(f'"{column}"' for column in projection.columns(cls))
        for stored in store.db.execute_sql(f'SELECT {names} FROM "{name}" ORDER BY id'):
            plain = [bytes(v).hex() if isinstance(v, (bytes, memoryview)) else v for v in stored]
            whole.update(json.dumps([name, *plain], ensure_ascii=False).encode())
    return whole.hexdigest()
