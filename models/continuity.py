"""Noticing that a station went back in time or to another computer: a note outside its folder says how far it was.

A folder copied back from a stick, a disk image put back, a copy on a second computer: the file in the station's folder
cannot know of it, and two histories under one incarnation would confuse the parent. In doubt a new incarnation begins;
being wrong costs one long bundle, nothing else. The note holds ids and numbers only.
"""

import os
from pathlib import Path

import msgspec
import platformdirs

from models.errors import UserError
from models.exchange import begin_incarnation
from models.files import whole_file

_MOST_BYTES = 64 * 1024
_MOST_KNOWN = 50


class Point(msgspec.Struct, frozen=True):
    """The end of this computer's chain in one incarnation: position and id of its last commit."""

    seq: int
    id: str


_NOTHING = Point(-1, "")


def place() -> Path:
    """Where the notes of this computer's user lie."""
    given = os.environ.get("TAIZHANG_STATE")
    return Path(given) if given else platformdirs.user_state_path("taizhang", appauthor=False)


def watch(store) -> bool:
    """Call on opening: begin a new incarnation where the station is not where it was last seen here; True then."""
    inc = store.meta("incarnation")
    is_doubtful = _end(store, inc) != _NOTHING and not _leads_to(store, inc, _read(_note(store)).get(inc))
    if not remember(store) or not is_doubtful:
        return False  # where no note can be kept, every opening would be in doubt
    begin_incarnation(store)
    return True


def remember(store) -> bool:
    """Note how far the station is; call on the way out and after others were told of it. Whether it could be noted."""
    inc = store.meta("incarnation")
    known = _read(_note(store))
    known.pop(inc, None)
    known = dict(list(known.items())[-_MOST_KNOWN:]) | {inc: _end(store, inc)}
    try:
        _note(store).parent.mkdir(parents=True, exist_ok=True)
        with whole_file(_note(store)) as file:
            file.write(msgspec.json.encode(known))
    except (OSError, UserError):
        return False
    return True


def _leads_to(store, inc, seen: Point | None) -> bool:
    """Whether what was last seen here is part of the chain."""
    if seen in (None, _NOTHING):
        return seen is not None
    sql = "SELECT id FROM journal WHERE inc = ? AND seq = ?"
    return [bytes(row[0]).hex() for row in store.db.execute_sql(sql, (bytes.fromhex(inc), seen.seq))] == [seen.id]


def _end(store, inc) -> Point:
    sql = "SELECT seq, id FROM journal WHERE inc = ? ORDER BY seq DESC LIMIT 1"
    found = store.db.execute_sql(sql, (bytes.fromhex(inc),)).fetchone()
    return Point(found[0], bytes(found[1]).hex()) if found else _NOTHING


def _note(store) -> Path:
    return place() / f"{store.meta('database')}.json"


def _read(path) -> dict[str, Point]:
    try:
        with open(path, "rb") as file:
            return msgspec.json.decode(file.read(_MOST_BYTES), type=dict[str, Point])
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return {}
