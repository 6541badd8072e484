"""A trusted sender that means harm: validly signed, badly made. Nothing breaks, and nobody else's rows change."""

import itertools
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from hub.receive import take_in
from models import proof, register
from models.errors import Wrong
from tests.exports.forge import COUNTY, OTHER, STATION, bundle, chain, ops, row
from tests.hub.conftest import make_golden_county

TABLES = {name: list(table.questions()) for name, table in register.BY_TABLE.items()}
ROWS = [row(name) for name in "abcd"] + [row("theirs"), STATION.unit, OTHER.unit, COUNTY.unit, "00" * 16]
PLAIN = st.none() | st.booleans() | st.integers(-(2**54), 2**54) | st.text(max_size=12) | st.sampled_from(
    ["active", "2026-02-29", "2026-09-03", "1953-13", "25:00", row("a"), "low_income", "yes", "\u202e", "x" * 60]
)  # fmt: skip
VALUE = PLAIN | st.lists(PLAIN, max_size=3) | st.tuples(st.sampled_from("+-*"), PLAIN).map(list)
BASES = st.lists(st.sampled_from(["ab" * 32, "cd" * 32, "zz", ""]), max_size=2)
POOL = ["李家村", "active", "2026-09-03", "1953-05", "9:30", "09:30", row("a"), "110105", 0, 3, 1953, None]
counter = itertools.count()


@st.composite
def sound_op(draw):
    """One that the forms allow, on rows whose table is told by their name."""
    table = draw(st.sampled_from(sorted(TABLES)))
    name = draw(st.sampled_from(["", "deleted", "why", *TABLES[table]]))
    question = register.BY_TABLE[table].questions().get(name)
    where = STATION.unit if table == "station" else row(f"{table} {draw(st.integers(0, 2))}")
    bases = draw(st.just([]) | BASES)
    if question is None:
        return [table, where, name, "x" if name == "why" else True, bases]
    if question.multiple:
        return [table, where, name, [draw(st.sampled_from("+-")), draw(st.sampled_from([row("a"), row("b")]))], bases]
    return [table, where, name, draw(st.sampled_from([one for one in POOL if fits(question, one)])), bases]


def fits(question, value):
    try:
        question.unpack(value)
    except Wrong:
        return False
    return True


@st.composite
def wild_op(draw):
    table = draw(st.sampled_from([*TABLES, "horoscope", "journal", ""]))
    fields = ["", "deleted", "station", "heads", "later", *TABLES.get(table, ())]
    return [table, draw(st.sampled_from(ROWS)), draw(st.sampled_from(fields)), draw(VALUE), draw(BASES)]


HEAD = st.fixed_dictionaries(
    {},
    optional={
        "stamp": st.sampled_from([0, 2**53 - 1, 2**53, -1, 1.5]), "sv": st.sampled_from([0, 1, 2, 2**40]),
        "seq": st.sampled_from([0, 7, 2**53]), "kind": st.sampled_from(["edit", "purge", "", "x" * 41, 5]),
        "unit": st.sampled_from([STATION.unit, OTHER.unit, "x"]), "why": st.just("x"),
        "user": st.sampled_from([None, "x", "ab" * 16]), "prev": st.sampled_from([None, "ab" * 32]),
    },
)  # fmt: skip
OPS = st.lists(sound_op(), min_size=1, max_size=4)
COMMIT = st.tuples(OPS, st.just({}), st.booleans())
WILD = st.tuples(st.lists(sound_op() | wild_op(), max_size=4), HEAD, st.booleans())
LABEL = st.fixed_dictionaries(
    {},
    optional={
        "start": st.sampled_from([0, 3, 2**53, -1]),
        "counts": st.sampled_from([{"person": -1}, {"person": 9}, {"x": 1}]),
        "acks": st.sampled_from([{COUNTY.inc: [5, "00" * 32, {}]}, {"x": 1}]), "roll": st.just("11" * 32),
        "part": st.sampled_from([[1, 2], [0, 0], [2, 2]]), "no": st.sampled_from([0, 2**53 - 1]),
    },
)  # fmt: skip


@pytest.fixture(scope="module")
def attacked(tmp_path_factory):
    """(county, the row of OTHER as it stands)"""
    county = make_golden_county(tmp_path_factory.mktemp("attacked") / "county")
    theirs = tmp_path_factory.mktemp("theirs") / "theirs.tzb"
    theirs.write_bytes(bundle(OTHER, COUNTY, chain(OTHER, ops("person", "theirs", village="李家村"))))
    assert take_in(county, [theirs])[0].verdict == "taken"
    yield county
    with county:
        assert proof.check(county) == []
    county.close()


def foreign_rows(county):
    """All that does not belong to STATION."""
    found = []
    with county:
        for name, table in county.tables.items():
            others = [one for one in table.select() if one.station.hex != STATION.unit]
            found += [(name, one.id, one.changed, one.deleted) for one in others]
    return sorted(found)


@settings(max_examples=80, suppress_health_check=list(HealthCheck))
@given(st.lists(COMMIT, min_size=1, max_size=4) | st.lists(COMMIT | WILD, min_size=1, max_size=4), st.just({}) | LABEL)
def test_signed_nonsense_is_judged_and_harms_nobody_else(attacked, changes, label):
    before = foreign_rows(attacked)
    wires = chain(
        STATION,
        *((made, head | ({"open_only": range(len(made) // 2)} if partly else {})) for made, head, partly in changes),
        first=next(counter) * 10 + 1,
        prev="ab" * 32,
    )
    label = {"start": 0} | label
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "hostile.tzb"
        path.write_bytes(bundle(STATION, COUNTY, wires, **label | {"end": label["start"] + len(wires)}))
        digest = proof.digest(attacked)
        verdict = take_in(attacked, [path])[0]
    event(f"{verdict.verdict} {verdict.code}")
    assert verdict.verdict in ("taken", "known", "refused")
    assert verdict.verdict != "refused" or proof.digest(attacked) == digest
    assert foreign_rows(attacked) == before
