"""The papers of the team, of a purchased project and of the office in the demonstration."""

from datetime import time, timedelta

from models.office.appeal import Appeal
from models.office.meeting import Meeting
from models.office.station_profile import StationProfile
from models.partners.indicator import Indicator
from models.partners.instalment import Instalment
from models.partners.project import Project
from models.partners.spending import Spending
from models.team.certificate import Certificate
from models.team.supervision import Supervision
from models.team.training import StaffTraining
from ui.demonstration.demonstration_month import VILLAGE, lines, write


def add(of):
    """What the lead keeps and what the worker writes beside the services."""
    with of.approved():
        _certificates(of)
        _learning(of)
        _project(of)
        _profile(of)
    _meeting(of)
    _appeal(of)


def _certificates(of):
    for who, level, number in ((of.lead, "worker", "示范0001"), (of.worker, "assistant", "示范0002")):
        got = of.day(1) - timedelta(400)
        write(
            Certificate, staff=who, level=level, way="exam", certificate_number=number, obtained=got,
            state="registered", registered=got + timedelta(60), until=got + timedelta(60 + 3 * 365),
        )  # fmt: skip


def _learning(of):
    write(
        Supervision, day=of.day(17), start=time(15), minutes=90, side="outside", supervisor_name="方岚",
        supervisor_unit="青河县社工总站", level="middle", form="group", functions=("education", "support"),
        people=(of.lead, of.worker), topic="独居老人个案的目标怎样写得可以衡量",
        discussion="每个目标只写一件事，写明看什么",
        actions=lines("what who by done", ("改写杨秀珍个案的目标", "社工", of.day(20), of.day(21))), grade="5",
    )  # fmt: skip
    write(
        StaffTraining, name="社会救助政策与入户访谈", day=of.day(13), until=of.day(14), organiser="青河县民政局",
        form="face", topics=("relief", "skills"), people=(of.lead, of.worker), hours=12,
    )  # fmt: skip


def _project(of):
    year = of.month[:4]
    project = write(
        Project, name=f"云岭镇社工站{year}年购买服务", way="project", kind="station", scope=("relief", "elderly"),
        need="困难老人探访、个案和小组服务", buyer="云岭镇人民政府", undertaker="青河县同行社会工作服务中心",
        tender_way="consultation", contract=f"示范〔{year}〕7号", signed=of.day(1), begin=of.day(1),
        end=of.day(1) + timedelta(364), amount=24_000_000, staff=(of.lead, of.worker), lead=of.lead, staff_asked=2,
        sources=lines("source from amount", ("budget", "镇财政", 18_000_000), ("lottery", "县民政局", 6_000_000)),
        budget=lines("item amount", ("staff", 15_600_000), ("service", 6_000_000), ("office", 2_400_000)),
    )  # fmt: skip
    for step in ("approve", "tender", "sign", "start"):
        project.move(step)
    for name, unit, target, figure in (("入户探访", "户次", 300, "8"), ("新开个案", "例", 6, "16")):
        write(Indicator, project=project.id, name=name, unit=unit, year_target=target, figure=figure)
    write(
        Instalment, project=project.id, number=1, share=60, amount=14_400_000, condition="签约后十五日内",
        due=of.day(15), received=14_400_000, received_on=of.day(14), voucher="示范-记-11",
    )  # fmt: skip
    for day, item, amount, purpose in ((10, "service", 16_000, "小组布料针线"), (18, "service", 32_000, "茶话会茶点")):
        write(
            Spending, project=project.id, day=of.day(day), amount=amount, item=item, payee="云岭供销社",
            purpose=purpose, worker=of.worker, approver=of.lead,
        )  # fmt: skip


def _profile(of):
    write(
        StationProfile, name="云岭镇社工站", counted=of.day(1), type="station", build_mode="existing",
        address="云岭镇便民服务中心二楼", hours="周一至周五 9:00—17:00", villages=5, villages_all=5, population=12_600,
        staff=2, certified=2, own_office="yes",
        rooms=lines("use name area seats", ("office", "办公室", 24, 4), ("counselling", "个案室", 12, 3)),
        rules=lines("name on where", ("保密制度", of.day(1), "个案室")),
    )  # fmt: skip


def _meeting(of):
    meeting = write(
        Meeting, name="站务例会", kind="regular", state="planned", day=of.day(24), start=time(9), end=time(10, 30),
        place="办公室", recorder=of.worker, present=2,
        agenda=lines("topic said", ("下月小组安排", "第三、四节照计划"), ("扶手一事", "报村委会列入微项目")),
        tasks=lines("what who due done", ("写扶手需求的说明", "社工", of.day(26), of.day(26)),
                    ("订下月场地", "站长", of.day(28), None)),
    )  # fmt: skip
    meeting.decisions = "小组照计划进行；扶手一事报村委会"
    meeting.move("hold")


def _appeal(of):
    appeal = write(
        Appeal, kind="appeal", received=of.day(20), source="phone", name="赵女士", village=VILLAGE, field="community",
        about="活动室周末能否开门", content="周末孩子没有地方写作业", worker=of.worker,
    )  # fmt: skip
    appeal.responded, appeal.answer = of.day(20), "与村委会商量后答复"
    appeal.move("answer")
    appeal.solved, appeal.result = of.day(25), "周六上午开门，由志愿者值守"
    appeal.move("solve")
