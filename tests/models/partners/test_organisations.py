"""Agencies, community organisations, institutions, partner units, agreements: the rules of the papers."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import InvalidRecord
from models.fields import Line
from models.partners import institution, party
from models.partners.agency import Agency, grades_due
from models.partners.agreement import Agreement, agreements_due
from models.partners.community_organisation import CommunityOrganisation
from models.partners.contact import Contact
from models.partners.incubation import Incubation
from models.partners.institution import Institution
from models.partners.partner import Partner, PartnerContact, contacts_due


def an_agency(**answers):
    return Agency.new(**{"name": "同心社会工作服务中心", "legal_form": "private"} | answers)


def warnings(record):
    return {problem.question for problem in record.problems() if not problem.blocks}


@given(members=st.integers(0, 50))
def test_three_members_have_a_branch_of_their_own_fewer_join_and_none_get_an_instructor(members):
    asked = party.suggested_form(members)
    assert asked == ("own" if members >= 3 else "joint" if members in (1, 2) else "instructor")
    assert party.doubt(members, asked) is None


def test_another_form_of_party_building_is_asked_about_and_the_right_one_offered(store):
    agency = an_agency(party_members=2, party_form="instructor")
    agency.save()
    (problem,) = [problem for problem in agency.problems() if problem.question == "party_form"]
    assert (problem.blocks, problem.repair, agency.party_asked) == (False, "joint", "joint")


def test_party_coverage_counts_branches_and_instructors(store):
    rows = [an_agency(party_form=form) for form in ("own", "joint", "instructor", "none", None)]
    assert party.coverage(rows) == (3, 5)


def test_a_wrong_credit_code_is_a_warning_and_kept_in_capitals(store):
    agency = an_agency(code="52510800mj0000000x")
    agency.save()
    assert agency.code == "52510800MJ0000000X"
    assert "code" in warnings(agency)


def test_more_certified_than_employed_is_refused(store):
    with pytest.raises(InvalidRecord):
        an_agency(staff=3, certified=4).save()


def test_an_agency_at_the_lowest_credibility_undertakes_nothing(store):
    assert an_agency(credibility="b").may_undertake(store.today())
    assert not an_agency(credibility="c").may_undertake(store.today())
    assert not an_agency(state="ended").may_undertake(store.today())
    assert not an_agency(registered=store.today()).may_undertake(date(2026, 1, 1))


def test_grades_and_qualifications_that_run_out_are_due(store):
    an_agency(
        grade="3A", grade_until=date(2026, 10, 1),
        qualifications=(Line(name="食品经营", until=date(2026, 9, 1)), Line(name="长期", until=date(2029, 1, 1))),
    ).save()  # fmt: skip
    assert [due.day for due in grades_due(store)] == [date(2026, 9, 1), date(2026, 10, 1)]


def test_an_organisation_is_not_dissolved_before_it_was_founded(store):
    organisation = CommunityOrganisation.new(
        name="桃坞舞蹈队",
        kind="culture",
        village="桃坞村",
        founded=date(2026, 1, 1),
        ended=date(2025, 1, 1),
        leader="莫",
    )
    with pytest.raises(InvalidRecord):
        organisation.save()


@pytest.mark.parametrize(
    ("kind", "residents", "asked"),
    [("elderly", 100, 0), ("elderly", 101, 1), ("children", 5, 1), ("marriage", None, 1)],
)
def test_posts_asked_for_follow_the_plan(store, kind, residents, asked):
    home = Institution.new(name="敬老院", kind=kind, residents=residents, posts=0)
    home.save()
    assert home.posts_asked == asked
    assert ("posts" in warnings(home)) == bool(asked)


def test_coverage_of_posts_counts_institutions_with_one(store):
    home = Institution.new(name="敬老院", kind="elderly", posts=2, professional_posts=3)
    home.save()
    assert home.posts_share == "66.7 %"
    assert institution.coverage([Institution(posts=1), Institution(posts=0), Institution()]) == (1, 3)


def test_a_follow_up_with_a_department_is_due_until_it_was_spoken_with_again(store):
    unit = Partner.new(name="县残联", department="disabled")
    unit.save()
    PartnerContact.new(partner=unit.id, day=date(2026, 9, 1), about="两项补贴", next_day=date(2026, 9, 20)).save()
    assert [due.caption for due in contacts_due(store)] == ["县残联"]
    PartnerContact.new(partner=unit.id, day=date(2026, 9, 15), about="两项补贴").save()
    assert contacts_due(store) == []


def test_incubation_names_whom_it_is_about(store):
    with pytest.raises(InvalidRecord):
        Incubation.new(begin=date(2026, 1, 1), support=("office",)).save()
    Incubation.new(begin=date(2026, 1, 1), support=("office",), project="青年助农队").save()


def test_agreements_that_end_soon_are_due_and_ended_ones_no_more(store):
    for name, end in (("近", date(2026, 10, 1)), ("远", date(2027, 10, 1)), ("过", date(2026, 9, 1))):
        Agreement.new(name=name, kind="station", other="平原县社工站", begin=date(2025, 10, 1), end=end).save()
    assert [due.caption for due in agreements_due(store)] == ["近"]


def test_a_liaison_who_stands_twice_is_asked_about(store):
    for _ in range(2):
        liaison = Contact.new(unit="县民政局", area="利州", name="莫先生")
        liaison.save()
    assert "name" in warnings(liaison)
