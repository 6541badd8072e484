"""The service list (服务清单) as a table, and the service menu (服务菜单) as a poster on A4 or A3 with a QR code.

The code holds words, no address: it works without a network, and whoever scans it reads the menu's first lines.
"""

from dataclasses import dataclass
from datetime import date, datetime

from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.barcode.qrencoder import QR8bitByte
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import Color
from reportlab.lib.pagesizes import A3, A4
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from exports.layout.document import CELL, Paper, gap, pdf, title
from exports.layout.grids import cell, grid
from exports.layout.prose import Prose, Type
from models import codes
from models.files import silent
from models.linking.service_item import offered
from resources.language import N_, Language

_CENTRE = CELL.but(align="centre")
_QR_BYTES = 450  # more makes squares too small for a telephone at 40 mm
_INK, _BAND = Color(0.09, 0.30, 0.42), Color(0.91, 0.95, 0.97)


def list_pdf(day: date, *, language: Language, station: str, made: datetime | None = None, tick=silent) -> bytes:
    """All that is offered on a day: code, name, object, content, mode, unit, charge, provider."""
    say = language.text
    paper = Paper(language, say(N_("Service list")), station, made=made, wide=True)
    heads = (
        N_("Code of the service"), N_("Name of the service"), N_("Heading of the list"), N_("Whom it serves"),
        N_("Content of service"), N_("Way of serving"), N_("Unit of count"), N_("Charge"), N_("Provider"),
    )  # fmt: skip
    items = offered(day)
    rows = [[say(head) for head in heads], *(_line(item, language) for item in items)]
    shares = (0.07, 0.12, 0.13, 0.11, 0.23, 0.11, 0.06, 0.07, 0.10)
    kinds = [_CENTRE, CELL, CELL, CELL, CELL, CELL, _CENTRE, _CENTRE, CELL]
    table = grid(rows, [paper.width * share for share in shares], kinds=kinds)
    under = f"{station}　{say(N_('Date: {day}'), day=day.isoformat())}"
    if not items:
        table = Prose(say(N_("No service is offered on this day yet.")), CELL)
    return pdf(paper, [*title(paper.title, under), gap(2 * mm), table], tick)


def _line(item, language):
    return [
        item.code or "", item.name or "", _label("service_content", item.content_kind, language),
        _labels("client_class", item.objects, language), item.content or "",
        _labels("service_mode", item.modes, language), item.unit or "", _charge(item, language), item.provider or "",
    ]  # fmt: skip


def _label(name, code, language):
    return codes.label(name, code, language) if code else ""


def _labels(name, found, language):
    return language.text(N_(", ")).join(codes.label(name, code, language) for code in found or ())


def _charge(item, language):
    said = _label("service_charge", item.charge, language)
    if item.charge == "free" or item.price is None:
        return said
    price = language.text(N_("{price} yuan"), price=language.money(item.price))
    return f"{said} {price}" + (f"/{item.unit}" if item.unit else "")


def menu_pdf(
    day: date, *, language: Language, station: str, phone: str = "", place: str = "", large: bool = False,
    made: datetime | None = None, tick=silent,
) -> bytes:  # fmt: skip
    """The menu for the wall: A4, or A3 with `large`. Only what stands on the menu, grouped by its heading."""
    say, scale = language.text, 1.41 if large else 1.0
    paper = _Sheet(language, say(N_("Service menu")), station, made=made, large=large)
    items = offered(day, menu=True)
    story = [
        Prose(station, Type("medium", 15 * scale, 22 * scale, "centre", _INK)),
        Prose(say(N_("Service menu")), Type("bold", 30 * scale, 42 * scale, "centre", _INK), after=4 * mm),
        *_offers(items, paper, scale),
    ]
    how = say(N_("Ask at the station{place}{phone}."), place=say(N_(", {place}"), place=place) if place else "",
              phone=say(N_(", telephone {phone}"), phone=phone) if phone else "")  # fmt: skip
    story.append(_Asking(how, _in_code(items, station, phone, place, say, language), say, scale))
    return pdf(paper, story, tick)


def _offers(items, paper, scale):
    """What is offered, under its headings; a word where there is nothing."""
    if not items:
        said = paper.language.text(N_("No service stands on the menu yet."))
        return [Prose(said, CELL.but(size=12 * scale, leading=18 * scale))]
    heads = {}
    for item in items:
        words = _label("service_content", item.content_kind, paper.language)
        heads.setdefault(words.replace("：", ": ").split(": ")[0], []).append(item)
    return [part for words, group in heads.items() for part in _group(words, group, paper, scale)]


@dataclass(frozen=True)
class _Sheet(Paper):
    """A paper that may be as large as a poster."""

    large: bool = False

    @property
    def size(self):
        return A3 if self.large else A4


def _group(words, items, paper, scale):
    name, small = Type("medium", 12.5 * scale, 18 * scale), Type("serif", 10.5 * scale, 16 * scale)
    language, rows = paper.language, []
    for item in items:
        about = (
            _labels("client_class", item.objects, language), _labels("service_mode", item.modes, language),
            _charge(item, language), item.times, item.how, item.phone,
        )  # fmt: skip
        how = language.text(N_("; ")).join(filter(None, about))
        rows.append([cell(item.name or "", name), cell(item.content or "", small), cell(how, small)])
    widths = [paper.width * share for share in (0.25, 0.41, 0.34)]
    head = Prose(words, Type("bold", 13.5 * scale, 20 * scale, colour=_INK), before=4 * mm, after=1.5 * mm)
    banded = [("BACKGROUND", (0, 0), (0, -1), _BAND)]
    return [head, grid(rows, widths, heads=0, style=banded, padding=(4 * scale, 5 * scale))]


def _in_code(items, station, phone, place, say, language):
    """What the code says, in as many whole lines as fit it."""
    lines = [f"{station} {say(N_('Service menu'))}", *filter(None, (place, phone))]
    for item in items:
        line = f"{item.code} {item.name}（{_charge(item, language)}）"
        if len("\n".join([*lines, line]).encode()) > _QR_BYTES:
            break
        lines.append(line)
    return "\n".join(lines)


class _Asking(Flowable):
    """How to ask for a service, and the code at the right."""

    def __init__(self, how, code, say, scale):
        super().__init__()
        self.how, self.code, self.say, self.scale = how, code, say, scale
        self.spaceBefore = 6 * mm

    def wrap(self, width, height):
        self.width, self.side = width, 40 * mm * self.scale
        self.height = self.side + 4 * mm
        return self.width, self.height

    def draw(self):
        room = self.width - self.side - 8 * mm
        words = Prose(self.how, Type("medium", 13 * self.scale, 20 * self.scale, colour=_INK))
        hint = Prose(self.say(N_("Scan the code to take the menu along; it needs no network.")),
                     Type("serif", 9.5 * self.scale, 14 * self.scale))  # fmt: skip
        y = self.height
        for part in (words, hint):
            _, high = part.wrap(room, self.height)
            y -= high + 2 * mm
            part.drawOn(self.canv, 0, y)
        widget = QrCodeWidget([QR8bitByte(self.code.encode())], barLevel="L", barWidth=self.side, barHeight=self.side)
        drawing = Drawing(self.side, self.side)
        drawing.add(widget)
        drawing.drawOn(self.canv, self.width - self.side, 0)
