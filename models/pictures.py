"""What pictures show: photographs and drawings, each a sealed file of its own beside the database.

    pictures/<first two digits>/<number>.tzpic      "TZPICTURE1\\n" · nonce, 12 bytes · AES-256-GCM

The number is an HMAC of the content under the ring's back-up key, so that one picture is kept once and the name of a
file tells nothing. A training station has no ring: there "TZPICTURE0\\n" and the picture as it is. A file is on disk
before the record that names it is saved; what no record names is cleared away after 30 days.
"""

import contextlib
import hashlib
import hmac
import os
import re
import time
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from models.errors import UserError
from models.fields import Pictures
from models.files import said_in_words, whole_file
from resources.language import N_

FOLDER, SUFFIX = "pictures", ".tzpic"
MOST_BYTES = 4 * 2**20
KEPT_DAYS = 30
_SEALED, _PLAIN = b"TZPICTURE1\n", b"TZPICTURE0\n"
_NUMBER = b"taizhang/picture/1\0"
_SEAL = b"taizhang/picture-key/1"


class NoPicture(UserError):
    code = "D-131"
    sentence = N_("The file of a picture is not here. If the station was restored, copy the folder “pictures” as well.")


class DamagedPicture(UserError):
    code = "D-132"
    sentence = N_("The file of a picture is damaged. Copy it from a back-up of the folder “pictures”.")


def keep(store, picture: bytes) -> str:
    """Put a picture (JPEG, at most 4 MiB) beside the database and give its number. What is kept already stays."""
    if not 0 < len(picture) <= MOST_BYTES:
        raise ValueError("a picture is made smaller before it is kept")
    number = _number(store, picture)
    path = _path(store.folder, number)
    if not path.exists():
        with said_in_words(path.parent):
            path.parent.mkdir(parents=True, exist_ok=True)
        with whole_file(path) as file:
            file.write(_sealed(store, number, picture))
    return number


def read(store, number: str) -> bytes:
    """What the picture of that number shows. Raises NoPicture, DamagedPicture, or what the disk says."""
    path = _path(store.folder, number)
    if not path.exists():
        raise NoPicture()
    with said_in_words(path.name), open(path, "rb") as file:
        stored = file.read(MOST_BYTES + 64)
    picture = _opened(store, number, stored)
    if picture is None or not hmac.compare_digest(_number(store, picture), number):
        raise DamagedPicture()
    return picture


def problems(store) -> list[str]:
    """Pictures of this station's own records that cannot be read, for technicians."""
    found = []
    for number in sorted(named(store)):
        try:
            read(store, number)
        except (NoPicture, DamagedPicture) as error:
            found.append(f"picture {number[:12]}: {error.code}")
    return found


def named(store) -> set[str]:
    """The numbers of all pictures that records of this station name, removed records too."""
    numbers = set()
    for table, cls in store.tables.items():
        for name, question in cls.questions().items():
            if isinstance(question, Pictures):
                sql = f'SELECT "{name}" FROM "{table}" WHERE "{name}" IS NOT NULL AND station = ?'
                for (value,) in store.db.execute_sql(sql, (store.unit.bytes,)):
                    numbers.update(question.python_value(value))
    return numbers


def clear_unnamed(store) -> int:
    """Remove pictures older than 30 days that no record and no draft names; how many went."""
    kept, gone, old = named(store) | _in_drafts(store), 0, time.time() - KEPT_DAYS * 86400
    for path in (store.folder / FOLDER).glob(f"*/*{SUFFIX}"):
        if path.stem not in kept and path.stat().st_mtime < old:
            with contextlib.suppress(OSError):  # open elsewhere: it goes the next time
                path.unlink()
                gone += 1
    return gone


def bring_along(source: Path, folder: Path) -> int:
    """Copy what is missing in the pictures of `folder` from another station folder; how many were copied.

    A sealed picture opens only under its own number and the station's own key: a foreign one does no harm.
    """
    copied = 0
    for path in (Path(source) / FOLDER).glob(f"*/*{SUFFIX}"):
        target = _path(folder, path.stem)
        if re.fullmatch(r"[0-9a-f]{64}", path.stem) and not target.exists() and path.stat().st_size < MOST_BYTES + 64:
            with said_in_words(target.parent):
                target.parent.mkdir(parents=True, exist_ok=True)
            with whole_file(target) as file:
                file.write(path.read_bytes())
            copied += 1
    return copied


def _in_drafts(store):
    found = set()
    for (data,) in store.db.execute_sql("SELECT data FROM draft"):
        found.update(re.findall(r"[0-9a-f]{64}", data))
    return found


def _path(folder, number):
    return Path(folder) / FOLDER / number[:2] / f"{number}{SUFFIX}"


def _number(store, picture):
    key = store.ring.backup if store.ring else b"training"
    return hmac.digest(key, _NUMBER + hashlib.sha256(picture).digest(), "sha256").hex()


def _key(store):
    return HKDF(SHA256(), 32, None, _SEAL).derive(store.ring.backup)


def _sealed(store, number, picture):
    if store.ring is None:
        return _PLAIN + picture
    nonce = os.urandom(12)
    return _SEALED + nonce + AESGCM(_key(store)).encrypt(nonce, picture, number.encode())


def _opened(store, number, stored):
    """What a file holds; None where it was not written by this station under this number."""
    if store.ring is None:
        return stored.removeprefix(_PLAIN) if stored.startswith(_PLAIN) else None
    if not stored.startswith(_SEALED):
        return None
    nonce, sealed = stored[len(_SEALED) :][:12], stored[len(_SEALED) + 12 :]
    try:
        return AESGCM(_key(store)).decrypt(nonce, sealed, number.encode())
    except (InvalidTag, ValueError):
        return None
