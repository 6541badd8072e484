"""A ledger of any one form: columns become answers, names become links where exactly one on file bears them."""

import re
from datetime import date

from exports.intake import answers, doubts
from exports.intake.cells import means_nothing, plain, said
from exports.intake.doubts import Doubt
from exports.intake.events import clock
from exports.intake.ledger import Ledger, LedgerRow
from exports.intake.people import is_allowed
from models import search
from models.fields import Choice, Choices, Link, Links, Time
from models.records import Record
from models.row_id import uuid7

_APART = re.compile(r"[、,，;；/／\n]+")


def read_form(form, rows: list[LedgerRow], headings: dict[str, str], today: date) -> None:
    """Put what the cells say into the rows' values; links wait as words until they are held against the records."""
    for row in rows:
        for name, heading in headings.items():
            _read_cell(row, name, form.questions()[name], today, heading)
        if not row.values:
            row.doubt(doubts.NOTHING_READ)


def _read_cell(row, name, question, today, heading):
    text = said(row.cells.get(name))
    if means_nothing(text) and not isinstance(question, (Choice, Choices)):
        return
    if isinstance(question, (Link, Links)):
        row.values[name] = tuple(part.strip() for part in _APART.split(text) if part.strip())
    elif isinstance(question, Time):
        found = clock(row.cells.get(name))
        if found is None:
            row.doubt(doubts.VALUE_UNREADABLE, found=text[:60], heading=heading, reason="")
        else:
            row.values[name] = found
    else:
        answers.take(row, name, question, today, heading)


def make_records(form, ledger: Ledger) -> list[Record]:
    """The records of all rows to be stored; a row that says the same as another, or as a record, waits."""
    headings = {column.question: column.heading for column in ledger.columns if column.question}
    named = [name for name in headings if not isinstance(form.questions()[name], (Link, Links))]
    known, made, onfile = _on_file(form, named), [], _Bearers(form)
    for row in ledger.entries:
        if not row.is_stored:
            continue
        record = _record(form, row, headings, onfile)
        same = _what_it_says(record, named)
        if same in known:
            row.on_file.append(Doubt(doubts.STANDS_ALREADY, {"other": known[same] or "–"}))
        elif is_allowed(row, record):
            known[same] = row.place
            made.append(record)
    return made


def _record(form, row, headings, bearers) -> Record:
    record = form.new()
    record.id = uuid7()
    for name, value in row.values.items():
        question = form.questions()[name]
        if isinstance(question, (Link, Links)):
            found = [one for one in (bearers.of(name, word) for word in value) if one]
            if len(found) < len(value) or (len(found) > 1 and not question.multiple):
                row.on_file.append(
                    Doubt(doubts.NOT_LINKED, {"found": "、".join(value)[:60], "heading": headings.get(name, "")})
                )
            value = tuple(sorted(set(found), key=lambda one: one.hex)) if question.multiple else next(iter(found), None)
        setattr(record, name, value)
    record.derive()
    return record


def _what_it_says(record, names):
    return tuple(repr(getattr(record, name)) for name in names)


def _on_file(form, names):
    """What the records on file say under the ledger's columns."""
    return {_what_it_says(record, names): "" for record in form.alive().iterator()}


class _Bearers:
    """Who or what bears a name or a number: one record, or none."""

    def __init__(self, form):
        self.form, self.found = form, {}

    def of(self, question, word):
        target = self.form.target_of(question)
        key = target._meta.table_name, plain(word)
        if key not in self.found:
            self.found[key] = self._one(target, word)
        return self.found[key]

    def _one(self, target, word):
        """The only record of that caption or number; people and what is searched by the search keys."""
        if target.searched:
            candidates = [one.record() for one in search.find_ids(word, 50, (target._meta.table_name,))]
        else:
            candidates = target.alive().limit(2_000)
        bearing = [one.id for one in candidates if one and plain(word) in _names(one)]
        return bearing[0] if len(bearing) == 1 else None


def _names(record):
    names = (record.caption(), getattr(record, "name", ""), getattr(record, "head", ""), getattr(record, "number", ""))
    return {plain(name) for name in names if name}
