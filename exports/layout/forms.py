"""Any record as a form on paper, from its declaration; without answers it is the form to fill in by hand."""

from copy import copy
from datetime import datetime

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Table

from exports.layout.answers import Answers, Blank
from exports.layout.document import BODY, SMALL, Paper, Signatures, gap, pdf, title
from exports.layout.fonts import face
from exports.layout.form_head import head, in_head
from exports.layout.form_lines import fits_upright
from exports.layout.form_rows import form
from exports.layout.paper_names import paper_name
from exports.layout.prose import Prose
from models import fields
from models.files import silent
from resources.language import N_, Language

PRIVATE = N_("This paper holds personal data. Keep it under lock; shred it when it is no longer needed.")
_CLOSE = 0.7
_ROOMS = (1.0, 0.85, _CLOSE, 0.58, 0.48, 0.4)
_SHORT = 6  # pages: of a longer paper one more is no matter
_SIGNED = 27 * mm  # the least to write a name on


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
    body = [*title(called), *head(answers, station, width), gap(1.5 * mm), *tables, *more]
    return [*body[:-1], Signed(body[-1], foot)] if isinstance(body[-1], Table) else [*body, KeepTogether(foot)]


class Signed(Flowable):
    """A table and the lines to sign below it, which never stand on a page alone: its last row goes with them."""

    def __init__(self, table, foot, moved=False):
        super().__init__()
        self.table, self.foot, self.moved = table, KeepTogether(foot), moved

    def wrap(self, width, height):
        """Higher than any page, so that reportlab asks how to part it."""
        return width, 0xFFFFFF

    def split(self, width, height):
        high = self.table.wrap(width, height)[1]
        need = sum(part.wrap(width, height)[1] + part.getSpaceBefore() for part in self.foot._content)
        if high + need <= height or (self.moved and high <= height):
            return [self.table, self.foot]
        parts = self.table.split(width, min(height, high - 1))
        if len(parts) == 2:
            return [parts[0], self._anew(parts[1], False)]
        if self.moved:
            return [self.table, self.foot]
        return [CondPageBreak(height + 1), self._anew(self.table, True)]

    def _anew(self, table, moved):
        return Signed(table, self.foot._content, moved)


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
