"""Any record as a form on paper, from its declaration; without answers it is the form to fill in by hand."""

from copy import copy
from datetime import datetime

from reportlab.lib.colors import black
from reportlab.lib.units import mm
from reportlab.platypus import KeepTogether

from exports.answers import Answers, Blank
from exports.boxes import Boxes, in_one_row
from exports.document import BAND, BAND_LABEL, BODY, LABEL, SMALL, THIN, Paper, Signatures, gap, keep, pdf, title
from exports.fonts import face
from exports.form_head import head, in_head
from exports.form_lines import fits_upright, lines_table
from exports.form_pictures import picture_rows
from exports.grids import Framed, cell
from exports.paper_names import paper_name
from exports.prose import Prose, evenly, lines_of
from models import fields
from models.files import silent
from resources.language import N_, Language

PRIVATE = N_("This paper holds personal data. Keep it under lock; shred it when it is no longer needed.")
_LABEL_WIDTH = 27 * mm
_ROW, _LONG_ROW, _PICTURE_ROW = 8.5 * mm, 18 * mm, 60 * mm
_NOTES_ROWS = (46 * mm, 46 * mm, 38 * mm, 32 * mm, 28 * mm)  # the more there are, the less room each has
_LEAST = 0.8  # of the usual height of a row for one line of writing
_CLOSE = 0.7
_ROOMS = (1.0, 0.85, _CLOSE, 0.58)
_SHORT = 6  # pages: of a longer paper one more is no matter
_LINES = 6  # of one part of a long answer, so that a page can end between two parts
_FACT_BOXES = 10  # what another form asks has no long lists of boxes here
_SIGNED = 27 * mm  # the least to write a name on


def form(answers, width: float, skip=(), after=None, room: float = 1.0) -> list:
    """The tables of a record: two short questions to a row, long ones across, headings as bands.

    `after` has what is put below the answer of a question, by its name. `facts` of the form, paths of links and
    questions at their end, come first. `room` says how high the rows to write in are, of their usual height.
    """
    rows = _Rows(answers, width, room)
    for path, name in facts_of(answers.record):
        rows.add_fact(answers.at(path), name)
    for name, question in answers.record.questions().items():
        rows.heading = question.heading or rows.heading
        if question.printed and name not in skip and not isinstance(question, fields.Data) and answers.asks(question):
            rows.add(name, question)
            rows.put((after or {}).get(name))
    return rows.tables()


def facts_of(record) -> tuple[tuple[str, str], ...]:
    """What a form repeats from the records it belongs to, as (path of links, question)."""
    facts = getattr(record if isinstance(record, type) else type(record), "facts", ())
    return facts if isinstance(facts, tuple) else ()  # a question may have that name


class _Rows:
    def __init__(self, answers, width, room=1.0):
        self.answers, self.language, self.width, self.room = answers, answers.language, width, room
        half = width / 2 - _LABEL_WIDTH
        self.widths = [_LABEL_WIDTH, half, _LABEL_WIDTH, half]
        self.across = width - _LABEL_WIDTH
        self.heading, self.story = None, []
        notes = sum(isinstance(question, fields.Notes) for question in answers.record.questions().values())
        self.notes_row = _NOTES_ROWS[min(notes, len(_NOTES_ROWS)) - 1]
        self._begin()

    def _begin(self):
        self.cells, self.heights, self.style, self.open = [], [], [], False

    def put(self, flowable):
        """Something of another kind between two answers."""
        if flowable is not None:
            self._end()
            self.story.append(flowable)

    def add_fact(self, answers, name):
        question = answers.record.questions()[name]
        boxes = answers.boxes(name)
        few = boxes if len(boxes) <= _FACT_BOXES else ()
        self._answer(question, self._label(question), answers.say(name), few)

    def add(self, name, question):
        if isinstance(question, fields.Lines):
            self._end()
            self.story.append(lines_table(self.answers, name, self.width, self._heading()))
            return
        if heading := self._heading():
            self._band(heading)
        label, said, boxes = self._label(question), self.answers.say(name), self.answers.boxes(name)
        if isinstance(question, fields.Pictures):
            self._pictures(label, name)
        else:
            self._answer(question, label, said, boxes)

    def _answer(self, question, label, said, boxes):
        if boxes:
            self._boxes(label, boxes)
        elif self._is_wide(question, said):
            self._wide(label, said, self._height(question))
        else:
            self._short(label, cell(said, BODY))

    def _heading(self):
        """The heading that waits for its first question, once."""
        heading, self.heading = self.heading, None
        return self.language.text(heading) if heading else ""

    def _labelled(self, label):
        return Prose(label, LABEL, lines=evenly(label, LABEL, _LABEL_WIDTH - 8))

    def _label(self, question):
        return self.language.text(question.label)

    def _is_wide(self, question, said):
        long = isinstance(question, (fields.Notes, fields.Choices, fields.Links))
        long = long or (isinstance(question, fields.Text) and question.limit > 200)
        return long or len(lines_of(said, BODY, self.widths[1] - 8)) > 2

    def _height(self, question):
        if not self.answers.blank or isinstance(question, fields.Links):
            return _ROW
        return self.notes_row if isinstance(question, fields.Notes) else _LONG_ROW

    def _band(self, words):
        self._close()
        self._row([cell(words, BAND_LABEL), "", "", ""], 0, ends=True)
        at = len(self.cells) - 1
        self.style += [("SPAN", (0, at), (-1, at)), ("BACKGROUND", (0, at), (-1, at), BAND)]
        self.style += [("NOSPLIT", (0, at), (0, at + 1))]

    def _boxes(self, label, boxes):
        if in_one_row(boxes, BODY, self.widths[1] - 8):
            self._short(label, Boxes(boxes, BODY))
        else:
            self._across(label, Boxes(boxes, BODY), _ROW)

    def _short(self, label, said):
        filled = [self._labelled(label), said]
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

    def _across(self, label, said, height, ends=True):
        self._close()
        self._row([self._labelled(label), said, "", ""], height, ends)
        at = len(self.cells) - 1
        self.style.append(("SPAN", (1, at), (3, at)))
        return at

    def _wide(self, label, said, height):
        whole = Prose("", BODY, lines=lines_of(said, BODY, self.across - 8))
        self._parted(label, list(whole.parts(_LINES)), height)

    def _parted(self, label, parts, height):
        """One answer in several rows without a line between them, so that a page can end there."""
        for number, part in enumerate(parts):
            last = number == len(parts) - 1
            at = self._across("" if number else label, part, height if len(parts) == 1 else 0, last)
            if len(parts) > 1:
                self.style.append(("VALIGN", (0, at), (-1, at), "TOP"))
                self.style += [] if last else [("BOTTOMPADDING", (0, at), (-1, at), 0)]
                self.style += [("TOPPADDING", (0, at), (-1, at), 0)] if number and isinstance(part, Prose) else []

    def _pictures(self, label, name):
        rows = picture_rows(self.answers.pictures(name), BODY, self.room)
        self._parted(label, rows or [cell("")], _PICTURE_ROW if self.answers.blank else _ROW)

    def _row(self, cells, height, ends):
        self.cells.append(cells)
        self.heights.append(height * self.room if height > _ROW else height * max(self.room, _LEAST))
        if ends:
            at = len(self.cells) - 1
            self.style.append(("LINEBELOW", (0, at), (-1, at), THIN, black))

    def _end(self):
        """Close the table that is being filled; what follows is another one below it."""
        self._close()
        if not self.cells:
            return
        table = Framed(self.cells, self.widths, minRowHeights=self.heights)
        pads = [(f"{side}PADDING", (0, 0), (-1, -1), 4 if side in ("LEFT", "RIGHT") else 2.5) for side in _SIDES]
        lines = [("LINEBEFORE", (1, 0), (-1, -1), THIN, black), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
        table.setStyle(pads + lines + self.style)
        self.story.append(table)
        self._begin()

    def tables(self):
        self._end()
        return self.story


_SIDES = ("LEFT", "RIGHT", "TOP", "BOTTOM")


def is_wide(cls, language: Language) -> bool:
    """Whether a form has a table for which the page is turned."""
    tables = (question for question in cls.questions().values() if isinstance(question, fields.Lines))
    return any(question.printed and not fits_upright(question, language) for question in tables)


def answers_of(record, language: Language, whole: bool = False):
    """The answers of a record; of a class, the blank form."""
    return Blank(record, language) if isinstance(record, type) else Answers(record, language, whole)


def record_story(
    answers, station: str, width: float, *, name: str = "", signers=(), more=(), after=None, room=1.0
) -> list:
    """The parts of a form for `width`: title, head, tables, `more`, lines to sign; `after` as in form()."""
    record, say = answers.record, answers.language.text
    tables = form(answers, width, in_head(record), after, room)
    foot = _signatures([say(label) for label in signers or record.signers], width)
    foot += [gap(2 * mm), Prose(say(PRIVATE), SMALL)]
    called = say(name) if name else paper_name(record, answers.language)
    return [*title(called), *head(answers, station, width), gap(1.5 * mm), *tables, *more, KeepTogether(foot)]


def _signatures(labels, width):
    """Lines to sign, as many in a row as leave room for a name, rows as even as can be."""
    if not labels:
        return []
    wide = [face(BODY.face).width(label, BODY.size) + _SIGNED for label in labels]
    fit = [in_row for in_row in (4, 3, 2) if _fits(wide, in_row, width)]
    return [Signatures([(label, "") for label in labels], min(len(labels), fit[0] if fit else 1))]


def _fits(wide, in_row, width):
    """Whether rows of so many have room, and the last one is not much shorter than the others."""
    rows = [wide[at : at + in_row] for at in range(0, len(wide), in_row)]
    return max(map(sum, rows)) <= width and (len(rows) == 1 or len(rows[-1]) * 2 >= in_row)


def record_pdf(
    record, *, language: Language, station: str, name: str = "", signers=(), more=(), after=None, whole=False,
    made: datetime | None = None, tick=silent, bare: bool = False,
) -> bytes | list:  # fmt: skip
    """A record, or with a class instead of a record the blank form, with `more` story and lines for `signers`.

    `bare` gives the story alone, to stand in a larger paper.
    """
    called = language.text(name) if name else paper_name(record, language)
    paper = Paper(language, called, station, made=made, wide=is_wide(record, language))
    answers = answers_of(record, language, whole)
    after = after(answers, paper.width) if callable(after) else after

    def story(room=1.0):
        new = {place: _anew(flowable) for place, flowable in (after or {}).items()}
        said = {"name": name, "signers": signers, "more": map(_anew, more), "after": new}
        return record_story(answers, station, paper.width, room=room, **said)

    return story(_CLOSE) if bare else _on_fewest_pages(paper, story, tick)


def _anew(flowable):
    """As it was before it was set: reportlab leaves a mark on what went to the next page."""
    flowable = copy(flowable)
    if content := getattr(flowable, "_content", None):
        flowable._content = list(map(_anew, content))
    return flowable


def _on_fewest_pages(paper, story_of, tick):
    """Set with less and less room to write while that saves a page: lines to sign should not stand on one alone."""
    best = None
    for room in _ROOMS:
        pages = []
        data = pdf(paper, story_of(room), lambda page, _total, pages=pages: (pages.append(page), tick(page, 0)))
        if best is None or len(pages) < best[0]:
            best = len(pages), data
        if len(pages) == 1 or len(pages) > _SHORT:
            break
    return best[1]


VISIT_SIGNERS = (N_("Visitors:"), N_("Signed or fingerprint:"), N_("Date:"))


def visit_pdf(visit, **said) -> bytes:
    """A visit, or with the class Visit the blank record to take along."""
    return record_pdf(visit, name=N_("Visit record"), signers=VISIT_SIGNERS, **said)


def write(path, data: bytes) -> None:
    """Put a print on disk, whole or not at all."""
    keep(path, data)
