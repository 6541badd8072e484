"""Villages and communities with their five registers (五社联动台账), and the staffing the plans ask for."""

from fractions import Fraction

from models import lookup, parameters
from models.database import current
from models.errors import Problem
from models.fields import Choice, Count, Day, Money, Name, Notes, Text, YesNo
from models.records import Record
from resources.language import N_


class Community(Record):
    """One village or community of the station's area: the denominator of every “full coverage”."""

    title, plural, letters = N_("Community record"), N_("Villages and communities"), "CSQ"
    shelf, searched = "office", ("name",)

    name = Text(
        N_("Name of the community"),
        heading=N_("Community"),
        required=True,
        listed=True,
        upward=True,
        synonyms=("村（社区）", "社区名称"),
    )
    land = Choice(
        N_("Urban community or village"), "land", required=True, listed=True, suggest="rural", synonyms=("城乡类型",)
    )
    counted = Day(N_("As of"), suggest=lambda community: current().today(), synonyms=("统计日期",))
    residents = Count(N_("Residents of the community"), listed=True, unit=N_("people"), synonyms=("常住人口",))
    registered = Count(N_("Registered population"), unit=N_("people"), synonyms=("户籍人口",))
    elders = Count(N_("Elders"), unit=N_("people"), synonyms=("老年人",))
    served = YesNo(N_("Station's service reaches it"), listed=True)
    room = YesNo(N_("Room for social work"))
    posts = Count(N_("Social-work posts"), heading=N_("Social workers there"), synonyms=("社工岗位",))
    certified = Count(N_("Certified social workers"), listed=True, unit=N_("people"), synonyms=("持证人数",))
    elder_workers = Count(N_("Of these, for elders"), unit=N_("people"))
    secretary = YesNo(N_("Party secretary certified"))
    organisations = Count(
        N_("Community organisations"),
        heading=N_("Organisations, volunteers, charity"),
        listed=True,
        synonyms=("社区社会组织",),
    )
    teams = Count(N_("Volunteer teams"), listed=True, synonyms=("志愿服务队伍",))
    volunteers = Count(N_("Volunteers"), synonyms=("志愿者",))
    fund = YesNo(N_("Community charity fund"), listed=True)
    charity = Money(N_("Charity resources this year"), unit=N_("yuan"))
    council = YesNo(N_("Council of residents"))
    needs = Notes(N_("Facilities needed"), synonyms=("设施需求",))
    contact = Name(N_("Person to speak to"))
    note = Text(N_("Remarks"), limit=1000, synonyms=("备注",))

    @property
    def workers_asked(self) -> int:
        """Certified social workers asked for: two in an urban community, one in a village."""
        return parameters.value("certified_rural" if self.land == "rural" else "certified_urban")

    @property
    def elder_workers_asked(self) -> int:
        """One where more elders live than the parameter elders_of_community."""
        return int((self.elders or 0) > parameters.value("elders_of_community"))

    def conflicts(self):
        if lookup.has_twin(self, "name"):
            yield Problem("name", N_("This community is on the list already."), blocks=False)
        if self.certified is not None and self.certified < self.workers_asked:
            yield Problem(
                "certified",
                N_("Too few certified social workers: {asked} asked for."),
                {"asked": self.workers_asked},
                blocks=False,
            )
        if self.elder_workers_asked and not self.elder_workers and self.certified is not None:
            yield Problem(
                "elder_workers", N_("With so many elders, one social worker for them is asked for."), blocks=False
            )


def average(communities, name: str) -> Fraction | None:
    """The mean of a count over the communities that say it (名/社区); None without any."""
    known = [value for value in (getattr(one, name) for one in communities) if value is not None]
    return Fraction(sum(known), len(known)) if known else None


def least(communities, name: str) -> int | None:
    """The smallest count: what “each at least” is measured by, where the mean says nothing."""
    return min((value for value in (getattr(one, name) for one in communities) if value is not None), default=None)


def short_of_workers(communities) -> list:
    """Communities with fewer certified social workers than asked for; who says nothing is short."""
    return [one for one in communities if (one.certified or 0) < one.workers_asked]


def covered(communities) -> tuple[int, int]:
    """(reached by the station, all on the list)."""
    communities = list(communities)
    return sum(one.served == "yes" for one in communities), len(communities)
