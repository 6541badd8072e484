"""Back-ups: made by SQLite's own copying, opened and checked before they count, kept by a rota.

An unverified back-up never takes the place of a verified one: each has its own name, and old ones are cleared away only
after a new one has been read back.
"""

import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from models import pictures
from models.backup_file import DamagedBackup, Header, read_header, sha256_of, write_backup
from models.database import SCHEMA
from models.engine import connect, copy_database, integrity_problems, said_by_database
from models.errors import UserError
from models.files import Tick, clear_unfinished, said_in_words, silent
from models.keys import KeySlots
from models.station_folder import FILE

FOLDER = "back-ups"
SUFFIX = ".tzbak"
KEYS = ("keyslots.json", "keyslots.1")
DAYS, WEEKS, MONTHS = 7, 5, 12
OF_ONE_DAY = 5
_SHOP = ".unfinished-"


# --- making ---------------------------------------------------------------------------------------------------------


def back_up(store, tick: Tick = silent) -> Path:
    """Write a verified back-up of an open station into its folder and clear old ones away; returns its path.

    Raises DamagedBackup when what was written does not read back, or what the disk says; older ones then all stay.
    """
    place = store.folder / FOLDER
    with said_in_words(place):
        place.mkdir(exist_ok=True)
    with workshop(place) as shop:
        head, counts = _copied(store, shop)
        size, digest = sha256_of(shop / FILE)
        header = Header(
            fmt=1, database=store.meta("database"), encrypted=store.encrypted, schema=SCHEMA,
            created=store.milliseconds(), head=head, counts=counts, size=size, sha256=digest,
            keyslots=KeySlots(store.folder / KEYS[0]).text() if store.encrypted else None,
        )  # fmt: skip
        path = free_name(place, store.now(), after=SUFFIX)
        write_backup(path, header.sealed(store.ring), shop / FILE, tick)
    _clear_old(place, path)
    return path


def back_up_if_changed(store, tick: Tick = silent) -> Path | None:
    """Back up unless the newest back-up holds the same already; None then. Called on the way out.

    Once it is made, old pictures that nothing names any more are cleared away.
    """
    newest = next(iter(listed(store.folder)), None)
    if newest and _without_log(newest[1].head, newest[1].counts) == _without_log(*facts(store.db)):
        return None
    made = back_up(store, tick)
    pictures.clear_unnamed(store)
    return made


def _without_log(head, counts):
    """What a new back-up is worth making for: having been opened is not."""
    return head, counts | {"read_log": None}


def listed(folder) -> list[tuple[Path, Header]]:
    """The readable back-ups of a station's folder with what they say of themselves, newest first."""
    found = []
    for path in (Path(folder) / FOLDER).glob("*" + SUFFIX):
        try:
            found.append((path, read_header(path)))
        except UserError:
            continue  # a damaged one is no help to anybody who looks for one to restore
    return sorted(found, key=lambda one: (one[1].created, one[0]), reverse=True)


def _copied(store, shop):
    """Copy the open database; (head, counts) of the copy, once it has been opened again and found whole."""
    target = connect(shop, store.ring and store.ring.database)
    with said_by_database():
        with target.connection_context(), store.db.atomic():
            expected = facts(store.db)
            copy_database(store.db, target)
        with target.connection_context():
            if integrity_problems(target) or facts(target) != expected:
                raise DamagedBackup(name=FILE)
    return expected


def facts(db) -> tuple[str | None, dict[str, int]]:
    """(id of the last commit, rows of each table)."""
    names = db.execute_sql("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY 1")
    counts = {}
    for (name,) in names.fetchall():
        counts[name] = db.execute_sql(f'SELECT count(*) FROM "{name}"').fetchone()[0]
    last = db.execute_sql("SELECT id FROM journal ORDER BY n DESC LIMIT 1").fetchone()
    return bytes(last[0]).hex() if last else None, counts


@contextmanager
def workshop(place: Path) -> Iterator[Path]:
    """A folder for unfinished work inside `place`, gone afterwards; what a killed program left is cleared first."""
    with said_in_words(place):
        for left in place.glob(_SHOP + "*"):
            shutil.rmtree(left, ignore_errors=True)
        clear_unfinished(place, SUFFIX)
        shop = Path(tempfile.mkdtemp(prefix=_SHOP, dir=place))
    try:
        yield shop
    finally:
        shutil.rmtree(shop, ignore_errors=True)


# --- keeping --------------------------------------------------------------------------------------------------------


def free_name(place, now: datetime, before="", after="") -> Path:
    """A path named by the moment that nothing has yet."""
    name, number = f"{before}{now:%Y-%m-%d-%H%M%S}", 1
    while (path := place / f"{name}{'' if number == 1 else f'-{number}'}{after}").exists():
        number += 1
    return path


def kept(names: list[str]) -> set[str]:
    """Which names (each begins YYYY-MM-DD) stay: the last of 7 days, 5 weeks, 12 months, and 5 of the last day."""
    newest_first = sorted(names, reverse=True)
    stay = {name for name in newest_first[:OF_ONE_DAY] if name[:10] == newest_first[0][:10]}
    for period, most in ((_day, DAYS), (_week, WEEKS), (_month, MONTHS)):
        last_of = {}
        for name in newest_first:
            last_of.setdefault(period(name), name)
        stay |= set(list(last_of.values())[:most])
    return stay


def _day(name):
    return name[:10]


def _week(name):
    return datetime.fromisoformat(name[:10]).isocalendar()[:2]


def _month(name):
    return name[:7]


def _clear_old(place, written):
    """Remove what the rota does not keep. Never the one just written, even where the clock was set back."""
    names = [path.name for path in place.glob("*" + SUFFIX) if re.match(r"\d{4}-\d\d-\d\d-\d{6}", path.name)]
    for name in set(names) - kept(names) - {written.name}:
        (place / name).unlink(missing_ok=True)
