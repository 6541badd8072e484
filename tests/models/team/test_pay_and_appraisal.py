"""Allowances by region, sums of pay sheets, the weighted appraisal."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import codes, parameters
from models.errors import InvalidRecord
from models.fields import Line
from models.process import NoSuchStep
from models.team import allowances, pay_sheet
from models.team.appraisal import DIMENSIONS, Appraisal, grade_of, weighted
from models.team.certificate import Certificate
from models.team.pay_sheet import PaySheet, proposed
from models.team.staff import unlike_level


def test_allowances_differ_by_region():
    """004-4 and 003-21: 100/300/500 and 200/300/500 yuan a month."""
    levels = ("assistant", "worker", "senior")
    assert [allowances.monthly("panzhihua", level) for level in levels] == [10_000, 30_000, 50_000]
    assert [allowances.monthly("dawukou", level) for level in levels] == [20_000, 30_000, 50_000]
    assert allowances.monthly("own", "worker") == allowances.monthly("dawukou", None) == 0


def test_five_of_middle_level_are_worth_15000_yuan(store, worker):
    """003-20: 5 × 3,000 = 15,000."""
    for number in range(5):
        member = worker(f"社工{number}", level="worker")
        Certificate.new(staff=member.id, level="worker", obtained=date(2026, 6, 1)).save()
    sheet = PaySheet.new(kind="once", month="2026-09", region="dawukou")
    sheet.save()
    assert (sheet.people, sheet.total) == (5, 1_500_000)


def test_a_fresh_sheet_proposes_those_entitled(store, worker):
    worker("甲", level="assistant")
    worker("乙", level="senior", time="part", compensation=80_000)
    worker("丙", level="worker", left=date(2026, 8, 1))
    sheet = PaySheet.new(region="panzhihua")
    assert [(line["who"], line["due"]) for line in sheet.lines] == [("甲", 10_000)]
    sheet.save()
    assert PaySheet.new().region == "panzhihua"
    assert [line["who"] for line in proposed(store, "part", None, "2026-09")] == ["乙"]
    assert proposed(store, "exam", "panzhihua", "2026-09") == ()


def test_what_is_due_follows_from_standard_and_months(store):
    sheet = PaySheet.new(month="2026-09", lines=(Line(who="甲", standard=30_000, months=3, paid=90_000),))
    sheet.save()
    assert (sheet.lines[0]["due"], sheet.total) == (90_000, 90_000)
    sheet.lines = (Line(who="甲", standard=30_000, months=3, due=30_000, paid=40_000),)
    assert len([problem for problem in sheet.problems() if not problem.blocks]) == 2


@given(st.lists(st.tuples(st.integers(0, 10**7), st.integers(0, 10**7)), min_size=1, max_size=20))
def test_a_sheet_adds_up_what_was_paid(amounts):
    lines = tuple(Line(who=f"社工{n}", due=due, paid=paid) for n, (due, paid) in enumerate(amounts))
    sheet = PaySheet(month="2026-09", lines=lines)
    sheet.derive()
    assert (sheet.people, sheet.total) == (len(amounts), sum(paid for _due, paid in amounts))


def test_a_month_is_written_with_its_year(store):
    with pytest.raises(InvalidRecord):
        PaySheet.new(month="9月", lines=()).save()


def test_a_sheet_is_approved_before_it_is_paid(store):
    sheet = PaySheet.new(month="2026-09", lines=(Line(who="甲", paid=100),))
    sheet.save()
    with pytest.raises(NoSuchStep):
        sheet.move("pay")
    sheet.move("approve")
    sheet.paid_on = date(2026, 9, 14)
    sheet.move("pay")
    assert sheet.state == "paid"


def test_the_weights_of_the_parameters_make_a_hundred():
    assert sum(parameters.value(f"appraisal_{name}") for name in DIMENSIONS) == 100


def test_the_total_is_the_weighted_score():
    assert weighted([(90, 50), (80, 50)]) == 850
    assert weighted([(90, 50), (None, 50)]) is None
    assert [grade_of(tenths) for tenths in (900, 899, 750, 749, 600, 599, None)] == [
        "excellent", "qualified", "qualified", "basic", "basic", "failed", None,
    ]  # fmt: skip


@given(st.lists(st.tuples(st.integers(0, 100), st.just(20)), min_size=5, max_size=5))
def test_a_total_lies_among_its_scores(scores):
    total = weighted(scores)
    assert min(score for score, _ in scores) * 10 <= total <= max(score for score, _ in scores) * 10


def test_an_appraisal_proposes_a_grade_that_the_lead_may_change(store, worker):
    form = Appraisal.new(staff=worker(tasks="走访").id, year=2026, **dict.fromkeys(DIMENSIONS, 92))
    form.save()
    assert (form.total, form.proposed, form.grade, form.tasks) == ("92.0", "excellent", "excellent", "走访")
    form.grade = "qualified"
    form.save()
    assert (form.proposed, form.grade) == ("excellent", "qualified")
    form.weight_conduct = 0
    with pytest.raises(InvalidRecord):
        form.save()


def test_one_appraisal_a_worker_and_year(store, worker):
    member = worker()
    Appraisal.new(staff=member.id, year=2026).save()
    with pytest.raises(InvalidRecord):
        Appraisal.new(staff=member.id, year=2026).save()


def test_eight_posts_have_their_certificates():
    """002-25: posts of three levels, professional grades five to twelve."""
    rows = parameters.table("post_levels")
    assert [int(row["grade"]) for row in rows] == list(range(5, 13))
    assert all(codes.known("post_level", row["post"]) for row in rows)
    assert unlike_level("middle2", "worker") is None
    assert unlike_level("senior1", "worker") and unlike_level("junior1", "worker")
    assert unlike_level(None, "worker") is unlike_level("middle2", None) is None


def test_payments_of_a_span_are_added_up_for_each_person(store):
    for month, state in (("2026-01", "approved"), ("2026-02", "paid"), ("2026-03", "draft"), ("2025-12", "paid")):
        lines = [Line(who=who, level="worker", standard=300_00, months=1, due=300_00, paid=300_00) for who in "甲乙"]
        sheet = PaySheet.new(month=month, region="dawukou", lines=lines[: 1 if month == "2026-02" else 2])
        sheet.save()
        if state != "draft":
            sheet.move("approve")
        if state == "paid":
            sheet.paid_on = store.today()
            sheet.move("pay")
    summed = pay_sheet.summed(store, "2026-01", "2026-12")
    found = {line["who"]: (line["months"], line["paid"]) for line in summed.lines}
    assert found == {"甲": (2, 600_00), "乙": (1, 300_00)}
    assert summed.people == 2 and PaySheet.alive().count() == 4
