"""The plan of an activity (社区活动计划): programme, people, publicity, budget, risks; approved by the lead."""

from models.fields import Choice, Count, Day, Lines, Link, Links, Notes, Text, YesNo
from models.linking.need import Need
from models.records import Record
from models.services.activity import Activity
from models.services.approval import SIGNERS, approval, budget_columns, unlike_amounts, with_amounts
from models.team.staff import Staff
from resources.language import N_


class ActivityPlan(Record):
    """How an activity is to go, one record a version."""

    title, plural, letters = N_("Activity plan"), N_("Activity plans"), "HJ"
    part_of, comes_first = ("activity",), True
    facts = (
        ("activity", "kind"),
        ("activity", "day"),
        ("activity", "start"),
        ("activity", "minutes"),
        ("activity", "place"),
        ("activity", "setting"),
        ("activity", "host"),
        ("activity", "undertaker"),
        ("activity", "partners"),
    )
    signers = SIGNERS
    process = approval("goal", "programme", "risks")

    activity = Link(Activity, N_("Activity"), heading=N_("Activity plan"), required=True, listed=True, index=True)
    needs = Links(Need, N_("Needs it answers"), synonyms=("需求依据",))
    goal = Notes(N_("Goals"), synonyms=("活动目标",))
    whom = Text(N_("Whom the activity is for"), limit=500, synonyms=("对象", "活动对象"))
    expected = Count(N_("People expected"), most=1_000_000, unit=N_("people"), synonyms=("预计人数",))
    programme = Lines(
        N_("Programme"), heading=N_("Programme and people"), room=6, synonyms=("流程表", "活动流程"),
        columns={
            "time": Text(N_("Time"), limit=30),
            "content": Text(N_("Content"), limit=500, required=True),
            "responsible": Text(N_("Responsible"), limit=60),
            "materials": Text(N_("Materials"), limit=300),
        },
    )  # fmt: skip
    crew = Lines(
        N_("Who does what"), room=4, synonyms=("人员分工",),
        columns={"who": Text(N_("Name"), limit=60, required=True), "task": Text(N_("Task"), limit=300)},
    )  # fmt: skip
    volunteers = Count(N_("Volunteers needed"), most=10_000, unit=N_("people"), synonyms=("志愿者数",))
    publicity = Text(N_("Publicity planned"), limit=500, synonyms=("宣传", "宣传方式"))
    risks = Lines(
        N_("Risks and emergency plan"), heading=N_("Safety"), room=4, synonyms=("风险与应急预案",),
        columns={
            "risk": Choice(N_("Kind of risk"), "activity_risk", required=True),
            "measure": Text(N_("What is done about it"), limit=500),
            "responsible": Text(N_("Responsible"), limit=60),
        },
    )  # fmt: skip
    insured = YesNo(N_("Insured"), synonyms=("保险",))
    insurance = Text(
        N_("Insurer and policy number"), limit=200, asked_if=lambda plan: plan.insured == "yes", synonyms=("保单",)
    )
    budget = Lines(
        N_("Budget"), heading=N_("Budget"), columns=budget_columns(), sums=("amount",), room=5, synonyms=("预算",)
    )
    state = Choice(
        N_("State of the plan"), "approval", heading=N_("Approval"), required=True, listed=True, suggest="draft"
    )
    remark = Text(N_("Remark of the lead"), limit=500, synonyms=("审批意见",))
    approved_by = Link(Staff, N_("Approved by"), derived=True, printed=True, listed=True)
    approved_on = Day(N_("Approved on"), derived=True, printed=True, listed=True)

    def derive(self):
        self.budget = with_amounts(self.budget)

    def conflicts(self):
        yield from unlike_amounts("budget", self.budget)

    def caption(self):
        activity = self.linked("activity")
        return activity.caption() if activity else ""
