"""The label of a bundle and the shape of a receipt: keys, types and bounds (docs/bundle.md, sections 3 and 9)."""

import re

from exports.bundle import bundle_errors as wrong

FORMAT = READER = 1
MOST_PLAIN = 64 << 20
MOST_COMMITS = 20_000

_HEX32, _HEX64 = re.compile(r"[0-9a-f]{32}"), re.compile(r"[0-9a-f]{64}")
_TABLE = re.compile(r"[a-z][a-z0-9_]{0,39}")


def _is_hex(pattern):
    return lambda value: type(value) is str and bool(pattern.fullmatch(value))


def _is_int(least, most):
    return lambda value: type(value) is int and least <= value <= most


def _is_counts(value):
    return (
        type(value) is dict
        and len(value) <= 256
        and all(_TABLE.fullmatch(name) and _is_int(0, 2**53 - 1)(count) for name, count in value.items())
    )


def _is_ack(value):
    return (
        type(value) is list
        and len(value) == 3
        and _is_int(0, 2**53 - 1)(value[0])
        and _is_hex(_HEX64)(value[1])
        and _is_counts(value[2])
    )


def _is_acks(value):
    return (
        type(value) is dict
        and len(value) <= 64
        and all(_HEX32.fullmatch(inc) and _is_ack(ack) for inc, ack in value.items())
    )


def _is_heads(value):
    return (
        type(value) is dict
        and set(value) == {"access", "work"}
        and all(head is None or _is_hex(_HEX64)(head) for head in value.values())
    )


def _is_part(value):
    return type(value) is list and len(value) == 2 and all(map(_is_int(1, 256), value)) and value[0] <= value[1]


_HEADER = {
    "acks": _is_acks,
    "commits": _is_int(0, MOST_COMMITS),
    "counts": _is_counts,
    "created": _is_int(0, 2**53 - 1),
    "crit": lambda value: value == [],
    "dev": _is_hex(_HEX64),
    "end": _is_int(0, 2**53 - 1),
    "fmt": lambda value: type(value) is int and value == FORMAT,
    "from": _is_hex(_HEX32),
    "heads": _is_heads,
    "inc": _is_hex(_HEX32),
    "key": _is_hex(_HEX64),
    "min_reader": _is_int(1, READER),
    "no": _is_int(1, 2**53 - 1),
    "part": _is_part,
    "plain": _is_int(0, MOST_PLAIN),
    "roll": _is_hex(_HEX64),
    "schema": _is_int(1, 2**31 - 1),
    "set": _is_hex(_HEX32),
    "sha256": _is_hex(_HEX64),
    "start": _is_int(0, 2**53 - 1),
    "to": _is_hex(_HEX32),
}


def bounded(value) -> bool:
    """Whether all numbers in a parsed value are within what canonical JSON allows."""
    if type(value) is dict:
        return all(map(bounded, value.values()))
    if type(value) is list:
        return all(map(bounded, value))
    return type(value) is not int or abs(value) < 2**53


def refuse_newer(header: dict) -> None:
    """Check 7. Raises Newer (parked) when a later program wrote this for later programs."""
    fmt, reader, crit = (header.get(name) for name in ("fmt", "min_reader", "crit"))
    if (type(fmt) is int and fmt > FORMAT) or (type(reader) is int and reader > READER):
        raise wrong.Newer()
    if type(crit) is list and crit:
        raise wrong.Newer()


def check_header(header: dict) -> None:
    """Check 8 (section 3). Raises BadHeader."""
    for name, holds in _HEADER.items():
        if name not in header or not holds(header[name]):
            raise wrong.BadHeader(what=name)
    if header["end"] - header["start"] != header["commits"]:
        raise wrong.BadHeader(what="end")


_RECEIPT = {
    "at": _is_int(0, 2**53 - 1),
    "code": lambda value: type(value) is str and bool(re.fullmatch(r"(S-[0-9]{3})?", value)),
    "known": _is_int(0, MOST_COMMITS),
    "new": _is_int(0, MOST_COMMITS),
    "no": _is_int(1, 2**53 - 1),
    "part": _is_int(1, 256),
    "set": _is_hex(_HEX32),
    "verdict": lambda value: value in ("taken", "known", "refused"),
}


def is_receipt(value) -> bool:
    """Whether a line is {"receipt": …} as section 9 says."""
    receipt = value.get("receipt") if type(value) is dict and len(value) == 1 else None
    return (
        type(receipt) is dict
        and set(receipt) == set(_RECEIPT)
        and all(holds(receipt[name]) for name, holds in _RECEIPT.items())
    )
