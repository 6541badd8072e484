"""Training that the station gave (开展培训), by batches."""

from models.fields import Choice, Choices, Count, Day, Links, Money, Notes, Pictures, Text
from models.records import Record
from models.team.staff import Staff
from resources.language import N_


class TrainingGiven(Record):
    """One batch of a training held for others; 期 and 批次 are counted by records, 人次 by those who came."""

    title, plural, letters = N_("Training given"), N_("Training given"), "PXK"
    shelf, searched = "team", ("name",)
    signers = (N_("Written by:"), N_("Approved by:"), N_("Date:"))

    name = Text(
        N_("Name of the training"), heading=N_("Training"), required=True, listed=True, synonyms=("培训名称", "名称")
    )
    batch = Text(N_("Batch"), limit=40, listed=True, synonyms=("批次", "期次"))
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
    hours = Count(N_("Lesson hours"), most=2000, unit=N_("lesson hours"), synonyms=("学时",))
    place = Text(N_("Place"), synonyms=("地点",))
    way = Choice(N_("Online or in person"), "training_way", suggest="offline", synonyms=("培训方式", "方式"))
    topics = Choices(N_("Topics"), "training_topic", listed=True, synonyms=("培训主题", "主题"))
    programme = Choice(N_("Training programme"), "training_programme", synonyms=("所属计划",))
    trainees = Choices(N_("Groups trained"), "trainee", heading=N_("Taking part"), synonyms=("培训对象",))
    planned = Count(N_("People invited"), most=100_000, unit=N_("people"), synonyms=("应到人数",))
    persons = Count(
        N_("People who came"),
        most=100_000,
        required=True,
        listed=True,
        unit=N_("people"),
        synonyms=("人数", "参训人数"),
    )
    trainers = Links(Staff, N_("Trainers of the station"), synonyms=("授课人",))
    guests = Text(N_("Other trainers"), limit=200, synonyms=("讲师", "外请讲师"))
    partner = Text(N_("Together with"), synonyms=("合办单位",))
    cost = Money(N_("Cost"), unit=N_("yuan"), synonyms=("费用",))
    content = Notes(N_("Content"), heading=N_("Record"), synonyms=("培训内容", "内容"))
    result = Notes(N_("Results"), synonyms=("培训效果",))
    pictures = Pictures(N_("Pictures"), most=6)
    note = Notes(N_("Remarks"), synonyms=("备注",))

    def derive(self):
        self.days = ((self.until or self.day) - self.day).days + 1 if self.day else None

    def conflicts(self):
        if self.day and self.until and self.until < self.day:
            yield "until", N_("The last day is before the first."), {}

    def caption(self):
        return self.name or ""
