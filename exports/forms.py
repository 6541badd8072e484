"""Any record as a form on paper, from its declaration; without answers it is the form to fill in by hand."""

from datetime import date, datetime

from reportlab.lib.colors import black
from reportlab.lib.units import mm

from exports.document import BAND, BAND_LABEL, BODY, LABEL, SMALL, THIN, Paper, Signatures, gap, keep, pdf, title
from exports.grids import Framed, cell
from exports.masks import masked
from exports.prose import Prose, lines_of
from models import codes, fields
from models.files import silent
from resources.language import N_, Language

PRIVATE = N_("This paper holds personal data. Keep it under lock; shred it when it is no longer needed.")
_LABEL_WIDTH = 27 * mm
_ROW, _LONG_ROW, _NOTES_ROW = 8.5 * mm, 18 * mm, 46 * mm
_BOXES = 14  # a longer code list is written in by hand
_LINES = 6  # of one part of a long answer, so that a page can end between two parts


class Answers:
    """What a form prints for each question of a record.

    `whole` prints identity numbers and telephones in full; otherwise they are masked.
    """

    def __init__(self, record, language: Language, whole: bool = False):
        self.record, self.language, self.whole = record, language, whole

    def say(self, name: str) -> str:
        question, value = self.record.questions()[name], getattr(self.record, name)
        if name in self.record.withheld:
            return self.language.text(N_("not sent"))
        if question.is_empty(value):
            return ""
        if isinstance(question, (fields.Link, fields.Links)):
            return self._names(name, question, value)
        if isinstance(question, (fields.IdNumber, fields.Phone)) and not self.whole:
            return masked(value)
        if isinstance(value, date):
            return value.isoformat()
        return question.show(value, self.language)

    def _names(self, name, question, value):
        target = self.record.target_of(name)
        found = [target.get_or_none(target.id == one) for one in (value if question.multiple else (value,))]
        return self.language.text(N_(", ")).join(one.caption() for one in found if one)


class Blank:
    """The empty form: boxes to tick where a question has few answers, otherwise room to write."""

    def __init__(self, kind, language: Language):
        self.record, self.language = kind, language

    def say(self, name: str) -> str:
        question = self.record.questions()[name]
        if not isinstance(question, (fields.Choice, fields.Choices)):
            return ""
        offered = codes.choices(question.codes)
        most = _BOXES * 3 if question.multiple else _BOXES
        return "　".join(f"□{one.label(self.language)}" for one in offered) if len(offered) <= most else ""


def form(answers, width: float, skip=()) -> Framed:
    """The table of a record: two short questions to a row, long ones across, headings as bands."""
    rows = _Rows(answers, width)
    for name, question in answers.record.questions().items():
        if name in skip or question.derived or isinstance(question, fields.Data):
            continue
        if isinstance(answers, Answers) and not question.is_asked(answers.record):
            continue
        rows.add(name, question)
    return rows.table()


class _Rows:
    def __init__(self, answers, width):
        self.answers, self.language = answers, answers.language
        half = width / 2 - _LABEL_WIDTH
        self.widths = [_LABEL_WIDTH, half, _LABEL_WIDTH, half]
        self.across = width - _LABEL_WIDTH
        self.blank = isinstance(answers, Blank)
        self.cells, self.heights, self.style, self.open = [], [], [], False

    def add(self, name, question):
        if question.heading:
            self._band(self.language.text(question.heading))
        label, said = self.language.text(question.label), self.answers.say(name)
        if self._is_wide(question, said):
            self._wide(label, said, self._height(question, said))
        else:
            self._short(label, said)

    def _is_wide(self, question, said):
        long = isinstance(question, (fields.Notes, fields.Choices, fields.Links))
        long = long or (isinstance(question, fields.Text) and question.limit > 200)
        return long or len(lines_of(said, BODY, self.widths[1] - 8)) > 2

    def _height(self, question, said):
        if not self.blank or said:
            return _ROW
        return _NOTES_ROW if isinstance(question, fields.Notes) else _LONG_ROW

    def _band(self, words):
        self._close()
        self._row([cell(words, BAND_LABEL), "", "", ""], 0, ends=True)
        at = len(self.cells) - 1
        self.style += [("SPAN", (0, at), (-1, at)), ("BACKGROUND", (0, at), (-1, at), BAND)]
        self.style += [("NOSPLIT", (0, at), (0, at + 1))]

    def _short(self, label, said):
        filled = [cell(label, LABEL), cell(said, BODY)]
        if self.open:
            self.cells[-1][2:] = filled
        else:
            self._row([*filled, "", ""], _ROW, ends=True)
        self.open = not self.open

    def _close(self):
        """Let the answer that stands alone in its row have all of it."""
        if self.open:
            at = len(self.cells) - 1
            self.style.append(("SPAN", (1, at), (3, at)))
        self.open = False

    def _wide(self, label, said, height):
        self._close()
        whole = Prose("", BODY, lines=lines_of(said, BODY, self.across - 8))
        parts = list(whole.parts(_LINES))
        for number, part in enumerate(parts):
            high = height if len(parts) == 1 else 0
            self._row([cell(label if not number else "", LABEL), part, "", ""], high, number == len(parts) - 1)
            at = len(self.cells) - 1
            self.style.append(("SPAN", (1, at), (3, at)))
            if len(parts) > 1:
                self.style.append(("VALIGN", (0, at), (-1, at), "TOP"))
                self.style += [("BOTTOMPADDING", (0, at), (-1, at), 0)] if number < len(parts) - 1 else []
                self.style += [("TOPPADDING", (0, at), (-1, at), 0)] if number else []

    def _row(self, cells, height, ends):
        self.cells.append(cells)
        self.heights.append(height)
        if ends:
            at = len(self.cells) - 1
            self.style.append(("LINEBELOW", (0, at), (-1, at), THIN, black))

    def table(self):
        self._close()
        table = Framed(self.cells, self.widths, minRowHeights=self.heights)
        pads = [(f"{side}PADDING", (0, 0), (-1, -1), 4 if side in ("LEFT", "RIGHT") else 2.5) for side in _SIDES]
        lines = [("LINEBEFORE", (1, 0), (-1, -1), THIN, black), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
        table.setStyle(pads + lines + self.style)
        return table


_SIDES = ("LEFT", "RIGHT", "TOP", "BOTTOM")


def record_pdf(
    record, *, language: Language, station: str, name: str = "", signers=(), more=(), whole=False,
    made: datetime | None = None, tick=silent,
) -> bytes:  # fmt: skip
    """A record, or with a class instead of a record the blank form, with `more` story and lines for `signers`."""
    blank = isinstance(record, type)
    answers = Blank(record, language) if blank else Answers(record, language, whole)
    name = language.text(name or record.title)
    paper = Paper(language, name, station, made=made)
    story = [*title(name, station), form(answers, paper.width), *more]
    story += [Signatures([(language.text(label), "") for label in signers], len(signers) or 1)] if signers else []
    return pdf(paper, [*story, gap(2 * mm), Prose(language.text(PRIVATE), SMALL)], tick)


VISIT_SIGNERS = (N_("Visitors:"), N_("Signed or fingerprint:"), N_("Date:"))


def visit_pdf(visit, **said) -> bytes:
    """A visit, or with the class Visit the blank record to take along."""
    return record_pdf(visit, name=N_("Visit record"), signers=VISIT_SIGNERS, **said)


def write(path, data: bytes) -> None:
    """Put a print on disk, whole or not at all."""
    keep(path, data)
