"""The look of all print: A4, a title as on official papers, thin lines, page numbers, a check code, lines to sign.

A print makes a story of these parts and hands it to `pdf()`; `keep()` puts the bytes on disk, whole or not at all.
"""

import io
import threading
from dataclasses import dataclass, replace
from datetime import datetime

from reportlab.lib.colors import Color, black
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Spacer,
)

from exports.layout.fonts import face
from exports.layout.prose import Prose, Type, draw_line
from models.files import silent, whole_file
from resources.language import N_, Language

GREY = Color(0.36, 0.36, 0.36)
BAND = Color(0.93, 0.93, 0.92)

TITLE = Type("bold", 20, 28, "centre")
SUBTITLE = Type("serif", 11, 16, "centre")
HEADING = Type("medium", 11.5, 18)
LABEL = Type("sans", 9.5, 13.5)
BODY = Type("serif", 10, 14.5)
CELL = Type("serif", 9, 12)
HEAD = Type("medium", 9, 12, "centre")
BAND_LABEL = Type("medium", 9, 12)
SMALL = Type("serif", 8, 11.5, colour=GREY)

THIN, THICK = 0.4, 1.0
MARGIN = 17 * mm
_SIGNED = 22 * mm  # the least room for a name on a line to sign
_TOP, _FOOT = 15 * mm, 17.5 * mm
_ONE_AT_A_TIME = threading.Lock()  # a TTFont reads its file by seeking: two documents at once would mix glyphs


@dataclass(frozen=True)
class Paper:
    """What every page of a document says of itself.

    title    stands in the head of all pages but the first, and in the file's properties
    station  the unit that answers for it
    code     the check code (校验码) of its figures, see check_code.py
    made     when it was printed; never read from the clock here
    """

    language: Language
    title: str
    station: str = ""
    code: str = ""
    made: datetime | None = None
    wide: bool = False
    note: str = ""

    @property
    def size(self):
        return landscape(A4) if self.wide else A4

    @property
    def width(self) -> float:
        """Room for the story between the margins, in points."""
        return self.size[0] - 2 * MARGIN

    @property
    def height(self) -> float:
        return self.size[1] - _TOP - _FOOT


def keep(path, data: bytes) -> None:
    """Write a finished document; raises DiskFull, ReadOnly, Pulled, NotFound and then leaves nothing behind."""
    with whole_file(path) as file:
        file.write(data)


def pdf(paper: Paper, story: list, tick=silent) -> bytes:
    """The document of that story. `tick` counts pages and may raise Cancelled."""
    file = io.BytesIO()
    template = BaseDocTemplate(
        file,
        pagesize=paper.size,
        title=paper.title,
        author=paper.station,
        creator=paper.language.text(N_("Taizhang")),
        subject=paper.code,
        initialFontName="Helvetica",
        allowSplitting=1,
        lang=paper.language.name.replace("_", "-"),
        displayDocTitle=1,
    )
    template.addPageTemplates([_template(replace(paper, wide=wide)) for wide in (paper.wide, not paper.wide)])
    template.afterPage = lambda: tick(template.page, 0)
    with _ONE_AT_A_TIME:
        template.build(story, canvasmaker=lambda *given, **named: _Pages(paper, *given, **named))
    return file.getvalue()


def turned(wide: bool) -> list:
    """A new page, upright or wide, whichever way the page before it lies."""
    return [NextPageTemplate("wide" if wide else "upright"), PageBreak()]


def _template(paper):
    frame = Frame(MARGIN, _FOOT, paper.width, paper.height, 0, 0, 0, 0)
    return PageTemplate("wide" if paper.wide else "upright", [frame], pagesize=paper.size)


class Place(Flowable):
    """Takes no room; tells `found` the number of the page it came to stand on, and leaves a bookmark of that name."""

    def __init__(self, name: str, found):
        super().__init__()
        self.name, self.found = name, found
        self.width = self.height = 0

    def wrap(self, width, height):
        return 0, 0

    def draw(self):
        number = self.canv.getPageNumber()
        self.found(number)
        self.canv.places = {**getattr(self.canv, "places", {}), self.name: number}


class _Pages(Canvas):
    """Holds all pages back until their number is known, then writes head and foot on each."""

    def __init__(self, paper, *given, **named):
        super().__init__(*given, **named)
        self._paper, self._pages = paper, []

    def showPage(self):
        self._pages.append(dict(self.__dict__))
        self._startPage()

    def save(self):
        places = getattr(self, "places", {})
        for number, page in enumerate(self._pages, 1):
            self.__dict__.update(page)
            _furnish(self, self._paper, number, len(self._pages))
            self._bookmark(number, places)
            super().showPage()
        super().save()

    def _bookmark(self, number, places):
        for name in (name for name, page in places.items() if page == number):
            self.bookmarkPage(name)
            self.addOutlineEntry(name, name, 0)


def _furnish(canvas, paper: Paper, number: int, count: int) -> None:
    width, height = canvas._pagesize
    say = paper.language.text
    room = width - 2 * MARGIN
    small, y = SMALL, 11 * mm
    canvas.setStrokeColor(GREY)
    canvas.setLineWidth(THIN)
    if number > 1:
        top = height - 11 * mm
        draw_line(canvas, MARGIN, top, _short(paper.station, 30), small)
        draw_line(canvas, MARGIN, top, _short(paper.title, 60), small.but(align="right"), room)
        canvas.line(MARGIN, top - 1.2 * mm, width - MARGIN, top - 1.2 * mm)
    if paper.code:
        draw_line(canvas, MARGIN, y, say(N_("Check code {code}"), code=paper.code), small)
    pages = say(N_("Page {number} of {count}"), number=number, count=count)
    draw_line(canvas, MARGIN, y, pages, small.but(align="centre", colour=black), room)
    if paper.made:
        printed = say(N_("Printed {when}"), when=f"{paper.made:%Y-%m-%d %H:%M}")
        draw_line(canvas, MARGIN, y, printed, small.but(align="right"), room)
    if paper.note:
        draw_line(canvas, MARGIN, y - 4 * mm, paper.note, small.but(size=7, align="centre"), room)


def _short(text, most):
    return text if len(text) <= most else text[: most - 1] + "…"


def title(text: str, under: str = "") -> list:
    """The title of a paper, centred, with what it is about below."""
    return [Prose(text, TITLE, after=2 * mm)] + ([Prose(under, SUBTITLE, after=2 * mm)] if under else [])


def heading(text: str, room: float = 40 * mm) -> list:
    """A heading with `room` for what follows it on the same page."""
    return [CondPageBreak(room), Prose(text, HEADING, before=4 * mm, after=1.5 * mm)]


def gap(height: float = 3 * mm) -> Spacer:
    return Spacer(1, height)


class Signatures(Flowable):
    """Labels with a line behind each to sign on, so many in a row."""

    def __init__(self, fields, in_row=3, kind: Type = BODY, height=9 * mm):
        """fields: (label, what is already known) in reading order."""
        super().__init__()
        self.fields, self.in_row, self.kind, self.row = list(fields), in_row, kind, height
        self.spaceBefore = 4 * mm

    def wrap(self, width, height):
        self.width = width
        self.height = -(-len(self.fields) // self.in_row) * self.row
        return width, self.height

    def draw(self):
        widths = [face(self.kind.face).width(label, self.kind.size) for label, _ in self.fields]
        even = len(widths) > self.in_row and max(widths) + _SIGNED < self.width / self.in_row
        for row in range(0, len(self.fields), self.in_row):
            fields = self.fields[row : row + self.in_row]
            labels = widths[row : row + self.in_row]
            # Rows that stand below each other where the labels allow it, otherwise lines of one length.
            spare = (self.width - sum(labels)) / self.in_row - 5 * mm
            x, y = 0.0, self.height - (row // self.in_row + 1) * self.row + 2.5 * mm
            for (label, known), wide in zip(fields, labels, strict=True):
                space = self.width / self.in_row - 5 * mm if even else wide + spare
                self._field(x, y, space, label, known)
                x += space + 5 * mm

    def _field(self, x, y, wide, label, known):
        draw_line(self.canv, x, y, label, self.kind)
        begin = x + face(self.kind.face).width(label, self.kind.size) + 2
        self.canv.setLineWidth(THIN)
        self.canv.line(begin, y - 2, x + wide, y - 2)
        draw_line(self.canv, begin, y, known, self.kind.but(align="centre"), x + wide - begin)
