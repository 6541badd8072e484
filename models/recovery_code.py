"""The recovery code: 160 random bits that a person can copy from a sealed sheet.

36 characters of Crockford's base 32 in nine groups of four; the last group is a check (CRC-20, polynomial 0x8359F).
Any one or two wrong characters, any two neighbours swapped and any four characters in a row are noticed, always.
"""

import re
import secrets
import unicodedata

from models.errors import UserError
from resources.language import N_

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 36
SECRET_BYTES = 20
_CHECK_BITS = 20
_POLYNOMIAL = 1 << _CHECK_BITS | 0x8359F
_MISREAD = str.maketrans("OIL", "011")
_BETWEEN = re.compile(r"[\s\-‐-―_.,，。、·]+")


class BadRecoveryCode(UserError):
    code = "K-106"
    sentence = N_("The recovery code has 36 characters; {count} were typed. Compare it with the sheet.")


class MistypedRecoveryCode(BadRecoveryCode):
    code = "K-107"
    sentence = N_("There is a typing mistake in the recovery code. Compare it with the sheet, group by group.")


def make() -> str:
    """A new code, written as on the sheet: XXXX-XXXX-…"""
    return code_of(secrets.token_bytes(SECRET_BYTES))


def code_of(secret: bytes) -> str:
    """The code of 20 secret bytes."""
    number = int.from_bytes(secret, "big") << _CHECK_BITS
    number |= _remainder(number)
    characters = "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(LENGTH)))
    return "-".join(groups(characters))


def secret_of(code: str) -> bytes:
    """The 20 bytes of a typed code: small letters, full-width ones, O for 0, I and L for 1 and any gaps are read.

    Raises BadRecoveryCode when characters are missing or mistyped.
    """
    typed = _BETWEEN.sub("", unicodedata.normalize("NFKC", code)).upper().translate(_MISREAD)
    if len(typed) != LENGTH:
        raise BadRecoveryCode(count=len(typed))
    if not set(typed) <= set(ALPHABET):
        raise MistypedRecoveryCode()
    number = 0
    for character in typed:
        number = number << 5 | ALPHABET.index(character)
    if _remainder(number):
        raise MistypedRecoveryCode()
    return (number >> _CHECK_BITS).to_bytes(SECRET_BYTES, "big")


def groups(code: str) -> list[str]:
    """The nine groups, as they are typed back at set-up."""
    code = code.replace("-", "")
    return [code[start : start + 4] for start in range(0, len(code), 4)]


def _remainder(number: int) -> int:
    while (excess := number.bit_length() - _CHECK_BITS) > 0:
        number ^= _POLYNOMIAL << (excess - 1)
    return number
