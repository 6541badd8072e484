"""The golden bundles: what a county makes of each stands in its name."""

import re
from pathlib import Path

import pytest

from hub.receive import take_in
from models import journal

FILES = sorted((Path(__file__).parents[1] / "data" / "bundles").glob("*.tzb"))
NAME = re.compile(r"(taken|parked|refused)(?:-(S-[0-9]{3}))?-(.*)")


def test_there_are_golden_bundles_of_each_verdict():
    assert {NAME.fullmatch(path.stem)[1] for path in FILES} == {"taken", "parked", "refused"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_golden_bundle_meets_the_verdict_in_its_name(golden_county, path):
    verdict, code, _ = NAME.fullmatch(path.stem).groups()
    before = journal.digest(golden_county)
    found = take_in(golden_county, [path])[0]
    assert (found.verdict, found.code) == (verdict, code or ""), found.cause
    assert (journal.digest(golden_county) == before) == (verdict != "taken" or found.new == 0)
    assert bool(found.reason) == bool(code)
    with golden_county:
        assert journal.check(golden_county) == []
