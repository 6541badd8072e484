"""The check code (校验码): a short code that stands for figures, to compare over the telephone."""

import hashlib

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def short_code(data: bytes) -> str:
    """A code to compare over the telephone: eight characters of SHA-256 without I, L, O and U, as K7Q2-9XBM."""
    return code_of(hashlib.sha256(data).digest())


def code_of(digest: bytes) -> str:
    """The short code of a SHA-256 that is known already, such as a signed month's."""
    number = int.from_bytes(digest[:5], "big")
    said = "".join(_ALPHABET[number >> shift & 31] for shift in range(35, -1, -5))
    return f"{said[:4]}-{said[4:]}"
