"""Computers that write: this one with its private keys, others by their public keys.

A device is the SHA-256 of its Ed25519 public key. Its age identity (X25519) receives bundles. Private keys live in
the encrypted database only.
"""

import hashlib
from dataclasses import dataclass
from functools import cached_property

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

_TABLE = (
    "CREATE TABLE IF NOT EXISTS device(id BLOB PRIMARY KEY, public BLOB NOT NULL, unit BLOB, trusted INTEGER NOT NULL)"
    " WITHOUT ROWID"
)


@dataclass(frozen=True)
class Device:
    """This computer: `private_key` signs, `age_identity` (AGE-SECRET-KEY-1…) opens what is sent to it."""

    private_key: Ed25519PrivateKey
    age_identity: str

    @cached_property
    def public(self) -> bytes:
        return self.private_key.public_key().public_bytes_raw()

    @cached_property
    def id(self) -> bytes:
        return hashlib.sha256(self.public).digest()

    @property
    def age_recipient(self) -> str:
        from pyrage import x25519  # only where bundles are sealed; not needed to open a station

        return str(x25519.Identity.from_str(self.age_identity).to_public())


def create_tables(store) -> None:
    store.db.execute_sql(_TABLE)


def make_own(store) -> Device:
    """Make the keys of this computer and keep them in the database."""
    from pyrage import x25519  # once in the life of a station

    private_key = Ed25519PrivateKey.generate()
    store.keep("device sign", private_key.private_bytes_raw())
    store.keep("device age", str(x25519.Identity.generate()).encode())
    device = own(store)
    remember(store, device.public, store.unit)
    return device


def own(store) -> Device:
    if not hasattr(store, "own_device"):
        key = Ed25519PrivateKey.from_private_bytes(store.kept("device sign"))
        store.own_device = Device(key, store.kept("device age").decode())
    return store.own_device


def remember(store, public: bytes, unit) -> None:
    """Know a computer by its public key, as one that writes for `unit`."""
    store.db.execute_sql(
        "INSERT OR REPLACE INTO device VALUES (?, ?, ?, 1)", (hashlib.sha256(public).digest(), public, unit.bytes)
    )


def public_keys(store) -> dict[str, Ed25519PublicKey]:
    """Device id in hex → public key, for all computers known here."""
    return {
        bytes(identity).hex(): Ed25519PublicKey.from_public_bytes(bytes(public))
        for identity, public in store.db.execute_sql("SELECT id, public FROM device")
    }
