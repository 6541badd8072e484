"""Where a worker is sent to: host unit, who places them, offices held besides (全团要讯: 派驻、统筹、兼职)."""

from models.errors import Problem
from models.fields import Choice, Day, Link, Notes, Text
from models.records import Record
from models.team.staff import Staff
from resources.language import N_


class Assignment(Record):
    """One assignment of a member of the staff, from one day to another."""

    title, plural, letters = N_("Assignment"), N_("Assignments"), "PZR"
    part_of, shelf = ("staff",), "team"

    staff = Link(
        Staff, N_("Staff member"), heading=N_("Assignment"), required=True, listed=True, index=True, synonyms=("姓名",)
    )
    kind = Choice(
        N_("Kind"), "assignment_kind", required=True, listed=True, suggest="dispatch", synonyms=("类别", "方式")
    )
    unit = Text(N_("Sent to"), required=True, listed=True, synonyms=("派驻单位", "派驻地"))
    host_kind = Choice(N_("Kind of unit"), "host_kind", synonyms=("单位类型",))
    placed_by = Text(N_("Placed by"), listed=True, synonyms=("统筹单位", "派出单位"))
    office = Text(N_("Office held besides"), listed=True, synonyms=("兼职职务", "兼任职务"))
    since = Day(N_("From"), required=True, listed=True, may_be_future=True, synonyms=("开始日期", "派驻日期"))
    until = Day(N_("Until"), listed=True, may_be_future=True, synonyms=("结束日期",))
    contact = Text(N_("Contact person of the unit"), limit=100, synonyms=("联系人",))
    tasks = Notes(N_("Duties"), synonyms=("工作任务",))
    note = Notes(N_("Remarks"), synonyms=("备注",))

    def conflicts(self):
        if self.since and self.until and self.until < self.since:
            yield "until", N_("The last day is before the first."), {}
        member = self.linked("staff")
        if member and member.left and (not self.until or self.until > member.left):
            yield Problem("until", N_("The worker has left; the assignment goes on."), blocks=False, repair=member.left)

    def caption(self):
        return self.unit or ""


def towns_covered(store, towns, day=None) -> tuple[int, int]:
    """How many of the towns on a list have a full-time worker sent to or placed in them, and how many there are.

    全覆盖 is 100 % of a list that is kept, never of what happens to be entered.
    A worker sent to 云岭镇 covers 云岭镇社工站.
    """
    day = day or store.today()
    rows = Assignment.alive().where(Assignment.station == store.unit, Assignment.since <= day)
    full_time = {row.unit for row in rows if not (row.until and row.until < day) and _is_full_time(row)}
    covered = {town for town in towns if any(unit in town or town in unit for unit in full_time)}
    return len(covered), len(set(towns))


def _is_full_time(assignment):
    member = assignment.linked("staff")
    return member is not None and member.time != "part"
