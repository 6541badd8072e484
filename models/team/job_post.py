"""Posts for social workers (社工岗位): where they are, of which level, how many are filled."""

from models.database import current
from models.fields import Choice, Choices, Count, Day, Notes, Text
from models.records import Record
from resources.language import N_


class JobPost(Record):
    """One post or several equal ones at a host unit, opened for social workers (岗位一览)."""

    title, plural, letters = N_("Post for social workers"), N_("Posts for social workers"), "GWB"
    shelf, searched = "team", ("name", "host")

    name = Text(
        N_("Name of the post"), limit=100, heading=N_("Post"), required=True, listed=True, synonyms=("岗位名称", "岗位")
    )
    host = Text(N_("Host unit"), required=True, listed=True, synonyms=("设岗单位", "用人单位", "单位"))
    host_kind = Choice(N_("Kind of unit"), "host_kind", required=True, listed=True, synonyms=("单位类型",))
    fields = Choices(N_("Fields of work"), "work_field", synonyms=("领域", "服务领域"))
    level = Choice(N_("Post level"), "post_level", listed=True, synonyms=("岗位等级",))
    quota = Count(
        N_("Number of posts"), most=10_000, required=True, listed=True, suggest=1, synonyms=("岗位数", "编制数")
    )
    filled = Count(N_("Filled"), derived=True, printed=True, listed=True)
    duties = Notes(N_("Duties"), heading=N_("Duties and requirements"), synonyms=("岗位职责", "职责"))
    demands = Notes(N_("Requirements"), synonyms=("任职要求", "任职条件"))
    opened = Day(N_("Set up on"), heading=N_("State of the post"), required=True, listed=True, synonyms=("设立日期",))
    closed = Day(N_("Abolished on"), synonyms=("撤销日期",))
    state = Choice(N_("State"), "post_state", required=True, listed=True, suggest="open", synonyms=("状态",))
    note = Notes(N_("Remarks"), synonyms=("备注",))

    def derive(self):
        self.filled = filled(self)

    def conflicts(self):
        if self.opened and self.closed and self.closed < self.opened:
            yield "closed", N_("The post is given up before it was opened."), {}
        if self.state == "filled" and self.filled < (self.quota or 0):
            yield self.questions()["state"].problem(
                N_("Of {quota} places {filled} are filled in the register of the staff."), blocks=False,
                quota=self.quota, filled=self.filled,
            )  # fmt: skip

    def caption(self):
        return self.name or ""


def filled(post, day=None) -> int:
    """How many members of the staff hold the post on `day`."""
    day = day or current().today()
    staff = current().tables["staff"]
    holders = staff.alive().where(staff.position == post.id) if post.id else ()
    return sum((not one.hired or one.hired <= day) and (not one.left or one.left > day) for one in holders)


def vacant(store, day=None) -> int:
    """Places of posts in force on `day` that nobody holds (000-7: 人才数量不足)."""
    day = day or store.today()
    posts = JobPost.alive().where(JobPost.station == store.unit, JobPost.opened <= day)
    return sum(max(0, (post.quota or 0) - filled(post, day)) for post in posts if not post.closed or post.closed > day)
