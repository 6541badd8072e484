"""The ledgers that are taken in, and the headings under which each keeps its answers.

Three of them are told by their headings: rosters, visits, hours. A ledger of any other form is taken in from the list
of that form; its headings are the labels and synonyms of the form's own questions.
"""

from dataclasses import dataclass
from functools import cache

from models.fields import Data, Lines, Link, Links, Pictures
from models.people.household import Household
from models.people.person import Person
from models.register import BY_TABLE
from models.services.visit import Visit
from models.volunteering.hours import VolunteerHours
from models.volunteering.volunteer import Volunteer
from resources.language import N_, Language


@dataclass(frozen=True)
class LedgerKind:
    """`words`: question → headings; `marks`: questions two of which tell this ledger; `needed`: one it must have.

    `form` is the one form whose records the rows become; None for the three ledgers that make several.
    """

    name: str
    words: dict[str, tuple[str, ...]]
    marks: frozenset[str]
    needed: str | None
    form: type | None = None

    def headings(self) -> dict[str, tuple[str, ...]]:
        """Question → all its headings, those of the records behind those of the ledger."""
        return {question: (*words, *self._declared(question)) for question, words in self.words.items()}

    def _declared(self, question):
        for record in self.sources:
            if question in record.questions():
                yield from record.questions()[question].synonyms

    @property
    def sources(self):
        return (self.form,) if self.form else _SOURCES[self.name]

    @property
    def title(self):
        return self.form.plural if self.form else TITLES[self.name]


_SOURCES = {"roster": (Person, Household), "visits": (Visit,), "hours": (VolunteerHours, Volunteer)}


def _further(kind, words):
    """Questions that are only declared: a question with synonyms added to a record is found in ledgers by itself."""
    for record in _SOURCES[kind]:
        for name, question in record.questions().items():
            if question.synonyms and not question.derived and not isinstance(question, (Link, Links)):
                words.setdefault(name, ())
    return words


# fmt: off
ROSTER = LedgerKind(
    "roster",
    _further("roster", {
        "row": ("序号", "编号", "序", "号", "No", "No."),
        "name": ("姓名", "老人姓名", "儿童姓名", "人员姓名", "对象", "服务对象", "受助人", "受助人姓名", "名字"),
        "sex": ("性别",),
        "id_number": ("身份证", "证件号", "公民身份证号码", "居民身份证号码", "身份证件号码", "居民身份证"),
        "birth": ("出生年月日", "出生时间", "出生", "生日"),
        "categories": (
            "困难类型", "困难类别", "人员类型", "对象类型", "救助类别", "服务对象类型", "人群类别", "身份类别",
        ),
        "head": ("户主姓名", "户主", "户主名"),
        "relation": ("与户主的关系", "户主关系", "家庭关系"),
        "count": ("家庭人口数", "户人口", "家庭成员数", "人口"),
        "village": (
            "村居", "村（居）", "村委会", "所在村", "行政村", "居住村", "所属村居", "所属村社区", "村/社区",
            "社区（村）",
        ),
        "door": ("组/门牌", "组", "组别", "小组", "村民小组", "门牌", "门牌号", "组（门牌）", "门牌/组"),
        "address": ("地址", "住址", "居住地址", "常住地址", "居住地", "家庭地址"),
        "phone": ("手机号", "电话号码", "联系方式", "本人电话", "联系号码"),
        "guardian": ("监护人姓名", "联系人姓名", "监护人（联系人）"),
        "guardian_phone": ("监护人联系电话", "监护人联系方式", "紧急联系电话"),
        "note": ("备注说明", "其他", "说明"),
        "worker": ("社工", "包片社工", "联系社工"),
    }),
    frozenset(("id_number", "birth", "categories", "head", "sex", "relation")),
    "name",
)


VISITS = LedgerKind(
    "visits",
    _further("visits", {
        "row": ("序号", "编号", "序"),
        "day": ("探访日期", "入户日期", "探访时间", "入户时间", "时间"),
        "visitors": ("走访社工", "走访者", "探访人", "探访人员", "入户人员", "社工"),
        "name": ("走访对象", "走访对象姓名", "探访对象", "服务对象", "对象姓名", "姓名", "户主", "户主姓名"),
        "id_number": ("身份证号", "身份证号码", "身份证"),
        "village": ("村（社区）", "村", "社区", "村社区", "村居", "所属村", "行政村"),
        "way": ("方式", "探访方式"),
        "kind": ("类型", "探访类型"),
        "found": ("内容", "探访内容", "入户内容", "走访记录", "走访情况记录"),
        "problem": ("问题", "存在的问题"),
        "done": ("处理", "处置情况", "解决情况"),
        "met": ("是否见到", "见到"),
    }),
    frozenset(("day", "visitors", "way", "found", "problem", "done", "met")),
    "name",
)


HOURS = LedgerKind(
    "hours",
    _further("hours", {
        "row": ("序号", "编号", "序"),
        "activity": ("活动名称", "活动", "项目名称", "服务项目"),
        "day": ("服务日期", "活动日期", "时间", "服务时间"),
        "place": ("服务地点", "活动地点"),
        "name": ("志愿者姓名", "志愿者", "姓名"),
        "id_number": ("身份证",),
        "phone": ("电话", "联系电话", "手机"),
        "start": ("起", "签到", "签到时间", "起始时间"),
        "end": ("止", "签退", "签退时间", "终止时间"),
        "minutes": ("小时", "服务小时", "时长（小时）", "服务时数", "时数"),
        "content": ("内容",),
    }),
    frozenset(("start", "end", "minutes", "activity")),
    "name",
)

# fmt: on

KINDS = (HOURS, VISITS, ROSTER)
"""In the order in which they are asked: a roster is what has a name and is nothing else."""

_BY_NAME = {kind.name: kind for kind in KINDS}


@cache
def kind_named(name: str) -> LedgerKind:
    """A ledger by its name: roster, visits, hours, or the table of a form."""
    return _BY_NAME.get(name) or _of_form(BY_TABLE[name])


def _of_form(form) -> LedgerKind:
    """The ledger of one form: a column for each question that somebody could have written into a sheet."""
    asked = {
        name: question
        for name, question in form.questions().items()
        if not isinstance(question, (Data, Lines, Pictures)) and (not question.derived or name == "number")
    }
    words = {name: _labels(question) for name, question in asked.items()}
    return LedgerKind(form._meta.table_name, words, frozenset(asked), None, form)


def _labels(question):
    """What the form itself calls the question, in Chinese and English."""
    return (Language("zh_CN").text(question.label), Language("en").text(question.label))


_LABELS = {
    "row": N_("Row number"),
    "door": N_("Group and door"),
    "activity": N_("Name of the activity"),
    ("visits", "name"): N_("Person visited"),
    ("hours", "name"): N_("Volunteer"),
    ("visits", "id_number"): N_("ID document number"),
}

TITLES = {"roster": N_("Roster of persons"), "visits": N_("Visits"), "hours": N_("Volunteer hours")}


def label(kind: str, question: str) -> str:
    """The words of a question as forms have them, in the language of the source."""
    for key in ((kind, question), question):
        if key in _LABELS:
            return _LABELS[key]
    return next(r.questions()[question].label for r in kind_named(kind).sources if question in r.questions())
