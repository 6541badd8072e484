"""The bundle: a signed, encrypted file of commits. docs/bundle.md is the normative text; section numbers refer to it.

`seal` and `open_bundle` are pure over bytes; `write_bundle` and `read_bundle` are the same on a disk or a stick.
"""

import hashlib
import os
import re
import zlib
from dataclasses import dataclass

import msgspec
import pyrage
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from exports.bundle import bundle_errors as wrong
from exports.bundle.bundle_header import bounded, check_header, is_receipt, refuse_newer
from models.commits import canon
from models.files import said_in_words, whole_file

MAGIC = b"TZBUNDLE1\n"
SIGNED = b"taizhang/bundle/1\0"
ROLL = b"taizhang/roll/1\0"
ROLL_0 = bytes(32).hex()

MOST_FILE = 40 << 20
MOST_HEADER = 64 << 10
MOST_LINE = 1 << 20
MOST_RECEIPTS = 1_000
MOST_STANZAS = 16
FIRST_LINE = len(b'{"head":""}\n') + 64

_LEAST = len(MAGIC) + 4 + 2 + 64
_HEX64 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Frame:
    """A bundle whose outside is whole: its signature fits the key it names. Who holds that key is not yet said."""

    header: dict
    header_bytes: bytes
    sealed: bytes
    size: int

    @property
    def dev(self) -> str:
        return self.header["dev"]


@dataclass(frozen=True)
class Opened:
    """A bundle read to the end: its commits as wire objects in stream order, and receipts."""

    header: dict
    commits: list[dict]
    receipts: list[dict]
    size: int


def roll_on(roll: str, commit_id: bytes) -> str:
    """The rolling hash of a stream one commit further (section 6)."""
    return hashlib.sha256(ROLL + bytes.fromhex(roll) + commit_id).hexdigest()


def device_of(public_key: bytes) -> str:
    return hashlib.sha256(public_key).hexdigest()


def _refuse_float(text):
    raise ValueError("a fraction")


_DECODER = msgspec.json.Decoder(float_hook=_refuse_float)


def strict(line: bytes):
    """Parse canonical JSON (section 1); raises ValueError for anything that would be written differently."""
    try:
        value = _DECODER.decode(line)
        if canon(value) != line:
            raise ValueError("not canonical")
    except (msgspec.MsgspecError, RecursionError, OverflowError, UnicodeError) as error:
        raise ValueError("not canonical") from error
    return value


def seal(header: dict, commits: list[bytes], receipts: list[bytes], recipients: list[str], signing_key) -> bytes:
    """The file of a bundle. `header` lacks key, dev, commits, plain, sha256; lines are canonical JSON without end."""
    body = b"".join(line + b"\n" for line in (*commits, *receipts))
    public = signing_key.public_key().public_bytes_raw()
    header = canon(
        header
        | {"key": public.hex(), "dev": device_of(public), "commits": len(commits)}
        | {"plain": len(body), "sha256": hashlib.sha256(body).hexdigest()}
    )
    first = canon({"head": hashlib.sha256(header).hexdigest()}) + b"\n"
    ages = [pyrage.x25519.Recipient.from_str(recipient) for recipient in recipients]
    outside = MAGIC + len(header).to_bytes(4, "big") + header + pyrage.encrypt(zlib.compress(first + body, 6), ages)
    return outside + signing_key.sign(SIGNED + hashlib.sha512(outside).digest())


def examine(data: bytes) -> Frame:
    """Checks 1-5: size, frame, header as JSON, signature under the key it names. Raises a refusing BundleError."""
    if not _LEAST <= len(data) <= MOST_FILE:
        raise wrong.BadSize()
    if not data.startswith(MAGIC):
        raise wrong.NotABundle()
    start = len(MAGIC) + 4
    length = int.from_bytes(data[len(MAGIC) : start], "big")
    if not 2 <= length <= MOST_HEADER or start + length + 64 > len(data):
        raise wrong.Damaged()
    header_bytes = data[start : start + length]
    header = _outer_header(header_bytes)
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(header["key"]))
        key.verify(data[-64:], SIGNED + hashlib.sha512(memoryview(data)[:-64]).digest())
    except InvalidSignature:
        raise wrong.Altered() from None
    return Frame(header, header_bytes, data[start + length : -64], len(data))


def _outer_header(header_bytes):
    try:
        header = strict(header_bytes)
    except ValueError:
        raise wrong.Damaged() from None
    key = header.get("key") if type(header) is dict and bounded(header) else None
    if type(key) is not str or not _HEX64.fullmatch(key) or header.get("dev") != device_of(bytes.fromhex(key)):
        raise wrong.Damaged()
    return header


def unseal(frame: Frame, identities: list[str]) -> Opened:
    """Checks 12-16 of a bundle whose sender is known: decrypt, inflate within bounds, read the lines."""
    _check_stanzas(frame.sealed)
    try:
        packed = pyrage.decrypt(frame.sealed, [pyrage.x25519.Identity.from_str(one) for one in identities])
    except pyrage.DecryptError:
        raise wrong.NotSealedForUs() from None
    first, body = _inflated(packed, frame.header["plain"])
    if first != canon({"head": hashlib.sha256(frame.header_bytes).hexdigest()}) + b"\n":
        raise wrong.ForeignInside()
    if hashlib.sha256(body).hexdigest() != frame.header["sha256"]:
        raise wrong.OtherContents()
    return _lines(frame, body)


def _check_stanzas(sealed):
    """Refuse a header with too many stanzas, or a password stanza, which could cost minutes and gigabytes."""
    head, found, _ = sealed[: 64 << 10].partition(b"\n--- ")
    if not found or head.count(b"\n-> ") > MOST_STANZAS or b"\n-> scrypt" in head:
        raise wrong.NotSealedForUs()


def _inflated(packed, plain):
    inflater = zlib.decompressobj()
    try:
        text = inflater.decompress(packed, FIRST_LINE + plain + 1)
    except zlib.error:
        raise wrong.BadPlain() from None
    if len(text) != FIRST_LINE + plain or not inflater.eof or inflater.unused_data:
        raise wrong.BadPlain()
    return text[:FIRST_LINE], text[FIRST_LINE:]


def _lines(frame, body):
    lines = body.split(b"\n")
    count = frame.header["commits"]
    if lines.pop() or not count <= len(lines) <= count + MOST_RECEIPTS:
        raise wrong.BadLine(line=0)
    read = [_line(number, line) for number, line in enumerate(lines, 2)]
    for number, value in enumerate(read[count:], 2 + count):
        if not is_receipt(value):
            raise wrong.BadLine(line=number)
    return Opened(frame.header, read[:count], [value["receipt"] for value in read[count:]], frame.size)


def _line(number, line):
    try:
        if len(line) < MOST_LINE:
            return strict(line)
    except ValueError:
        pass
    raise wrong.BadLine(line=number)


def open_bundle(data: bytes, senders: dict[str, str], unit: str, identities: list[str]) -> Opened:
    """Read a bundle through checks 1-16. `senders`: device → unit (hex), the trusted ones; `unit`: ours.

    Raises BundleError: its `verdict` is "refused" or "parked", its `code` that of section 7.
    """
    frame = examine(data)
    check_sender(frame, senders, unit)
    return unseal(frame, identities)


def check_sender(frame: Frame, senders: dict[str, str], unit: str) -> None:
    """Checks 6-10: a trusted device, a format we read, the sender's own unit, meant for us."""
    if frame.dev not in senders:
        raise wrong.UnknownSender()
    refuse_newer(frame.header)
    check_header(frame.header)
    if frame.header["from"] != senders[frame.dev]:
        raise wrong.WrongUnit()
    if frame.header["to"] != unit:
        raise wrong.NotForUs()


def read_file(path) -> bytes:
    """The bytes of a file that may be a bundle; never more than one may have. Raises BadSize, NotFound, Unreadable."""
    with said_in_words(os.path.basename(path)), open(path, "rb") as file:
        data = file.read(MOST_FILE + 1)
    if len(data) > MOST_FILE:
        raise wrong.BadSize()
    return data


def read_bundle(path, senders: dict[str, str], unit: str, identities: list[str]) -> Opened:
    """`open_bundle` of the file at `path`."""
    return open_bundle(read_file(path), senders, unit, identities)


def write_bundle(path, data: bytes, identities: list[str]) -> None:
    """Put a sealed bundle on a disk or stick, whole or not at all; read back from there and opened with our own key.

    Raises DiskFull, ReadOnly, Pulled, NotFound, or StickDiffers when the medium gives back something else.
    """
    with whole_file(path) as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
        _forget_cached(file)
        try:
            back = read_file(file.name)
            unseal(examine(back), identities)
        except wrong.BundleError:
            raise wrong.StickDiffers() from None
        if back != data:
            raise wrong.StickDiffers()


def _forget_cached(file):
    """Have the next reading come from the medium, not from memory (Linux; elsewhere reading back is a weaker check)."""
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
