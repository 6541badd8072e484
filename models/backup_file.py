"""The back-up file, `.tzbak`: a clear header, then the copied database as it is, encrypted under the station's own key.

    "TZBACKUP1\\n" · u32be length of the header · header, JSON · database

The header carries the key file, so that a back-up alone is enough on a new computer; whoever may unlock the station may
restore it. An HMAC under the ring's back-up key covers the header, and the header the database.
"""

import hashlib
import hmac
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from models.errors import UserError
from models.files import Tick, said_in_words, silent, whole_file
from models.key_slot import MOST_BYTES, Ring
from models.station_folder import FILE
from resources.language import N_

MAGIC = b"TZBACKUP1\n"
FORMAT = 1
MOST_HEADER = 2 * MOST_BYTES
_FAMILY = b"TZBACKUP"
_SEAL = b"taizhang/backup/1\0"
_PIECE = 1 << 20

_Hex16 = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{32}\Z")]
_Hex32 = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}\Z")]
_Count = Annotated[int, msgspec.Meta(ge=0, lt=2**53)]


class NotABackup(UserError):
    code = "D-121"
    sentence = N_("“{name}” is not a back-up of this program.")


class DamagedBackup(UserError):
    code = "D-122"
    sentence = N_("The back-up “{name}” is damaged. Nothing was changed. Choose an earlier one.")


class NewerBackup(UserError):
    code = "D-123"
    sentence = N_(
        "The back-up “{name}” was written by a newer version of the program. Please update the program first."
    )


class OtherStation(UserError):
    code = "D-124"
    sentence = N_("The back-up “{name}” is not of the station in this folder. Choose an empty folder for it.")


class Header(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a back-up says of itself: `head` is the last commit, `counts` the rows of each table."""

    fmt: Literal[1]
    database: _Hex16
    encrypted: bool
    schema: _Count
    created: _Count
    head: _Hex32 | None
    counts: Annotated[dict[str, _Count], msgspec.Meta(max_length=256)]
    keyslots: Annotated[str, msgspec.Meta(max_length=MOST_BYTES)] | None
    size: _Count
    sha256: _Hex32
    mac: _Hex32 | None = None

    def sealed(self, ring: Ring | None) -> "Header":
        return msgspec.structs.replace(self, mac=self._mac(ring) if ring else None)

    def is_sealed_by(self, ring: Ring | None) -> bool:
        return hmac.compare_digest(self.mac or "", self._mac(ring) if ring else "")

    def _mac(self, ring):
        said = msgspec.json.encode(msgspec.structs.replace(self, mac=None), order="sorted")
        return hmac.digest(ring.backup, _SEAL + said, "sha256").hex()


def sha256_of(path) -> tuple[int, str]:
    """(size, digest) of a file."""
    with open(path, "rb") as file:
        digest = hashlib.file_digest(file, "sha256")
        return file.tell(), digest.hexdigest()


def write_backup(path, header: Header, database: Path, tick: Tick = silent) -> None:
    """Write the file whole, then read it back from its place. Raises DamagedBackup when it does not read as written."""
    said = msgspec.json.encode(header)
    with whole_file(path) as file, open(database, "rb") as source:
        file.write(MAGIC + len(said).to_bytes(4, "big") + said)
        for piece in _pieces(source, header.size, tick):
            file.write(piece)
    try:
        if read_backup(path) != header:
            raise DamagedBackup(name=Path(path).name)
    except UserError:
        Path(path).unlink(missing_ok=True)
        raise


def read_header(path) -> Header:
    """Raises NotABackup, DamagedBackup, NewerBackup, or what the disk says; never reads more than the header."""
    with said_in_words(Path(path).name), open(path, "rb") as file:
        return _header(file, Path(path).name)


def read_backup(path, folder=None, tick: Tick = silent) -> Header:
    """Check header, size and digest; with a `folder`, put the database there. Raises what read_header() raises."""
    name = Path(path).name
    with said_in_words(name), open(path, "rb") as file:
        header = _header(file, name)
        digest = hashlib.sha256()
        with open(Path(folder) / FILE if folder else os.devnull, "wb") as target:
            for piece in _pieces(file, header.size, tick):
                digest.update(piece)
                target.write(piece)
        if digest.hexdigest() != header.sha256 or file.read(1):
            raise DamagedBackup(name=name)
    return header


def _header(file, name) -> Header:
    magic = file.read(len(MAGIC))
    if magic != MAGIC:
        raise (
            NewerBackup(name=name) if magic.startswith(_FAMILY) and len(magic) == len(MAGIC) else NotABackup(name=name)
        )
    length = int.from_bytes(file.read(4), "big")
    if length > MOST_HEADER:
        raise DamagedBackup(name=name)
    try:
        return msgspec.json.decode(file.read(length), type=Header)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise DamagedBackup(name=name) from error


def _pieces(file, size, tick) -> Iterator[bytes]:
    """At most `size` bytes, in pieces; fewer when the file ends."""
    done = 0
    while piece := file.read(min(_PIECE, size - done)):
        done += len(piece)
        tick(done, size)
        yield piece
