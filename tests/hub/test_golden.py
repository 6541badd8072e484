"""The golden bundles: what a county makes of each stands in its name."""

import re
from pathlib import Path

import pytest

from hub.receive import take_in
from models import proof
from tests.exports import second_reader
from tests.exports.forge import COUNTY, STATION
from tests.hub.conftest import make_golden_county

FILES = sorted((Path(__file__).parents[1] / "data" / "bundles").glob("*.tzb"))
TAKEN = [path for path in FILES if path.name.startswith("taken")]
OTHERS = [path for path in FILES if path not in TAKEN]
NAME = re.compile(r"(taken|parked|refused)(?:-(S-[0-9]{3}))?-(.*)")


@pytest.fixture(scope="module")
def unchanging(tmp_path_factory):
    """(county, its digest): every file that is not taken meets the same county, in any order."""
    store = make_golden_county(tmp_path_factory.mktemp("county") / "golden")
    take_in(store, [next(path for path in TAKEN if path.stem == "taken-people")])
    yield store, proof.digest(store)
    store.close()


def test_there_are_golden_bundles_of_each_verdict():
    assert {NAME.fullmatch(path.stem)[1] for path in FILES} == {"taken", "parked", "refused"}


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.stem)
def test_a_bundle_not_taken_meets_the_verdict_in_its_name_and_changes_nothing(unchanging, path):
    county, digest = unchanging
    verdict, code, _ = NAME.fullmatch(path.stem).groups()
    found = take_in(county, [path])[0]
    assert (found.verdict, found.code) == (verdict, code), found.cause
    assert code in found.reason
    assert proof.digest(county) == digest


@pytest.mark.parametrize("path", TAKEN, ids=lambda path: path.stem)
def test_a_good_bundle_is_taken_whole_and_taken_again_changes_nothing(golden_county, path):
    _, code, what = NAME.fullmatch(path.stem).groups()
    before = proof.digest(golden_county)
    found = take_in(golden_county, [path])[0]
    after = proof.digest(golden_county)
    assert (found.verdict, found.code) == ("taken", code or ""), found.cause
    assert (before == after) == (what == "nothing")
    assert take_in(golden_county, [path])[0].verdict == "known"
    assert proof.digest(golden_county) == after
    with golden_county:
        assert proof.check(golden_county) == []


def test_what_is_withheld_is_not_known_rather_than_empty(golden_county):
    take_in(golden_county, [next(path for path in TAKEN if path.stem == "taken-withheld")])
    with golden_county:
        person = golden_county.tables["person"].get()
    assert person.village == "李家村" and person.birth_year == 1953 and person.categories == ("low_income",)
    assert person.name is None and "name" in person.withheld


@pytest.mark.parametrize("path", TAKEN, ids=lambda path: path.stem)
def test_the_second_reader_reads_what_we_take(path):
    header, commits, _ = second_reader.read(path.read_bytes(), COUNTY.age_identity)
    assert len(commits) == header["commits"]
    for identity, head, _, signature in commits:
        assert head["dev"] == STATION.dev
        second_reader.verify(STATION.public, identity, signature)
