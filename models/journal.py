"""The journal is the truth. Every change is a signed commit appended here and projected into the tables, at once.

`rebuild(journal) == tables` holds always (replay.py); `check` shows it (proof.py). Local saves and commits from a
bundle go the same way.
"""

import secrets
from collections.abc import Iterable
from uuid import UUID

from models import commits, devices, projection, replay
from models.commits import Commit
from models.database import SCHEMA
from models.errors import UserError, Wrong
from models.fields import unwanted_character
from models.files import silent
from models.merge import DELETED, MADE, WHY, RowState, register_of
from resources.language import N_


class NotTheirs(UserError):
    code = "S-212"
    sentence = N_("An entry would change a record of another station. Nothing was taken in.")


def commit(store, records, *, kind="edit", batch=None, why=None, tick=silent) -> list[bytes]:
    """Write what is new in `records`: one commit each, one transaction. Returns the ids; none for no change."""
    with store.writing():
        return write(store, records, kind=kind, batch=batch, why=why, tick=tick)


def write(store, records, *, kind="edit", batch=None, why=None, tick=silent) -> list[bytes]:
    """As commit(), in the caller's transaction."""
    if why and (len(why) > commits.MOST_REASON or unwanted_character(why)):
        raise Wrong(N_("The reason is too long, or has a character in it that cannot be seen. Type it again."))
    ids, chain = [], _Chain(store)
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
    projection.write_row(store, cls, row, store.unit, state, ours=True)
    record.written(state)
    return made.id


def _ops(store, record, state):
    """What differs between the record and its row, as ops that name the commits they replace."""
    table, row = record._meta.table_name, record.id.hex
    known, answers, dirty = state or RowState(), record.__data__, record.dirty
    if state is None:
        yield [table, row, MADE, True, []]
    for name, question in record.questions().items():
        if state is not None and name not in dirty:
            continue
        answer, before = answers.get(name), known.values.get(name)
        if answer is None and before is None:
            continue
        packed = question.pack(answer)
        if question.multiple:
            yield from _element_ops(store, [table, row, name], known, packed or [], before or [])
        elif (packed := None if packed == "" else packed) != before:
            yield [table, row, name, packed, _bases(store, known, (name,))]
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
    numbers = sorted({n for register in registers for n in state.heads.get(register, ())}) if state.heads else ()
    return sorted(
        bytes(store.db.execute_sql("SELECT id FROM journal WHERE n = ?", (n,)).fetchone()[0]).hex() for n in numbers
    )


def _advance(state, n, stamp, ops):
    """What `fold` would say after our own ops, which replace all heads they touch."""
    state.changed = stamp
    for _, _, field, value, _ in ops:
        if field == WHY:
            continue
        key = register_of(field, value)
        state.heads[key] = [n]
        if key != field:
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
    found = replay.row_from_journal(store, store.db.execute_sql(replay.OF_ROW, (row.bytes,)).fetchall())
    if set(found.state.values) - set(cls.questions()):
        store.set_meta("unread", "1")
    projection.write_row(store, cls, row, found.unit, found.state, found.hidden)


def read(store, since: int, inc: str) -> Iterable[Commit]:
    """Commits of one incarnation from position `since` on, in order."""
    cursor = store.db.execute_sql(
        "SELECT head, sig, seed, body FROM journal WHERE inc = ? AND seq >= ? ORDER BY seq, n",
        (bytes.fromhex(inc), since),
    )
    for head, sig, seed, body in cursor:
        yield commits.unpacked(bytes(head), body, replay.blob(seed), bytes(sig))
