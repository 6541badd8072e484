"""Opening back-ups: checking one aside, and putting one in place as a new incarnation."""

import os
import re
import shutil
from pathlib import Path

from models import clock as clocks
from models import pictures
from models.backup_file import DamagedBackup, Header, OtherStation, read_backup, read_header
from models.backups import KEYS, facts, free_name, workshop
from models.database import SCHEMA, NewerDatabase, open_database
from models.engine import NotADatabase, connect, integrity_problems, said_by_database
from models.errors import UserError
from models.exchange import begin_incarnation
from models.files import DiskFull, Tick, said_in_words, silent, sync_folder
from models.folder_lock import FolderLock
from models.key_slot import Ring
from models.keys import KeySlots
from models.station_folder import FILE

_GUARD = re.compile(
    r'CREATE TRIGGER "guard_\w+" BEFORE (INSERT|UPDATE|DELETE) ON "\w+" WHEN \(SELECT open FROM guard\) = 0 '
    r"BEGIN SELECT RAISE\(ABORT, 'write outside the journal'\); END"
)


def restore(
    path, folder, *, user=None, password=None, recovery=None, clock=clocks.wall_clock, tick: Tick = silent
) -> Header:
    """Put a back-up into `folder`, on this or another computer; it is opened afterwards like any station.

    The whole file is checked first. A station that stands there is set aside, never thrown away. The station goes on as
    a new incarnation, so that its parent is not confused. Pictures that lie beside the back-up come along. Without
    password and code a locked back-up is checked by its digest alone, and the new incarnation begins when it is opened
    (continuity.py). Where it fails, a folder that was not there is not there afterwards.

    Raises NotABackup, DamagedBackup, NewerBackup, OtherStation, NewerDatabase, DamagedKeys, WrongPassword, InUse,
    DiskFull.
    """
    path, folder = Path(path), Path(folder)
    new = not folder.exists()
    with said_in_words(folder):
        folder.mkdir(parents=True, exist_ok=True)
        lock = FolderLock(folder / "lock")
    try:
        with workshop(folder) as shop:
            _refuse_other(path, folder)
            header = _unpacked(path, shop, tick)
            ring = _unlocked(header, shop, user, password, recovery)
            if ring or not header.encrypted:
                _check(path, header, shop, ring)
                _begin_anew(shop, ring)
            _put_in_place(shop, folder, clock())
        for near in {path.parent, path.parent.parent} - {folder}:
            pictures.bring_along(near, folder)
    except BaseException:
        lock.release()
        if new:
            shutil.rmtree(folder)
        raise
    lock.release()
    return header


def verify(path, ring: Ring | None, tick: Tick = silent) -> Header:
    """Open a back-up aside and check all of it. Raises DamagedBackup, NotABackup, NewerBackup."""
    with workshop(Path(path).parent) as shop:
        header = read_backup(path, shop, tick)
        _check(path, header, shop, ring)
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
    if not password and not recovery:
        return None
    ring, _ = slots.unlock_recovery(recovery) if recovery else slots.unlock(user, password)
    return ring


def _check(path, header, shop, ring):
    """The header belongs to the ring; the database is whole, as the header says, and has no foreign code in it."""
    db = connect(shop, ring and ring.database)
    try:
        with said_by_database(), db.connection_context():
            sound = not integrity_problems(db) and facts(db) == (header.head, header.counts) and not _foreign_code(db)
    except NotADatabase:
        sound = False
    if not sound or not header.is_sealed_by(ring):
        raise DamagedBackup(name=Path(path).name)


def _foreign_code(db) -> list[str]:
    """Triggers and views that no version of this program made (version 0.1 kept its guard in triggers)."""
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
    aside = free_name(folder, now, "set-aside-")
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
