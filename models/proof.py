"""Proof that all holds: the file, the chain of commits, the tables against the journal; and a digest of both."""

import hashlib
import json

from models import commits, devices, projection
from models.engine import integrity_problems, said_by_database
from models.files import silent
from models.replay import blob, rows_from_journal


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
        one = commits.unpacked(bytes(head), body, blob(seed), bytes(sig))
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
