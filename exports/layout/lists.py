"""A list of records of one form: a register on paper, or a workbook. Numbers of people are masked.

Records are read in portions, and of each only what is printed is kept.
"""

from datetime import datetime
from itertools import islice

from reportlab.lib.units import mm

from exports.layout.answers import shown, unit_of
from exports.layout.columns import needed, set_in, spread
from exports.layout.document import CELL, SMALL, Paper, pdf, title
from exports.layout.long_table import LongTable
from exports.layout.prose import Prose
from exports.workbook import Sheet, Workbook
from models import access, fields
from models.database import current
from models.files import silent
from resources.language import N_, Language

_PORTION, _LONGEST, _NUMBER = 500, 200, 10 * mm
_NOT_LISTED = (fields.Data, fields.Pictures)


def listed(cls) -> list[str]:
    """The questions that stand in the list of a form."""
    return [name for name, question in cls.questions().items() if question.listed]


def all_printed(cls) -> list[str]:
    """The questions of a workbook: all that paper shows, but what is told in confidence."""
    return [
        name
        for name, question in cls.questions().items()
        if (question.printed or question.listed)
        and not isinstance(question, _NOT_LISTED)
        and (not question.sensitive or isinstance(question, (fields.IdNumber, fields.Phone)))
    ]


def list_pdf(
    cls, records, *, language: Language, station: str, name: str = "", under: str = "", names=None, whole=False,
    made: datetime | None = None, tick=silent,
) -> bytes:  # fmt: skip
    """A register of `records` (a query or any iterable) with the questions `names`; the store has to be in force.

    The page is turned where the columns ask for it. `name` is the title, `under` says what was chosen. `tick` counts
    records, then pages. Raises NotTakenAlong for a form that few may read.
    """
    questions = _questions(cls, names or listed(cls))
    wide = sum(needed(question, language) for question in questions.values()) + _NUMBER > Paper(language, "").width
    name = name or language.text(cls.plural)
    paper = Paper(language, name, station, made=made, wide=wide)
    table, sums, count = _register(questions, paper), {one: 0 for one in questions if _is_summed(questions[one])}, 0
    for count, values in enumerate(_read(cls, records, questions, language, whole, tick), 1):
        table.add([str(count), *(_short(questions[one], values[one], language, whole) for one in questions)])
        for one in sums:
            sums[one] += values[one] or 0
    if sums and count > 1:
        total = (_short(questions[one], sums[one], language, whole) if one in sums else "" for one in questions)
        table.add([language.text(N_("Total")), *total], band=True)
    said = language.plural("{n} line in all", "{n} lines in all", count)
    top = title(name, "　".join(part for part in (station, under) if part))
    return pdf(paper, [*top, table, Prose(said, SMALL, before=1.5 * mm)], tick)


def list_workbook(
    path, cls, records, *, language: Language, station: str, name: str = "", names=None, whole=False, tick=silent
) -> None:
    """The same as a workbook with all questions on paper: words as words, dates as dates, money in yuan.

    Raises NotTakenAlong, DiskFull, ReadOnly, Pulled, NotFound, Cancelled; nothing is left behind then.
    """
    questions = _questions(cls, names or all_printed(cls))
    name = name or language.text(cls.plural)
    book = Workbook(name, station)
    widths = [6, *(min(40, needed(question, language) / 4.4) for question in questions.values())]
    sheet = book.sheet(name, widths=widths, wide=True)
    sheet.across(f"{station}　{name}", len(widths), 26, **Sheet.TITLE)
    sheet.heads([language.text(N_("No.")), *(_head(question, language) for question in questions.values())])
    for count, values in enumerate(_read(cls, records, questions, language, whole, tick), 1):
        sheet.line([count, *(_value(questions[one], values[one], language, whole) for one in questions)])
    sheet.filters()
    book.keep(path)


def _questions(cls, names):
    """Name → question; refused where few may read the records: a list leaves the hands of those few."""
    if cls.restricted:
        raise access.NotTakenAlong()
    return {name: cls.questions()[name] for name in names}


def _register(questions, paper):
    columns, language = list(questions.values()), paper.language
    widths, scale = spread(columns, language, paper.width, _NUMBER)
    kind = CELL.but(size=9 * scale, leading=12 * scale)
    heads = [language.text(N_("No.")), *(_head(question, language) for question in columns)]
    return LongTable.of(heads, widths, [kind.but(align="centre"), *(set_in(one, kind) for one in columns)], 9 * scale)


def _head(question, language):
    label = language.text(question.label)
    unit = language.text(N_("minutes")) if isinstance(question, fields.Duration) else unit_of(question, language)
    return language.text(N_("{label} ({unit})"), label=label, unit=unit) if unit else label


def _is_summed(question):
    """What adds up: money, time, and counts of something; not an age or an ordinal number."""
    return isinstance(question, (fields.Money, fields.Duration)) or (
        isinstance(question, fields.Count) and bool(question.unit)
    )


def _read(cls, records, questions, language, whole, tick):
    """Each record as {question: value}, with the names of those it points to instead of their ids."""
    found = iter(records.iterator() if hasattr(records, "iterator") else records)
    done, store = 0, current()
    while portion := list(islice(found, _PORTION)):
        portion = [record for record in portion if access.may_read(store, record)]
        captions = _captions(portion, questions)
        for record in portion:
            yield {name: _said(record, name, question, captions, language) for name, question in questions.items()}
        done += len(portion)
        tick(done, 0)


def _said(record, name, question, captions, language):
    value = getattr(record, name)
    if not isinstance(question, (fields.Link, fields.Links)):
        return value
    ids = value if question.multiple else (value,)
    return language.text(N_(", ")).join(filter(None, (captions.get((question.table, one)) for one in ids)))


def _captions(portion, questions):
    """(table, id) → short name for all that the records point to: one query a table."""
    wanted = {}
    for name, question in questions.items():
        if isinstance(question, (fields.Link, fields.Links)):
            for record in portion:
                value = getattr(record, name)
                wanted.setdefault(question.table, set()).update(value if question.multiple else {value} - {None})
    found, store = {}, current()
    for table, ids in wanted.items():
        target, ids = store.tables[table], sorted(ids)
        for at in range(0, len(ids), _PORTION):
            for record in target.select().where(target.id.in_(ids[at : at + _PORTION])):
                found[table, record.id] = record.caption() if access.may_read(store, record) else ""
    return found


def _short(question, value, language, whole):
    """An answer as a register shows it: on one line of words, not longer than tells it apart."""
    if isinstance(value, str) and isinstance(question, (fields.Link, fields.Links)):
        said = value
    else:
        said = str(value) if isinstance(question, fields.Duration) and value is not None else ""
        said = said or shown(question, value, language, whole)
    said = " ".join(said.split("\n"))
    return said if len(said) <= _LONGEST else said[:_LONGEST] + "…"


def _value(question, value, language, whole):
    """An answer as a cell: a number, a date, or text."""
    if question.is_empty(value):
        return None
    if isinstance(question, fields.Money):
        return value / 100, "#,##0.00"
    if isinstance(question, (fields.Count, fields.Duration)):
        return value, "#,##0"
    if isinstance(question, (fields.Day, fields.Link, fields.Links)):
        return value
    return shown(question, value, language, whole)
