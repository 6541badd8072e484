"""A commit: one signed, hash-linked entry of the journal (docs/bundle.md, “Commits”). Pure; knows no database.

head  {batch, dev, digs, inc, kind, prev, seq, stamp, sv, unit, user}
id    SHA-256("taizhang/commit/1" 00 canon(head))
op    [table, row, field, value, [bases]]; a digest of each, salted, stands in the head, so that an op can be
      shown or withheld without changing the id or the signature
"""

import hashlib
import json
import re
from dataclasses import dataclass
from functools import cached_property

import msgspec
from cryptography.exceptions import InvalidSignature

from models.errors import UserError
from models.fields import unwanted_character
from resources.language import N_

COMMIT = b"taizhang/commit/1\0"
OP = b"taizhang/op/1\0"
SALT = b"taizhang/salt/1\0"

KINDS = frozenset(("edit", "import", "undo", "month", "setup"))
MOST_OPS = 500
MOST_BASES = 500
MOST_VALUE = 128 * 1024
MOST_REASON = 2000
_HEAD_TYPES = {
    "batch": (str, type(None)), "dev": (str,), "digs": (list,), "inc": (str,), "kind": (str,),
    "prev": (str, type(None)), "seq": (int,), "stamp": (int,), "sv": (int,), "unit": (str,),
    "user": (str, type(None)),
}  # fmt: skip
_HEX = {16: re.compile(r"[0-9a-f]{32}"), 32: re.compile(r"[0-9a-f]{64}"), 64: re.compile(r"[0-9a-f]{128}")}
_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")


class BadCommit(UserError):
    code = "S-210"
    sentence = N_(
        "The bundle holds an entry that is not made as it should be ({what}). Ask the station to write it again."
    )


class Forged(UserError):
    code = "S-211"
    sentence = N_("An entry in the bundle does not carry the signature of the computer it names. Nothing was taken in.")


def canon(value) -> bytes:
    """Canonical JSON: keys sorted, no blanks, UTF-8, no floats."""
    return _ENCODER.encode(value)


_ENCODER = msgspec.json.Encoder(order="sorted")


def salt_of(seed: bytes, index: int) -> bytes:
    return hashlib.sha256(SALT + seed + index.to_bytes(4, "big")).digest()[:16]


def digest_of(salt: bytes, op: list) -> str:
    return _digest(salt, canon(op))


def _digest(salt, written):
    return hashlib.sha256(OP + salt + written).hexdigest()


def digests(seed: bytes, ops: list) -> list[str]:
    return [digest_of(salt_of(seed, i), op) for i, op in enumerate(ops)]


def id_of(head: dict) -> bytes:
    return hashlib.sha256(COMMIT + canon(head)).digest()


@dataclass(frozen=True)
class Commit:
    """`opened` maps the index of an op to (salt, op); with a `seed` every op is there."""

    head: dict
    sig: bytes
    seed: bytes | None
    opened: dict[int, tuple[bytes, list]]

    @cached_property
    def id(self) -> bytes:
        return id_of(self.head)

    @property
    def ops(self) -> list[list]:
        return [op for _, (_, op) in sorted(self.opened.items())]

    @cached_property
    def body(self) -> bytes:
        """The ops in canonical JSON."""
        return canon(self.ops)

    @property
    def withheld(self) -> int:
        """How many ops are not shown to us."""
        return len(self.head["digs"]) - len(self.opened)


def make(head: dict, ops: list, seed: bytes, private_key) -> Commit:
    """A signed commit of `ops`; `head` lacks only its digests."""
    salts, written = [salt_of(seed, i) for i in range(len(ops))], list(map(canon, ops))
    head = head | {"digs": list(map(_digest, salts, written))}
    identity = id_of(head)
    commit = Commit(head, private_key.sign(COMMIT + identity), seed, dict(enumerate(zip(salts, ops, strict=True))))
    commit.__dict__.update(id=identity, body=b"[" + b",".join(written) + b"]")  # what was reckoned on the way
    return commit


def verify(commit: Commit, public_key) -> None:
    """Raise Forged unless the device of `public_key` signed this head."""
    try:
        public_key.verify(commit.sig, COMMIT + commit.id)
    except InvalidSignature:
        raise Forged() from None


def to_wire(commit: Commit, shows=None) -> dict:
    """The commit as a line of a bundle; `shows(op)` says which ops the receiver may see (None: all)."""
    wire = {"head": commit.head, "sig": commit.sig.hex()}
    if commit.seed and (shows is None or all(shows(op) for op in commit.ops)):
        return wire | {"seed": commit.seed.hex(), "ops": commit.ops}
    opened = [[i, salt.hex(), op] for i, (salt, op) in sorted(commit.opened.items()) if shows is None or shows(op)]
    return wire | {"open": opened}


def from_wire(wire: dict) -> Commit:
    """Read one line, strictly and within bounds. Raises BadCommit; a later signature check is the caller's."""
    if type(wire) is not dict or set(wire) not in ({"head", "sig", "seed", "ops"}, {"head", "sig", "open"}):
        raise BadCommit(what="keys")
    head = _checked_head(wire["head"])
    sig = _bytes(wire["sig"], 64, "sig")
    if "seed" in wire:
        seed = _bytes(wire["seed"], 16, "seed")
        ops = wire["ops"] if type(wire["ops"]) is list else _bad("ops")
        opened = {i: (salt_of(seed, i), op) for i, op in enumerate(ops)}
        if len(opened) != len(head["digs"]):
            _bad("ops")
    else:
        seed, opened = None, _opened(wire["open"], len(head["digs"]))
    for i, (salt, op) in opened.items():
        _check_op(op)
        if digest_of(salt, op) != head["digs"][i]:
            _bad("digest")
    return Commit(head, sig, seed, opened)


def _opened(pairs, count):
    if type(pairs) is not list or len(pairs) > count:
        _bad("open")
    opened = {}
    for pair in pairs:
        if type(pair) is not list or len(pair) != 3 or type(pair[0]) is not int or not 0 <= pair[0] < count:
            _bad("open")
        if opened and pair[0] <= max(opened):
            _bad("open")
        opened[pair[0]] = (_bytes(pair[1], 16, "salt"), pair[2])
    return opened


def _checked_head(head):
    if type(head) is not dict or set(head) != set(_HEAD_TYPES):
        _bad("head")
    for name, types in _HEAD_TYPES.items():
        if type(head[name]) not in types:
            _bad(name)
    for name, size in (("dev", 32), ("inc", 16), ("unit", 16)):
        _bytes(head[name], size, name)
    for name, size in (("batch", 16), ("prev", 32), ("user", 16)):
        if head[name] is not None:
            _bytes(head[name], size, name)
    if not 0 <= head["seq"] < 2**53 or not 0 <= head["stamp"] < 2**53 or not 0 < head["sv"] < 2**31:
        _bad("number")
    if not _NAME.fullmatch(head["kind"]):
        _bad("kind")
    if not 0 < len(head["digs"]) <= MOST_OPS:
        _bad("digs")
    for digest in head["digs"]:
        _bytes(digest, 32, "digs")
    return head


def _check_op(op):
    if type(op) is not list or len(op) != 5:
        _bad("op")
    table, row, field, value, bases = op
    for name in (table, field):
        if type(name) is not str or (name and not _NAME.fullmatch(name)):
            _bad("name")
    _bytes(row, 16, "row")
    _check_value(value)
    if type(bases) is not list or len(bases) > MOST_BASES or bases != sorted(set(map(str, bases))):
        _bad("bases")
    for base in bases:
        _bytes(base, 32, "bases")


def _check_value(value, depth=0):
    if isinstance(value, str):
        if len(value) > MOST_VALUE or unwanted_character(value):
            _bad("text")
    elif type(value) is int:
        if abs(value) >= 2**53:
            _bad("number")
    elif type(value) is list and depth < 2 and len(value) <= MOST_OPS:
        for one in value:
            _check_value(one, depth + 1)
    elif value is not None and type(value) is not bool:
        _bad("value")


def _bytes(text, size, what):
    if type(text) is not str or not _HEX[size].fullmatch(text):
        _bad(what)
    return bytes.fromhex(text)


def _bad(what):
    raise BadCommit(what=what)


def packed(commit: Commit) -> tuple[bytes, str, bytes | None]:
    """(head, ops, seed) as the journal stores them: digests are left out where the seed gives them back."""
    if commit.seed:
        head = {name: value for name, value in commit.head.items() if name != "digs"}
        return canon(head), commit.body.decode(), commit.seed
    opened = [[i, salt.hex(), op] for i, (salt, op) in sorted(commit.opened.items())]
    return canon(commit.head), canon(opened).decode(), None


def unpacked(head: bytes, body: str, seed: bytes | None, sig: bytes) -> Commit:
    """The inverse of packed()."""
    head, body = json.loads(head), json.loads(body)
    if seed:
        salts = [salt_of(seed, i) for i in range(len(body))]
        head["digs"] = [digest_of(salt, op) for salt, op in zip(salts, body, strict=True)]
        return Commit(head, sig, seed, dict(enumerate(zip(salts, body, strict=True))))
    return Commit(head, sig, None, {i: (bytes.fromhex(salt), op) for i, salt, op in body})
