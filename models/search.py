"""Finding by a piece of a name, its sound, its initials, the end of a number: one table of keys, asked by ranges.

`key(k, id)` holds every key of every searched record; id is the record's, followed by the letters of its form. The
table is derived and written in the transaction of the row. A key that is a record's whole name or number begins with
^, so that those are found first; numbers are kept backwards behind #, so that their ends are found.
"""

import re
from typing import NamedTuple
from uuid import UUID

from models import pinyin
from models.database import current
from models.fields import IdNumber, Phone

_TABLE = "CREATE TABLE IF NOT EXISTS key(k TEXT NOT NULL, id BLOB NOT NULL, PRIMARY KEY(k, id)) WITHOUT ROWID"
_SIGNS = re.compile(r"[\s·・•‧∙．.\-—_'’]")
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_LAST = "\U0010ffff"
_TAIL = re.compile(r"[0-9]+x?")


class Found(NamedTuple):
    """A record that was found; its id is made only where it is asked for, because most are only counted."""

    where: bytes

    @property
    def id(self) -> UUID:
        return UUID(bytes=self.where[:16])

    @property
    def cls(self):
        letters = self.where[16:].decode()
        return next(cls for cls in current().tables.values() if cls.letters == letters)

    @property
    def table(self) -> str:
        return self.cls._meta.table_name

    def record(self):
        return self.cls.get_or_none(self.cls.id == self.id)


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
    store.db.execute_sql(_TABLE)


def clear(store) -> None:
    """Forget all keys, as before a rebuild."""
    store.db.execute_sql("DELETE FROM key")


def project(store, cls, row: UUID, stored: dict) -> None:
    """Bring the keys of a row from what its table still holds to what it will hold, `stored`."""
    names = ", ".join(f'"{name}"' for name in ("deleted", *cls.searched))
    there = store.db.execute_sql(f'SELECT {names} FROM "{cls._meta.table_name}" WHERE id = ?', (row.bytes,)).fetchone()
    before = _keys_found(cls, dict(zip(("deleted", *cls.searched), there, strict=True))) if there else set()
    after = _keys_found(cls, stored)
    where = row.bytes + cls.letters.encode()
    for sql, keys in (
        ("DELETE FROM key WHERE k = ? AND id = ?", before - after),
        ("INSERT INTO key VALUES (?, ?)", after - before),
    ):
        if keys:
            store.db.connection().executemany(sql, [(key, where) for key in sorted(keys)])


def _keys_found(cls, stored):
    return set() if stored["deleted"] else keys_of(cls, stored)


# --- finding -------------------------------------------------------------------------------------------------------

_RANGE = "SELECT id FROM key WHERE k >= ? AND k < ?"
_RANGES = {count: " UNION ALL ".join([_RANGE] * count) for count in (1, 2, 3)}


def ranges(text: str) -> list[str]:
    """Begin and end of each range of keys that `text` may mean, the likeliest first, in one list."""
    folded = fold(text)
    if not folded:
        return []
    wanted = ["^" + folded, folded]
    if _TAIL.fullmatch(folded):
        wanted.insert(0 if len(folded) >= 3 else 2, "#" + folded[::-1])
    return [bound for begin in wanted for bound in (begin, begin + _LAST)]


def find_ids(text: str, limit: int = 12, tables=()) -> list[Found]:
    """Up to `limit` records that `text` may mean, the likeliest first; only of the `tables` named, if any are."""
    bounds = ranges(text)
    if not bounds:
        return []
    store = current()
    kinds = {store.tables[table].letters.encode() for table in tables}
    found = {}
    # rows are fetched one by one: the engine does no more than what is taken
    for (where,) in store.db.connection().execute(_RANGES[len(bounds) // 2], bounds):
        if not kinds or where[16:] in kinds:
            found[where] = None
            if len(found) == limit:
                break
    return [Found(where) for where in found]


def find(text: str, limit: int = 12, tables=()) -> list:
    """The records themselves, in the order of find_ids()."""
    found = find_ids(text, limit, tables)
    records = {}
    for cls in {one.cls for one in found}:
        ids = [one.id for one in found if one.cls is cls]
        records |= {record.id: record for record in cls.select().where(cls.id.in_(ids))}
    return [records[one.id] for one in found if one.id in records]
