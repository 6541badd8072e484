"""The register of villages and communities (五社联动台账): one community as its form, and all of them with averages."""

from datetime import datetime
from fractions import Fraction

from reportlab.lib.units import mm

from exports.layout.document import CELL, SMALL, heading
from exports.layout.forms import record_pdf
from exports.layout.grids import grid
from exports.layout.prose import Prose
from exports.papers.plan_tables import decimal
from models import parameters
from models.files import silent
from models.office import community as communities
from models.office.community import Community
from resources.language import N_, Language

_COUNTS = ("certified", "organisations", "teams", "volunteers")
_ASKED = {"certified": "certified", "organisations": "organisations"}
_WIDTHS = [width * mm for width in (46, 28, 24, 26, 24, 28)]
_KINDS = [CELL, *[CELL.but(align="centre")] * 5]


def community_pdf(
    community, *, language: Language, station: str, whole: bool = False, made: datetime | None = None, tick=silent
) -> bytes:
    """A community with the register of all behind it; with the class the blank form."""
    more = [] if isinstance(community, type) else _register(language)
    return record_pdf(community, language=language, station=station, more=more, whole=whole, made=made, tick=tick)


def _register(language):
    say, rows = language.text, list(Community.alive().order_by(Community.land, Community.name))
    questions = Community.questions()
    lines = [[say(questions[name].label) for name in ("name", "land", *_COUNTS)]]
    lines += [
        [one.name or "", _land(one.land, language), *[_shown(getattr(one, name)) for name in _COUNTS]] for one in rows
    ]
    for land in ("urban", "rural"):
        same = [one for one in rows if one.land == land]
        if same:
            lines += [_average(same, land, language), _asked(land, language)]
    reached, all_of_them = communities.covered(rows)
    short = say(N_(", ")).join(one.name for one in communities.short_of_workers(rows)) or say(N_("none"))
    said = say(
        N_("Reached by the station: {count} of {all}. Short of certified social workers: {names}."),
        count=reached, all=all_of_them, names=short,
    )  # fmt: skip
    name = say(N_("Register of all villages and communities"))
    return [*heading(name), grid(lines, _WIDTHS, kinds=_KINDS), Prose(said, SMALL, before=2 * mm)]


def _land(land, language):
    return Community.questions()["land"].show(land, language)


def _shown(value):
    return "" if value is None else decimal(Fraction(value))


def _average(same, land, language):
    name = language.text(N_("Average"))
    return [name, _land(land, language), *[_shown(communities.average(same, count)) for count in _COUNTS]]


def _asked(land, language):
    """What the plans ask for: certified and organisations by land, one team each."""
    asked = {name: str(parameters.value(f"{stem}_{land}")) for name, stem in _ASKED.items()} | {"teams": "1"}
    name = language.text(N_("Asked for"))
    return [name, _land(land, language), *[f"≥{asked[count]}" if count in asked else "" for count in _COUNTS]]
