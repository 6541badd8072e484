"""docs/protection.md, section 1, read by a second program made from the text alone."""

import hashlib
import hmac
import json
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from models.keys import KeySlots

GOLDEN = Path(__file__).parents[1] / "data" / "keys" / "keyslots-1.json"
RING = bytes(range(64))
CODE = "000G-40R4-0M30-E209-185G-R38E-1W81-24GK-GFGV"
PASSWORDS = {"韦敏": "moss on the ninth step", "小农": "stone-bridge-in-rain"}


def key_of_password(slot, password):
    salt = bytes.fromhex(slot["salt"])
    cost = {"memory_cost": slot["memory"], "iterations": slot["passes"], "lanes": slot["lanes"]}
    return Argon2id(salt=salt, length=32, **cost).derive(password.encode())


def key_of_code(slot, code):
    number = 0
    for character in code.replace("-", ""):
        number = number * 32 + "0123456789ABCDEFGHJKMNPQRSTVWXYZ".index(character)
    secret, rest = divmod(number, 1 << 20)
    check = secret << 20
    for place in reversed(range(20, 181)):
        if check >> place & 1:
            check ^= (0x8359F | 1 << 20) << place - 20
    assert check == rest
    extracted = hmac.digest(bytes.fromhex(slot["salt"]), secret.to_bytes(20, "big"), "sha256")
    return hmac.digest(extracted, b"taizhang/recovery/1\x01", "sha256")


def ring_of(file, slot, key):
    said = {name: value for name, value in slot.items() if name not in ("nonce", "wrapped", "sum")}
    said |= {"database": file["database"], "format": file["format"]}
    bound = json.dumps(said, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
    digest = hashlib.sha256(bound + slot["nonce"].encode() + slot["wrapped"].encode()).hexdigest()
    assert slot["sum"] == digest[:16]
    return AESGCM(key).decrypt(bytes.fromhex(slot["nonce"]), bytes.fromhex(slot["wrapped"]), bound)


def test_the_second_reader_finds_the_ring_by_each_way():
    file = json.loads(GOLDEN.read_text("utf-8"))
    *users, recovery = file["slots"]
    for slot in users:
        assert ring_of(file, slot, key_of_password(slot, PASSWORDS[slot["label"]])) == RING
    assert ring_of(file, recovery, key_of_code(recovery, CODE)) == RING


def test_the_second_reader_finds_nothing_by_a_wrong_way():
    file = json.loads(GOLDEN.read_text("utf-8"))
    with pytest.raises(InvalidTag):
        ring_of(file, file["slots"][0], key_of_password(file["slots"][0], "moss on the tenth step"))


def test_key_files_of_the_first_format_still_open():
    slots = KeySlots(GOLDEN)
    for slot in slots.users():
        ring, owner = slots.unlock(slot.owner, PASSWORDS[slot.label])
        assert (ring.database + ring.backup, owner) == (RING, slot.owner)
    assert slots.unlock_recovery(CODE)[0] == ring
