"""Scores: published examples, the ends of every scale, reverse items, missing ones, ranges by sex, critical answers."""

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.scales import definition
from models.scales.scale import Whose
from models.scales.scoring import DECLINED, band_of, change, score, t_value

SUMS = ["phq9", "phq2", "gad7", "gad2", "phq15", "gds15", "gds30", "cesd", "cage", "pcl5", "self_care6", "awareness5"]


def answered(name, *keys):
    scale = definition.scale(name)
    return {item.code: key for item, key in zip(scale.items, keys, strict=False) if key is not None}


def total(name, *keys, **more):
    return score(definition.scale(name), answered(name, *keys), **more).total


def key_worth(item, worth):
    return next(option.key for option in item.options if item.worth(option.key) == worth)


@pytest.mark.parametrize(
    "name", [name for name in definition.names() if definition.scale(name).items and name != "gas"]
)
def test_the_ends_of_a_scale_are_its_range(name):
    scale = definition.scale(name)
    least = {item.code: key_worth(item, item.least) for item in scale.items}
    most = {item.code: key_worth(item, item.most) for item in scale.items}
    assert score(scale, least).total == scale.low
    assert score(scale, most).total == scale.high


@pytest.mark.parametrize(
    ("keys", "band"),
    [
        ((0, 0, 0, 0, 0, 0, 0, 0, 0), "minimal"), ((1, 1, 1, 1, 0, 0, 0, 0, 0), "minimal"),
        ((1, 1, 1, 1, 1, 0, 0, 0, 0), "mild"), ((2, 2, 2, 2, 2, 0, 0, 0, 0), "moderate"),
        ((3, 3, 3, 3, 3, 0, 0, 0, 0), "mod_severe"), ((3, 3, 3, 3, 3, 3, 2, 0, 0), "severe"),
    ],
)  # fmt: skip
def test_phq9_has_its_cut_offs_at_5_10_15_20(keys, band):
    assert score(definition.scale("phq9"), answered("phq9", *keys)).band.code == band


def test_yes_to_all_of_gds15_is_ten():
    """Five items count where the answer is No."""
    assert total("gds15", *[1] * 15) == 10
    assert total("gds15", *[0] * 15) == 5
    assert total("gds30", *[1] * 30) == 20


def test_cesd_turns_four_items():
    assert total("cesd", *[3] * 20) == 48
    assert total("cesd", *[0] * 20) == 12


@pytest.mark.parametrize(("able", "band"), [(6, "able"), (5, "partly"), (3, "partly"), (2, "wholly"), (0, "wholly")])
def test_self_care_goes_by_how_many_items_are_lost(able, band):
    """特困人员认定办法: up to three not reached is partly, four or more is wholly unable."""
    found = score(definition.scale("self_care6"), answered("self_care6", *[1] * able + [0] * (6 - able)))
    assert (found.total, found.band.code) == (able, band)


def test_up_to_a_fifth_may_be_missing_and_is_made_good():
    assert total("phq9", 1, 1, 1, 1, 1, 1, 1, 1, None) == 9
    assert total("phq9", 1, 1, 1, 1, 1, 1, 1, None, None) is None
    assert score(definition.scale("phq9"), answered("phq9", 3, 3, 3, 3, 3, 3, 3, 2)).completed
    assert total("phq9", 3, 3, 3, 3, 3, 3, 3, 2) == 26  # 23 × 9 / 8 = 25.9
    assert total("phq2", 3) is None
    assert total("self_care6", 1, 1, 1, 1, 1) is None


def test_a_declined_item_is_a_missing_one():
    found = score(definition.scale("phq9"), answered("phq9", *[1] * 8, DECLINED))
    assert (found.answered, found.asked, found.total, found.alerts) == (8, 9, 9, ())


def test_how_hard_it_was_is_not_counted():
    assert score(definition.scale("phq9"), answered("phq9", *[0] * 9) | {"hard": 3}).total == 0


def test_phq15_asks_men_fourteen_items():
    keys = answered("phq15", *[2] * 15)
    assert score(definition.scale("phq15"), keys, Whose("2")).total == 30
    man = score(definition.scale("phq15"), keys, Whose("1"))
    assert (man.total, man.asked) == (28, 14)


@pytest.mark.parametrize(("sex", "band"), [("1", "negative"), ("2", "positive"), (None, "positive")])
def test_three_points_of_auditc_are_positive_for_women(sex, band):
    assert score(definition.scale("auditc"), answered("auditc", 2, 1, 0), Whose(sex)).band.code == band


def told(bands):
    """A scale of one item from 0 to 9 with these bands."""
    said = {"en": "x", "zh": "某"}
    options = [{"key": key, "value": key} | said for key in range(10)]
    return definition.made({
        "scale": "x", "version": "1", "title": said, "short": "x", "about": said, "source": said, "licence": said,
        "answers": {"n": options}, "of": "n", "items": [{"code": "1"} | said], "bands": bands, "missing": 0,
        "better": "lower",
    })  # fmt: skip


@pytest.mark.parametrize(
    ("whose", "band"),
    [
        (Whose(), "medium"), (Whose("1"), "medium"), (Whose("2"), "high"), (Whose("2", 59), "high"),
        (Whose("2", 60), "low"), (Whose("2", 75), "high"), (Whose("1", 60), "medium"), (Whose(None, 30, "80"), "mild"),
        (Whose(None, 30, "20"), "medium"),
    ],
)  # fmt: skip
def test_ranges_go_by_sex_age_and_schooling_the_closest_first(whose, band):
    scale = told([
        {"from": 0, "to": 9, "band": "medium"}, {"from": 0, "to": 9, "band": "high", "sex": "2"},
        {"from": 0, "to": 9, "band": "low", "sex": "2", "age": [60, 75]},
        {"from": 0, "to": 9, "band": "mild", "education": ["80", "90"]},
    ])  # fmt: skip
    assert band_of(scale, 5, whose).code == band


@pytest.mark.parametrize(
    ("name", "total", "education", "band"),
    [
        ("mmse", 18, "90", "negative"), ("mmse", 17, "90", "positive"), ("mmse", 20, "80", "positive"),
        ("mmse", 24, "70", "positive"), ("mmse", 25, "20", "negative"), ("mmse", 20, None, None),
        ("spmsq", 3, "80", "negative"), ("spmsq", 3, "60", "positive"), ("spmsq", 2, "20", "positive"),
        ("spmsq", 2, None, "negative"),
    ],
)  # fmt: skip
def test_screens_of_the_mind_go_by_schooling(name, total, education, band):
    found = band_of(definition.scale(name), total, Whose(education=education))
    assert (found and found.code) == band


def test_who_never_drinks_is_asked_no_further():
    assert total("auditc", 0) == 0
    assert total("auditc", 1) is None


@pytest.mark.parametrize(("last", "alerts"), [(0, ()), (1, ("suicide",)), (3, ("suicide",))])
def test_item_nine_of_phq9_asks_for_action(last, alerts):
    found = score(definition.scale("phq9"), answered("phq9", *[0] * 8, last))
    assert found.alerts == alerts


def test_one_answer_makes_the_guardianship_red():
    scale = definition.scale("guardian_risk")
    assert score(scale, answered("guardian_risk", *[0] * 14)).band.code == "green"
    found = score(scale, answered("guardian_risk", 0, 1, *[0] * 12))
    assert (found.total, found.band.code, found.alerts) == (1, "red", ("protect",))
    assert score(scale, answered("guardian_risk", *[0] * 4, 1, *[0] * 9)).alerts == ("suicide",)
    assert score(scale, answered("guardian_risk", *[0] * 11, 1, 1, 1)).band.code == "yellow"


def test_four_colours_go_by_the_gravest():
    assert score(definition.scale("risk4"), answered("risk4", 1, 0, 2, 0, 1, 0, 0)).band.code == "yellow"


def test_what_does_not_apply_at_home_is_no_danger():
    found = score(definition.scale("home_safety"), answered("home_safety", *[9] * 16, 1))
    assert (found.total, found.band.code, found.alerts) == (1, "few", ())
    assert score(definition.scale("home_safety"), answered("home_safety", 0, 1, *[0] * 15)).alerts == ("danger",)


def test_pcl5_has_four_parts():
    found = score(definition.scale("pcl5"), answered("pcl5", *[4] * 5, *[1] * 15))
    assert found.parts == {"b": 20, "c": 2, "d": 7, "e": 6}
    assert (found.total, found.band.code) == (35, "positive")


def test_goals_as_expected_are_fifty():
    assert total("gas", 3, 3, 3) == 50
    assert total("gas", 4) == 60
    assert total("gas") is None
    assert score(definition.scale("gas"), answered("gas", 5, 1), weights=(2, 1)).total == t_value([(2, 2), (-2, 1)])


@given(st.lists(st.tuples(st.integers(-2, 2), st.integers(1, 10)), min_size=1, max_size=5))
def test_the_t_value_is_that_of_the_formula(goals):
    over = sum(level * weight for level, weight in goals)
    under = 0.7 * sum(weight**2 for _level, weight in goals) + 0.3 * sum(weight for _level, weight in goals) ** 2
    assert abs(t_value(goals) - (50 + 10 * over / sqrt(under))) <= 0.5 + 1e-9


@given(st.sampled_from(SUMS), st.data())
def test_a_whole_sheet_scores_within_its_range_and_has_a_range(name, data):
    scale = definition.scale(name)
    keys = {item.code: data.draw(st.sampled_from([option.key for option in item.options])) for item in scale.items}
    found = score(scale, keys, Whose(data.draw(st.sampled_from(["1", "2", None]))))
    assert scale.low <= found.total <= scale.high
    assert found.band is not None and not found.completed


@given(st.sampled_from(SUMS), st.data())
def test_a_missing_answer_never_leads_out_of_the_range(name, data):
    scale = definition.scale(name)
    some = data.draw(st.sets(st.sampled_from([item.code for item in scale.items])))
    keys = {code: data.draw(st.sampled_from([o.key for o in scale.item(code).options])) for code in some}
    found = score(scale, keys)
    assert found.total is None or scale.low <= found.total <= scale.high
    assert found.answered <= found.asked


@given(st.dictionaries(st.text(max_size=4), st.integers(-5, 300), max_size=8), st.sampled_from(definition.names()))
def test_answers_of_another_scale_do_no_harm(answers, name):
    score(definition.scale(name), answers)


def test_a_change_is_read_by_the_direction_of_the_scale():
    assert change(definition.scale("phq9"), 12, 5) == "better"
    assert change(definition.scale("barthel"), 40, 60) == "better"
    assert change(definition.scale("phq9"), 5, 5) == "same"
    assert change(definition.scale("satisfaction5"), 30, 20) == "worse"
