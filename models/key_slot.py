"""One slot of the key file: a wrapped ring, bound to all the slot says and to the database it belongs to.

    password ── Argon2id ──► key ─┐
    recovery code ── HKDF ──► key ┴─ AES-256-GCM unwraps ─► ring = {database key, back-up key}

Whoever edits a slot has one that opens nothing. Reading is bounded: sizes, counts and costs are checked before any key
is derived.
"""

import hashlib
import os
import secrets
import time
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from models.errors import UserError
from resources.language import N_

FORMAT = "taizhang/keyslots/1"
MOST_BYTES = 64 * 1024
MOST_SLOTS = 64
MOST_LABEL = 50
_RECOVERY = b"taizhang/recovery/1"


class DamagedKeys(UserError):
    code = "K-103"
    sentence = N_("The key file of this station is missing or damaged. Restore the last back-up: it holds a copy.")


class NewerKeys(UserError):
    code = "K-111"
    sentence = N_("The key file was written by a newer version of the program. Please update the program first.")


@dataclass(frozen=True)
class Ring:
    """The two keys of a station, 32 bytes each: one for the database, one for back-ups and enclosures."""

    database: bytes = field(repr=False)
    backup: bytes = field(repr=False)

    @classmethod
    def new(cls):
        return cls(secrets.token_bytes(32), secrets.token_bytes(32))


@dataclass(frozen=True)
class Cost:
    """What one guess costs with Argon2id: memory in KiB, passes, lanes."""

    memory: int
    passes: int
    lanes: int


FLOOR = Cost(64 * 1024, 3, 4)  # the second choice of RFC 9106
CEILING = Cost(1024 * 1024, 10, 8)


@cache
def calibrated(seconds: float = 0.7) -> Cost:
    """The cost at which this computer needs about `seconds`: never below FLOOR nor above a quarter of its memory."""
    began = time.perf_counter()
    from_password("", b"\0" * 16, FLOOR)
    spent = time.perf_counter() - began
    most = min(CEILING.memory, _memory_of_computer() // 4)
    memory = FLOOR.memory
    while memory * 2 <= most and spent * 2 <= seconds:
        memory, spent = memory * 2, spent * 2
    return Cost(memory, FLOOR.passes, FLOOR.lanes)


def _memory_of_computer() -> int:
    """In KiB; where it cannot be asked, as much as the smallest computers of stations have."""
    if hasattr(os, "sysconf"):
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 1024
    return 4 * 1024 * 1024


def from_password(password: str, salt: bytes, cost: Cost) -> bytes:
    kdf = Argon2id(salt=salt, length=32, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory)
    return kdf.derive(password.encode())


def from_code(secret: bytes, salt: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt, _RECOVERY).derive(secret)


def _hex(size):
    return Annotated[str, msgspec.Meta(pattern=f"^[0-9a-f]{{{2 * size}}}\\Z")]


def _whole(least, most):
    return Annotated[int, msgspec.Meta(ge=least, le=most)]


class Slot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way to the ring. `sum` tells damage from a wrong password; what keeps forgers out is the wrap."""

    slot: _hex(8)
    kind: Literal["password", "recovery"]
    user: _hex(16) | None
    label: Annotated[str, msgspec.Meta(max_length=MOST_LABEL)]
    salt: _hex(16)
    memory: _whole(0, CEILING.memory)
    passes: _whole(0, CEILING.passes)
    lanes: _whole(0, CEILING.lanes)
    nonce: _hex(12)
    wrapped: _hex(64 + 16)
    sum: _hex(8)

    @property
    def cost(self) -> Cost:
        return Cost(self.memory, self.passes, self.lanes)

    @property
    def owner(self) -> UUID | None:
        return UUID(self.user) if self.user else None

    def bound(self, database: str) -> bytes:
        """What the wrap authenticates besides the ring."""
        said = {name: getattr(self, name) for name in self.__struct_fields__ if name not in ("nonce", "wrapped", "sum")}
        return msgspec.json.encode(said | {"database": database, "format": FORMAT}, order="sorted")

    def summed(self, database: str) -> str:
        return hashlib.sha256(self.bound(database) + f"{self.nonce}{self.wrapped}".encode()).hexdigest()[:16]

    def is_sound(self, database: str) -> bool:
        """Undamaged, with a cost that is neither weak nor a trap."""
        if self.summed(database) != self.sum:
            return False
        if self.kind == "recovery":
            return self.cost == Cost(0, 0, 0) and self.user is None
        low = (FLOOR.memory, FLOOR.passes, FLOOR.lanes)
        return self.user is not None and all(map(int.__ge__, (self.memory, self.passes, self.lanes), low))

    def sealed(self, ring: Ring, key: bytes, database: str) -> "Slot":
        nonce = secrets.token_bytes(12)
        wrapped = AESGCM(key).encrypt(nonce, ring.database + ring.backup, self.bound(database))
        slot = msgspec.structs.replace(self, nonce=nonce.hex(), wrapped=wrapped.hex())
        return msgspec.structs.replace(slot, sum=slot.summed(database))

    def opened(self, key: bytes, database: str) -> Ring:
        """Raises InvalidTag for a wrong key or an edited slot."""
        plain = AESGCM(key).decrypt(bytes.fromhex(self.nonce), bytes.fromhex(self.wrapped), self.bound(database))
        return Ring(plain[:32], plain[32:])


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: str
    database: _hex(16)
    slots: Annotated[list[msgspec.Raw], msgspec.Meta(max_length=MOST_SLOTS)]


def read_slots(path: Path) -> tuple[str, list[Slot], int]:
    """(database, sound slots, how many are damaged). Raises DamagedKeys, NewerKeys; never reads more than 64 KiB."""
    try:
        with open(path, "rb") as file:
            found = msgspec.json.decode(file.read(MOST_BYTES), type=_File)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise DamagedKeys() from error
    if found.format != FORMAT:
        raise NewerKeys() if found.format.startswith("taizhang/keyslots/") else DamagedKeys()
    slots = [slot for raw in found.slots if (slot := _sound(raw, found.database))]
    return found.database, slots, len(found.slots) - len(slots)


def _sound(raw, database) -> Slot | None:
    try:
        slot = msgspec.json.decode(raw, type=Slot)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None
    return slot if slot.is_sound(database) else None
