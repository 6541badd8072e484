"""The scales that came with the program: whole, scorable, with source and licence, and wording that is free."""

import json

import pytest

from models import codes
from models.scales import advice, definition, scoring
from resources import FOLDER
from resources.language import Language

WITH_ITEMS = [name for name in definition.names() if definition.scale(name).items]
EVERY_SCALE = pytest.mark.parametrize("name", definition.names())
EVERY_SHEET = pytest.mark.parametrize("name", WITH_ITEMS)


def test_the_code_list_is_the_scales_that_there_are():
    assert sorted(code.code for code in codes.choices("scale")) == sorted(definition.names())
    for code in codes.choices("scale"):
        title = definition.scale(code.code).title
        assert (code.label_en, code.label_zh) == (title.en, title.zh)


def test_only_free_wording_has_items():
    """scales.md: the others are a range and a total."""
    assert set(WITH_ITEMS) == {
        "self_care6", "phq9", "phq2", "gad7", "gad2", "phq15", "gds15", "gds30", "cesd", "auditc", "cage", "pcl5",
        "satisfaction5", "awareness5", "home_safety", "guardian_risk", "risk4", "gas",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "items", "low", "high"),
    [
        ("phq9", 9, 0, 27), ("phq2", 2, 0, 6), ("gad7", 7, 0, 21), ("gad2", 2, 0, 6), ("phq15", 15, 0, 30),
        ("gds15", 15, 0, 15), ("gds30", 30, 0, 30), ("cesd", 20, 0, 60), ("auditc", 3, 0, 12), ("cage", 4, 0, 4),
        ("pcl5", 20, 0, 80), ("self_care6", 6, 0, 6), ("awareness5", 5, 0, 5), ("satisfaction5", 6, 6, 30),
    ],
)  # fmt: skip
def test_items_and_ranges_are_the_published_ones(name, items, low, high):
    scale = definition.scale(name)
    assert (sum(item.scored for item in scale.items), scale.low, scale.high) == (items, low, high)


@pytest.mark.parametrize(
    ("name", "reverse"),
    [
        ("gds15", {"1", "5", "7", "11", "13"}), ("cesd", {"4", "8", "12", "16"}), ("phq9", set()),
        ("gds30", {"1", "5", "7", "9", "15", "19", "21", "27", "29", "30"}),
    ],
)  # fmt: skip
def test_reverse_items_are_the_published_ones(name, reverse):
    assert {item.code for item in definition.scale(name).items if item.reverse} == reverse


@EVERY_SCALE
def test_bands_cover_the_range_without_overlap(name):
    scale = definition.scale(name)
    for condition in {band.condition for band in scale.bands}:
        bands = [band for band in scale.bands if band.condition == condition]
        assert bands[0].low == scale.low and bands[-1].high == scale.high
        assert all(above.low == below.high + 1 for below, above in zip(bands, bands[1:], strict=False))


@EVERY_SCALE
def test_codes_and_advice_of_a_scale_exist(name):
    scale = definition.scale(name)
    assert all(codes.known("scale_band", band.code) for band in scale.bands)
    assert all(codes.known("education", code) for band in scale.bands for code in band.education)
    assert all(band.advice is None or band.advice in advice.ADVICE for band in scale.bands)
    assert all(codes.known("scale_alert", one.alert) and one.alert in advice.ALERTS for one in scale.critical)
    assert all(scale.item(one.item) for one in scale.critical)


@EVERY_SHEET
def test_a_sheet_can_be_typed_and_says_where_it_comes_from(name):
    scale = definition.scale(name)
    assert scale.source and scale.licence and scale.version
    assert len({item.code for item in scale.items}) == len(scale.items)
    for item in scale.items:
        keys = [option.key for option in item.options]
        assert len(set(keys)) == len(keys) and all(0 <= key <= 9 for key in keys)
        assert item.words.say(Language("en")) and item.words.say(Language("zh_CN"))
        assert item.part is None or item.part in dict(scale.parts)


def test_a_scale_that_is_not_here_is_nothing():
    assert definition.scale("made_later") is definition.scale(None) is definition.scale("../codes/scale") is None
    assert definition.scale("phq9", "2031-1") is definition.scale("phq9", "../x") is None


def test_files_are_named_after_their_scale():
    for path in (FOLDER / "scales").glob("*.json"):
        name, _at, version = path.stem.partition("@")
        scale = definition.scale(name, version or None)
        assert scale.name == name and version in ("", scale.version)


def test_an_older_version_is_read_beside_the_one_that_is_now(tmp_path, monkeypatch):
    """A result names the version it was answered in, and is scored by that."""
    assert definition.names()
    monkeypatch.setattr(definition, "_FOLDER", tmp_path)
    now = json.loads((FOLDER / "scales" / "gad2.json").read_text("utf-8")) | {"scale": "gadold"}
    old = now | {"version": "2025-1", "bands": [{"from": 0, "to": 6, "band": "low"}]}
    for stem, told in (("gadold", now), ("gadold@2025-1", old)):
        (tmp_path / f"{stem}.json").write_text(json.dumps(told), "utf-8")
    codes_of = {version: scoring.band_of(definition.scale("gadold", version), 5).code for version in (None, "2025-1")}
    assert codes_of == {None: "positive", "2025-1": "low"}
    assert "gadold" in definition.names() and "gadold@2025-1" not in definition.names()


# scales.md: where each range begins, for whom nothing special is known.
CUT_OFFS = {
    "phq9": "0 minimal 5 mild 10 moderate 15 mod_severe 20 severe", "phq2": "0 negative 3 positive",
    "gad7": "0 minimal 5 mild 10 moderate 15 severe", "gad2": "0 negative 3 positive",
    "phq15": "0 minimal 5 low 10 medium 15 high", "gds15": "0 minimal 5 mild 9 moderate 12 severe",
    "gds30": "0 minimal 10 mild 20 severe", "cesd": "0 negative 16 positive 20 positive",
    "cage": "0 negative 2 positive",
    "pcl5": "0 negative 31 positive", "auditc": "0 negative 3 positive", "self_care6": "0 wholly 3 partly 6 able",
    "awareness5": "0 unaware 3 aware", "barthel": "0 severe 41 moderate 61 mild 100 independent",
    "katz": "0 severe 3 moderate 6 independent", "ability_gb": "0 lost 30 severe 46 moderate 66 mild 90 intact",
    "ucla3": "3 negative 6 positive", "ucla20": "20 negative 45 positive", "dejong6": "0 negative 2 positive",
    "dejong11": "0 negative 3 positive", "lsns6": "0 positive 12 negative", "who5": "0 positive 13 negative",
    "audit": "0 negative 8 positive", "k10": "10 negative 22 positive", "k6": "0 negative 13 positive",
    "apgar": "0 severe 4 moderate 7 intact", "psc17": "0 negative 15 positive", "minicog": "0 positive 3 negative",
    "ad8": "0 negative 2 positive", "spmsq": "0 negative 3 positive", "ssrs": "12 low 23 medium 45 high",
}  # fmt: skip


@pytest.mark.parametrize(("name", "told"), CUT_OFFS.items(), ids=list(CUT_OFFS))
def test_ranges_begin_where_they_are_published(name, told):
    bands = scoring.bands_for(definition.scale(name))
    assert " ".join(f"{band.low} {band.code}" for band in bands) == told


def test_who_reaches_a_cut_off_of_a_screening_of_the_mind_is_sent_on():
    """精神卫生法 §23: to a medical institution, or first to the longer sheet."""
    for name in ("phq9", "phq2", "gad7", "gad2", "phq15", "gds15", "gds30", "cesd", "cage", "pcl5", "auditc"):
        assert definition.scale(name).bands[-1].advice in ("refer", "phq9", "gad7"), name
