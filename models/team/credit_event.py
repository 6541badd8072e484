"""What is to the credit of a worker, or against it (攀枝花: 从业人员信用监管机制)."""

from models.fields import Choice, Day, Link, Notes, Text
from models.records import Record
from models.team.staff import Staff
from resources.language import N_


class StaffCredit(Record):
    """One credit event of a member of the staff, read by the lead and that member."""

    title, plural, letters = N_("Credit event of a worker"), N_("Credit events of workers"), "XYR"
    part_of, restricted = ("staff",), "staff"

    staff = Link(
        Staff,
        N_("Staff member"),
        heading=N_("Credit event of a worker"),
        required=True,
        listed=True,
        index=True,
        synonyms=("姓名",),
    )
    kind = Choice(N_("Kind"), "credit_event", required=True, listed=True, synonyms=("类别", "性质"))
    day = Day(N_("Date"), required=True, listed=True, synonyms=("日期",))
    fact = Notes(N_("What happened"), required=True, sensitive=True, synonyms=("事实", "事由"))
    basis = Text(N_("Basis"), synonyms=("依据",))
    answer = Notes(N_("What the worker says"), sensitive=True, synonyms=("本人陈述",))
    outcome = Text(N_("Outcome for the worker"), limit=500, sensitive=True, synonyms=("处理结果",))
    mended = Day(N_("Credit restored on"), synonyms=("修复日期",))
