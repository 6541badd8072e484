"""The persons served."""

from models import ages, parameters
from models.database import current
from models.fields import Choice, Choices, Count, Day, IdNumber, Link, Name, Notes, PartialDay, Phone, Text
from models.people import disability_card, identity, sealing, withdrawal
from models.people.household import Household
from models.records import Record
from models.team.staff import Staff
from resources.language import N_

_DISABLED = frozenset(("107", "110", "117"))


def _has_papers(person):
    return person.id_kind != "none"


def _has_ended(person):
    return person.state not in (None, "active")


def _is_sealed(person):
    return person.state == "sealed"


def _has_disability(person):
    return bool(person.disability_no or person.disability_kind or _DISABLED & set(person.categories or ()))


def _asks_religion(person):
    """Off unless a region needs it (个人信息保护法 §28)."""
    return bool(parameters.value("ask_religion") or person.religion)


class Person(Record):
    """One person served (服务对象)."""

    title, plural, letters = N_("Person"), N_("People"), "DX"
    shelf, part_of = "persons", ("household",)
    searched = ("name", "other_name", "id_number", "phone", "phone2")

    name = Name(
        N_("Name"), heading=N_("Identity"), required=True, listed=True, index=True,
        synonyms=("姓名", "服务对象姓名", "对象姓名", "走访对象"),
    )  # fmt: skip
    other_name = Name(N_("Former or other name"), synonyms=("曾用名", "化名", "别名"))
    own_script = Name(N_("Name in its own script"), synonyms=("民族文字姓名",))
    sex = Choice(N_("Sex"), "sex", listed=True, synonyms=("性别",))
    id_kind = Choice(N_("Kind of ID document"), "id_kind", suggest="id", synonyms=("证件类型",))
    id_number = IdNumber(
        N_("ID document number"), asked_if=_has_papers, index=True,
        synonyms=("证件号码", "身份证号码", "身份证号", "身份证", "公民身份号码"),
    )  # fmt: skip
    birth = PartialDay(N_("Date of birth"), listed=True, synonyms=("出生日期", "出生年月", "生日"))
    nation = Choice(N_("Ethnic group"), "nation", synonyms=("民族",))
    political = Choice(N_("Political status"), "political", synonyms=("政治面貌",))
    education = Choice(N_("Education"), "education", synonyms=("文化程度", "学历"))
    marital = Choice(N_("Marital status"), "marital", synonyms=("婚姻状况", "婚姻"))
    employment = Choice(N_("Employment"), "employment", synonyms=("就业状况", "就业"))
    occupation = Text(N_("Occupation, unit or school"), limit=100, synonyms=("职业", "工作单位", "就读学校"))
    speech = Text(N_("Language or dialect"), limit=50, synonyms=("语言", "方言", "语言/方言"))
    religion = Text(N_("Religion"), limit=50, asked_if=_asks_religion, sensitive=True)
    household = Link(Household, N_("Household"), heading=N_("Household"), listed=True, index=True)
    relation = Choice(N_("Relation to the head"), "relation", synonyms=("与户主关系", "关系"))
    village = Text(
        N_("Village or community"), heading=N_("Address and contact"), listed=True, upward=True,
        synonyms=("村（社区）", "村社区", "村", "社区", "村居", "所属村"),
    )  # fmt: skip
    address = Text(N_("Address"), synonyms=("住址", "家庭住址", "现住址", "组/门牌", "详细地址"))
    phone = Phone(N_("Telephone"), listed=True, synonyms=("联系电话", "电话", "手机", "手机号码"))
    phone2 = Phone(N_("Second telephone"), synonyms=("备用电话", "其他电话"))
    wechat = Text(N_("WeChat"), limit=60, sensitive=True, synonyms=("微信", "微信号"))
    grid = Text(N_("Grid"), limit=50, synonyms=("网格", "所属网格"))
    registered = Text(N_("Registered address"), synonyms=("户籍地址", "户籍地", "户籍所在地"))
    hukou = Choice(N_("Household registration"), "hukou", synonyms=("户口性质", "户籍类型", "户口类别"))
    separation = Choice(N_("Registered and actual residence"), "separation", synonyms=("人户分离", "户籍与居住"))
    categories = Choices(
        N_("Categories"), "category", heading=N_("Categories and care"), listed=True,
        synonyms=("人员类别", "对象类别", "类别", "保障类别", "服务对象类别"),
    )  # fmt: skip
    living = Choice(N_("Living arrangement"), "living", synonyms=("居住状况", "居住情况"))
    care = Choice(N_("Ability to care for self"), "self_care", synonyms=("自理能力",))
    health = Text(N_("Health"), limit=500, sensitive=True, synonyms=("健康状况", "身体状况"))
    disability_no = Text(N_("Disability card number"), limit=30, sensitive=True, synonyms=("残疾证号", "残疾人证号"))
    disability_kind = Choice(
        N_("Kind of disability"), "disability_kind", asked_if=_has_disability, sensitive=True,
        synonyms=("残疾类别", "残疾类型"),
    )  # fmt: skip
    disability_grade = Choice(
        N_("Grade of disability"), "disability_grade", asked_if=_has_disability, sensitive=True,
        synonyms=("残疾等级", "残疾级别"),
    )  # fmt: skip
    income = Text(N_("Income"), limit=200, sensitive=True, synonyms=("收入来源", "经济来源"))
    benefits = Choices(N_("Benefits received"), "benefit", synonyms=("享受政策", "享受的政策待遇", "享受待遇"))
    guardian = Text(
        N_("Guardian or contact"), limit=100, synonyms=("监护人", "监护人/联系人", "联系人", "紧急联系人"),
    )  # fmt: skip
    guardian_relation = Choice(N_("Guardian's relation"), "relation", synonyms=("与监护人关系", "监护人关系"))
    guardian_phone = Phone(N_("Guardian's telephone"), synonyms=("监护人电话", "联系人电话"))
    guardian_number = IdNumber(N_("Guardian's ID document number"), synonyms=("监护人身份证号", "监护人证件号码"))
    risk = Choice(N_("Risk"), "risk_level", heading=N_("File"), listed=True, suggest="0", synonyms=("风险等级",))
    worker = Link(Staff, N_("Worker responsible"), synonyms=("负责社工", "责任社工"))
    since = Day(
        N_("On file since"), required=True, suggest=lambda person: current().today(), synonyms=("建档日期", "建档时间")
    )
    state = Choice(N_("State"), "person_state", required=True, suggest="active", synonyms=("状态",))
    ended = Day(N_("Ended on"), asked_if=_has_ended, required=True, synonyms=("销档日期", "死亡日期", "迁出日期"))
    seal_reason = Choice(N_("Why it is sealed"), "seal_reason", asked_if=_is_sealed, required=True)
    legal_basis = Choice(N_("Legal ground of the file"), "legal_basis", synonyms=("处理依据",))
    declined = Choices(N_("Declined to give"), "declined_item", hint=N_("The person may decline what is not needed."))
    note = Notes(N_("Remarks"), sensitive=True, synonyms=("备注",))
    birth_year = Count(N_("Year of birth"), year=True, derived=True, upward=True)
    match = Text(N_("Match key"), limit=64, derived=True, upward=True)

    class Meta:
        # Everything a month is counted from: the files of a county are read from the index alone.
        indexes = (
            (("station", "deleted", "since", "ended", "state", "household", "village", "categories", "id"), False),
        )

    def derive(self):
        if not self.birth and (born := identity.sound_birth(self.id_number)):
            self.birth = born.isoformat()
        self.birth_year = int(self.birth[:4]) if self.birth else None
        if card := disability_card.read(self.disability_no):
            self.disability_kind = self.disability_kind or card.kind
            self.disability_grade = self.disability_grade or card.grade
        self.match = identity.match_of(self.id_number, current().kept("match_key"))

    def age(self, day):
        """Full years (周岁) on `day`; None when the birth is not known."""
        return ages.full_years(self.birth, day)

    def conflicts(self):
        if self.since and self.ended and self.ended < self.since:
            yield "ended", N_("The file ends before it begins."), {}
        if self.birth and self.ended and self.ended.isoformat()[: len(self.birth)] < self.birth:
            yield "ended", N_("This day is before the birth."), {}
        yield from identity.doubts(self)
        yield from disability_card.problems(self)
        yield from sealing.problems(self)
        if (dated := current().tables.get("category")) is not None and not self.is_new:
            yield from dated.doubts(self)
        yield from ages.doubtful_categories(self, current().today())
        yield from withdrawal.doubts(self)

    def caption(self):
        return self.name or ""
