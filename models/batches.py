"""Batches: the many commits of one intake, and taking them back together (settled 7)."""

from collections import defaultdict
from dataclasses import dataclass, field
from uuid import UUID

from models import commits
from models.fields import Link, Links
from models.files import silent
from models.records import Record, save_all
from models.row_id import uuid7


@dataclass
class Undone:
    """What taking back did: `removed` rows are gone from lists and counts; `kept` were worked on, or are needed."""

    batch: UUID
    removed: int = 0
    kept: list[Record] = field(default_factory=list)


@dataclass(frozen=True)
class Batch:
    """One intake: its id, when its first commit was written, and how many commits it has."""

    id: UUID
    stamp: int
    commits: int


def listed(store) -> list[Batch]:
    """The intakes of this station, newest first; those already taken back are not told apart."""
    found = {}
    for head in _heads(store, '"kind":"import"'):
        if head["batch"]:
            first, count = found.get(head["batch"], (head["stamp"], 0))
            found[head["batch"]] = (min(first, head["stamp"]), count + 1)
    batches = [Batch(UUID(batch), stamp, count) for batch, (stamp, count) in found.items()]
    return sorted(batches, key=lambda batch: (batch.stamp, batch.id), reverse=True)


def _heads(store, containing):
    cursor = store.db.execute_sql(
        "SELECT head, sig, seed, body FROM journal WHERE instr(CAST(head AS TEXT), ?) ORDER BY n", (containing,)
    )
    for head, sig, seed, body in cursor:
        yield commits.unpacked(bytes(head), body, None if seed is None else bytes(seed), bytes(sig)).head


def undo(store, batch: UUID, tick=silent) -> Undone:
    """Remove every row that the batch made and that nobody has worked on since; the rest is listed and stays.

    A row stays as well when a row that stays, or a later one, points to it. Undoing twice changes nothing.
    """
    made, worked_on = _rows_of(store, batch)
    alive = {row: record for row, record in _records(store, made).items() if not record.deleted}
    staying = {row for row in alive if row in worked_on}
    staying |= _needed(store, set(alive), staying)
    removed = [record for row, record in alive.items() if row not in staying]
    for record in removed:
        record.deleted = True
    undoing = uuid7()
    if removed:
        save_all(removed, batch=undoing, kind="undo", tick=tick)
    return Undone(undoing, len(removed), [alive[row] for row in alive if row in staying])


def _rows_of(store, batch) -> tuple[set[UUID], set[UUID]]:
    """The rows that commits of the batch touched, and those of them that other commits touched as well."""
    cursor = store.db.execute_sql(
        "SELECT t.row, min(instr(CAST(j.head AS TEXT), ?) > 0) FROM touched t JOIN journal j ON j.n = t.n"
        " WHERE t.row IN (SELECT t.row FROM touched t JOIN journal j ON j.n = t.n"
        " WHERE instr(CAST(j.head AS TEXT), ?)) GROUP BY t.row",
        (f'"batch":"{batch.hex}"',) * 2,
    )
    rows = {UUID(bytes=bytes(row)): bool(untouched) for row, untouched in cursor.fetchall()}
    return set(rows), {row for row, untouched in rows.items() if not untouched}


def _records(store, rows) -> dict[UUID, Record]:
    found = {}
    for cls in store.tables.values():
        for record in cls.select():
            if record.id in rows:
                found[record.id] = record
    return found


def _needed(store, made, staying) -> set[UUID]:
    """Rows of the batch to which something points that stays."""
    pointers = defaultdict(set)
    for cls in store.tables.values():
        links = {n: q for n, q in cls.questions().items() if isinstance(q, (Link, Links))}
        if not links:
            continue
        for record in cls.alive():
            for name, question in links.items():
                value = getattr(record, name)
                pointers[record.id].update(value or () if question.multiple else [value])
    needed = set()
    waiting = [row for row in pointers if row not in made or row in staying]
    while waiting:
        for target in pointers.get(waiting.pop(), ()):
            if target in made and target not in needed:
                needed.add(target)
                waiting.append(target)
    return needed
