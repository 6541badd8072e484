"""The papers of one believable month of a station: what the ledgers of the demonstration do not hold.

All people are invented. Each paper is written by whom it falls to, and goes by its own steps.
"""

from datetime import time
from uuid import UUID

from models.casework.consultation import Consultation
from models.linking.link import ResourceLink
from models.linking.need import Need
from models.linking.resource import Resource
from models.office.affairs import Affair
from models.people.household import Household
from models.people.person import Person
from models.services.activity import Activity, Attendance
from models.services.activity_plan import ActivityPlan
from models.services.group import Group, GroupSession
from models.services.group_member import GroupMember
from models.services.group_plan import GroupPlan
from models.services.hand_out import HandOut
from ui.demonstration import demonstration_case, demonstration_office
from ui.demonstration.demonstration_month import VILLAGE, Month, lines, write


def add(store, month: str, worker: UUID) -> None:
    """Write all papers of a month (YYYY-MM), what falls to the worker as the worker; the lead at work stays at work."""
    lead, store.user = store.user, worker
    try:
        of = Month(store, month, worker, lead)
        person = _client(of)
        demonstration_case.add(of, person)
        _consultation(of)
        _needs(of, person)
        _group(of, person)
        _activity(of, person)
        _affairs(of)
        demonstration_office.add(of)
    finally:
        store.user = lead


def _client(of):
    home = write(Household, head="杨秀珍", village=VILLAGE, group_no="3", address="3组17号", count=1)
    return write(
        Person, name="杨秀珍", sex="2", birth="1948-05", household=home.id, relation="02", village=VILLAGE,
        address="3组17号", phone="13800000317", categories=("108",), living="alone", since=of.day(2), worker=of.worker,
    )  # fmt: skip


def _consultation(of):
    write(
        Consultation, day=of.day(11), way="came", name="何先生", sex="1", village=VILLAGE, topics=("policy",),
        field="relief", question="母亲满八十岁，高龄津贴怎样申领", answer="带身份证和银行卡到村里登记，次月起发",
        minutes=15, worker=of.worker, result="guided", sent_to="河口村便民服务点",
    )  # fmt: skip


def _needs(of, person):
    met = write(
        Need, day=of.day(8), object="person", person=person.id, group="elder", kind="elder_health", source="case",
        what="需要一台会报读数的血压计", level="normal", worker=of.worker,
    )  # fmt: skip
    write(
        Need, day=of.day(16), object="community", village=VILLAGE, group="resident", kind="facility", source="meeting",
        what="活动室门口台阶缺扶手", level="high", people=60, worker=of.worker,
    )  # fmt: skip
    gauges = write(
        Resource, name="电子血压计", kind="goods", provider="青河县慈善会", provider_kind="charity", since=of.day(4),
        quantity=5, unit="台", value=100_000, received_on=of.day(4), worker=of.worker,
    )  # fmt: skip
    write(
        Resource, name="卫生院慢病随访", kind="service", provider="云岭镇卫生院", provider_kind="hospital",
        since=of.day(1), content="六十五岁以上老人每月上门量血压", worker=of.worker,
    )  # fmt: skip
    write(ResourceLink, day=of.day(10), resource=gauges.id, need=met.id, quantity=1, receipt="signed", worker=of.worker)
    met.matched_on, met.closed_on = of.day(10), of.day(10)
    met.move("meet")


def _group(of, person):
    group = write(
        Group, name="银龄巧手布鞋小组", kind="support", openness="half", field="elderly", worker=of.worker,
        started=of.day(12), planned=4, place="村活动室", state="running", goal="以手艺会友，重建往来",
    )  # fmt: skip
    plan = write(
        GroupPlan, group=group.id, model="reciprocal", background="几位独居老人少有往来，都会做针线",
        goal="四节内每人结识两位新伙伴", least=4, most=10, frequency="每周一节", minutes=90,
        agenda=lines("topic aim responsible", ("相识", "互相认识", "社工"), ("选样裁剪", "合作", "组员")),
        budget=lines("item price quantity source", ("布料针线", 2_000, 8, "charity")),
    )  # fmt: skip
    plan.move("submit")
    with of.approved():
        plan.move("approve")
    others = Person.alive().where(Person.id != person.id, Person.birth < "1965").order_by(Person.name).limit(4)
    people = [person.id, *(other.id for other in others)]
    for one in people:
        write(GroupMember, group=group.id, person=one, joined=of.day(12), consent="self", consented=of.day(12))
    for number, day, topic in ((1, 12, "相识"), (2, 19, "选样裁剪")):
        held = write(
            GroupSession, group=group.id, number=number, day=of.day(day), start=time(14, 30), minutes=90, topic=topic,
            place="村活动室", worker=of.worker, stage="forming", notes="大家带来旧鞋样，边做边聊", reached="most",
        )  # fmt: skip
        for one in people:
            write(Attendance, session=held.id, person=one, state="late" if one == people[-1] else "present")


def _activity(of, person):
    party = write(
        Activity, name="重阳敬老茶话会", kind="festival", day=of.day(18), start=time(9, 30), minutes=120,
        place="村委会活动室", village=VILLAGE, worker=of.worker, unnamed=36, materials=120, policy="yes",
        field="elderly", notes="量血压、讲防骗、一起包饺子",
    )  # fmt: skip
    plan = write(
        ActivityPlan, activity=party.id, goal="让老人们聚一聚，知道高龄津贴怎样申领", expected=40,
        programme=lines("time content responsible", ("9:30", "签到、量血压", "志愿者"), ("10:00", "政策讲解", "社工")),
        risks=lines("risk measure responsible", ("aid", "卫生室医生在场", "社工")),
        budget=lines("item price quantity source", ("茶点", 800, 40, "charity")),
    )  # fmt: skip
    plan.move("submit")
    with of.approved():
        plan.move("approve")
    write(Attendance, activity=party.id, person=person.id)
    write(
        HandOut, activity=party.id, day=of.day(18), person=person.id, goods="保温杯", quantity=1, unit="个",
        value=2_500, sign="self", worker=of.worker,
    )  # fmt: skip


def _affairs(of):
    for kind, accepted, settled, people in (("subsistence", 6, 5, 9), ("relief", 3, 3, 3), ("enquiry", 21, 21, 27)):
        write(Affair, month=of.month, kind=kind, accepted=accepted, settled=settled, people=people, worker=of.worker)
