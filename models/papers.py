"""The file of a record: itself and all that stand in it (`Record.part_of`), such as a person and their cases."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from models import fields
from models.clock import from_milliseconds


@dataclass(frozen=True)
class Paper:
    """A record in a file, by its number; `day` is the day it is about, else the one on which it was made."""

    form: type
    row: UUID
    day: date


def parts_of(cls, tables) -> list[type]:
    """The forms that stand in the files of `cls`, in the order of their declaration."""
    return [part for part in tables.values() if links_to(part, cls)]


def links_to(part, cls) -> list[str]:
    """By which links a form stands in the files of `cls`."""
    return [name for name in part.part_of if part.questions()[name].table == cls._meta.table_name]


def owners_of(record):
    """The records in whose files a record stands, as far as they are here, in the order it names them."""
    for name in record.part_of:
        value, target = getattr(record, name), record.target_of(name)
        for one in value if isinstance(value, tuple) else (value,):
            owner = target.get_or_none(target.id == one) if one else None
            if owner is not None:
                yield owner


def owner_in(record, cls):
    """The record of `cls` in whose file a record stands: itself, or what it or its owner is a part of; else None."""
    if isinstance(record, cls):
        return record
    for owner in owners_of(record):
        if (found := owner_in(owner, cls)) is not None:
            return found
    return None


def of(store, record) -> list[Paper]:
    """All that stands in the file of a record and may be read by who is at work, the newest first."""
    found = []
    for part in parts_of(type(record), store.tables):
        name = day_of(part)
        columns = (part.id, part.questions()[name]) if name else (part.id,)
        for row, *day in part.alive(*columns).where(is_in(part, record)).tuples():
            found.append(Paper(part, row, _day(day[0] if day else None, row)))
    return sorted(found, key=lambda paper: (paper.day, paper.row), reverse=True)


def read(papers) -> list:
    """The records of papers, in their order; those that went meanwhile are left out."""
    rows = {}
    for form in {paper.form for paper in papers}:
        wanted = [paper.row for paper in papers if paper.form is form]
        rows |= {record.id: record for record in form.alive().where(form.id.in_(wanted))}
    return [rows[paper.row] for paper in papers if paper.row in rows]


def day_of(cls) -> str | None:
    """The question that says which day a record is about: `dated` or `day`, else the first that cannot lie ahead."""
    questions = cls.questions()
    if cls.dated or isinstance(questions.get("day"), fields.Day):
        return cls.dated or "day"
    days = [name for name, question in questions.items() if isinstance(question, fields.Day)]
    past = [name for name in days if not questions[name].may_be_future]
    return next(iter(past or days), None)


def _day(value, row):
    return value or from_milliseconds(row.int >> 80).date()  # a number of version 7 begins with the time it was made


def is_in(part, record):
    condition = None
    for name in links_to(part, type(record)):
        question = part.questions()[name]
        several = isinstance(question, fields.Links)
        one = question.contains(f'"{record.id.hex}"') if several else question == record.id
        condition = one if condition is None else condition | one
    return condition
