"""Training that the staff received (接受培训), from which the hours of continuing education are counted."""

from models.errors import Problem
from models.fields import Choice, Choices, Count, Day, Links, Money, Notes, Pictures, Text, YesNo
from models.records import Record
from models.team.staff import Staff
from resources.language import N_


class StaffTraining(Record):
    """One training that one or several members of the staff attended."""

    title, plural, letters = N_("Training attended"), N_("Training attended"), "PXJ"
    shelf, searched = "team", ("name",)
    signers = (N_("Written by:"), N_("Date:"))

    name = Text(
        N_("Name of the training"),
        heading=N_("Training"),
        required=True,
        listed=True,
        synonyms=("培训名称", "名称", "课程名称"),
    )
    day = Day(
        N_("First day"),
        required=True,
        listed=True,
        index=True,
        may_be_future=True,
        synonyms=("培训日期", "日期", "开始日期"),
    )
    until = Day(N_("Last day"), may_be_future=True, synonyms=("结束日期",))
    days = Count(N_("Days"), derived=True, printed=True, listed=True)
    batch = Text(N_("Batch"), limit=40, synonyms=("批次", "期次"))
    organiser = Text(N_("Held by"), synonyms=("主办", "主办单位"))
    place = Text(N_("Place"), synonyms=("地点",))
    way = Choice(N_("Online or in person"), "training_way", suggest="offline", synonyms=("培训方式", "方式"))
    form = Choice(N_("Form of study"), "study_form", listed=True, suggest="face", synonyms=("形式", "培训形式"))
    topics = Choices(N_("Topics"), "training_topic", listed=True, synonyms=("培训主题", "主题", "内容"))
    programme = Choice(N_("Training programme"), "training_programme", synonyms=("所属计划",))
    people = Links(
        Staff,
        N_("Who took part"),
        heading=N_("Taking part"),
        required=True,
        listed=True,
        synonyms=("参训人员", "参加人员", "姓名"),
    )
    hours = Count(
        N_("Lesson hours each"), most=2000, required=True, listed=True, unit=N_("lesson hours"), synonyms=("学时",)
    )
    counts = YesNo(N_("Counts as continuing education"), suggest="yes", synonyms=("计入继续教育", "计入登记周期"))
    passed = YesNo(N_("Passed"), suggest="yes", synonyms=("考核合格", "是否合格"))
    proof = Text(N_("Proof numbers"), limit=300, synonyms=("证明号", "证书号"))
    cost = Money(N_("Cost"), unit=N_("yuan"), synonyms=("费用",))
    summary = Notes(N_("What was learned"), heading=N_("Record"), synonyms=("学习收获", "培训小结"))
    pictures = Pictures(N_("Pictures"), most=6)
    note = Notes(N_("Remarks"), synonyms=("备注",))

    def derive(self):
        self.days = ((self.until or self.day) - self.day).days + 1 if self.day else None

    def conflicts(self):
        if self.day and self.until and self.until < self.day:
            yield "until", N_("The last day is before the first."), {}
        if self.form == "degree" and self.topics and "exam" in self.topics:
            yield Problem("form", N_("Preparing for an examination is no degree."), blocks=False)

    def caption(self):
        return self.name or ""
