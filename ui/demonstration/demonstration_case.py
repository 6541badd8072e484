"""The file of one case in the demonstration: intake, assessment, opening, plan, sessions, scale and evaluation."""

from datetime import time

from models.casework.assessment import CaseAssessment
from models.casework.case import Case
from models.casework.evaluation import CaseEvaluation
from models.casework.intake import CaseIntake
from models.casework.plan import CasePlan
from models.casework.session import CaseSession
from models.fields import Line
from models.fields.answers import filled
from models.linking.referral import Referral
from models.people.consent import Consent
from models.scales.definition import scale
from models.scales.result import ScaleResult
from ui.demonstration.demonstration_month import VILLAGE, lines, write


def add(of, person):
    """The case of `person`, approved and under way, with a scale and a referral; returns the case."""
    case = _case(of, person)
    _plan(of, case)
    _course(of, case)
    _scale(of, person, case)
    _referral(of, person, case)
    return case


def _case(of, person):
    case = write(
        Case, person=person.id, state="assessing", source="03", opened=of.day(3), worker=of.worker,
        problems_met=("mind", "care"), field="elderly", area="elderly", models_used=("task",), risk="1",
        request="老伴去世后不愿出门，没有人一起吃饭",
    )  # fmt: skip
    write(
        CaseIntake, case=case.id, day=of.day(3), way="home", place="家中", referrer="河口村委会",
        family=lines(
            "name relation birth_year work together",
            ("李建华", "20", "1971", "在外务工", "no"), ("李梅", "30", "1974", "邻县务农", "no"),
        ),
        income_from=("pension", "kin"), income=32_000, request="一个人在家闷得慌，药也记不住怎么吃",
        self_harm="no", harm_others="no", abuse="no", out_of_supplies="no", nobody_cares="no",
        consent="written", worker=of.worker,
    )  # fmt: skip
    _assessment(of, case)
    case.move("submit_opening")
    with of.approved():
        case.move("approve_opening")
        case.opened = of.day(6)  # the step takes today; the paper was signed then
        case.save(why="按纸质审批日期更正")
    return case


def _assessment(of, case):
    write(
        CaseAssessment, case=case.id, day=of.day(5), sources=("self", "family", "village"), worker=of.worker,
        family=lines(
            "name relation sex birth_year alive together bond tie",
            ("李德厚", "11", "1", "1945", "no", "no", "together", "close"),
            ("李建华", "20", "1", "1971", "yes", "no", None, "distant"),
            ("陈小芬", "38", "2", "1973", "yes", "no", None, "normal"),
            ("李梅", "30", "2", "1974", "yes", "no", None, "close"),
            ("李阳", "41", "1", "1998", "yes", "no", None, "normal"),
        ),
        surroundings=lines(
            "what strength direction",
            ("村卫生室", "normal", "in"), ("隔壁王婶", "strong", "both"), ("老年协会", "weak", "in"),
        ),
        body="血压偏高，按时服药有困难；行走稳", mind="近半年话少，夜里睡不好", network="邻居常来，子女每月来电话两次",
        efforts="自己种菜，试过去赶集散心", means="养老金、高龄津贴、村卫生室",
        problems_found=lines(
            "kind shows since first",
            ("mind", "不愿出门，常独坐", "半年", "1"), ("health", "降压药常漏服", "三个月", "2"),
        ),
        needs_found=lines("need level first", ("有人说话、有事做", "community", "1"), ("按时服药", "person", "2")),
        strengths="愿意学新东西，会做布鞋", dangers=lines("kind grade ground", ("medicine", "1", "漏服降压药")),
        conclusion="支持网络尚在，宜开案，以邻里和小组重建日常往来",
    )  # fmt: skip


def _plan(of, case):
    plan = write(
        CasePlan, case=case.id, day=of.day(7), aim="恢复日常往来，按时服药",
        focus="独居后少与人来往、药常漏服；本人，并请子女和邻里搭把手", signed=of.day(7), worker=of.worker,
        goals=lines(
            "goal measure before target by state",
            ("每周出门参加活动", "每周次数", "0次", "2次", of.day(28), "open"),
            ("按时服降压药", "药盒每周漏服格数", "4格", "不超过1格", of.day(28), "open"),
        ),
        levels=("person", "community"), models_used=("task",), strategy="从服药小药盒做起，再邀请参加小组",
        steps_agreed=lines("step who when", ("备好七日药盒", "社工", of.day(8)), ("陪同参加小组", "社工", of.day(12))),
        times=6, until=of.day(28), opinion="愿意试试", secrecy="谈话内容保密；有生命危险时除外",
    )  # fmt: skip
    plan.move("submit")
    with of.approved():
        plan.move("approve")


def _course(of, case):
    told = (
        (8, "home", "一起装好七日药盒，约定每晚看一眼", "愿意配合", "0", "3格"),
        (15, "accompany", "陪同去村活动室，见到两位老姐妹", "起初拘束，后来说笑", "0", "2格"),
        (22, "home", "回看两周的变化，商量教大家做布鞋", "主动提出当小老师", "1", "1格"),
    )
    for number, (day, way, notes, reaction, mark, missed) in enumerate(told, 1):
        write(
            CaseSession, case=case.id, day=of.day(day), start=time(9, 30), end=time(10, 20 + 5 * number), way=way,
            place=VILLAGE, worker=of.worker, goal="往来与服药", notes=notes, reaction=reaction,
            functions=("feelings",), progress=_watched(CaseSession, case, "scale now", ("-1", "1次"), (mark, missed)),
            reflection="进展平稳，继续由邻居搭把手", next_plan="按计划继续",
        )  # fmt: skip
    write(
        CaseEvaluation, case=case.id, day=of.day(27), stage="mid", worker=of.worker, own_rating="4", satisfaction="5",
        attainment=_watched(CaseEvaluation, case, "scale percent proof", ("-1", 50, "签到表"), ("1", 100, "药盒")),
        own_words="心里亮堂多了", result="go_on", conclusion="服药目标已达成，出门目标继续",
    )  # fmt: skip


def _watched(form, case, columns, *marks):
    """The goals of the plan in force, as the form brings them, each with its mark."""
    name = "progress" if form is CaseSession else "attainment"
    brought = getattr(form.new(case=case.id), name)
    return tuple(Line(goal | mark) for goal, mark in zip(brought, lines(columns, *marks), strict=True))


def _scale(of, person, case):
    answers = {str(item): int(item in (1, 2, 4, 9)) for item in range(1, 16)}  # 5 of 15: a mild mood
    answers |= {"5": 1, "7": 1, "11": 1, "13": 1}
    write(
        ScaleResult, person=person.id, case=case.id, scale="gds15", day=of.day(5), phase="before", worker=of.worker,
        answers=filled(scale("gds15"), answers),
    )  # fmt: skip


def _referral(of, person, case):
    consent = write(
        Consent, person=person.id, kind="referral", state="agreed", day=of.day(9), by="self", method="written",
        worker=of.worker, scope="姓名、电话、健康状况", purpose="预约慢病随访", receiver="云岭镇卫生院",
    )  # fmt: skip
    slip = write(
        Referral, person=person.id, case=case.id, direction="out", day=of.day(9), worker=of.worker,
        agency="云岭镇卫生院", reason="高血压漏服药，需要慢病随访", wanted="每月上门量血压一次", purpose="慢病随访",
        handed=("name", "phone", "health"), way="paper", basis="consent", consent=consent.id, reply_by=of.day(19),
        state="awaiting", scope="part",
    )  # fmt: skip
    slip.move("send")
    slip.answered, slip.received_by = of.day(12), "周医生"
    slip.move("accept")
