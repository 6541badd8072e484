"""Numbers of the papers: certified of all, two ratios of full time, turnover, workers by community."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from models.team import assignment, candidate, census, job_post, norms
from models.team.assignment import Assignment
from models.team.candidate import Candidate
from models.team.exam import Exam, Results, child_workers_trained, results
from models.team.job_post import JobPost
from models.team.shares import mean, share
from models.team.staff import Staff


def test_certificates_of_dawukou_add_up():
    """003-16: 282 assistants, 49 of middle level, one senior are 332."""
    counted = census.census_of([("assistant", "full")] * 282 + [("worker", "full")] * 49 + [("senior", None)])
    assert counted.certified == 332
    assert counted.levels == {"assistant": 282, "worker": 49, "senior": 1}


def test_talents_are_not_the_certified():
    """004-1: 1,740 social-work talents, 528 of them certified: 30.3 %."""
    counted = census.census_of([("worker", None)] * 528 + [("none", None)] * 1212)
    assert (counted.all, counted.certified, counted.certified_share) == (1740, 528, 303)


def test_both_ratios_of_full_time_are_given():
    """000-9 and 000-33: of 30 full time and 70 part time, 30 % of all are full time and full to part is 42.9 %."""
    counted = census.census_of([(None, "full")] * 30 + [(None, "part")] * 70)
    assert (counted.full_time_share, counted.full_to_part) == (300, 429)


def test_posts_a_site():
    """001-20: 780 posts at 514 sites, 1.5 each."""
    assert mean(780, 514) == 15


def test_turnover_is_over_the_mean_of_start_and_end():
    assert census.turnover(3, 20, 10) == 200
    assert census.turnover(0, 0, 0) is None


def test_the_census_of_a_station_leaves_out_those_from_outside(store, worker):
    worker("社工甲", level="worker", time="full", hired=date(2026, 1, 1))
    worker("社工乙", level="none", time="part", hired=date(2026, 1, 1))
    worker("外请督导", post="supervisor", role="supervisor")
    worker("已离职", left=date(2026, 5, 1), hired=date(2025, 1, 1))
    counted = census.census(store)
    assert (counted.all, counted.certified, counted.part_time) == (3, 1, 1)  # the lead of the fixture is the third
    assert census.turnover_of(store, date(2026, 4, 1), date(2026, 6, 30)) == share(2, 5 + 4)
    assert census.headcounts(store, [2025, 2026]) == {2025: 3, 2026: 4}


def test_a_mean_of_two_may_hide_a_community_without_anybody():
    members = [Staff(community="甲社区")] * 4
    norm = norms.communities(members, ["甲社区", "乙社区"])
    assert (norm.mean, norm.least, norm.short, norm.missing) == (20, 0, ["乙社区"], 2)
    assert norms.communities(members, ["甲社区"], "rural").short == []


def test_permille_is_not_percent():
    assert norms.per_thousand(2100, 1_235_294) == 170
    assert norms.per_thousand(1, 0) is None


def test_secretaries_with_a_certificate():
    members = [Staff(duties=("secretary",), level="assistant"), Staff(duties=("secretary",)), Staff(level="worker")]
    assert census.leaders_certified(members) == (1, 2)
    assert census.has_certified_full_time(members) and not census.has_certified_full_time(members[1:2])


def test_the_pass_rate_is_of_those_who_sat(store, worker):
    states = ["passed", "passed", "partly", "failed", "absent", "signed"]
    for number, state in enumerate(states):
        Exam.new(name=f"考生{number}", year=2026, level="assistant", state=state).save()
    assert results(store, 2026) == Results(6, 4, 2)
    assert results(store, 2026).rate == 500
    assert results(store, 2026, "worker").rate is None


def test_childrens_workers_trained(store, worker):
    assert child_workers_trained(store, 2026) is None
    one, _two = worker("甲", duties=("child_supervisor",)), worker("乙", duties=("child_director",))
    Exam.new(staff=one.id, year=2026, level="assistant", trained="yes").save()
    assert child_workers_trained(store, 2026) == 500


def test_posts_say_how_many_are_filled(store, worker):
    post = JobPost.new(name="儿童社工", host="青少年宫", host_kind="palace", quota=3, opened=date(2026, 1, 1))
    post.save()
    holder = worker("甲", position=post.id)
    worker("乙", position=post.id, left=date(2026, 2, 1))
    assert JobPost.get_by_id(post.id).filled == 1
    assert job_post.vacant(store) == 2
    holder.position = None
    holder.save()
    assert JobPost.get_by_id(post.id).filled == 0


def test_towns_covered_are_counted_against_a_list(store, worker):
    full, part = worker("甲", time="full"), worker("乙", time="part")
    for member, town in ((full, "云岭镇"), (part, "河口镇")):
        Assignment.new(staff=member.id, unit=town, since=date(2026, 1, 1)).save()
    assert assignment.towns_covered(store, ["云岭镇", "河口镇", "石楼镇"]) == (1, 3)


def test_those_who_became_social_workers_count_once(store, worker):
    Candidate.new(
        name="甲", wishes=("worker",), found_on=date(2026, 1, 1), state="worker", converted=date(2026, 5, 1)
    ).save()
    worker("甲", was_volunteer=date(2026, 5, 1))
    worker("乙", was_volunteer=date(2026, 6, 1))
    assert candidate.conversions(store, date(2026, 1, 1), date(2026, 12, 31)) == 2


@given(st.integers(0, 10_000), st.integers(1, 10_000))
def test_a_share_is_the_nearest_tenth_of_a_percent(part, whole):
    assert abs(share(part, whole) * whole - 1000 * part) * 2 <= whole
