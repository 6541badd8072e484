"""The key file `.tzkey`: who we are and how to write to us (docs/bundle.md, section 10), and trusting another's."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from exports.bundle import bundle_errors as wrong
from exports.bundle.bundle import device_of, strict
from models import devices, exchange
from models.commits import canon
from models.exchange import LEVELS, Peer
from models.fields import unwanted_character
from models.files import said_in_words, whole_file

SIGNED = b"taizhang/key/1\0"
CHECKED = b"taizhang/check/1\0"
MOST = 4096
_TEXTS = {"division": 12, "name": 50, "short": 8}
_HEX = {"key": 64, "match": 64, "sig": 128, "unit": 32}
_NAMES = {"age", "created", "division", "fmt", "key", "level", "match", "name", "short", "sig", "unit"}
_AGE = re.compile(r"age1[02-9ac-hj-np-z]{58}")


@dataclass(frozen=True)
class KeyFile:
    """What a key file says; its signature held."""

    unit: UUID
    level: str
    name: str
    short: str
    division: str
    key: str
    age: str
    match: str | None

    @property
    def check_number(self) -> str:
        return check_number(self.key, self.age)


def check_number(key: str, age: str) -> str:
    """24 digits that two people compare on the telephone or on paper, in groups of four."""
    first = hashlib.sha256(CHECKED + bytes.fromhex(key) + age.encode()).digest()[:10]
    digits = f"{int.from_bytes(first, 'big') % 10**24:024}"
    return " ".join(digits[i : i + 4] for i in range(0, 24, 4))


def key_bytes(facts: dict, private_key) -> bytes:
    """The file for `facts` (all keys of section 10 but key, fmt and sig)."""
    facts = facts | {"fmt": 1, "key": private_key.public_key().public_bytes_raw().hex()}
    return canon(facts | {"sig": private_key.sign(SIGNED + canon(facts)).hex()}) + b"\n"


def parse_key(data: bytes, name: str = "") -> KeyFile:
    """Read a key file strictly. Raises BadKeyFile with the file's name."""
    try:
        facts = strict(data.removesuffix(b"\n")) if len(data) <= MOST else None
    except ValueError:
        facts = None
    if type(facts) is not dict or set(facts) != _NAMES or not _holds(facts) or not _signed(facts):
        raise wrong.BadKeyFile(name=name)
    names = ("level", "name", "short", "division", "key", "age", "match")
    return KeyFile(UUID(facts["unit"]), *(facts[one] for one in names))


def _holds(facts):
    texts = all(
        type(facts[name]) is str and len(facts[name]) <= most and not unwanted_character(facts[name])
        for name, most in _TEXTS.items()
    )
    hexes = all(
        (name == "match" and facts[name] is None)
        or (type(facts[name]) is str and re.fullmatch(f"[0-9a-f]{{{size}}}", facts[name]))
        for name, size in _HEX.items()
    )
    age = type(facts["age"]) is str and _AGE.fullmatch(facts["age"])
    return texts and hexes and age and facts["fmt"] == 1 and facts["level"] in LEVELS and type(facts["created"]) is int


def _signed(facts):
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(facts["key"]))
        key.verify(bytes.fromhex(facts["sig"]), SIGNED + canon({k: v for k, v in facts.items() if k != "sig"}))
    except InvalidSignature:
        return False
    return True


def read_key(path) -> KeyFile:
    """The key file at `path`. Raises BadKeyFile, NotFound, Unreadable."""
    with said_in_words(Path(path).name), open(path, "rb") as file:
        return parse_key(file.read(MOST + 1), Path(path).name)


def write_key(store, path) -> Path:
    """Write this computer's key file; a county's carries its match key, made on the first call."""
    device = devices.own(store)
    with store:
        own = store.tables["station"].mine()
    facts = {
        "age": device.age_recipient,
        "created": store.milliseconds(),
        "division": own.division or "",
        "level": own.level,
        "match": _own_match(store).hex() if own.level == "county" else None,
        "name": own.name,
        "short": own.short or "",
        "unit": store.unit.hex,
    }
    with whole_file(path) as file:
        file.write(key_bytes(facts, device.private_key))
    return Path(path)


def _own_match(store):
    if not store.kept("match_key"):
        import secrets  # once in the life of a county

        with store.writing():
            store.keep("match_key", secrets.token_bytes(32))
    return store.kept("match_key")


def trust(store, path) -> Peer:
    """Accept another computer's key file; from a county also the key for matching persons.

    Raises BadKeyFile, OwnKeyFile, or KeyOfAnother for a key that belongs to another unit already.
    """
    found = read_key(path)
    dev = device_of(bytes.fromhex(found.key))
    if found.unit == store.unit or dev == devices.own(store).id.hex():
        raise wrong.OwnKeyFile()
    known = exchange.peer(store, dev)
    if known and known.unit != found.unit:
        raise wrong.KeyOfAnother(name=known.name)
    peer = Peer(
        dev, found.unit, found.level, found.name, found.short, found.division, found.key, found.age, found.match,
        store.milliseconds(),
    )  # fmt: skip
    with store, store.writing():
        exchange.keep_peer(store, peer)
        devices.remember(store, bytes.fromhex(found.key), found.unit)
        _take_match(store, peer)
    return peer


def _take_match(store, peer):
    parent = exchange.parent(store)
    if peer.match and parent and parent.dev == peer.dev and exchange.own_level(store) != "county":
        store.keep("match_key", bytes.fromhex(peer.match))
        exchange.renew_matches(store)
