"""What the rows of teams, trainings, proofs, needs and resource links count."""

from datetime import date, time

import pytest

from models import figures
from models.linking.link import ResourceLink
from models.linking.need import Need
from models.linking.resource import Resource
from models.people.household import Household
from models.volunteering.certificate import VolunteerCertificate
from models.volunteering.hours import VolunteerHours
from models.volunteering.team import VolunteerTeam
from models.volunteering.training import VolunteerTraining
from models.volunteering.volunteer import Volunteer

MONTH = "2026-09"


def made(cls, **answers):
    record = cls.new(**answers)
    record.save()
    return record


def value(store, number, month=MONTH):
    return figures.month_table(store.unit, month).by_number[number].value


@pytest.fixture
def volunteer(store):
    return made(Volunteer, name="何桂香", registered=date(2026, 8, 1))


def test_teams_count_from_founding_to_their_end(store):
    made(VolunteerTeam, name="甲队", founded=date(2026, 9, 10))
    made(VolunteerTeam, name="乙队", founded=date(2026, 8, 10), dissolved=date(2026, 9, 12))
    assert (value(store, "41", "2026-08"), value(store, "41")) == (1, 1)


def test_trainings_count_once_and_those_who_came_by_head(store, volunteer):
    about = {"minutes": 120, "unit": "站", "content": "急救"}
    made(VolunteerTraining, name="急救", day=date(2026, 9, 3), volunteers=(volunteer.id,), unnamed=7, **about)
    made(VolunteerTraining, name="礼仪", day=date(2026, 9, 4), unnamed=2, **about)
    made(VolunteerTraining, name="旧", day=date(2026, 8, 4), unnamed=2, **about)
    assert (value(store, "45.1"), value(store, "45.2")) == (2, 10)


def test_only_proofs_issued_and_not_void_count(store, volunteer):
    at = {"start": time(9), "end": time(11), "state": "confirmed"}
    made(VolunteerHours, volunteer=volunteer.id, day=date(2026, 9, 1), **at)
    proofs = [made(VolunteerCertificate, volunteer=volunteer.id, responsible="韦", handler="潘") for _ in range(3)]
    for proof in proofs[:2]:
        proof.move("issue")
    proofs[0].move("void", why="打印有误")
    assert value(store, "46") == 1


def test_a_need_counts_when_collected_and_again_when_matched(store):
    about = {"group": "elder", "kind": "elder_health", "what": "助听器", "who": "龙秀英"}
    waiting = made(Need, day=date(2026, 9, 2), **about)
    project = made(Need, day=date(2026, 8, 20), **about)
    project.move("project")
    assert (value(store, "47", "2026-08"), value(store, "47"), value(store, "48")) == (1, 1, 1)
    waiting.move("give_up", why="无此政策")
    assert value(store, "48") == 1


def test_links_count_by_kind_and_money_in_fen(store):
    home = made(Household, head="石有田", village="上村")
    rice = made(Resource, name="大米", kind="goods", provider="超市", since=date(2026, 9, 1), quantity=3, value=10_000)
    fund = made(Resource, name="助学金", kind="money", provider="慈善会", since=date(2026, 9, 1), value=50_050)
    clinic = made(Resource, name="义诊", kind="service", provider="卫生院", since=date(2026, 9, 1))
    made(ResourceLink, resource=rice.id, household=home.id, quantity=1, day=date(2026, 9, 5))
    made(ResourceLink, resource=fund.id, who="村小", value=20_025, people=4, day=date(2026, 9, 5))
    made(ResourceLink, resource=clinic.id, who="上村", people=30, families=12, day=date(2026, 9, 6))
    made(ResourceLink, resource=clinic.id, who="上村", people=9, day=date(2026, 8, 6))
    assert [value(store, n) for n in ("49", "50", "51", "52", "53.1", "53.2")] == [3, 3333, 20_025, 1, 34, 13]
    assert len(figures.rows_of("52", store.unit, MONTH)) == 1
