"""Honours, prizes, talent programmes and penalties of a worker."""

from models.fields import Choice, Day, Link, Money, Notes, Pictures, Text
from models.records import Record
from models.team.staff import Staff
from resources.language import N_


class Honour(Record):
    """One honour of a member of the staff; a talent programme has its batch and its fund (攀枝花: 2万元/人)."""

    title, plural, letters = N_("Honour"), N_("Honours"), "RYJ"
    part_of, shelf = ("staff",), "team"

    staff = Link(
        Staff, N_("Staff member"), heading=N_("Honour"), required=True, listed=True, index=True, synonyms=("姓名",)
    )
    kind = Choice(N_("Kind"), "honour_kind", required=True, listed=True, suggest="award", synonyms=("类别", "类型"))
    name = Text(N_("Name of the honour"), required=True, listed=True, synonyms=("荣誉名称", "表彰名称", "名称"))
    rank = Text(N_("Rank of the prize"), limit=60, synonyms=("等次", "奖项"))
    level = Choice(N_("Level of the honour"), "showcase_level", listed=True, synonyms=("级别",))
    day = Day(N_("Date"), required=True, listed=True, synonyms=("日期", "获奖日期"))
    giver = Text(N_("Granted by"), synonyms=("颁发单位", "颁发者"))
    document = Text(N_("Document number"), limit=100, synonyms=("文号", "文书名称"))
    batch = Text(N_("Batch"), limit=40, asked_if=lambda one: one.kind == "programme", synonyms=("批次",))
    amount = Money(N_("Amount"), unit=N_("yuan"), synonyms=("金额", "资助金额"))
    picture = Pictures(N_("Pictures of the certificate"), most=2)
    note = Notes(N_("Remarks"), synonyms=("备注",))

    def caption(self):
        return self.name or ""
