"""Back-ups: made by SQLite's own copying, opened and checked before they count, put back as a new incarnation.

An unverified back-up never takes the place of a verified one: each has its own name, and old ones are cleared away only
after a new one has been read back.
"""

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from models import clock as clocks
from models.backup_file import DamagedBackup, Header, OtherStation, read_backup, read_header, sha256_of, write_backup
from models.database import (
    FILE,
    SCHEMA,
    FolderLock,
    NewerDatabase,
    NotADatabase,
    connect,
    copy_database,
    integrity_problems,
    open_database,
    said_by_database,
)
from models.errors import UserError
from models.exchange import begin_incarnation
from models.files import DiskFull, Tick, clear_unfinished, said_in_words, silent, sync_folder
from models.key_slot import Ring
from models.keys import KeySlots

FOLDER = "back-ups"
SUFFIX = ".tzbak"
KEYS = ("keyslots.json", "keyslots.1")
DAYS, WEEKS, MONTHS = 7, 5, 12
OF_ONE_DAY = 5
_SHOP = ".unfinished-"
_GUARD = re.compile(
    r'CREATE TRIGGER "guard_\w+" BEFORE (INSERT|UPDATE|DELETE) ON "\w+" WHEN \(SELECT open FROM guard\) = 0 '
    r"BEGIN SELECT RAISE\(ABORT, 'write outside the journal'\); END"
)


# --- making ---------------------------------------------------------------------------------------------------------


def back_up(store, tick: Tick = silent) -> Path:
    """Write a verified back-up of an open station into its folder and clear old ones away; returns its path.

    Raises DamagedBackup when what was written does not read back, or what the disk says; older ones then all stay.
    """
    place = store.folder / FOLDER
    with said_in_words(place):
        place.mkdir(exist_ok=True)
    with _workshop(place) as shop:
        head, counts = _copied(store, shop)
        size, digest = sha256_of(shop / FILE)
        keyslots = store.folder / KEYS[0]
        header = Header(
            fmt=1, database=store.meta("database"), encrypted=store.encrypted, schema=SCHEMA,
            created=store.milliseconds(), head=head, counts=counts, size=size, sha256=digest,
            keyslots=keyslots.read_text("utf-8") if store.encrypted else None,
        )  # fmt: skip
        path = _free_name(place, store.now(), after=SUFFIX)
        write_backup(path, header.sealed(store.ring), shop / FILE, tick)
    _clear_old(place, path)
    return path


def back_up_if_changed(store, tick: Tick = silent) -> Path | None:
    """Back up unless the newest back-up holds the same already; None then. Called on the way out."""
    newest = next(iter(listed(store.folder)), None)
    if newest and (newest[1].head, newest[1].counts) == _facts(store.db):
        return None
    return back_up(store, tick)


def listed(folder) -> list[tuple[Path, Header]]:
    """The readable back-ups of a station's folder with what they say of themselves, newest first."""
    found = []
    for path in sorted((Path(folder) / FOLDER).glob("*" + SUFFIX), reverse=True):
        try:
            found.append((path, read_header(path)))
        except UserError:
            continue  # a damaged one is no help to anybody who looks for one to restore
    return found


def verify(path, ring: Ring | None, tick: Tick = silent) -> Header:
    """Open a back-up aside and check all of it. Raises DamagedBackup, NotABackup, NewerBackup."""
    with _workshop(Path(path).parent) as shop:
        header = read_backup(path, shop, tick)
        _check(path, header, shop, ring)
    return header


def _copied(store, shop):
    """Copy the open database; (head, counts) of the copy, once it has been opened again and found whole."""
    target = connect(shop, store.ring and store.ring.database)
    with said_by_database():
        with target.connection_context(), store.db.atomic():
            expected = _facts(store.db)
            copy_database(store.db, target)
        with target.connection_context():
            if integrity_problems(target) or _facts(target) != expected:
                raise DamagedBackup(name=FILE)
    return expected


def _facts(db) -> tuple[str | None, dict[str, int]]:
    """(id of the last commit, rows of each table)."""
    names = db.execute_sql("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY 1")
    counts = {}
    for (name,) in names.fetchall():
        counts[name] = db.execute_sql(f'SELECT count(*) FROM "{name}"').fetchone()[0]
    last = db.execute_sql("SELECT id FROM journal ORDER BY n DESC LIMIT 1").fetchone()
    return bytes(last[0]).hex() if last else None, counts


@contextmanager
def _workshop(place: Path) -> Iterator[Path]:
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


def _free_name(place, now: datetime, before="", after="") -> Path:
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


# --- putting back ----------------------------------------------------------------------------------------------------


def restore(
    path, folder, *, user=None, password=None, recovery=None, clock=clocks.wall_clock, tick: Tick = silent
) -> Header:
    """Put a back-up into `folder`, on this or another computer; it is opened afterwards like any station.

    The whole file is checked first. A station that stands there is set aside, never thrown away. The station goes on as
    a new incarnation, so that its parent notices nothing wrong. Raises NotABackup, DamagedBackup, NewerBackup,
    OtherStation, NewerDatabase, WrongPassword, InUse, DiskFull.
    """
    path, folder = Path(path), Path(folder)
    with said_in_words(folder):
        folder.mkdir(parents=True, exist_ok=True)
        lock = FolderLock(folder / "lock")
    try:
        with _workshop(folder) as shop:
            _refuse_other(path, folder)
            header = _unpacked(path, shop, tick)
            ring = _unlocked(header, shop, user, password, recovery)
            _check(path, header, shop, ring)
            _begin_anew(shop, ring)
            _put_in_place(shop, folder, clock())
    finally:
        lock.release()
    return header


def _refuse_other(path, folder):
    """A locked station is never replaced by an open one or by another; one whose key file is lost, by any."""
    if not (folder / KEYS[0]).exists():
        return
    try:
        there = KeySlots(folder / KEYS[0]).database
    except UserError:
        return
    header = read_header(path)
    if not header.encrypted or header.database != there:
        raise OtherStation(name=path.name)


def _unpacked(path, shop, tick):
    header = read_header(path)
    if shutil.disk_usage(shop).free < 2 * header.size:
        raise DiskFull()
    if header.schema > SCHEMA:
        raise NewerDatabase()
    return read_backup(path, shop, tick)


def _unlocked(header, shop, user, password, recovery) -> Ring | None:
    if not header.encrypted:
        return None
    for name in KEYS:
        (shop / name).write_text(header.keyslots or "", "utf-8")
    slots = KeySlots(shop / KEYS[0])
    ring, _ = slots.unlock_recovery(recovery) if recovery else slots.unlock(user, password)
    return ring


def _check(path, header, shop, ring):
    """The header belongs to the ring; the database is whole, as the header says, and has no foreign code in it."""
    db = connect(shop, ring and ring.database)
    try:
        with said_by_database(), db.connection_context():
            sound = not integrity_problems(db) and _facts(db) == (header.head, header.counts) and not _foreign_code(db)
    except NotADatabase:
        sound = False
    if not sound or not header.is_sealed_by(ring):
        raise DamagedBackup(name=Path(path).name)


def _foreign_code(db) -> list[str]:
    """Triggers and views that this program never made."""
    found = db.execute_sql("SELECT sql FROM sqlite_master WHERE type IN ('trigger', 'view')").fetchall()
    return [sql for (sql,) in found if not _GUARD.fullmatch(sql)]


def _begin_anew(shop, ring):
    store = open_database(shop, ring and ring.database)
    begin_incarnation(store)
    store.close()


def _put_in_place(shop, folder, now):
    """Keep the old files aside, put the new ones in. At every moment a database that can be opened is there.

    The old write-ahead log goes before the new database comes: SQLite would play it into that.
    """
    aside = _free_name(folder, now, "set-aside-")
    with said_in_words(folder):
        for name in (FILE, *KEYS):
            if (folder / name).exists():
                aside.mkdir(exist_ok=True)
                _keep(folder / name, aside / name)
        for name in (FILE + "-wal", FILE + "-shm"):
            if (folder / name).exists():
                (folder / name).replace(aside / name)
        for name in (*KEYS, FILE):
            if (shop / name).exists():
                (shop / name).replace(folder / name)
        sync_folder(folder)


def _keep(path, there):
    """A second name for a file, or a copy where the disk knows no second names."""
    try:
        os.link(path, there)
    except OSError:
        shutil.copy2(path, there)
