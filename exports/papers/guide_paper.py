"""The guide of what is purchased (政府购买社会工作服务指导性目录) of one year, what is needed most first."""

from datetime import datetime

from reportlab.lib.units import mm

from exports.layout.document import CELL, SMALL, Paper, Signatures, gap, pdf, title
from exports.layout.grids import grid
from exports.layout.prose import Prose
from models.files import silent
from models.partners.purchase_guide import by_need
from resources.language import N_, Language

_CENTRE, _RIGHT = CELL.but(align="centre"), CELL.but(align="right")
_COLUMNS = (
    (N_("No."), 10, _CENTRE), (N_("Item number"), 18, CELL), (N_("Service of the guide"), 34, CELL),
    (N_("Field of service"), 22, _CENTRE), (N_("Whom it serves"), 26, CELL), (N_("What it contains"), 64, CELL),
    (N_("Unit of count"), 16, _CENTRE), (N_("Reference price"), 22, _RIGHT), (N_("Needs collected"), 20, _RIGHT),
    (N_("Remarks"), 28, CELL),
)  # fmt: skip
_SIGNERS = (N_("Drawn up by:"), N_("Station lead:"), N_("Date:"))


def guide_pdf(
    year: str, *, language: Language, station: str, made: datetime | None = None, tick=silent
) -> bytes:  # fmt: skip
    """The guide of a year on paper lying on its side; a year without one says so."""
    say = language.text
    paper = Paper(language, say(N_("Purchase guide of {year}"), year=year), station, made=made, wide=True)
    rows = [[say(head) for head, _width, _kind in _COLUMNS]]
    rows += [_line(number, item, language) for number, item in enumerate(by_need(year), 1)]
    table = grid(rows, [width * mm for _head, width, _kind in _COLUMNS], kinds=[kind for _h, _w, kind in _COLUMNS])
    body = table if len(rows) > 1 else Prose(say(N_("None on file.")), CELL)
    note = Prose(say(N_("In the order of the needs collected, from below upward.")), SMALL, before=1.5 * mm)
    signed = Signatures([(say(label), "") for label in _SIGNERS], 3)
    return pdf(paper, [*title(paper.title, station), body, note, gap(), signed], tick)


def _line(number, item, language):
    questions = item.questions()
    said = [questions[name].show(getattr(item, name), language) for name in ("field", "object", "content", "unit")]
    price = "" if item.price is None else language.money(item.price)
    needs = "" if item.needs is None else language.number(item.needs)
    return [str(number), item.code or "", item.name or "", *said, price, needs, item.note or ""]
