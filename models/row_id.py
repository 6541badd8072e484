"""The ids of records."""

import os
import time
from uuid import UUID

import peewee


def uuid7() -> UUID:
    """A UUID version 7 (RFC 9562): 48 bits of milliseconds, then random; stored rows stay in order of making."""
    stamp = time.time_ns() // 1_000_000
    value = int.from_bytes(stamp.to_bytes(6, "big") + os.urandom(10), "big")
    value = value & ~(0xF000 << 64) | (0x7000 << 64)
    return UUID(int=value & ~(0xC000 << 48) | (0x8000 << 48))


class RowId(peewee.Field):
    """A UUID kept as 16 bytes."""

    field_type = "BLOB"

    def db_value(self, value):
        return value.bytes if isinstance(value, UUID) else value

    def python_value(self, value):
        return value if value is None or isinstance(value, UUID) else UUID(bytes=bytes(value))
