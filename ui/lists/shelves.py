"""The pages of the rail on which lists of forms stand. A form names its page itself (`Record.shelf`)."""

from dataclasses import dataclass

from resources.language import N_

DAILY, PEOPLE, UPWARD, OWN, COUNTY = (
    N_("Daily"),
    N_("People served"),
    N_("Upward"),
    N_("This station"),
    N_("County"),
)


@dataclass(frozen=True)
class Shelf:
    """A page of the rail on which lists of forms stand."""

    name: str
    group: str
    label: str
    icon: str


SHELVES = (
    Shelf("visits", DAILY, N_("Visits"), "footprints"),
    Shelf("cases", DAILY, N_("Cases"), "folder-open"),
    Shelf("groups", DAILY, N_("Groups"), "users"),
    Shelf("activities", DAILY, N_("Activities"), "flag"),
    Shelf("volunteers", DAILY, N_("Volunteers"), "heart-handshake"),
    Shelf("persons", PEOPLE, N_("People"), "user-round"),
    Shelf("households", PEOPLE, N_("Households"), "house"),
    Shelf("needs", PEOPLE, N_("Needs and resources"), "hand-helping"),
    Shelf("referrals", PEOPLE, N_("Referrals"), "arrow-left-right"),
    Shelf("affairs", PEOPLE, N_("Affairs"), "stamp"),
    Shelf("consents", PEOPLE, N_("Consents and rights"), "shield"),
    Shelf("team", OWN, N_("Team and supervision"), "graduation-cap"),
    Shelf("partners", OWN, N_("Agencies and organisations"), "handshake"),
    Shelf("projects", OWN, N_("Projects and funds"), "wallet"),
    Shelf("office", OWN, N_("Station affairs"), "building-2"),
)


def forms_on(shelf: str, tables) -> list[type]:
    """The forms whose lists stand on a page, in the order of their declaration."""
    return [cls for cls in tables.values() if cls.shelf == shelf]
