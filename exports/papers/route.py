"""Papers to take on the way: the households due, village by village; and who was not visited in a month."""

from datetime import date, datetime

from reportlab.lib.units import mm

from exports.layout.document import BODY, CELL, SMALL, Paper, gap, pdf, title
from exports.layout.grids import grid, whole_words
from exports.layout.masks import masked
from exports.layout.prose import Prose
from models import codes
from models.files import silent
from resources.language import N_, Language

_CENTRE = CELL.but(align="centre")
_ROW = 11 * mm
_STOPS = (
    (N_("No."), 9, _CENTRE),
    (N_("Household"), 26, CELL),
    (N_("Lives there"), 36, CELL),
    (N_("Address"), 42, CELL),
    (N_("Telephone"), 27, CELL),
    (N_("Risk"), 12, _CENTRE),
    (N_("To visit by"), 17, _CENTRE),
    (N_("Last time"), 17, _CENTRE),
    (N_("Promised last time"), 46, CELL),
    (N_("Visited on, by whom"), 30, CELL),
)
_UNSEEN = (
    (N_("No."), 10, _CENTRE),
    (N_("Name"), 30, CELL),
    (N_("Village or community"), 40, CELL),
    (N_("Elder in special hardship"), 24, _CENTRE),
    (N_("To be visited every"), 24, _CENTRE),
    (N_("Last visit to the household"), 28, _CENTRE),
    (N_("Arranged for"), 32, CELL),
)


def route_pdf(
    stops, until: date, *, station: str, language: Language, whole: bool = False, made: datetime | None = None,
    tick=silent,
) -> bytes:  # fmt: skip
    """The stops (models.services.rounds.Stop) in their order, a band for each village.

    `whole` prints telephones in full; otherwise they are masked, for a paper may be lost on the way.
    """
    say = language.text
    paper = Paper(language, say(N_("Route list of visits")), station, made=made, wide=True)
    rows, bands, village = [[say(word) for word, _, _ in _STOPS]], [], None
    for number, stop in enumerate(stops, 1):
        if stop.village != village:
            village = stop.village
            bands.append(len(rows))
            rows.append([_band(stops, village, language)] + [""] * (len(_STOPS) - 1))
        rows.append(_stop(stop, number, whole, language))
    under = say(N_("{station} · due by {day}"), station=station, day=f"{until:%Y-%m-%d}")
    table = _table(rows, _STOPS, paper, bands)
    note = say(N_("This paper names people and where they live. Keep it on you; shred it after the round."))
    return pdf(paper, [*title(say(N_("Route list of visits")), under), table, gap(2 * mm), Prose(note, SMALL)], tick)


def _band(stops, village, language):
    count = sum(stop.village == village for stop in stops)
    name = village or language.text(N_("No village named"))
    return language.plural("{name}　{n} household", "{name}　{n} households", count, name=name)


def _stop(stop, number, whole, language):
    where = place(stop.group_no or "", stop.address or "")
    risk = codes.label("risk_level", stop.risk, language) if stop.risk else ""
    last = f"{stop.last:%m-%d}" if stop.last else language.text(N_("never"))
    members = language.text(N_(", ")).join(stop.members)
    phone = stop.phone if whole else masked(stop.phone)
    return [str(number), stop.head, members, where, phone, risk, f"{stop.day:%m-%d}", last, stop.promise, ""]


def place(group: str, address: str) -> str:
    """Group and address; the group once only, for many addresses begin with it: 2组50号."""
    number = group.rstrip("组社队")
    if number and address.startswith(tuple(number + word for word in "组社队")):
        return address
    return " ".join(filter(None, (group, address)))


def unvisited_pdf(
    month, name: str, *, station: str, language: Language, made: datetime | None = None, tick=silent
) -> bytes:
    """Who was not visited (models.services.unvisited.Month) in the month written `name`, with the rate of elders."""
    say = language.text
    heading = say(N_("Not visited this month"))
    paper = Paper(language, f"{heading} {name}", station, made=made)
    rows = [[say(word) for word, _, _ in _UNSEEN]]
    rows += [_unseen(one, number, language) for number, one in enumerate(month.missing, 1)]
    story = [*title(heading, f"{station}　{name}"), Prose(rate_said(month, language), BODY, after=2 * mm)]
    return pdf(paper, [*story, _table(rows, _UNSEEN, paper)], tick)


def rate_said(month, language: Language) -> str:
    """The visiting rate in a sentence."""
    if month.rate is None:
        return language.text(N_("No elders in special hardship are on file."))
    return language.text(
        N_("Elders in special hardship on file {elders}, visited {seen}: visiting rate {rate} %. Others: {others}."),
        elders=month.elders, seen=month.seen, rate=f"{month.rate // 10}.{month.rate % 10}",
        others=sum(not one.elder for one in month.missing),
    )  # fmt: skip


def _unseen(one, number, language):
    elder = language.text(N_("yes")) if one.elder else ""
    days = language.plural("{n} day", "{n} days", one.days)
    last = f"{one.last:%Y-%m-%d}" if one.last else language.text(N_("never"))
    return [str(number), one.name, one.village, elder, days, last, ""]


def _table(rows, columns, paper, bands=()):
    widths = [width * mm for _, width, _ in columns]
    scale = paper.width / sum(widths)
    kinds = [kind for _, _, kind in columns]
    said = [row for number, row in enumerate(rows[1:], 1) if number not in bands]
    widths = whole_words(said, [width * scale for width in widths], kinds)
    return grid(rows, widths, kinds=kinds, bands=bands, least=_ROW)
