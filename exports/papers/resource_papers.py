"""Papers of resources and needs: the ledger of what came and went (接收使用台账), the ranking of needs (指导性目录)."""

from datetime import date, datetime

from reportlab.lib.units import mm

from exports.layout.answers import caption
from exports.layout.document import CELL, SMALL, Paper, gap, heading, pdf, title
from exports.layout.forms import record_pdf
from exports.layout.grids import table_of
from exports.layout.prose import Prose
from models import codes
from models.files import silent
from models.linking import matching
from resources.language import N_, Language

_CENTRE, _RIGHT = CELL.but(align="centre"), CELL.but(align="right")
_LEDGER = (
    (N_("Date"), 21, _CENTRE), (N_("Given to"), 44, CELL), (N_("Quantity"), 16, _RIGHT),
    (N_("Value given"), 22, _RIGHT), (N_("Left"), 16, _RIGHT), (N_("Way of receipt"), 24, _CENTRE),
    (N_("Signed for by"), 24, CELL),
)  # fmt: skip
_RANKING = (
    (N_("Rank"), 9, _CENTRE), (N_("Group of people"), 23, CELL), (N_("Kind of need"), 32, CELL),
    (N_("Needs asked for"), 11, _RIGHT), (N_("People concerned"), 14, _RIGHT), (N_("Matched"), 11, _RIGHT),
)  # fmt: skip


def resource_pdf(
    resource, *, language: Language, station: str, whole: bool = False, made: datetime | None = None, tick=silent
) -> bytes:
    """A resource with its ledger of links; with the class the blank form."""
    more = [] if isinstance(resource, type) else _ledger(resource, language)
    return record_pdf(resource, language=language, station=station, name=N_("Sheet of a resource"),
                      more=more, whole=whole, made=made, tick=tick)  # fmt: skip


def _ledger(resource, language):
    say, rows = language.text, []
    quantity = value = 0
    for link, left in matching.ledger(resource):
        rows.append(_ledger_line(link, left, language))
        quantity, value = quantity + (link.quantity or 0), value + (link.value or 0)
    if not rows:
        return [
            *heading(say(N_("Ledger of what came and went"))),
            Prose(say(N_("Nothing of it has been given out yet.")), CELL),
        ]
    rows.append(
        [say(N_("Total")), "", language.number(quantity) if quantity else "", language.money(value), "", "", ""]
    )
    table = table_of(_LEDGER, rows, language, 176 * mm)
    return [*heading(say(N_("Ledger of what came and went"))), table, gap(2 * mm)]


def _ledger_line(link, left, language):
    receiver = link.who or (caption("person", link.person) if link.person else "")
    receiver = receiver or (caption("household", link.household) if link.household else "")
    value = language.money(link.value) if link.value is not None else ""
    amount, rest = ("" if one is None else language.number(one) for one in (link.quantity, left))
    way = codes.label("receipt_way", link.receipt, language) if link.receipt else ""
    return [link.day.isoformat(), receiver, amount, value, rest, way, link.signed_by or ""]


def need_pdf(need, **said) -> bytes:
    """需求登记表, filled in or blank; see forms.record_pdf."""
    return record_pdf(need, name=N_("Sheet of a need"), **said)


# --- needs ----------------------------------------------------------------------------------------------------------


def ranking_pdf(
    start: date, end: date, *, language: Language, station: str, made: datetime | None = None, tick=silent
) -> bytes:
    """The guiding list for buying services: what was asked for most in a span, with the rate of needs answered."""
    say = language.text
    paper = Paper(language, say(N_("Guiding list from the needs collected")), station, made=made)
    rows = []
    for rank, line in enumerate(matching.ranking(start, end), 1):
        group, kind = (codes.label(name, code, language) if code else "" for name, code in
                       (("need_group", line.group), ("need_kind", line.kind)))  # fmt: skip
        counts = (language.number(count) for count in (line.needs, line.people, line.matched))
        rows.append([str(rank), group, kind, *counts])
    under = say(N_("{station}, needs collected from {start} to {end}"), station=station, start=start, end=end)
    story = [*title(paper.title, under), *_rates(matching.conversion(start, end), paper), gap(3 * mm)]
    return pdf(paper, [*story, table_of(_RANKING, rows, language, paper.width)], tick)


def _rates(found, paper):
    """The rates in one line each; what cannot be reckoned stands as a dash."""
    language, say = paper.language, paper.language.text
    rate = "—" if found.rate is None else f"{found.rate // 10}.{found.rate % 10} %"
    mean = "—" if found.mean_tenths is None else f"{found.mean_tenths // 10}.{found.mean_tenths % 10}"
    lines = (
        say(N_("Needs collected: {collected}; matched: {matched} (made a project {projects}, met {met}); cannot "
               "be met: {unmet}."),
            collected=language.number(found.collected), matched=found.matched, projects=found.projects,
            met=found.met, unmet=found.unmet),
        say(N_("Conversion rate: {rate}. Days until a need was matched: {mean} in the mean, {median} in the middle."),
            rate=rate, mean=mean, median="—" if found.median_days is None else found.median_days),
    )  # fmt: skip
    note = say(N_("Conversion rate = needs made a project or met ÷ needs collected in the span."))
    return [*(Prose(line, CELL.but(size=10, leading=15)) for line in lines), Prose(note, SMALL, before=1 * mm)]
