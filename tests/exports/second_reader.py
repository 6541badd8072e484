"""An independent reader of bundles, written from docs/bundle.md; it imports nothing of the program.

python tests/exports/second_reader.py FILE AGE-SECRET-KEY-1…      prints the commits, a line each
"""

import hashlib
import json
import struct
import sys
import zlib

import pyrage
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


def parse(text: bytes):
    """Section 1: JSON that would be written the same again, without fractions."""

    def no_float(_):
        raise ValueError("a float")

    value = json.loads(text.decode("utf-8"), parse_float=no_float, parse_constant=no_float)
    assert write(value) == text, "not canonical"
    return value


def write(value) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")


def split(file: bytes):
    """Section 2: (header bytes, age file), after the signature has been checked under the key in the header."""
    magic, length = struct.unpack_from(">10sI", file)
    assert magic == b"TZBUNDLE1\n"
    label, sealed, signature = file[14 : 14 + length], file[14 + length : -64], file[-64:]
    key = bytes.fromhex(parse(label)["key"])
    hashed = hashlib.sha512(file[:-64]).digest()
    Ed25519PublicKey.from_public_bytes(key).verify(signature, b"taizhang/bundle/1\x00" + hashed)
    assert hashlib.sha256(key).hexdigest() == parse(label)["dev"]
    return label, sealed


def read(file: bytes, identity: str):
    """(header, commits, receipts): every sentence of sections 2-5 that can be checked without a database."""
    label, sealed = split(file)
    header = parse(label)
    assert header["fmt"] == 1 and header["min_reader"] <= 1 and header["crit"] == []
    plain = zlib.decompress(pyrage.decrypt(sealed, [pyrage.x25519.Identity.from_str(identity)]))
    first, _, body = plain.partition(b"\n")
    assert parse(first) == {"head": hashlib.sha256(label).hexdigest()}
    assert len(body) == header["plain"] and hashlib.sha256(body).hexdigest() == header["sha256"]
    assert body == b"" or body.endswith(b"\n")
    lines = [parse(line) for line in body.split(b"\n")[:-1]]
    commits = lines[: header["commits"]]
    assert header["end"] - header["start"] == len(commits)
    return header, [commit(one) for one in commits], [line["receipt"] for line in lines[len(commits) :]]


def commit(wire):
    """(id, head, {index: op}) of one commit, its digests checked; its signature is for the holder of the key."""
    head = wire["head"]
    identity = hashlib.sha256(b"taizhang/commit/1\x00" + write(head)).digest()
    if "seed" in wire:
        assert len(wire["ops"]) == len(head["digs"])
        shown = {i: (salt(bytes.fromhex(wire["seed"]), i), op) for i, op in enumerate(wire["ops"])}
    else:
        shown = {i: (bytes.fromhex(salted), op) for i, salted, op in wire["open"]}
    for i, (salted, op) in shown.items():
        assert hashlib.sha256(b"taizhang/op/1\x00" + salted + write(op)).hexdigest() == head["digs"][i]
    return identity, head, {i: op for i, (_, op) in shown.items()}, bytes.fromhex(wire["sig"])


def salt(seed: bytes, index: int) -> bytes:
    return hashlib.sha256(b"taizhang/salt/1\x00" + seed + struct.pack(">I", index)).digest()[:16]


def verify(key: bytes, identity: bytes, signature: bytes) -> None:
    Ed25519PublicKey.from_public_bytes(key).verify(signature, b"taizhang/commit/1\x00" + identity)


def roll(start: str, ids) -> str:
    """Section 6: the rolling hash `ids` further."""
    for identity in ids:
        start = hashlib.sha256(b"taizhang/roll/1\x00" + bytes.fromhex(start) + identity).hexdigest()
    return start


if __name__ == "__main__":
    with open(sys.argv[1], "rb") as opened:
        head, found, receipts = read(opened.read(), sys.argv[2])
    print(json.dumps(head, ensure_ascii=False, indent=1))
    for identity, what, shown, _ in found:
        print(identity.hex()[:12], what["kind"], what["seq"], *shown.values())
    for receipt in receipts:
        print("receipt", receipt)
