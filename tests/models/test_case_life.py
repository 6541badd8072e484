"""The life of a case: only by its steps, each by whom it belongs to, with the papers it needs."""

from datetime import date

import casework_papers as papers
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models import proof
from models.casework.case import Case
from models.casework.life import ENDED, LIFE
from models.errors import InvalidRecord
from models.linking.referral import Referral
from models.process import NoSuchStep, NotYourStep
from models.row_id import uuid7
from models.team.staff import Staff


@pytest.fixture
def worker(store):
    """A worker of the same station; the lead is at the desk until the worker is put there."""
    member = Staff.new(name="潘晓燕", role="worker")
    member.save()
    return member


def at_the_desk(store, member):
    store.user = getattr(member, "id", member)


def a_case_of(store, worker, **answers):
    lead = store.user
    at_the_desk(store, worker)
    case = papers.a_case(worker=worker.id, **answers)
    return case, lead


def said(error):
    return [problem.sentence for problem in error.value.problems]


def test_a_worker_begins_with_the_assessment_and_the_lead_may_open_at_once(store, worker):
    assert papers.a_case().state == "open"
    case, _ = a_case_of(store, worker)
    assert case.state == "assessing"


def test_a_worker_cannot_enter_a_case_as_opened_or_closed(store, worker):
    at_the_desk(store, worker)
    ended = {"closed": date(2026, 9, 1), "close_reason": "01"}
    for state, more in (("open", {}), ("closed", ended), ("archived", ended)):
        with pytest.raises(InvalidRecord):
            papers.a_case(state=state, **more)


def test_opening_needs_intake_and_assessment_and_then_the_lead(store, worker):
    case, lead = a_case_of(store, worker)
    with pytest.raises(InvalidRecord) as error:
        case.move("submit_opening")
    assert said(error) == ["The intake form is missing.", "The assessment is missing."]
    papers.intake(case)
    papers.assessment(case)
    case.move("submit_opening")
    with pytest.raises(NotYourStep):
        case.move("approve_opening")
    at_the_desk(store, lead)
    case.move("approve_opening")
    again = Case.get_by_id(case.id)
    assert (again.state, again.opening_by, again.opened) == ("open", lead, store.today())


def test_a_return_needs_its_reason_and_the_case_can_be_submitted_again(store, worker):
    case, lead = a_case_of(store, worker)
    papers.intake(case)
    papers.assessment(case)
    case.move("submit_opening")
    at_the_desk(store, lead)
    with pytest.raises(NoSuchStep):
        case.move("return_opening")
    case.move("return_opening", why="缺监护人同意")
    at_the_desk(store, worker)
    case.move("submit_opening")
    assert case.state == "opening"


def test_a_crisis_is_opened_at_once_and_approved_afterwards(store, worker):
    case, lead = a_case_of(store, worker)
    assert "open_crisis" not in [move.name for move in case.steps()]
    case.crisis = "yes"
    case.save()
    case.move("open_crisis")
    assert (case.state, case.opening_by) == ("open", None)
    at_the_desk(store, lead)
    case.move("confirm_opening")
    assert case.opening_by == lead
    assert "confirm_opening" not in [move.name for move in case.steps()]


def test_without_a_crisis_the_state_cannot_be_set_past_the_lead(store, worker):
    case, _ = a_case_of(store, worker)
    case.state = "open"
    with pytest.raises(InvalidRecord):
        case.save()


def test_a_paused_case_goes_on_where_it_stopped(store, worker):
    case, _ = a_case_of(store, worker)
    case.move("pause", why="外出务工")
    assert [move.name for move in case.steps() if move.start == ("paused",)] == ["resume_assessment"]
    case.move("resume_assessment")
    assert case.state == "assessing"
    running = papers.a_case(state="assessing", risk="3")
    running.move("open_crisis")
    running.move("pause", why="住院")
    running.move("resume")
    assert running.state == "open"


@pytest.mark.parametrize(
    ("steps", "goes_on"),
    [
        ((), "assessing"),
        (("submit_opening",), "assessing"),
        (("submit_opening", "return_opening"), "assessing"),
        (("open_now",), "open"),
        (("open_now", "submit_closing"), "open"),
    ],
)
def test_a_case_may_rest_at_every_stage_and_what_waited_is_submitted_again(store, steps, goes_on):
    case = papers.a_case(state="assessing")
    for paper in ("intake", "assessment", "evaluation", "closure"):
        getattr(papers, paper)(case, day=store.today())
    for step in steps:
        case.move(step, why="理由" if LIFE.named(step).why else None)
    case.move("pause", why="住院")
    resume = [move for move in case.steps() if move.name.startswith("resume")]
    assert [move.end for move in resume] == [goes_on]
    case.move(resume[0].name)
    assert Case.get_by_id(case.id).state == goes_on


def test_closing_takes_reason_and_result_from_the_closing_form(store):
    case = papers.a_case()
    with pytest.raises(InvalidRecord) as error:
        case.move("submit_closing")
    assert said(error) == ["The evaluation at the end is missing.", "The closing form is missing."]
    papers.evaluation(case)
    papers.closure(case, reason="02", reached="most")
    case.move("submit_closing")
    case.move("approve_closing")
    assert (case.closed, case.close_reason, case.reached) == (store.today(), "02", "most")
    assert case.closing_by == store.user


def test_an_evaluation_on_the_way_does_not_lead_to_the_closing(store):
    case = papers.a_case()
    papers.closure(case)
    on_the_way = papers.evaluation(case, stage="mid", result="close")
    assert [p.sentence for p in case.lacking(LIFE.named("submit_closing"))] == ["The evaluation at the end is missing."]
    (asked,) = [problem for problem in on_the_way.problems() if problem.question == "stage"]
    on_the_way.stage = asked.repair
    on_the_way.save()
    assert case.lacking(LIFE.named("submit_closing")) == []


def test_a_transfer_closes_the_case_as_referred(store):
    case = papers.a_case()
    case.move("transfer_out", why="搬到邻镇")
    assert (case.state, case.transferred, case.close_reason) == ("closed", store.today(), "04")


def test_a_case_that_was_never_opened_is_referred_without_being_closed(store, worker):
    case, _ = a_case_of(store, worker)
    assert [p.sentence for p in case.lacking(LIFE.named("refer_on"))] == ["No referral slip of this case is on file."]
    case.move("refer_on", why="归县精神卫生中心")
    assert (case.state, case.closed, case.transferred) == ("refused", None, None)


def test_a_slip_for_a_part_of_the_service_is_recalled_when_the_whole_case_is_transferred(store):
    case = papers.a_case()
    slip = papers.saved(Referral.new(case=case.id, worker=uuid7(), reason="需要康复", scope="whole"))
    assert case.lacking(LIFE.named("transfer_out")) == []
    slip.scope = "part"
    slip.save()
    (doubt,) = case.lacking(LIFE.named("transfer_out"))
    assert doubt.sentence.startswith("The referral slip says") and not doubt.blocks


def test_a_pause_before_the_opening_ends_without_a_closing_and_one_after_it_with_one(store):
    asked, served = papers.a_case(state="assessing"), papers.a_case()
    for case in (asked, served):
        case.move("pause", why="外出务工")
    names = [{move.name for move in case.steps()} & {"refuse", "refer_on", "close_now", "transfer_out"}
             for case in (asked, served)]  # fmt: skip
    assert names == [{"refuse", "refer_on"}, {"close_now", "transfer_out"}]


def test_an_intake_that_says_no_is_recalled_when_the_case_is_submitted(store, worker):
    case, _ = a_case_of(store, worker)
    papers.assessment(case)
    papers.intake(case, decision="refer", why_not="归县精神卫生中心")
    (doubt,) = case.lacking(LIFE.named("submit_opening"))
    assert (doubt.sentence, doubt.blocks) == ("The intake form says not to open a case.", False)


def test_taking_a_closing_back_leaves_no_trace_of_an_end(store):
    case = papers.a_case()
    case.move("transfer_out", why="搬到邻镇")
    case.move("take_back", why="又搬回来了")
    assert (case.state, case.closed, case.transferred, case.closing_by) == ("open", None, None, None)


def test_a_case_opened_again_is_a_new_case_of_the_same_person(store):
    first = papers.a_case(state="closed", closed=date(2026, 5, 1), close_reason="01")
    again = first.reopened()
    again.save()
    assert (again.person, again.earlier, again.closed) == (first.person, first.id, None)
    assert again.number != first.number
    assert Case.get_by_id(first.id).state == "closed"


def test_a_case_that_waits_needs_nobody_yet_but_goes_on_only_with_a_worker(store):
    case = papers.a_case(state="waiting", worker=None)
    with pytest.raises(InvalidRecord):
        case.move("assign")
    case.worker = uuid7()
    case.save()
    case.move("assign")
    assert case.state == "assessing"


_PAPERS = ("intake", "assessment", "evaluation", "closure", "follow_up")
_ACTS = st.lists(
    st.tuples(st.booleans(), st.sampled_from([move.name for move in LIFE.moves] + list(_PAPERS))), max_size=25
)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(acts=_ACTS, crisis=st.booleans())
def test_whatever_is_tried_a_case_moves_only_as_its_life_allows(store, worker, acts, crisis):
    """In whatever order: the state follows the moves, ends are dated, the tables agree with the journal."""
    lead = next(s.id for s in Staff.alive() if s.role == "lead")
    at_the_desk(store, worker)
    case = papers.a_case(worker=worker.id, crisis="yes" if crisis else "no")
    allowed = case.state
    for by_lead, act in acts:
        at_the_desk(store, lead if by_lead else worker)
        if act in _PAPERS:
            getattr(papers, act)(case, day=store.today())
            continue
        move = LIFE.named(act)
        try:
            case.move(act, why="理由" if move.why else None)
        except (NoSuchStep, NotYourStep, InvalidRecord):
            case = Case.get_by_id(case.id)
        else:
            assert allowed in move.start and (by_lead or not move.roles)
            allowed = move.end
        assert case.state == allowed == Case.get_by_id(case.id).state
        assert (case.closed is not None) == (allowed in ENDED)
        assert allowed != "open" or case.opened
    at_the_desk(store, lead)
    assert proof.check(store) == []
