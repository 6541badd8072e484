"""The questions of a form as tables on paper: two short ones to a row, long ones across, headings as bands."""

from reportlab.lib.colors import black
from reportlab.lib.units import mm

from exports.layout.boxes import Boxes, in_one_row
from exports.layout.document import BAND, BAND_LABEL, BODY, LABEL, THIN
from exports.layout.form_lines import lines_table, written
from exports.layout.form_pictures import picture_rows
from exports.layout.grids import Framed, cell
from exports.layout.prose import Prose, evenly, lines_of
from models import fields

_LABEL_WIDTH = 27 * mm
_ROW, _LONG_ROW, _PICTURE_ROW = 8.5 * mm, 18 * mm, 60 * mm
_NOTES_ROWS = (46 * mm, 46 * mm, 38 * mm, 32 * mm, 28 * mm)  # the more there are, the less room each has
_PRINTED = 6.8 * mm  # the least height of a row for one line in print
_LINES = 6  # of one part of a long answer, so that a page can end between two parts
_FACT_BOXES = 10  # what another form asks has no long lists of boxes here
_SIDES = ("LEFT", "RIGHT", "TOP", "BOTTOM")


def form(answers, width: float, skip=(), after=None, room: float = 1.0) -> list:
    """The tables of a record: two short questions to a row, long ones across, headings as bands.

    `after` has what is put below the answer of a question, by its name. `facts` of the form, paths of links and
    questions at their end, come behind the link they begin with, or first where the head says that link already.
    `room` says how high the rows to write in are, of their usual height.
    """
    rows, facts = _Rows(answers, width, room), facts_of(answers.record)
    rows.add_facts(fact for fact in facts if fact[0].partition(".")[0] in skip)
    for name, question in answers.record.questions().items():
        rows.heading = question.heading or rows.heading
        if question.printed and name not in skip and not isinstance(question, fields.Data) and answers.asks(question):
            rows.add(name, question)
            rows.add_facts(fact for fact in facts if fact[0].partition(".")[0] == name)
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
        self.heading, self.story, self.named = None, [], False
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

    def add_facts(self, facts):
        for path, name in facts:
            self._fact(self.answers.at(path), name, "." in path)

    def _fact(self, answers, name, far):
        """What stands in a file further on is copied from there: it has boxes where they fit beside another answer."""
        question = answers.record.questions()[name]
        label, said, boxes = self._label(question), answers.say(name), answers.boxes(name)
        if boxes and (not in_one_row(boxes, BODY, self.widths[1] - 8) if far else len(boxes) > _FACT_BOXES):
            self._across(label, cell(said), _ROW) if question.multiple else self._short(label, cell(said, BODY))
        else:
            self._answer(question, label, said, boxes)

    def add(self, name, question):
        if isinstance(question, fields.Lines):
            self._end()
            self.story.append(lines_table(self.answers, name, self.width, self._heading(), self.room))
            return
        heading, label = self._heading(), self._label(question)
        said, boxes = self.answers.say(name), self.answers.boxes(name)
        self.named = heading == label  # the band above it says it
        if heading:
            self._band(heading)
        if isinstance(question, fields.Pictures):
            self._pictures(label, name)
        else:
            self._answer(question, label, said, boxes)

    def _answer(self, question, label, said, boxes):
        if boxes:
            self._boxes(label, boxes)
        elif self.named or self._is_wide(question, said):
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
        if not self.answers.blank or not self._is_wide(question, "") or isinstance(question, fields.Links):
            return _ROW
        return self.notes_row if isinstance(question, fields.Notes) else _LONG_ROW

    def _band(self, words):
        self._close()
        self._row([cell(words, BAND_LABEL), "", "", ""], 0, ends=True)
        at = len(self.cells) - 1
        self.style += [("SPAN", (0, at), (-1, at)), ("BACKGROUND", (0, at), (-1, at), BAND)]
        self.style += [("NOSPLIT", (0, at), (0, at + 1))]

    def _boxes(self, label, boxes):
        if not self.named and in_one_row(boxes, BODY, self.widths[1] - 8):
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
        self._row([said, "", "", ""] if self.named else [self._labelled(label), said, "", ""], height, ends)
        at = len(self.cells) - 1
        self.style.append(("SPAN", (0 if self.named else 1, at), (3, at)))
        return at

    def _wide(self, label, said, height):
        room = self.width if self.named else self.across
        whole = Prose("", BODY, lines=lines_of(said, BODY, room - 8))
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
        printed = max(height * self.room, min(height, _PRINTED))
        self.heights.append(written(height, self.room) if self.answers.blank else printed)
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
