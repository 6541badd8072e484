"""The container: what is sealed opens again, what is damaged is refused, what is written is on the stick or nowhere."""

import os
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.bundle import bundle, bundle_errors
from exports.bundle.bundle import examine, open_bundle, read_bundle, seal, strict, write_bundle
from models.commits import canon
from tests.exports import forge, second_reader
from tests.exports.forge import COUNTY, OTHER, STATION, chain, ops

SENDERS = {STATION.dev: STATION.unit, OTHER.dev: OTHER.unit}


def our_bundle(wires=(), receipts=(), **other):
    """A bundle from STATION to COUNTY sealed by our own writer."""
    lines = [canon(wire) for wire in wires]
    label = forge.header(STATION, COUNTY, list(wires), b"", **other)
    return seal(label, lines, [canon({"receipt": one}) for one in receipts], [COUNTY.age, STATION.age], STATION.key)


def opened(data, party=COUNTY):
    return open_bundle(data, SENDERS, COUNTY.unit, [party.age_identity])


def people(count):
    return chain(STATION, *(ops("person", f"p{i}", name=f"王{i}", village="李家村") for i in range(count)))


RECEIPT = {"at": 5, "code": "S-401", "known": 1, "new": 2, "no": 3, "part": 1, "set": "ab" * 16, "verdict": "taken"}


def test_what_is_sealed_opens_again():
    found = opened(our_bundle(people(3), [RECEIPT]))
    assert found.commits == people(3)
    assert found.receipts == [RECEIPT]
    assert found.header["commits"] == 3


def test_the_sender_can_open_its_own_bundle():
    assert opened(our_bundle(people(1)), STATION).commits == people(1)


def test_the_second_reader_reads_our_writer():
    header, commits, receipts = second_reader.read(our_bundle(people(3), [RECEIPT]), COUNTY.age_identity)
    assert [head for _, head, _, _ in commits] == [wire["head"] for wire in people(3)]
    assert receipts == [RECEIPT]
    assert header["dev"] == STATION.dev


def test_both_roll_the_same_way():
    ids = [forge.commit_id(wire["head"]) for wire in people(3)]
    ours = bundle.ROLL_0
    for one in ids:
        ours = bundle.roll_on(ours, one)
    assert ours == second_reader.roll("00" * 32, ids) == forge.roll(people(3))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abc_", max_size=5), inner, max_size=4),
    max_leaves=12,
)


@given(JSON)
def test_canonical_json_is_the_same_by_two_writers_and_reads_back(value):
    assert canon(value) == forge.canon(value)
    assert strict(canon(value)) == value


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_by_name(data):
    with pytest.raises(bundle_errors.BundleError):
        opened(b"TZBUNDLE1\n" + data)


@pytest.fixture(scope="module")
def whole():
    """A bundle of some 20 KB."""
    data = our_bundle(people(60))
    assert 10_000 < len(data) <= 50_000
    return data


def test_one_flip_of_every_byte_is_refused(whole):
    refused = 0
    for i in range(len(whole)):
        with pytest.raises(bundle_errors.BundleError) as error:
            opened(whole[:i] + bytes([whole[i] ^ (1 << i % 8)]) + whole[i + 1 :])
        refused += error.value.verdict == "refused"
    assert refused == len(whole)


def test_every_truncation_is_refused(whole):
    for end in range(len(whole)):
        with pytest.raises(bundle_errors.BundleError) as error:
            opened(whole[:end])
        assert error.value.verdict == "refused"


def test_nothing_is_decrypted_before_the_signature_holds(whole):
    with pytest.raises(bundle_errors.Altered):
        examine(whole[:-1] + bytes([whole[-1] ^ 1]))


def test_a_file_too_large_is_not_read(tmp_path):
    with open(tmp_path / "huge.tzb", "wb") as file:
        file.truncate((40 << 20) + 1)
    with pytest.raises(bundle_errors.BadSize):
        read_bundle(tmp_path / "huge.tzb", SENDERS, COUNTY.unit, [])


def test_a_bomb_costs_no_more_than_it_says():
    packed = zlib.compress(bytes(60 << 20), 9)
    label = forge.canon(forge.header(STATION, COUNTY, [], b""))
    with pytest.raises(bundle_errors.BadPlain):
        opened(forge.frame(STATION, label, forge.age(packed, COUNTY)))


def test_a_written_bundle_is_there_whole(tmp_path, whole):
    write_bundle(tmp_path / "a.tzb", whole, [STATION.age_identity])
    assert os.listdir(tmp_path) == ["a.tzb"]
    assert read_bundle(tmp_path / "a.tzb", SENDERS, COUNTY.unit, [COUNTY.age_identity]).commits == people(60)


def test_what_cannot_be_opened_again_is_not_left_on_the_stick(tmp_path, whole):
    with pytest.raises(bundle_errors.StickDiffers):
        write_bundle(tmp_path / "a.tzb", whole[:-1], [STATION.age_identity])
    assert os.listdir(tmp_path) == []
