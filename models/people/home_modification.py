"""Home modification (适老化、无障碍改造): assessed, built, accepted, with pictures of before and after."""

from models.database import current
from models.fields import Choice, Choices, Count, Day, Lines, Link, Money, Notes, Phone, Pictures, Text, YesNo
from models.people.household import Household
from models.people.person import Person
from models.process import Move, Process
from models.records import Record
from models.team.staff import Staff
from resources.language import N_


class HomeModification(Record):
    """One modification of one home; counted by household in the month it is accepted (figure 38)."""

    title, plural, letters = N_("Home modification"), N_("Home modifications"), "GZH"
    shelf, part_of = "households", ("household", "person")
    signers = (N_("Household:"), N_("Builder:"), N_("Social worker:"), N_("Date:"))
    process = Process(
        "state",
        (
            Move("approve", N_("Approve"), ("planned",), "approved", needs=("items", "funder")),
            Move("build", N_("Work begins"), ("approved",), "building", needs=("begun",)),
            Move("accept", N_("Accept the work"), ("approved", "building"), "accepted", needs=("accepted_on",)),
            Move("cancel", N_("Cancel the work"), ("planned", "approved", "building"), "cancelled", why=True),
        ),
        first=("planned",),
    )

    household = Link(Household, N_("Household"), heading=N_("Home"), required=True, listed=True, index=True)
    person = Link(Person, N_("For whom"), listed=True, index=True)
    day = Day(N_("Assessed on"), required=True, listed=True, suggest=lambda one: current().today())
    kinds = Choices(
        N_("Kind of modification"), "modification_kind", required=True, listed=True, synonyms=("改造类别", "改造类型")
    )
    handicap = Text(N_("Handicap or need"), limit=300, sensitive=True, synonyms=("障碍情况", "改造需求"))
    village = Text(N_("Village or community"), derived=True, upward=True)
    items = Lines(
        N_("Items"), heading=N_("Building work"),
        columns={
            "place": Text(N_("Place"), limit=60), "what": Text(N_("Item"), limit=120, required=True),
            "number": Count(N_("Quantity")), "unit": Text(N_("Unit of measure"), limit=12),
            "cost": Money(N_("Cost")),
        },
        sums=("cost",), room=6,
    )  # fmt: skip
    cost = Money(N_("Total cost"), derived=True, printed=True, listed=True, unit=N_("yuan"))
    funder = Text(N_("Paid by"), limit=100, synonyms=("资金来源", "出资方"))
    builder = Text(N_("Builder"), limit=100, synonyms=("施工单位",))
    builder_phone = Phone(N_("Builder's telephone"))
    worker = Link(Staff, N_("Worker responsible"), suggest=lambda one: current().user, synonyms=("负责社工",))
    begun = Day(N_("Work begun on"), synonyms=("开工日期",))
    before = Pictures(N_("Pictures before"), heading=N_("Before and after"), most=6)
    after = Pictures(N_("Pictures after"), most=6)
    accepted_on = Day(N_("Work accepted on"), listed=True, synonyms=("验收日期", "完工日期"))
    usable = YesNo(N_("The person can use it"), synonyms=("能否使用",))
    satisfied = YesNo(N_("Satisfied"), synonyms=("是否满意",))
    note = Notes(N_("Remarks"), synonyms=("备注",))
    state = Choice(N_("State"), "modification_state", required=True, listed=True, suggest="planned")

    def derive(self):
        self.cost = self.questions()["items"].total(self.items, "cost") if self.items else None
        household = self.linked("household")
        self.village = household.village if household else None
        if not self.household and (person := self.linked("person")):
            self.household = person.household

    def conflicts(self):
        for name in ("begun", "accepted_on"):
            if self.day and getattr(self, name) and getattr(self, name) < self.day:
                yield name, N_("This day is before the assessment."), {}
        if self.begun and self.accepted_on and self.accepted_on < self.begun:
            yield "accepted_on", N_("The work is taken over before it begins."), {}

    def caption(self):
        household = self.linked("household")
        return household.caption() if household else ""
