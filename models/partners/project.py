"""Purchased projects: from the need to the acceptance, with contract, money, people and budget."""

from models import numbers
from models.database import current
from models.errors import Problem
from models.fields import Choice, Choices, Count, Day, Lines, Link, Links, Money, Notes, Text, YesNo
from models.partners import labour_share, project_doubts
from models.partners.agency import Agency
from models.partners.project_stages import PROCESS
from models.records import Record
from models.team import shares
from models.team.staff import Staff
from resources.language import N_


class Project(Record):
    """One purchased project or post (政府购买社会工作服务项目)."""

    title, plural, letters = N_("Purchased project"), N_("Purchased projects"), "XM"
    shelf, searched = "projects", ("number", "name", "contract")
    signers = (N_("Buyer (seal):"), N_("Undertaker (seal):"), N_("Date:"))
    process = PROCESS

    number = Text(
        N_("Project number"),
        limit=40,
        derived=True,
        printed=True,
        listed=True,
        index=True,
        upward=True,
        synonyms=("项目编号",),
    )
    name = Text(N_("Name of the project"), heading=N_("Project"), required=True, listed=True, synonyms=("项目名称",))
    stage = Choice(
        N_("Stage"), "project_stage", required=True, listed=True, suggest="need", synonyms=("项目阶段", "状态")
    )
    way = Choice(N_("Purchase method"), "project_way", required=True, suggest="project", synonyms=("购买方式",))
    kind = Choice(N_("Kind of project"), "project_kind", synonyms=("项目类型",))
    scope = Choices(N_("Scope of purchase"), "purchase_scope", synonyms=("购买范围",))
    need = Notes(N_("Need and aim"), synonyms=("项目背景", "项目目标"))
    buyer = Text(N_("Buyer"), heading=N_("Purchase"), synonyms=("购买主体", "购买方"))
    agency = Link(Agency, N_("Undertaking agency"), index=True)
    undertaker = Text(N_("Undertaker"), listed=True, synonyms=("承接主体", "承接机构"))
    tender_way = Choice(N_("Tender method"), "tender_way", synonyms=("采购方式", "招标方式"))
    tender = Text(N_("Tender number"), limit=60, synonyms=("招标编号", "采购编号"))
    noticed = Day(N_("Tender announced on"))
    bidders = Lines(
        N_("Bidders"), room=3,
        columns={
            "name": Text(N_("Bidder"), required=True),
            "offer": Money(N_("Offer")),
            "score": Text(N_("Score"), limit=20),
            "won": YesNo(N_("Chosen")),
        },
    )  # fmt: skip
    contract = Text(N_("Contract number"), heading=N_("Contract"), limit=60, synonyms=("合同号", "合同编号"))
    signed = Day(N_("Day of signing"), synonyms=("签订日期",))
    begin = Day(N_("Begins on"), may_be_future=True, synonyms=("开始日期", "起始日期"))
    end = Day(N_("Ends on"), listed=True, may_be_future=True, synonyms=("结束日期", "截止日期"))
    extended = Day(N_("Extended until"), may_be_future=True, synonyms=("延期",))
    area = Text(N_("Service area and sites"), limit=500, synonyms=("服务区域", "站点"))
    amount = Money(
        N_("Amount of the contract"), heading=N_("Money"), listed=True, unit=N_("yuan"), synonyms=("金额", "合同金额")
    )
    sources = Lines(
        N_("Sources of funds"), sums=("amount",), room=4,
        columns={
            "source": Choice(N_("Source of the money"), "fund_source", required=True),
            "from": Text(N_("Department or giver")),
            "year": Text(N_("Year"), limit=4),
            "amount": Money(N_("Amount"), required=True),
        },
    )  # fmt: skip
    budget = Lines(
        N_("Budget by item"), sums=("amount",), room=6,
        columns={
            "item": Choice(N_("Budget item"), "budget_item", required=True),
            "what": Text(N_("What for")),
            "amount": Money(N_("Amount"), required=True),
        },
    )  # fmt: skip
    labour = Text(N_("Staff costs in the budget"), derived=True, printed=True, listed=True, limit=20, upward=True)
    light = Choice(N_("Light of staff costs"), "traffic_light", derived=True, listed=True)
    staff_asked = Count(N_("Staff asked for"), heading=N_("Staffing"), unit=N_("people"), synonyms=("配备人数",))
    certified_asked = Count(N_("Certified share asked for (%)"), most=100)
    posts = Count(N_("Posts bought"), synonyms=("岗位数",))
    staff = Links(Staff, N_("Project staff"))
    lead = Link(Staff, N_("Project lead"), listed=True)
    acceptance = Notes(N_("Result of acceptance"), heading=N_("Acceptance"))
    accepted_on = Day(N_("Accepted on"), derived=True, printed=True)
    note = Text(N_("Remarks"), limit=1000, synonyms=("备注",))

    def derive(self):
        self.number = self.number or numbers.next_number(self, self.begin)
        if not self.undertaker and (agency := self.linked("agency")):
            self.undertaker = agency.name
        self.labour = shares.shown(shares.share(*project_doubts.budgeted(self))) or None
        self.light = labour_share.light(*project_doubts.budgeted(self))

    @property
    def last_day(self):
        """The day the contract ends, extension included."""
        return self.extended or self.end

    def conflicts(self):
        if self.begin and self.end and self.end < self.begin:
            yield "end", N_("The contract ends before it begins."), {}
        if self.end and self.extended and self.extended < self.end:
            yield "extended", N_("An extension ends after the contract."), {}
        yield from project_doubts.money(self)
        yield from project_doubts.staff(self)
        agency = self.linked("agency")
        if agency and not agency.may_undertake(self.begin or current().today()):
            yield Problem(
                "agency", N_("By its credibility or registration this agency may not undertake projects."), blocks=False
            )

    def caption(self):
        return " ".join(part for part in (self.number, self.name) if part)
