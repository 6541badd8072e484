"""Key members of communities whom the station fosters (骨干培育)."""

from models import lookup
from models.database import current
from models.errors import Problem
from models.fields import Choice, Choices, Count, Day, Lines, Link, Name, Notes, Phone, Text
from models.partners.community_organisation import CommunityOrganisation
from models.people.person import Person
from models.records import Record
from models.team.staff import Staff
from resources.language import N_


class Backbone(Record):
    """One key member. Row 66 of the monthly table counts those newly fostered."""

    title, plural, letters = N_("Key member"), N_("Key members"), "GGM"
    shelf, searched = "office", ("name",)

    name = Name(N_("Name"), heading=N_("Key member"), required=True, listed=True, synonyms=("姓名",))
    sex = Choice(N_("Sex"), "sex", synonyms=("性别",))
    person = Link(Person, N_("Person on file"), index=True)
    village = Text(N_("Village or community"), required=True, listed=True, upward=True, synonyms=("村（社区）",))
    phone = Phone(N_("Telephone"), listed=True, synonyms=("联系电话",))
    roles = Choices(N_("Who they are"), "backbone_role", required=True, listed=True, synonyms=("身份", "类别"))
    organisation = Link(CommunityOrganisation, N_("Community organisation"))
    since = Day(
        N_("Fostered since"),
        required=True,
        listed=True,
        index=True,
        suggest=lambda member: current().today(),
        synonyms=("培育日期", "登记日期"),
    )
    state = Choice(N_("State"), "backbone_state", required=True, listed=True, suggest="active")
    left = Day(N_("Withdrew on"), asked_if=lambda member: member.state == "left", required=True)
    skills = Text(N_("What they are good at"), limit=300, synonyms=("特长",))
    worker = Link(Staff, N_("Worker responsible"), listed=True, suggest=lambda one: current().user)
    course = Lines(
        N_("Fostering"), heading=N_("Fostering"), room=6, sums=("hours",),
        columns={
            "day": Day(N_("Date"), required=True),
            "what": Text(N_("Training, practice or task"), limit=300, required=True),
            "hours": Count(N_("Lesson hours")),
        },
    )  # fmt: skip
    result = Notes(N_("What they do now"), synonyms=("发挥作用",))
    note = Text(N_("Remarks"), limit=1000, synonyms=("备注",))

    def conflicts(self):
        if self.since and self.left and self.left < self.since:
            yield "left", N_("The day of leaving is before the first day."), {}
        if lookup.has_twin(self, "name", "village"):
            yield Problem("name", N_("This village has a key member of this name already."), blocks=False)
