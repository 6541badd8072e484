"""Finding by a piece of a name, its sound, its initials, the end of a number: one table of keys, asked by ranges.

`key(k, n)` holds every key of every searched record; `searched` says which record n is and from what its keys were
made. Both are derived and written in the transaction of the row. A key that is a record's whole name or number begins
with ^, so that those are found first; ends of numbers are kept backwards behind #.
"""

import json
import re
from dataclasses import dataclass
from uuid import UUID

from models import pinyin
from models.database import current
from models.fields import IdNumber, Phone

_TABLES = (
    "CREATE TABLE IF NOT EXISTS searched(n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, kind TEXT NOT NULL,"
    " source TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS key(k TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY(k, n)) WITHOUT ROWID",
)
_SIGNS = re.compile(r"[\s·・•‧∙．.\-—_'’]")
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_LAST = "\U0010ffff"
_TAIL = re.compile(r"[0-9]+x?")
_NUMBER = re.compile(r"[a-z]{2}-?[0-9]{1,8}-?[0-9]{4}-?[a-z][0-9]+")


@dataclass(frozen=True)
class Found:
    """A record that was found: its table's name and its id."""

    table: str
    id: UUID

    def record(self):
        cls = current().tables[self.table]
        return cls.get_or_none(cls.id == self.id)


def fold(text: str) -> str:
    """`text` as keys are written: narrow, small, without blanks, dots and dashes."""
    return _SIGNS.sub("", text.translate(_FULL_WIDTH)).casefold().replace("ü", "v")


def name_keys(name: str) -> set[str]:
    """Every end of a name as written, and every end of it as spoken, in full and by initials."""
    written = fold(name)
    keys = {"^" + written} | {written[i:] for i in range(1, len(written))} if written else set()
    for way in pinyin.spoken(name):
        initials = "".join(syllable[0] for syllable in way)
        keys |= {"^" + "".join(way), "^" + initials}
        keys |= {"".join(way[i:]) for i in range(1, len(way))}
        keys |= {initials[i:] for i in range(1, len(way) - 1)}
    return keys


def tail_keys(number: str) -> set[str]:
    """A number read from its end; what is shorter than four signs is no number."""
    folded = fold(number)
    return {"#" + folded[::-1]} if len(folded) >= 4 and folded.isascii() else set()


def number_keys(number: str) -> set[str]:
    """A record's number: whole, from its letter, its counter with and without zeros."""
    whole = fold(number)
    counter = re.search(r"[a-z]?([0-9]+)$", whole)
    if not counter:
        return {"^" + whole} if whole else set()
    return {"^" + whole, counter[0], counter[1], counter[1].lstrip("0") or "0"}


def keys_of(cls, answers: dict) -> set[str]:
    """All keys of a record of `cls`, from its stored answers; pure."""
    keys = set()
    for name in cls.searched:
        if not (value := answers.get(name)):
            continue
        question = getattr(cls, name)
        if isinstance(question, (IdNumber, Phone)):
            keys |= tail_keys(value)
        elif name == "number":
            keys |= number_keys(value)
        else:
            keys |= name_keys(value)
    return keys


# --- writing -------------------------------------------------------------------------------------------------------


def create_tables(store) -> None:
    for statement in _TABLES:
        store.db.execute_sql(statement)


def clear(store) -> None:
    """Forget all keys, as before a rebuild."""
    for table in ("key", "searched"):
        store.db.execute_sql(f"DELETE FROM {table}")


def project(store, cls, row: UUID, stored: dict) -> None:
    """Write the search keys of a row that now stands as `stored`; what was removed is found no more."""
    answers = {name: stored[name] for name in cls.searched if stored[name]}
    if stored["deleted"]:
        answers = {}
    source = json.dumps(answers, ensure_ascii=False)
    there = store.db.execute_sql("SELECT n, source FROM searched WHERE id = ?", (row.bytes,)).fetchone()
    if there and there[1] == source:
        return
    if there:
        n, before = there[0], keys_of(cls, json.loads(there[1]))
        store.db.execute_sql("UPDATE searched SET source = ? WHERE n = ?", (source, n))
    else:
        before = set()
        n = store.db.execute_sql(
            "INSERT INTO searched(id, kind, source) VALUES (?, ?, ?)", (row.bytes, cls._meta.table_name, source)
        ).lastrowid
    after = keys_of(cls, answers)
    _many(store, "DELETE FROM key WHERE k = ? AND n = ?", before - after, n)
    _many(store, "INSERT INTO key VALUES (?, ?)", after - before, n)


def _many(store, sql, keys, n):
    store.db.connection().executemany(sql, [(key, n) for key in sorted(keys)])


# --- finding -------------------------------------------------------------------------------------------------------


def ranges(text: str) -> list[tuple[str, str]]:
    """The ranges of keys that `text` may mean, the likeliest first."""
    folded = fold(text)
    if not folded:
        return []
    wanted = ["^" + folded, folded]
    if _TAIL.fullmatch(folded):
        wanted = ["#" + folded[::-1], *wanted] if len(folded) >= 3 else [*wanted, "#" + folded[::-1]]
    return [(begin, begin + _LAST) for begin in wanted]


def find_ids(text: str, limit: int = 12, tables=()) -> list[Found]:
    """Up to `limit` records that `text` may mean, the likeliest first; only of the `tables` named, if any are."""
    sql = "SELECT DISTINCT s.n, s.kind, s.id FROM key JOIN searched s ON s.n = key.n WHERE k >= ? AND k < ?"
    if tables:
        sql += f" AND s.kind IN ({', '.join('?' * len(tables))})"
    found = {}
    for begin, end in ranges(text):
        if len(found) < limit:
            for n, kind, row in current().db.execute_sql(f"{sql} LIMIT ?", (begin, end, *tables, limit)):
                found.setdefault(n, (kind, row))
    return [Found(kind, UUID(bytes=bytes(row))) for kind, row in list(found.values())[:limit]]


def find(text: str, limit: int = 12, tables=()) -> list:
    """The records themselves, in the order of find_ids()."""
    found = find_ids(text, limit, tables)
    records = {}
    for table in {one.table for one in found}:
        cls = current().tables[table]
        ids = [one.id for one in found if one.table == table]
        records |= {record.id: record for record in cls.select().where(cls.id.in_(ids))}
    return [records[one.id] for one in found if one.id in records]
