"""Surveys: rates and means from tallied counts and from single sheets."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import batches, proof
from models.errors import InvalidRecord
from models.fields import Line
from models.office import rates
from models.office.survey import Survey
from models.office.survey_sheet import SurveySheet
from models.records import save_all
from models.row_id import uuid7


def made(cls, **answers):
    record = cls.new(**answers)
    record.save()
    return record


@given(whole=st.integers(1, 10_000), data=st.data())
def test_a_rate_is_never_further_off_than_half_of_its_last_digit(whole, data):
    part = data.draw(st.integers(0, whole))
    said = Fraction(rates.percent(part, whole).removesuffix(" %"))
    assert abs(said - Fraction(100 * part, whole)) <= Fraction(1, 20)


points = st.fixed_dictionaries({}, optional={f"n{point}": st.integers(0, 500) for point in range(1, 6)}).map(Line)


@given(lines=st.lists(points, max_size=5))
def test_a_mean_lies_between_one_and_five(lines):
    mean = rates.mean(lines)
    assert (mean is None) == (sum(map(rates.answered, lines)) == 0)
    assert mean is None or 1 <= float(mean) <= 5


def test_nothing_is_no_rate():
    assert (rates.percent(3, 0), rates.percent(None, 5), rates.mean(())) == (None, None, None)


def test_a_tallied_survey_has_its_rate_and_mean(store):
    survey = made(
        Survey, name="满意度", given=60, returned=58, valid=56, satisfied=52,
        tallies=(Line(part="care", n5=40, n4=14, n3=2), Line(part="access", n5=28, n4=24, n3=4)),
    )  # fmt: skip
    assert (survey.rate, survey.mean) == ("92.9 %", "4.55")


def test_the_sample_narrows_from_given_out_to_satisfied(store):
    for answers in ({"given": 5, "returned": 6}, {"valid": 5, "satisfied": 6}, {"returned": 5, "valid": 6}):
        with pytest.raises(InvalidRecord):
            made(Survey, name="满意度", **answers)
    with pytest.raises(InvalidRecord):
        made(Survey, name="满意度", valid=5, tallies=(Line(part="care", n5=6),))


def test_single_sheets_go_before_what_was_tallied(store):
    survey = made(Survey, name="满意度", valid=10, satisfied=10)
    made(SurveySheet, survey=survey.id, number=1, overall="5")
    made(SurveySheet, survey=survey.id, number=2, reliability="3", care="3")
    survey = Survey.get_by_id(survey.id)
    assert (survey.rate, survey.mean) == ("50.0 %", "3.00")
    assert "valid" in {problem.question for problem in survey.problems()}


def test_three_of_five_known_is_aware(store):
    survey = made(Survey, name="知晓度", kind="awareness", day=date(2026, 9, 1))
    two = made(SurveySheet, survey=survey.id, number=1, known=("address", "services"))
    three = made(SurveySheet, survey=survey.id, number=2, known=("address", "people", "services"))
    assert (two.aware, three.aware, Survey.get_by_id(survey.id).rate) == ("no", "yes", "50.0 %")
    assert two.satisfied is None


def test_the_rate_follows_each_sheet_that_comes_goes_or_moves(store):
    first, other = made(Survey, name="甲"), made(Survey, name="乙")
    good = made(SurveySheet, survey=first.id, number=1, overall="5")
    bad = made(SurveySheet, survey=first.id, number=2, overall="1")

    def rates():
        return [Survey.get_by_id(one.id).rate for one in (first, other)]

    assert rates() == ["50.0 %", None]
    bad.survey = other.id
    bad.save()
    assert rates() == ["100.0 %", "0.0 %"]
    good.remove()
    assert rates() == [None, "0.0 %"]
    good.restore()
    assert rates() == ["100.0 %", "0.0 %"]
    assert proof.check(store) == []


def test_sheets_taken_in_together_and_taken_back_are_counted_anew(store):
    survey, batch = made(Survey, name="满意度"), uuid7()
    sheets = [SurveySheet.new(survey=survey.id, number=n, overall=str(n)) for n in (3, 4, 5)]
    save_all(sheets, batch=batch, kind="import")
    assert Survey.get_by_id(survey.id).rate == "66.7 %"
    assert batches.undo(store, batch).removed == 3
    assert (Survey.get_by_id(survey.id).deleted, Survey.get_by_id(survey.id).rate) == (False, None)
