"""A second writer, made from docs/bundle.md alone: it also writes what our own would never write."""

import hashlib
import json
import zlib

import pyrage
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

AGES = (
    "AGE-SECRET-KEY-1E8SSJGT79K7AVQ2GA686PMDVSKFL4H3EYN8AUWJ68DCGQK6GW8TS4P85S3",
    "AGE-SECRET-KEY-1UY3D8JXCQE5S2FCLS09P3Y3NHPLKAFZP44VWMQTZSN840KKPSDVSTWTXZ6",
    "AGE-SECRET-KEY-1UXC8D5JQVFYYMGH32KKRRAXCHM0Y8HPNJZWR073ZNT9ZLXRGJCUSZSYN2C",
)


class Party:
    """A computer with fixed keys: 0 the county, 1 a station, 2 another station, 3 one that nobody trusts."""

    def __init__(self, number: int):
        self.seed = hashlib.sha256(b"golden device %d" % number).digest()
        self.key = Ed25519PrivateKey.from_private_bytes(self.seed)
        self.public = self.key.public_key().public_bytes_raw()
        self.dev = hashlib.sha256(self.public).hexdigest()
        self.age_identity = AGES[number % 3]
        self.age = str(pyrage.x25519.Identity.from_str(self.age_identity).to_public())
        self.unit = hashlib.sha256(b"golden unit %d" % number).hexdigest()[:32]
        self.inc = hashlib.sha256(b"golden incarnation %d" % number).hexdigest()[:32]


COUNTY, STATION, OTHER, STRANGER = Party(0), Party(1), Party(2), Party(3)
STAMP = 1_790_000_000_000
ROLL_0 = "00" * 32


def canon(value) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def commit(party, seq, prev, ops, /, *, open_only=None, **other):
    """One commit as a wire object; `open_only` says which ops are shown (None: all)."""
    seed = hashlib.sha256(b"golden seed %d" % seq + party.seed).digest()[:16]
    salts = [hashlib.sha256(b"taizhang/salt/1\0" + seed + i.to_bytes(4, "big")).digest()[:16] for i in range(len(ops))]
    head = {
        "batch": None, "dev": party.dev, "inc": party.inc, "kind": "edit", "prev": prev, "seq": seq,
        "stamp": STAMP + seq, "sv": 1, "unit": party.unit, "user": None,
        "digs": [
            hashlib.sha256(b"taizhang/op/1\0" + salt + canon(op)).hexdigest()
            for salt, op in zip(salts, ops, strict=True)
        ],
    } | other  # fmt: skip
    wire = {"head": head, "sig": party.key.sign(b"taizhang/commit/1\0" + commit_id(head)).hex()}
    if open_only is None:
        return wire | {"seed": seed.hex(), "ops": ops}
    return wire | {"open": [[i, salts[i].hex(), ops[i]] for i in open_only]}


def commit_id(head) -> bytes:
    return hashlib.sha256(b"taizhang/commit/1\0" + canon(head)).digest()


def chain(party, *changes, first=0, prev=None):
    """Commits that follow each other; a change is a list of ops, or (ops, options)."""
    made = []
    for seq, change in enumerate(changes, first):
        ops, options = change if isinstance(change, tuple) else (change, {})
        made.append(commit(party, seq, prev, ops, **options))
        prev = commit_id(made[-1]["head"]).hex()
    return made


def row(text: str) -> str:
    """The id of a row, always the same for the same name (UUID version 7 in form)."""
    digest = hashlib.sha256(b"golden row " + text.encode()).hexdigest()
    return f"{digest[:12]}7{digest[13:16]}8{digest[17:32]}"


def ops(table, name, /, **answers):
    """The first ops of a new row."""
    made = [[table, row(name), "", True, []]]
    return made + [[table, row(name), field, value, []] for field, value in answers.items()]


def roll(wires, start=ROLL_0) -> str:
    for wire in wires:
        start = hashlib.sha256(b"taizhang/roll/1\0" + bytes.fromhex(start) + commit_id(wire["head"])).hexdigest()
    return start


def header(party, to, wires, plain: bytes, /, **other):
    return {
        "acks": {}, "commits": len(wires), "counts": {}, "created": STAMP, "crit": [], "dev": party.dev,
        "end": len(wires), "fmt": 1, "from": party.unit, "heads": {"access": None, "work": None}, "inc": party.inc,
        "key": party.public.hex(), "min_reader": 1, "no": 1, "part": [1, 1], "plain": len(plain), "roll": ROLL_0,
        "schema": 1, "set": hashlib.sha256(plain).hexdigest()[:32], "sha256": hashlib.sha256(plain).hexdigest(),
        "start": 0, "to": to.unit,
    } | other  # fmt: skip


def frame(party, header_bytes: bytes, sealed: bytes) -> bytes:
    outside = b"TZBUNDLE1\n" + len(header_bytes).to_bytes(4, "big") + header_bytes + sealed
    return outside + party.key.sign(b"taizhang/bundle/1\0" + hashlib.sha512(outside).digest())


def age(data: bytes, *parties) -> bytes:
    return pyrage.encrypt(data, [pyrage.x25519.Recipient.from_str(party.age) for party in parties])


def first_line(header_bytes: bytes) -> bytes:
    return canon({"head": hashlib.sha256(header_bytes).hexdigest()}) + b"\n"


def lines(wires) -> bytes:
    return b"".join(canon(wire) + b"\n" for wire in wires)


def bundle(party, to, wires, *, body=None, packed=None, inside=None, **other) -> bytes:
    """A whole file. `body` replaces the lines, `inside` the first line, `packed` the zlib stream, `other` the label."""
    plain = lines(wires) if body is None else body
    label = canon(header(party, to, wires, plain, **other))
    inside = first_line(label) if inside is None else inside
    return frame(party, label, age(zlib.compress(inside + plain) if packed is None else packed, to, party))
