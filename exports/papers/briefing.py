"""A brief (简报): masthead with issue and day, editor's note, text, copies to; as offices know it."""

from datetime import datetime

from reportlab.lib.colors import Color
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether

from exports.layout.document import Paper, gap, pdf
from exports.layout.forms import record_pdf
from exports.layout.grids import plain
from exports.layout.prose import Prose, Type
from models.files import silent
from resources.language import N_, Language

_RED = Color(0.75, 0.1, 0.1)
_MAST = Type("bold", 34, 46, "centre", _RED)
_ISSUE = Type("serif", 14, 20, "centre")
_LINE = Type("serif", 12, 18)
_HEADLINE = Type("bold", 18, 27, "centre")
_TEXT = Type("serif", 12, 22)
_INDENT = "　　"


class Rule(Flowable):
    """A line across the page."""

    def __init__(self, thick=1.4, colour=_RED):
        super().__init__()
        self.thick, self.colour = thick, colour

    def wrap(self, width, height):
        self.width, self.height = width, self.thick + 2
        return width, self.height

    def draw(self):
        self.canv.setStrokeColor(self.colour)
        self.canv.setLineWidth(self.thick)
        self.canv.line(0, 1, self.width, 1)


def briefing_pdf(
    article, *, language: Language, station: str, whole: bool = False, made: datetime | None = None, tick=silent
) -> bytes:
    """The brief, or with the class the blank one; anything else than a brief prints as its form."""
    blank = isinstance(article, type)
    if not blank and article.kind != "brief":
        return record_pdf(article, language=language, station=station, whole=whole, made=made, tick=tick)
    say = language.text
    paper = Paper(language, "" if blank else article.name or "", station, made=made)
    story = [*_masthead(article, blank, language, station, paper.width), *_body(article, blank, say)]
    return pdf(paper, [*story, gap(10 * mm), KeepTogether(_foot(article, blank, say, paper.width))], tick)


def _masthead(article, blank, language, station, width):
    say = language.text
    issue = "　　" if blank or article.issue is None else str(article.issue)
    day = (
        say(N_("{gap}year{gap}month{gap}day"), gap="　　") if blank or not article.day else _long(article.day, language)
    )
    name = say(N_("Work brief")) if blank else article.masthead or say(N_("Work brief"))
    kinds = [_LINE, _LINE.but(align="right")]
    return [
        gap(6 * mm),
        Prose(name, _MAST, after=3 * mm),
        Prose(say(N_("Issue {number}"), number=issue), _ISSUE, after=5 * mm),
        plain([[station, day]], [width * 0.6, width * 0.4], kinds),
        Rule(),
    ]


def _body(article, blank, say):
    story = [gap(6 * mm), Prose("" if blank else article.name or "", _HEADLINE, after=5 * mm)]
    note = "" if blank else article.editor_note or ""
    if blank or note:
        # The note stands apart from the text, as a note of somebody else.
        said = say(N_("Editor's note: {text}"), text=note)
        story += [Prose(_INDENT + said, _TEXT.but(face="sans", size=11), after=5 * mm)]
    story += [gap(120 * mm)] if blank else _paragraphs(article.text)
    source = "" if blank else article.source or ""
    return story + ([Prose(say(N_("(Source: {name})"), name=source), _TEXT.but(align="right"))] if source else [])


def _paragraphs(text):
    lines = [line.strip() for line in (text or "").split("\n")]
    return [Prose(_INDENT + line, _TEXT, after=1 * mm) for line in lines if line]


def _foot(article, blank, say, width):
    copies = "" if blank else article.copies or ""
    printed = "" if blank or article.printed is None else str(article.printed)
    rows = [[say(N_("Copies to: {names}"), names=copies), ""]]
    last = [
        say(N_("Signed off by: {name}"), name="" if blank else article.issuer or ""),
        say(N_("Copies printed: {count}"), count=printed or "　　"),
    ]
    return [
        Rule(0.8),
        plain(rows, [width * 0.98, width * 0.02], [_LINE, _LINE], padding=3),
        Rule(0.8),
        plain([last], [width * 0.6, width * 0.4], [_LINE, _LINE.but(align="right")], padding=3),
        Rule(0.8),
    ]


def _long(day, language):
    return f"{day.year}年{day.month}月{day.day}日" if language.name == "zh_CN" else day.isoformat()
