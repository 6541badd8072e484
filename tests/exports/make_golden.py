"""Write the golden bundles: python -m tests.exports.make_golden

Everything but age's own randomness comes from fixed seeds. Each file's name says what a county that trusts STATION and
OTHER must make of it. Files that are there are left as they are: they are what earlier versions wrote.
"""

import zlib
from pathlib import Path

import pyrage

from tests.exports.forge import (
    COUNTY,
    OTHER,
    STATION,
    STRANGER,
    age,
    bundle,
    canon,
    chain,
    commit,
    first_line,
    frame,
    header,
    lines,
    ops,
    row,
)  # fmt: skip

FOLDER = Path(__file__).parents[1] / "data" / "bundles"


def own_record(party=STATION, name="云岭镇社工站"):
    made = ops("station", party.unit, name=name, level="station", short="0417")
    return [[table, party.unit, *rest] for table, _, *rest in made]


def a_household():
    return ops("household", "wangs", village="李家村", count=3)


def a_person(**answers):
    facts = {"village": "李家村", "sex": "2", "birth_year": 1953, "household": row("wangs")} | answers
    return [
        *ops("person", "wang", name="王𠮷明", **facts),
        ["person", row("wang"), "categories", ["+", "low_income"], []],
    ]


WHOLE = chain(STATION, own_record(), a_household(), a_person())


def one_line(raw: bytes, count=1, **other):
    """A bundle whose plaintext is `raw`, given out as `count` commits."""
    return bundle(STATION, COUNTY, [], body=raw, **{"commits": count, "end": count} | other)


def with_op(*op, **head):
    return bundle(STATION, COUNTY, chain(STATION, ([["person", row("x"), "", True, []], list(op)], head)))


def label_bytes(change):
    """A bundle whose header bytes are changed by hand and signed all the same."""
    plain = lines(WHOLE)
    label = change(canon(header(STATION, COUNTY, WHOLE, plain)))
    return frame(STATION, label, age(zlib.compress(first_line(label) + plain), COUNTY))


def taken():
    yield "taken-people", bundle(STATION, COUNTY, WHOLE, counts={"household": 1, "person": 1, "station": 1})
    withheld = chain(STATION, own_record(), (a_person(), {"open_only": [0, 2, 3, 4, 5, 6]}))
    yield "taken-withheld", bundle(STATION, COUNTY, withheld)
    yield "taken-nothing", bundle(STATION, COUNTY, [])
    yield "taken-label-with-more", bundle(STATION, COUNTY, WHOLE, later={"than": ["we", 1, True]})
    yield "taken-later-forms", bundle(STATION, COUNTY, chain(
        STATION, (ops("horoscope", "x", sign="猪"), {"sv": 2}), (ops("person", "y", weight=60, sex=["x"]), {"sv": 2})
    ))  # fmt: skip
    removed = [["person", row("wang"), "deleted", True, []]]
    yield "taken-removed", bundle(STATION, COUNTY, chain(STATION, a_person(), removed))
    yield "taken-S-401-gap", bundle(STATION, COUNTY, WHOLE, start=5, end=8, roll="11" * 32)
    yield "taken-S-402-counts", bundle(STATION, COUNTY, WHOLE, counts={"person": 2})
    copied = [*chain(STATION, own_record(), a_household()), *chain(STATION, own_record(), a_person())[1:]]
    yield "taken-S-403-copied-computer", bundle(STATION, COUNTY, copied)


def parked():
    yield "parked-S-301-unknown-sender", bundle(STRANGER, COUNTY, chain(STRANGER, a_person()))
    yield "parked-S-302-format", bundle(STATION, COUNTY, WHOLE, fmt=2)
    yield (
        "parked-S-302-format-of-other-shape",
        label_bytes(lambda _: canon({"dev": STATION.dev, "fmt": 3, "key": STATION.public.hex()})),
    )
    yield "parked-S-302-reader", bundle(STATION, COUNTY, WHOLE, min_reader=2)
    yield "parked-S-302-extension", bundle(STATION, COUNTY, WHOLE, crit=["sm4"])


def outside():
    whole = bundle(STATION, COUNTY, WHOLE)
    yield "refused-S-101-empty", b""
    yield "refused-S-102-other-file", b"PK\x03\x04" + whole
    yield "refused-S-102-newer-frame", whole.replace(b"TZBUNDLE1", b"TZBUNDLE2", 1)
    yield "refused-S-103-label-too-long", b"TZBUNDLE1\n\xff\xff\xff\xff" + whole[14:]
    yield "refused-S-103-label-with-blanks", label_bytes(lambda label: label.replace(b":", b": "))
    yield "refused-S-103-label-key-twice", label_bytes(lambda label: label.replace(b'"fmt":1', b'"fmt":1,"fmt":1'))
    yield "refused-S-103-label-deep", label_bytes(lambda label: b"[" * 60_000)
    yield "refused-S-103-label-fraction", label_bytes(lambda label: label.replace(b'"no":1,', b'"no":1.5,'))
    yield "refused-S-103-label-number", label_bytes(lambda label: label.replace(b'"no":1,', b'"no":1,"on":%d,' % 2**53))
    yield "refused-S-103-label-no-object", label_bytes(lambda label: b"[]")
    yield "refused-S-103-device-of-other-key", bundle(STATION, COUNTY, WHOLE, dev=OTHER.dev)
    yield "refused-S-104-flipped", whole[:-300] + bytes([whole[-300] ^ 1]) + whole[-299:]
    yield "refused-S-104-longer", whole + b"\0"
    yield "refused-S-104-signed-by-other", bundle(STATION, COUNTY, WHOLE)[:-64] + bundle(OTHER, COUNTY, WHOLE)[-64:]


def labels():
    for name, other in {
        "position": {"end": 9}, "text": {"no": "1"}, "truth": {"schema": True}, "huge": {"plain": 10**15},
        "many": {"commits": 20_001, "end": 20_001}, "part": {"part": [2, 1]}, "parts": {"part": [1, 257]},
        "acks": {"acks": {STATION.inc: [1, "x", {}]}}, "counts": {"counts": {"Person": 1}},
        "format-0": {"fmt": 0}, "negative": {"start": -3, "end": 0}, "roll": {"roll": "A" * 64},
    }.items():  # fmt: skip
        yield f"refused-S-105-{name}", bundle(STATION, COUNTY, WHOLE, **other)
    yield "refused-S-105-missing", label_bytes(lambda label: label.replace(b'"no":1,', b""))
    yield "refused-S-201-unit", bundle(STATION, COUNTY, WHOLE, **{"from": OTHER.unit})
    yield "refused-S-202-addressed-to-other", bundle(STATION, OTHER, WHOLE)


def sealing():
    plain = lines(WHOLE)
    label = canon(header(STATION, COUNTY, WHOLE, plain))
    packed = zlib.compress(first_line(label) + plain)
    yield "refused-S-203-sealed-for-other", frame(STATION, label, age(packed, OTHER))
    yield "refused-S-203-password", frame(STATION, label, pyrage.passphrase.encrypt(packed, "a"))
    yield "refused-S-203-stanzas", frame(STATION, label, age(packed, *[COUNTY] * 17))
    yield "refused-S-203-no-age", frame(STATION, label, packed)
    yield "refused-S-204-bomb", frame(STATION, label, age(zlib.compress(bytes(30 << 20), 9), COUNTY))
    yield "refused-S-204-more-after", frame(STATION, label, age(packed + b"x", COUNTY))
    yield "refused-S-204-second-stream", frame(STATION, label, age(packed + packed, COUNTY))
    yield "refused-S-204-cut", frame(STATION, label, age(packed[:-5], COUNTY))
    yield "refused-S-204-no-zlib", frame(STATION, label, age(first_line(label) + plain, COUNTY))
    longer = zlib.compress(first_line(label) + plain + b" ")
    yield "refused-S-204-longer-than-said", frame(STATION, label, age(longer, COUNTY))
    others = canon(header(OTHER, COUNTY, WHOLE, plain))
    yield "refused-S-205-resigned", frame(OTHER, others, age(packed, COUNTY))
    yield "refused-S-205-no-first-line", bundle(STATION, COUNTY, WHOLE, inside=b"x" * 76)
    yield "refused-S-206-check-sum", bundle(STATION, COUNTY, WHOLE, sha256="00" * 32)


def json_lines():
    good = lines(WHOLE[:1])
    for name, raw in {
        "key-twice": good.replace(b'"sv":1', b'"sv":1,"sv":1'), "blank": good.replace(b":", b": ", 1),
        "deep": b"[" * 100_000 + b"]" * 100_000 + b"\n", "fraction": good.replace(b'"sv":1', b'"sv":1.0'),
        "exponent": good.replace(b'"sv":1', b'"sv":1e0'), "minus-zero": good.replace(b'"seq":0', b'"seq":-0'),
        "not-a-number": good.replace(b'"sv":1', b'"sv":NaN'), "escaped": good.replace("云".encode(), b"\\u4e91"),
        "surrogate": good.replace("云".encode(), b"\\ud800"), "no-utf-8": good.replace("云".encode(), b"\xff\xfe"),
        "trailing": good.replace(b"}\n", b"}x\n"), "no-end": good[:-1], "long": b'"' + b"x" * (1 << 20) + b'"\n',
        "order": good.replace(b'"seq":0,"stamp":1790000000000', b'"stamp":1790000000000,"seq":0'),
        "fewer": b"", "blank-line": b"\n", "mark": b"\xef\xbb\xbf" + good,
    }.items():  # fmt: skip
        yield f"refused-S-207-{name}", one_line(raw)
    yield "refused-S-207-strange-line", one_line(good + b'{"blob":"x"}\n')
    yield "refused-S-207-receipt", one_line(good + b'{"receipt":{"verdict":"taken"}}\n')


def entries():
    for name, value in {
        "bidi": "abc\u202ecba", "control": "a\u0007", "isolate": "\u2067x", "number": 2**53, "object": {"a": 1},
        "long": "x" * 131_073,
    }.items():  # fmt: skip
        yield f"refused-S-210-{name}", with_op("person", row("x"), "note", value, [])
    yield "refused-S-210-base", with_op("person", row("x"), "note", "x", ["no"])
    yield "refused-S-210-field", with_op("person", row("x"), "no te", "x", [])
    yield "refused-S-210-table", with_op('person"; --', row("x"), "note", "x", [])
    yield "refused-S-210-row", with_op("person", "../x", "note", "x", [])
    many = [["person", row("x"), f"f{i}", 1, []] for i in range(501)]
    yield "refused-S-210-many", bundle(STATION, COUNTY, chain(STATION, many))
    yield "refused-S-210-none", bundle(STATION, COUNTY, chain(STATION, []))
    changed = dict(WHOLE[0], ops=[*WHOLE[0]["ops"][:-1], ["station", STATION.unit, "short", "9999", []]])
    yield "refused-S-210-digest", bundle(STATION, COUNTY, [changed])
    yield "refused-S-210-keys", bundle(STATION, COUNTY, [dict(WHOLE[0], more=1)])
    yield "refused-S-210-head", bundle(STATION, COUNTY, chain(STATION, (a_person(), {"more": 1})))
    yield "refused-S-210-kind", bundle(STATION, COUNTY, chain(STATION, (a_person(), {"kind": "Edit"})))
    forged = commit(STATION, 0, None, a_person())
    yield "refused-S-211-signature", bundle(STATION, COUNTY, [dict(forged, sig="00" * 64)])
    both = chain(STATION, a_household(), ops("person", "wangs", name="王"))
    yield "refused-S-210-row-of-two-tables", bundle(STATION, COUNTY, both)
    foreign = chain(OTHER, (a_person(), {"unit": STATION.unit}))
    yield "refused-S-211-device-of-other", bundle(STATION, COUNTY, foreign)
    unknown = chain(STRANGER, (a_person(), {"unit": STATION.unit}))
    yield "refused-S-211-device-unknown", bundle(STATION, COUNTY, unknown)
    yield "refused-S-212-unit", bundle(STATION, COUNTY, chain(STATION, (a_person(), {"unit": OTHER.unit})))
    yield "refused-S-212-relayed", bundle(STATION, COUNTY, chain(OTHER, a_person()))
    yield "refused-S-212-station-record", bundle(STATION, COUNTY, chain(STATION, own_record(OTHER)))
    yield "refused-S-212-county-record", bundle(STATION, COUNTY, chain(STATION, own_record(COUNTY)))


def answers():
    for name, (field, value) in {
        "text-for-number": ("birth_year", "1953"), "number-for-text": ("name", 5), "truth": ("birth_year", True),
        "list-for-text": ("name", ["+", "x"]), "text-for-list": ("categories", "low_income"),
        "link": ("household", "x"), "date": ("since", "2026-02-30"), "long-name": ("name", "王" * 51),
        "made-false": ("", False), "deleted": ("deleted", 1), "reason": ("why", 5), "long-reason": ("why", "x" * 2001),
    }.items():  # fmt: skip
        yield f"refused-S-213-{name}", with_op("person", row("x"), field, value, [])


def cases():
    """(name, bytes) of every golden bundle."""
    for group in (taken, parked, outside, labels, sealing, json_lines, entries, answers):
        yield from group()


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, data in cases():
        if not (FOLDER / f"{name}.tzb").exists():
            (FOLDER / f"{name}.tzb").write_bytes(data)
