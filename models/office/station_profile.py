"""The station's profile (站点基本情况表): rooms, equipment, rules, build mode, coverage."""

from models.database import current
from models.errors import Problem
from models.fields import Choice, Choices, Count, Day, Lines, Link, Money, Name, Notes, Phone, Pictures, Text, YesNo
from models.partners.agency import Agency
from models.records import Record
from resources.language import N_


class StationProfile(Record):
    """The station or one of its points and rooms as it stands on a day; a new one is written when much has changed."""

    title, plural, letters = N_("Site profile"), N_("Site profiles"), "ZDJ"
    shelf, searched, goes_on = "office", ("name",), True
    signers = (N_("Filled in by:"), N_("Station lead:"), N_("Date:"))

    name = Text(N_("Name of the site"), heading=N_("Site"), required=True, listed=True, synonyms=("站点名称",))
    counted = Day(N_("As of"), required=True, listed=True, suggest=lambda profile: current().today())
    type = Choice(
        N_("Kind of site"), "site_type", required=True, listed=True, suggest="station", synonyms=("站点类型",)
    )
    build_mode = Choice(N_("How it was built"), "build_mode", listed=True, synonyms=("建设模式",))
    built = Day(N_("Set up and opened on"), listed=True, synonyms=("建成日期", "挂牌日期"), copied=True)
    pilot = Choice(N_("Pilot"), "pilot_level", suggest="none")
    pilot_year = Text(N_("Pilot since year"), limit=4, asked_if=lambda profile: profile.pilot not in (None, "none"))
    agency = Link(Agency, N_("Run by"))
    platform = Text(N_("Platform it belongs to"), hint=N_("Such as group service centre or governance platform"))
    tenants = Text(N_("Organisations housed"), limit=500)
    address = Text(N_("Where it is"), synonyms=("地址",))
    head = Name(N_("Person in charge"), listed=True, synonyms=("负责人",))
    phone = Phone(N_("Telephone"))
    hours = Text(N_("Opening hours"), synonyms=("开放时间",))
    villages = Count(
        N_("Villages and communities covered"), heading=N_("Coverage"), listed=True, synonyms=("覆盖村社区数",)
    )
    villages_all = Count(N_("Villages and communities in all"))
    population = Count(N_("People covered"), unit=N_("people"))
    staff = Count(N_("Full-time staff"), unit=N_("people"))
    certified = Count(N_("Of these, certified"), unit=N_("people"))
    own_office = YesNo(N_("Office of its own"), heading=N_("Rooms and equipment"))
    rooms = Lines(
        N_("Rooms"), room=5, sums=("area",),
        columns={
            "use": Choice(N_("Use"), "room_use", required=True),
            "name": Text(N_("Called")),
            "area": Count(N_("Area (m²)")),
            "seats": Count(N_("Seats")),
        },
    )  # fmt: skip
    equipment = Lines(
        N_("Equipment"), room=8, sums=("value",),
        columns={
            "name": Text(N_("Called"), required=True),
            "number": Text(N_("Asset number"), limit=40),
            "count": Count(N_("Number of pieces")),
            "value": Money(N_("Value")),
            "bought": Day(N_("Bought on")),
            "state": Choice(N_("State"), "asset_state"),
        },
    )  # fmt: skip
    rules = Lines(
        N_("Rules"), room=6,
        columns={
            "name": Text(N_("Rule"), required=True),
            "on": Day(N_("In force from")),
            "where": Text(N_("Shown at"), limit=60),
        },
    )  # fmt: skip
    shortages = Choices(N_("What is short"), "shortage", heading=N_("Four shortages"))
    shortage = Notes(N_("What was done about it"))
    pictures = Pictures(N_("Pictures"))
    note = Text(N_("Remarks"), limit=1000)

    def conflicts(self):
        if self.villages_all is not None and (self.villages or 0) > self.villages_all:
            yield "villages", N_("More villages are covered than there are."), {}
        if self.staff is not None and not self.certified and self.type == "station":
            yield Problem(
                "certified", N_("A station needs at least one certified full-time social worker."), blocks=False
            )
