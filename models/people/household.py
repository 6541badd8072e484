"""Households: where people live, and what a visit goes to."""

from models.database import current
from models.fields import Choice, Count, Lines, Link, Money, Name, Notes, Phone, Text, YesNo
from models.records import Record
from models.team.staff import Staff
from resources.language import N_


class Household(Record):
    """One household (户): its head, its place, its risk."""

    title, plural, letters = N_("Household"), N_("Households"), "JT"
    shelf = "households"
    searched = ("head", "phone")
    signers = (N_("Surveyed by:"), N_("Person surveyed:"), N_("Date:"))

    head = Name(
        N_("Head of household"), heading=N_("Household"), required=True, listed=True, index=True,
        synonyms=("户主", "户主姓名"),
    )  # fmt: skip
    count = Count(N_("Members"), listed=True, most=60, unit=N_("people"), synonyms=("家庭人口", "人口数", "家庭人数"))
    sons = Count(N_("Sons"), most=30, synonyms=("儿子数",))
    daughters = Count(N_("Daughters"), most=30, synonyms=("女儿数",))
    village = Text(
        N_("Village or community"), heading=N_("Address and contact"), listed=True, upward=True,
        synonyms=("村（社区）", "村社区", "村", "社区", "村居", "所属村"),
    )  # fmt: skip
    group_no = Text(N_("Village group"), limit=50, synonyms=("组", "村民小组", "组/门牌"))
    address = Text(N_("Address"), synonyms=("住址", "家庭住址", "现住址", "详细地址"))
    phone = Phone(N_("Telephone"), synonyms=("联系电话", "电话"))
    registered = Text(N_("Registered address"), synonyms=("户籍地址", "户籍地"))
    kind = Choice(N_("Urban or rural"), "household_kind", synonyms=("家庭户籍", "城乡"))
    grid = Text(N_("Grid"), limit=50, synonyms=("网格",))
    housing = Choice(N_("Housing"), "housing", heading=N_("House and property"), synonyms=("住房类型", "房屋性质"))
    house_area = Count(N_("Floor space"), most=10_000, unit=N_("square metres"), synonyms=("房屋面积", "建筑面积"))
    house_count = Count(N_("Number of houses"), most=50, synonyms=("房屋套数",))
    car = Text(N_("Vehicles (make and price)"), sensitive=True, synonyms=("车辆",))
    land = Text(N_("Land (mu)"), limit=50, synonyms=("土地", "耕地面积"))
    land_income = Money(N_("Income from the land"), unit=N_("yuan a year"), sensitive=True, synonyms=("土地收入",))
    luxuries = Text(N_("Non-essential possessions"), sensitive=True, synonyms=("非生活必需品",))
    surroundings = Text(
        N_("Living environment"), limit=500, hint=N_("Fittings, appliances, hygiene, safety."), synonyms=("居住环境",)
    )
    wages = Money(
        N_("Income from wages"), heading=N_("Income and expenses"), unit=N_("yuan a year"), sensitive=True,
        synonyms=("工资性收入",),
    )  # fmt: skip
    business = Money(N_("Net income from business"), unit=N_("yuan a year"), sensitive=True, synonyms=("经营净收入",))
    property = Money(N_("Net income from property"), unit=N_("yuan a year"), sensitive=True, synonyms=("财产净收入",))
    transfers = Money(N_("Net transfers"), unit=N_("yuan a year"), sensitive=True, synonyms=("转移净收入",))
    income = Money(
        N_("Household income"), derived=True, printed=True, unit=N_("yuan a year"), sensitive=True, upward=False
    )
    income_each = Money(
        N_("Monthly income per head"), derived=True, printed=True, unit=N_("yuan"), sensitive=True, upward=False
    )
    utilities = Money(N_("Monthly water, power and gas"), unit=N_("yuan"), sensitive=True, synonyms=("水电气费",))
    telephone_bill = Money(N_("Monthly telephone and internet"), unit=N_("yuan"), sensitive=True, synonyms=("通讯费",))
    hardship = Text(
        N_("Hardship of the family"), limit=1000, sensitive=True, synonyms=("家庭困难情况", "家庭困难综合情况")
    )
    as_stated = YesNo(N_("Agrees with the application papers"), synonyms=("是否与申请材料一致",))
    relatives = Lines(
        N_("Members of the family"), heading=N_("Members and supporters"),
        hint=N_("Income including pensions. Members who have a file of their own are printed from it."),
        columns={
            "name": Name(N_("Name"), required=True), "sex": Choice(N_("Sex"), "sex"),
            "relation": Choice(N_("Relation"), "relation"), "birth": Count(N_("Year of birth"), most=2200, year=True),
            "health": Text(N_("Health or disability"), limit=100), "work": Text(N_("Work or school"), limit=100),
            "income": Money(N_("Monthly income")),
            "together": YesNo(N_("Lives here")), "role": Choice(N_("Role in the family"), "member_role"),
        },
        sums=("income",), room=6,
    )  # fmt: skip
    supporters = Lines(
        N_("Persons legally bound to support"),
        columns={
            "name": Name(N_("Name"), required=True), "relation": Choice(N_("Relation"), "relation"),
            "work": Text(N_("Work and address"), limit=150), "able": YesNo(N_("Able to support")),
            "monthly": Money(N_("Monthly support")),
        },
        sums=("monthly",), room=4,
    )  # fmt: skip
    minder = Text(N_("Carer"), limit=100, heading=N_("Care"), synonyms=("照料人", "照护人"))
    care_support = Choice(N_("Care arrangement"), "care_support", synonyms=("照料资源",))
    grade = Choice(N_("Assessment grade"), "assess_grade", synonyms=("评估等级",))
    risk = Choice(N_("Risk"), "risk_level", listed=True, suggest="0", synonyms=("风险等级",))
    worker = Link(Staff, N_("Worker responsible"), listed=True, synonyms=("负责社工", "责任社工"))
    note = Notes(N_("Remarks"), sensitive=True, synonyms=("备注",))

    def derive(self):
        incomes = [self.wages, self.business, self.property, self.transfers]
        self.income = None if set(incomes) == {None} else sum(filter(None, incomes))
        self.income_each = self.income // 12 // self.count if self.income is not None and self.count else None

    def members(self):
        """The persons on file in this household."""
        person = current().tables["person"]
        return list(person.alive().where(person.household == self.id))

    def caption(self):
        return self.head or ""
