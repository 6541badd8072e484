"""Replaying the journal: rows as it tells them, the history of an answer, tables made anew."""

from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from models import commits, projection, search
from models.files import silent
from models.merge import WHY, RowState, Write, fold


@dataclass(frozen=True)
class Version:
    """One value a question had: who wrote it, when, in which commit, and the reason given."""

    value: object
    stamp: int
    user: UUID | None
    commit: bytes
    kind: str
    why: str | None


_COLUMNS = "j.n, j.id, j.unit, j.head, j.sig, j.seed, j.body"
OF_ROW = f"SELECT {_COLUMNS}, t.row FROM touched t JOIN journal j ON j.n = t.n WHERE t.row = ? ORDER BY j.n"
_OF_ALL_ROWS = f"SELECT {_COLUMNS}, t.row FROM touched t JOIN journal j ON j.n = t.n ORDER BY t.row, j.n"


@dataclass
class Found:
    """A row as the journal tells it: the tables that were named (one, unless somebody is lying), unit, state."""

    row: UUID
    table: str
    unit: UUID
    state: RowState
    hidden: int


def row_from_journal(store, stored) -> Found:
    writes, hidden, table = [], 0, None
    row = UUID(bytes=bytes(stored[0][7]))
    for n, identity, _, head, sig, seed, body, _ in stored:
        one = commits.unpacked(bytes(head), body, blob(seed), bytes(sig))
        hidden += 0 if seed else one.withheld
        for named, where, field, value, bases in one.ops:
            if where == row.hex:
                table = table or named
                writes.append(Write(n, bytes(identity).hex(), one.head["stamp"], field, value, tuple(bases)))
    unit = UUID(bytes=bytes(stored[0][2]))
    return Found(row, table, unit, fold(writes), hidden if unit != store.unit else 0)


def blob(value):
    return None if value is None else bytes(value)


def rows_from_journal(store):
    """Every row as a replay of the journal gives it, one after another."""
    cursor = store.db.execute_sql(_OF_ALL_ROWS)
    for _, stored in groupby(cursor, key=lambda columns: bytes(columns[7])):
        yield row_from_journal(store, list(stored))


def made_by(store, row: UUID) -> UUID | None:
    """Who wrote the first entry of a row; None where that is not known here or it was the program."""
    first = store.db.execute_sql(f"{OF_ROW} LIMIT 1", (row.bytes,)).fetchone()
    if first is None:
        return None
    _, _, _, head, sig, seed, body, _ = first
    user = commits.unpacked(bytes(head), body, blob(seed), bytes(sig)).head["user"]
    return UUID(user) if user else None


def history(store, record, name) -> list[Version]:
    """The values a question had, newest first."""
    versions = []
    question = record.questions()[name]
    for _, identity, _, head, sig, seed, body, _ in store.db.execute_sql(OF_ROW, (record.id.bytes,)).fetchall():
        one = commits.unpacked(bytes(head), body, blob(seed), bytes(sig))
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


def rebuild(store, tick=silent) -> None:
    """Make all tables anew from the journal, in one transaction."""
    total = store.db.execute_sql("SELECT count(DISTINCT row) FROM touched").fetchone()[0]
    with store.writing():
        for cls in store.tables.values():
            store.db.execute_sql(f'DELETE FROM "{cls._meta.table_name}"')
        search.clear(store)
        for done, found in enumerate(rows_from_journal(store)):  # the journal itself does not change meanwhile
            if done % 200 == 0:
                tick(done, total)
            if found.table in store.tables:
                projection.write_row(store, store.tables[found.table], found.row, found.unit, found.state, found.hidden)
        tick(total, total)
