"""Three parties, five parties (三社联动、五社联动): a joint project and the six tasks of the social workers in it."""

from models import codes
from models.database import current
from models.errors import Problem
from models.fields import Choice, Choices, Count, Day, Lines, Link, Links, Money, Notes, Pictures, Text
from models.partners.community_organisation import CommunityOrganisation
from models.partners.project import Project
from models.records import Record
from models.team.staff import Staff
from resources.language import N_


class Linkage(Record):
    """One joint project of a village or community. Row 67 of the monthly table counts those of five parties."""

    title, plural, letters = N_("Joint project"), N_("Joint projects"), "LDX"
    shelf, searched, part_of = "office", ("name",), ("project",)

    name = Text(
        N_("Name of the joint project"),
        heading=N_("Joint project"),
        required=True,
        listed=True,
        synonyms=("项目名称", "联动项目"),
    )
    kind = Choice(
        N_("Three or five parties"), "linkage_kind", required=True, listed=True, suggest="five", synonyms=("联动类型",)
    )
    village = Text(N_("Village or community"), required=True, listed=True, upward=True, synonyms=("村（社区）", "社区"))
    begin = Day(
        N_("Begins on"),
        required=True,
        listed=True,
        index=True,
        suggest=lambda linkage: current().today(),
        synonyms=("开始日期",),
    )
    end = Day(N_("Finished on"), synonyms=("结束日期",))
    state = Choice(N_("State"), "linkage_state", required=True, listed=True, suggest="running")
    parties = Choices(N_("Parties taking part"), "linkage_party", required=True, listed=True, synonyms=("参与主体",))
    organisations = Links(CommunityOrganisation, N_("Community organisations"))
    others = Text(N_("Other parties"), limit=500)
    project = Link(Project, N_("Project"), index=True)
    worker = Link(
        Staff, N_("Worker responsible"), listed=True, synonyms=("负责社工",), suggest=lambda one: current().user
    )
    volunteers = Count(N_("Volunteers in it"), unit=N_("people"), synonyms=("志愿者人数",))
    charity = Money(N_("Charity resources"), unit=N_("yuan"), synonyms=("慈善资金",))
    tasks = Lines(
        N_("Six tasks"), room=6,
        columns={
            "step": Choice(N_("Task"), "linkage_step", required=True),
            "day": Day(N_("Date")),
            "done": Text(N_("What was achieved"), limit=500, required=True),
            "people": Count(N_("Attendances in all")),
        },
    )  # fmt: skip
    result = Notes(N_("Result"), synonyms=("成效",))
    pictures = Pictures(N_("Pictures"))
    note = Text(N_("Remarks"), limit=1000, synonyms=("备注",))

    def conflicts(self):
        if self.begin and self.end and self.end < self.begin:
            yield "end", N_("It ends before it begins."), {}
        if self.state == "done" and not self.end:
            yield "end", N_("Say on which day it ended."), {}
        if self.kind == "five" and len(self.parties) < 5:
            yield Problem(
                "parties",
                N_("Five parties take part in a joint project of five; {count} are chosen."),
                {"count": len(self.parties)},
                blocks=False,
            )
        if self.state == "done" and (missing := len(self.missing_steps())):
            sentence = N_("Of the six tasks, {count} have no line yet.")
            yield Problem("tasks", sentence, {"count": missing}, blocks=False)

    def missing_steps(self) -> list[str]:
        """Codes of the six tasks that have no line yet."""
        done = {line.get("step") for line in self.tasks}
        return [entry.code for entry in codes.choices("linkage_step") if entry.code not in done]
