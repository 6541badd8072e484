"""The key file: who may unlock the database, each by a slot of his own (keyslots.json, beside the database).

It is clear text and holds no data of people but the label shown at unlock. It is written whole, and then once more as
keyslots.1, so that a bad sector in one costs nothing.
"""

import secrets
from collections.abc import Iterable
from pathlib import Path
from uuid import UUID

import msgspec
from cryptography.exceptions import InvalidTag

from models import clock as clocks
from models import recovery_code
from models.errors import UserError
from models.files import said_in_words, whole_file
from models.key_slot import (
    CEILING,
    FLOOR,
    FORMAT,
    MOST_LABEL,
    MOST_SLOTS,
    Cost,
    DamagedKeys,
    NewerKeys,
    Ring,
    Slot,
    calibrated,
    from_code,
    from_password,
    read_slots,
)
from models.lockout import Failures, Lockout
from models.passwords import refuse_weak
from resources.language import N_

__all__ = ["CEILING", "FLOOR", "Cost", "DamagedKeys", "KeySlots", "NewerKeys", "Ring", "Slot"]


class WrongPassword(UserError):
    code = "K-101"
    sentence = N_("The password is not right. Look whether Caps Lock or the Chinese input method is on.")


class DamagedSlot(UserError):
    code = "K-104"
    sentence = N_("The key of this user is damaged. Let another user unlock, or use the recovery code.")


class NoSuchUser(UserError):
    code = "K-105"
    sentence = N_("This user has no password here. Ask the station lead.")


class WrongRecoveryCode(UserError):
    code = "K-109"
    sentence = N_("This recovery code is not the one of this station, or a newer one has taken its place.")


class LastPassword(UserError):
    code = "K-110"
    sentence = N_("This is the only password of the station. Give somebody else one before taking it away.")


class TooManyUsers(UserError):
    code = "K-112"
    sentence = N_("A station has at most {most} passwords. Take away those of people who have left.")


class KeySlots:
    """The key file of one station. Raises DamagedKeys when neither it nor its copy can be read."""

    def __init__(self, path, *, clock=clocks.wall_clock):
        self.path = Path(path)
        self._lockout = Lockout(self.path.with_name("lockout.json"), clock)
        self.failures = Failures()
        self.database, self._slots, self.damaged = self._best()

    @classmethod
    def create(cls, path, database: UUID, *, clock=clocks.wall_clock):
        """An empty key file for a new database; it is written with its first slot."""
        slots = cls.__new__(cls)
        slots.path, slots.database, slots._slots, slots.damaged = Path(path), database.hex, [], 0
        slots._lockout, slots.failures = Lockout(slots.path.with_name("lockout.json"), clock), Failures()
        return slots

    def _best(self):
        """The file, or its copy where that has fewer damaged slots."""
        readable, error = [], None
        for path in (self.path, self._copy):
            try:
                readable.append(read_slots(path))
            except UserError as told:
                error = error or told
        if not readable:
            raise error
        return min(readable, key=lambda found: found[2])

    @property
    def _copy(self):
        return self.path.with_suffix(".1")

    def users(self) -> list[Slot]:
        """Those who have a password: `owner` is the staff member, `label` the name to show."""
        return [slot for slot in self._slots if slot.kind == "password"]

    @property
    def has_recovery(self) -> bool:
        return any(slot.kind == "recovery" for slot in self._slots)

    def text(self) -> str:
        """The file as it should be: what can be used of it, for a back-up or to be written."""
        return self._written(self._slots).decode()

    def _written(self, slots):
        return msgspec.json.encode({"format": FORMAT, "database": self.database, "slots": slots})

    def unlock(self, user: UUID | None, password: str) -> tuple[Ring, UUID]:
        """The ring, and whose password it was (`user` None: the first user's).

        `failures` then tells what was tried before. Raises LockedOut, WrongPassword, NoSuchUser, DamagedSlot.
        """
        slot = self._slot_of(user)
        self._lockout.refuse_early(slot.user)
        try:
            ring = slot.opened(from_password(password, bytes.fromhex(slot.salt), slot.cost), self.database)
        except InvalidTag:
            self._lockout.failed(slot.user)
            raise WrongPassword() from None
        self.failures = self._lockout.succeeded(slot.user)
        return ring, slot.owner

    def unlock_recovery(self, code: str) -> tuple[Ring, None]:
        """The ring by the printed code; it belongs to nobody.

        Raises BadRecoveryCode, WrongRecoveryCode, DamagedSlot.
        """
        secret = recovery_code.secret_of(code)
        for slot in self._slots:
            if slot.kind == "recovery":
                try:
                    return slot.opened(from_code(secret, bytes.fromhex(slot.salt)), self.database), None
                except InvalidTag:
                    raise WrongRecoveryCode() from None
        raise DamagedSlot() if self.damaged else WrongRecoveryCode()

    def add_password(self, ring: Ring, user: UUID, label: str, password: str, *, cost: Cost | None = None) -> None:
        """Give `user` this password, in place of one he had. Raises WeakPassword, TooManyUsers."""
        refuse_weak(password, label)
        cost = cost or calibrated()
        salt = secrets.token_bytes(16)
        new = self._blank("password", user.hex, label[:MOST_LABEL], salt, cost)
        others = [slot for slot in self._slots if slot.user != user.hex]
        self._replace([*others, new.sealed(ring, from_password(password, salt, cost), self.database)])

    def change_password(self, user: UUID, old: str, new: str, *, cost: Cost | None = None) -> None:
        """Raises WrongPassword, WeakPassword and what unlock() raises."""
        ring, _ = self.unlock(user, old)
        self.add_password(ring, user, self._slot_of(user).label, new, cost=cost)

    def remove(self, user: UUID) -> None:
        """Take the password of `user` away. Raises LastPassword, NoSuchUser."""
        gone = self._slot_of(user)
        if len(self.users()) == 1:
            raise LastPassword()
        self._replace([slot for slot in self._slots if slot is not gone])

    def replace_recovery(self, ring: Ring, code: str | None = None) -> str:
        """A new recovery code, or the one shown to people before; an old one opens nothing from now on."""
        code = code or recovery_code.make()
        salt = secrets.token_bytes(16)
        key = from_code(recovery_code.secret_of(code), salt)
        new = self._blank("recovery", None, "", salt, Cost(0, 0, 0)).sealed(ring, key, self.database)
        self._replace([*self.users(), new])
        return code

    def _slot_of(self, user) -> Slot:
        users = self.users()
        for slot in users:
            if user is None or slot.user == user.hex:
                return slot
        raise DamagedSlot() if self.damaged else NoSuchUser()

    @staticmethod
    def _blank(kind, user, label, salt, cost):
        costs = (cost.memory, cost.passes, cost.lanes)
        return Slot(secrets.token_hex(8), kind, user, label, salt.hex(), *costs, nonce="", wrapped="", sum="")

    def _replace(self, slots: Iterable[Slot]) -> None:
        """Write file and copy; the copy never keeps a slot that was taken away."""
        slots = list(slots)
        if len(slots) > MOST_SLOTS:
            raise TooManyUsers(most=MOST_SLOTS - 1)
        text = self._written(slots)
        for path in (self.path, self._copy):
            with said_in_words(path), whole_file(path) as file:
                file.write(text)
        self._slots, self.damaged = slots, 0
