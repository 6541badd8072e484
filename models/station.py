"""This station: its own record, set-up and opening.

Village room, township station, county hub and city centre are one program; they differ in `level` and `parent`.
"""

import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from models import access, continuity, devices, drafts, projection, read_log, replay, search
from models import clock as clocks
from models.database import Store, current, open_database
from models.errors import UserError
from models.fields import Choice, Division, Name, Notes, Phone, Text
from models.files import DiskFull, said_in_words, silent
from models.keys import KeySlots, Ring
from models.lockout import Failures
from models.records import Record, save_all
from models.row_id import uuid7
from models.station_folder import SLOTS, is_plain
from resources.language import N_


class AlreadyThere(UserError):
    code = "D-105"
    sentence = N_("There is a station in “{folder}” already. Choose an empty folder.")


class Station(Record):
    """One unit: this one, or at a county each station that reports."""

    title = N_("Station")
    plural = N_("Stations")

    name = Name(N_("Name of the station"), required=True, listed=True, upward=True)
    level = Choice(N_("Level"), "level", required=True, listed=True)
    short = Text(N_("Short number"), limit=8, upward=True, hint=N_("The four digits in printed numbers, such as 0417"))
    division = Division(N_("Division"))
    phone = Phone(N_("Telephone"), upward=True)
    parent = Text(N_("Reports to"), limit=50, upward=True)
    note = Notes(N_("Note"))

    def conflicts(self):
        if self.short and not (self.short.isascii() and self.short.isdigit()):
            yield "short", N_("The short number is made of up to eight digits."), {}

    @classmethod
    def mine(cls):
        """The record of the unit whose database this is."""
        return cls.get_by_id(current().unit)


@dataclass(frozen=True)
class NewUser:
    """A member of staff who may open the station from the first day."""

    name: str
    password: str
    role: str = "lead"


def set_up(
    folder, *, tables, name, level="station", short="0001", division=None, phone=None, users=(), training=False,
    cost=None, recovery=None, clock=clocks.wall_clock, tick=silent,
):  # fmt: skip
    """Make a station in an empty `folder`; returns (store, recovery code or None for a training station).

    `recovery` is a recovery code already shown to people (None: a new one); `cost` (keys.Cost) is what one guess of a
    password costs (None: as much as this computer bears). Nothing is left where it fails. Raises AlreadyThere,
    WeakPassword, or what the disk says.
    """
    folder = Path(folder)
    new = not folder.exists()
    with said_in_words(folder):
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise AlreadyThere(folder=str(folder))
    ring = None if training else Ring(secrets.token_bytes(32), secrets.token_bytes(32))
    store = None
    try:
        store = open_database(folder, ring and ring.database, clock=clock, create=True)
        store.ring, store.tables = ring, tables
        staff = _found(
            store, Station(id=uuid7(), name=name, level=level, short=short, division=division, phone=phone), users
        )
        code = None if training else _make_slots(folder, store, ring, staff, users, cost, recovery)
        store.lock()
        continuity.remember(store)
        _begin_work(store)
    except BaseException:
        if store:
            store.close()
        _clear(folder)
        if new:
            folder.rmdir()
        raise
    return store, code


def _found(store, station, users):
    """The first commits: the station's own record and its people."""
    with store:
        projection.create_tables(store)
    _create_local_tables(store)
    store.set_meta("unit", station.id.hex)
    store.set_meta("database", uuid7().hex)
    store.set_meta("incarnation", secrets.token_hex(16))
    devices.make_own(store)
    with store:
        staff_class = store.tables["staff"]
        staff = [staff_class(id=uuid7(), name=user.name, role=user.role) for user in users]
        if staff:
            store.user = staff[0].id
        save_all([station, *staff], kind="setup")
    return staff


def _create_local_tables(store):
    """What stands beside journal and records, and is never sent: keys of search, peers, drafts, the log of reading."""
    for part in (read_log, devices, drafts, search):
        part.create_tables(store)


def _make_slots(folder, store, ring, staff, users, cost, recovery):
    slots = KeySlots.create(folder / SLOTS, UUID(store.meta("database")))
    for member, user in zip(staff, users, strict=True):
        slots.add_password(ring, member.id, user.name, user.password, cost=cost)
    return slots.replace_recovery(ring, recovery)


def _clear(folder):
    for file in folder.iterdir():
        if file.is_file():
            file.unlink()


def open_station(
    folder, *, tables, user=None, password=None, recovery=None, clock=clocks.wall_clock, tick=silent
) -> Store:
    """Open a station by a user's password or the recovery code; a training station needs neither.

    Raises NoStation, WrongPassword, LockedOut, NotADatabase, NewerDatabase, InUse.
    """
    folder = Path(folder)
    ring, who, failures = _unlocked(folder, user, password, recovery, clock)
    store = open_database(folder, ring and ring.database, clock=clock)
    store.ring, store.tables, store.recovered = ring, tables, bool(recovery)
    try:
        store.lock()
        _create_local_tables(store)
        with store:
            projection.drop_triggers(store)
            _fit_shape(store, tick)
        store.user = who or _first_user(store)
        _begin_work(store)
        _note_opening(store, failures)
    except BaseException:
        store.close()
        raise
    return store


def _unlocked(folder, user, password, recovery, clock):
    """(ring, whose password it was, wrong ones before it); a training station has no ring."""
    if is_plain(folder):
        return None, None, Failures()
    slots = KeySlots(folder / SLOTS, clock=clock)
    ring, who = slots.unlock_recovery(recovery) if recovery else slots.unlock(user, password)
    return ring, who, slots.failures


def _note_opening(store, failures):
    """Put it into the log of reading; `store.failures` lets the window tell the person of wrong passwords."""
    store.failures = failures
    with suppress(DiskFull):  # a full disk keeps nobody from looking something up
        if failures.count:
            read_log.note(store, "wrong password", why=str(failures.count))
        if store.encrypted:
            read_log.note(store, "unlock")


def _begin_work(store):
    """Hold people to their roles, and this computer to its place in the station's history."""
    store.gate = access.gate_of(store)
    continuity.watch(store)
    store.at_close = continuity.remember


def _first_user(store):
    with store:
        first = store.tables["staff"].alive().order_by(store.tables["staff"].changed).first()
    return first.id if first else None


def _fit_shape(store, tick):
    """Bring the tables to the forms of this program; a back-up is made before any change."""
    wanted, there = projection.shape(store), projection.shape_on_disk(store)
    if wanted == there:
        projection.fit_indexes(store)
        return
    from models import backups  # only where the shape changes

    backups.back_up(store, tick)
    dropped = {name for name, columns in there.items() if set(columns) - set(wanted[name])}
    missing = {name: set(wanted[name]) - set(columns) for name, columns in there.items() if name not in dropped}
    with store.writing():
        for name in dropped:
            store.db.execute_sql(f'DROP TABLE "{name}"')
            store.set_meta("unread", "1")
        projection.add_columns(store, {name: sorted(columns) for name, columns in missing.items()})
        projection.create_tables(store)  # afterwards: an index may be on a column that was missing
        projection.fit_indexes(store)
        if store.meta("unread") == "1" or projection.holds_withheld(store, missing):
            replay.rebuild(store, tick)
