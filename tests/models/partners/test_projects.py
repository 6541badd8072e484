"""Purchased projects: stages, money, labour share, indicators fed by the records, evaluation by four parties."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import codes, figures, parameters
from models.errors import InvalidRecord
from models.fields import Line
from models.linking.need import Need
from models.partners import compliance, indicator, indicator_table, labour_share, project_evaluation, spending
from models.partners.fund import Fund, FundEntry, statement
from models.partners.indicator import Indicator
from models.partners.indicator_table import IndicatorTable
from models.partners.instalment import Instalment, instalments_due, projects_ending
from models.partners.project import Project
from models.partners.project_evaluation import ProjectEvaluation, rectifications_due
from models.partners.purchase_guide import PurchaseGuide, by_need, draw
from models.partners.spending import Spending
from models.partners.task_matrix import TaskMatrix, ratios
from models.process import NoSuchStep
from models.services.activity import Activity
from models.team import shares
from models.team.staff import Staff


def made(cls, **answers):
    record = cls.new(**answers)
    record.save()
    return record


def warned(record, question):
    return [problem for problem in record.problems() if problem.question == question and not problem.blocks]


@pytest.fixture
def project(store):
    return made(
        Project, name="云岭镇社工站服务项目", buyer="县民政局", undertaker="同心中心", contract="YL-17",
        begin=date(2026, 1, 1), end=date(2026, 9, 30), amount=10_000_000, staff=(Staff.alive().first().id,),
        tender_way="open",
    )  # fmt: skip


def test_a_project_goes_from_the_need_to_the_acceptance(store, project):
    for step in ("approve", "tender", "sign", "start", "oversee", "evaluate"):
        project.move(step)
    with pytest.raises(InvalidRecord):
        project.move("accept")
    project.acceptance = "同意验收"
    project.move("accept")
    assert (project.stage, project.accepted_on, project.steps()) == ("accepted", store.today(), [])


def test_a_contract_is_not_signed_before_it_is_known(store):
    bare = made(Project, name="新项目", buyer="县民政局")
    bare.move("approve")
    with pytest.raises(InvalidRecord):
        bare.move("sign")
    with pytest.raises(NoSuchStep):
        bare.move("accept")


@given(staff=st.integers(0, 10**9), whole=st.integers(1, 10**9))
def test_the_light_is_red_exactly_above_seventy_percent(staff, whole):
    light = labour_share.light(staff, whole)
    assert (light == "red") == (Fraction(staff, whole) > Fraction(70, 100))
    assert (light == "green") == (Fraction(staff, whole) <= Fraction(65, 100))


def test_without_money_there_is_no_share():
    assert (shares.share(5, 0), labour_share.light(5, None)) == (None, None)


def test_staff_costs_above_the_limit_are_asked_about(store, project):
    project.budget = (Line(item="staff", amount=7_000_100), Line(item="service", amount=2_999_900))
    project.save()
    assert project.labour == "70.0 %"
    assert [problem.code for problem in warned(project, "budget")] == ["labour"]
    project.budget = (Line(item="staff", amount=7_000_000), Line(item="service", amount=3_000_000))
    project.save()
    assert (project.light, warned(project, "budget")) == ("yellow", [])


def test_lines_that_do_not_make_the_contract_are_asked_about(store, project):
    project.sources = (Line(source="budget", amount=9_000_000),)
    assert warned(project, "sources")


def test_an_indicator_is_fed_by_the_records_of_the_contract_term(store, project):
    for day in (date(2025, 12, 31), date(2026, 3, 1), date(2026, 9, 1)):
        made(Activity, name="活动", kind="festival", day=day)
    held = made(Indicator, project=project.id, name="社区活动", unit="场", year_target=4, weight=60, figure="33")
    made(Indicator, project=project.id, name="培训", unit="次", year_target=10, weight=40, counted=20)
    assert (held.actual(), held.this_quarter(), held.this_quarter(date(2026, 5, 9))) == (2, 1, 0)
    assert held.this_quarter(date(2027, 1, 1)) is None  # the contract is over
    assert [done for _one, _actual, done in indicator.progress(project)] == [500, 2000]
    assert indicator.weighted(project) == (60 * 500 + 40 * 1000) // 100


def test_every_figure_an_indicator_may_name_is_there_and_adds_up_over_time():
    offered = [entry.code for entry in codes.choices("contract_figure")]
    assert all(number in figures.BY_NUMBER and "time" in figures.BY_NUMBER[number].additive for number in offered)
    assert {"7", "8", "11", "33", "34", "44"} <= set(offered)


def test_weights_above_a_hundred_are_asked_about(store, project):
    made(Indicator, project=project.id, name="甲", unit="场", year_target=1, weight=70)
    second = made(Indicator, project=project.id, name="乙", unit="场", year_target=1, weight=40)
    assert warned(second, "weight")


def test_instalments_are_due_until_the_money_came(store, project):
    first = made(Instalment, project=project.id, number=1, share=40, amount=4_000_000, due=date(2026, 1, 31))
    made(Instalment, project=project.id, number=2, share=40, amount=4_000_000, due=date(2026, 10, 1))
    made(Instalment, project=project.id, number=3, share=20, amount=2_000_000, due=date(2027, 1, 31))
    assert [due.row for due in instalments_due(store)][0] == first.id and len(instalments_due(store)) == 2
    first.received, first.received_on = 4_000_000, date(2026, 9, 1)
    first.save()
    assert len(instalments_due(store)) == 1


def test_the_usual_instalments_are_suggested_one_after_the_other(store, project):
    made_ones = [made(Instalment, project=project.id) for _ in range(3)]
    assert [(one.number, one.share, one.amount) for one in made_ones] == [
        (1, 40, 4_000_000), (2, 40, 4_000_000), (3, 20, 2_000_000),
    ]  # fmt: skip
    assert all(one.condition for one in made_ones)
    project.amount = 10_000_001
    project.save()
    made_ones[2].remove()
    assert Instalment.new(project=project.id).amount == 2_000_001  # what the others leave
    assert Instalment.new(project=project.id, number=4).share is None


def test_the_amount_of_an_instalment_follows_from_its_share(store, project):
    instalment = Instalment.new(project=project.id, number=1, share=30)
    instalment.save()
    assert instalment.amount == 3_000_000


def test_a_project_at_work_that_ends_soon_is_due(store, project):
    assert projects_ending(store) == []
    for step in ("approve", "sign", "start"):
        project.move(step)
    assert [due.day for due in projects_ending(store)] == [date(2026, 9, 30)]
    project.extended = date(2027, 3, 31)
    project.save()
    assert projects_ending(store) == []


def test_spending_beyond_an_item_and_beyond_seventy_percent_is_asked_about(store, project):
    project.budget = (Line(item="service", amount=100_000), Line(item="staff", amount=9_900_000))
    project.save()
    assert warned(Spending.new(project=project.id, amount=100_001, item="service", purpose="活动"), "amount")
    made(Spending, project=project.id, amount=6_900_000, item="staff", purpose="工资")
    more = Spending.new(project=project.id, amount=100_001, item="staff", purpose="工资")
    assert [problem.code for problem in warned(more, "amount")] == ["labour"]
    assert spending.account(project) == [("staff", 9_900_000, 6_900_000), ("service", 100_000, 0)]


scores = st.lists(
    st.fixed_dictionaries({"score": st.integers(0, 100)}, optional={"weight": st.integers(0, 100)}).map(Line),
    max_size=6,
)


@given(scores=scores)
def test_a_weighted_total_lies_between_the_lowest_and_the_highest_score(scores):
    total = project_evaluation.total(scores)
    weighing = [line for line in scores if line.get("weight")] or scores
    if total is None:
        assert not scores
    else:
        points = [10 * line["score"] for line in weighing]
        assert min(points) <= total <= max(points)


def test_four_parties_weigh_as_they_were_given(store, project):
    parties = (("buyer", 92, 30), ("authority", 90, 30), ("industry", 88, 20), ("third", 85, 20))
    evaluation = made(
        ProjectEvaluation, project=project.id, kind="final",
        scores=tuple(Line(party=party, score=score, weight=weight) for party, score, weight in parties),
    )  # fmt: skip
    assert (evaluation.total, evaluation.grade) == ("89.2", "good")
    assert not warned(evaluation, "scores")
    evaluation.scores = evaluation.scores[:3]
    assert len(warned(evaluation, "scores")) == 2  # the weights make 80, and one party is missing


def test_what_an_evaluation_asked_for_is_due_until_it_is_right(store, project):
    evaluation = made(
        ProjectEvaluation, project=project.id, kind="middle", day=date(2026, 7, 1),
        scores=(Line(party="buyer", score=58),), rectify="补齐记录", rectify_by=date(2026, 8, 1),
    )  # fmt: skip
    assert evaluation.grade == "failed"
    assert [due.row for due in rectifications_due(store)] == [evaluation.id]
    evaluation.rectified = date(2026, 8, 1)
    evaluation.save()
    assert rectifications_due(store) == []


def test_staff_of_a_project_without_certificate_are_named(store, project):
    member = Staff.alive().first()
    assert compliance.lacking(project) == [(member, compliance.NO_CERTIFICATE)]
    assert [one.values["names"] for one in project.problems() if one.code == "certificates"] == [member.name]
    assert compliance.certified_share(project) == 0
    member.level = "assistant"
    member.save()
    assert [what for _member, what in compliance.lacking(project)] == [compliance.NOT_REGISTERED]
    assert compliance.certified_share(project) == 100


def test_a_registered_certificate_that_still_runs_complies(store, project):
    member = Staff.alive().first()
    member.level = "worker"
    member.save()
    certificate = store.tables["certificate"]
    paper = certificate.new(staff=member.id, level="worker", obtained=date(2022, 1, 1), state="registered")
    paper.registered, paper.until = date(2023, 8, 1), date(2026, 8, 1)
    paper.save()
    assert [what for _member, what in compliance.lacking(project)] == [compliance.EXPIRED]
    assert compliance.lacking(project, date(2026, 7, 31)) == []
    member.left = date(2026, 8, 1)
    member.save()
    assert compliance.lacking(project) == []  # whoever has left works in it no more


def test_fewer_staff_or_certificates_than_the_contract_asks_for_are_asked_about(store, project):
    project.staff_asked, project.certified_asked = 3, 60
    assert len(warned(project, "staff")) == 3
    member = Staff.alive().first()
    member.level = "assistant"
    member.save()
    project.staff_asked = 1
    assert [problem.code for problem in warned(project, "staff")] == ["certificates"]


entries = st.lists(st.tuples(st.sampled_from(["in", "out"]), st.integers(1, 10**6), st.integers(1, 28)), max_size=6)


@given(opening=st.integers(0, 10**6), entries=entries)
def test_a_balance_is_the_opening_and_all_entries_and_ends_the_statement(store_of_module, opening, entries):
    fund = made(Fund, name="社区公益基金", opening=opening)
    for way, amount, day in entries:
        made(FundEntry, fund=fund.id, way=way, amount=amount, day=date(2026, 8, day), purpose="收支")
    left = opening + sum(amount if way == "in" else -amount for way, amount, _day in entries)
    rows = statement(fund)
    assert fund.balance() == left == (rows[-1][1] if rows else opening)
    assert [entry.day for entry, _left in rows] == sorted(entry.day for entry, _left in rows)


def test_spending_more_than_a_fund_has_is_asked_about(store):
    fund = made(Fund, name="社区公益基金", opening=10_000)
    assert warned(FundEntry.new(fund=fund.id, way="out", amount=10_001, purpose="慰问"), "amount")
    assert not warned(FundEntry.new(fund=fund.id, way="out", amount=10_000, purpose="慰问"), "amount")


PAPER = (
    ("利州", 3, 100, 4, 6, 2), ("昭化", 2, 70, 3, 5, 2), ("朝天", 1, 50, 2, 2, 1), ("苍溪", 1, 60, 2, 5, 1),
    ("旺苍", 1, 60, 2, 3, 1), ("剑阁", 1, 60, 2, 5, 1), ("青川", 1, 50, 2, 2, 1), ("其它", None, 70, 4, 8, None),
)  # fmt: skip
NAMES = ("area", "organisations", "workers", "projects", "posts", "sites")


def test_the_breakdown_of_guangyuan_makes_21_projects_where_the_paper_states_20(store):
    lines = tuple(
        Line({name: value for name, value in zip(NAMES, row, strict=True) if value is not None}) for row in PAPER
    )
    matrix = made(
        TaskMatrix, name="任务分解表", year="2018", lines=lines, stated_organisations=10, stated_workers=520,
        stated_projects=20, stated_posts=36, stated_sites=9,
    )  # fmt: skip
    assert matrix.totals() == {"organisations": 10, "workers": 520, "projects": 21, "posts": 36, "sites": 9}
    assert {problem.question for problem in matrix.problems()} == {"stated_projects"}
    again = TaskMatrix.get_by_id(matrix.id)
    assert "organisations" not in again.lines[-1] and "sites" not in again.lines[-1]  # blank is not 0


def test_the_two_ratios_of_full_time_workers_are_kept_apart(store):
    assert ratios(260, 260) == (50, 100)
    assert ratios(None, 5) == (None, None)
    matrix = TaskMatrix.new(
        year="2018", lines=(Line(area="利州"),), full_time=173, part_time=347, share_asked=30, ratio_asked=50
    )
    assert {problem.question for problem in matrix.problems()} == {"part_time"}  # 33 % of all, 49 % to part-time


def test_an_indicator_of_the_plan_is_reckoned_with_its_stated_whole(store):
    talent = Line(name="占户籍总人口", operator="ge", target="1.7", unit="permille", type="binding", part=2100)
    assert indicator_table.value(talent) is None
    talent["whole"] = 1_235_000
    assert indicator_table.met(talent) and indicator_table.gap(talent) == 0
    certified = Line(name="持证", operator="ge", target="35", unit="percent", type="expected", part=528, whole=1740)
    assert round(float(indicator_table.value(certified)), 1) == 30.3
    assert not indicator_table.met(certified)
    with pytest.raises(InvalidRecord):
        made(IndicatorTable, name="表", lines=(Line(name="甲", target="很多", unit="count", type="binding"),))


def test_the_guide_is_filled_from_the_needs_of_its_year_once(store):
    for group, kind, day in (
        ("elder", "elder_care", date(2026, 3, 1)), ("poor", "living", date(2026, 4, 1)),
        ("poor", "living", date(2026, 5, 1)), ("disabled", "living", date(2026, 6, 1)),
        ("youth", "youth_work", date(2025, 12, 31)),
    ):  # fmt: skip
        made(Need, day=day, object="community", who="桃坞村", group=group, kind=kind, what="需求")
    own = made(PurchaseGuide, name="居家养老服务", field="elderly", need="elder_care", needs=99)
    (drawn,) = draw("2026")
    assert (drawn.name, drawn.field, drawn.needs, drawn.object) == ("基本生活", "relief", 3, "困难群众、残疾人")
    assert [(item.name, item.needs) for item in by_need("2026")] == [("基本生活", 3), (own.name, 1)]
    made(Need, day=date(2026, 7, 1), object="community", who="桃坞村", group="elder", kind="elder_care", what="助餐")
    assert draw("2026") == [] and PurchaseGuide.get_by_id(own.id).needs == 2


def test_every_kind_of_need_has_a_field_in_the_guide():
    fields = {row["need"]: row["field"] for row in parameters.table("need_fields")}
    assert set(fields) == {entry.code for entry in codes.choices("need_kind")}
    assert set(fields.values()) <= {entry.code for entry in codes.choices("work_field")}


def test_the_purchase_guide_begins_with_what_is_needed_most(store):
    for name, needs in (("居家养老", 12), ("就业创业", None), ("留守儿童关爱", 40)):
        made(PurchaseGuide, name=name, field="elderly", needs=needs)
    assert [item.name for item in by_need("2026")] == ["留守儿童关爱", "居家养老", "就业创业"]
