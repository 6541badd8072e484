"""What all records share: questions, checks, one way to be saved, a history.

A record is a peewee model whose fields are questions (fields.py). `save()` is the only gate: it checks, and writes one
commit into the journal, which projects it into the table.
"""

import json

import peewee

from models import access, journal, replay
from models.database import current, database
from models.errors import InvalidRecord, Problem
from models.fields import Question
from models.fields.per_form import per_form
from models.files import silent
from models.process import Process
from models.row_id import RowId, uuid7
from models.stepping import Stepping, as_problem
from resources.language import N_


class _Names(peewee.Field):
    """The names of withheld questions."""

    field_type = "TEXT"

    def python_value(self, value):
        return tuple(json.loads(value)) if value else ()


@per_form
def _several(form):
    return [name for name, question in form.questions().items() if question.multiple]


@per_form
def _asked_at_times(form):
    return [(name, question) for name, question in form.questions().items() if question.asked_if]


class Record(Stepping, peewee.Model):
    """One form filled in. Subclasses declare `title`, `plural`, `letters` and their questions.

    searched   questions by which the search box finds it
    shelf      the page of the rail its list stands on; "" for what is only found inside another record's file
    part_of    links to the records in whose files it stands, such as the case of a session
    process    the steps its state goes through
    signers    who signs its paper
    facts      what its paper repeats from other records, behind that link: (links apart by dots, question)
    restricted the link to the member of staff, or to the restricted record, whose readers alone may read it
    comes_first  whether its papers stand before all others in the file it is a part of, as plans do
    dated      the question that says which day it is about, where models.papers.day_of() would take another
    headed     what the papers in its file say of it at their head (else name and number, and who is responsible)
    filled_in  the question that says on which day it was filled in, which the head of its paper says
    goes_on    whether a fresh one is the last one brought up to date: “as last time” fills in all but its days
    withheld   the questions whose answers were not sent to us
    """

    title = N_("Record")
    plural = N_("Records")
    letters = ""
    searched = False
    shelf = ""
    part_of: tuple[str, ...] = ()
    process: Process | None = None
    signers: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    restricted = ""
    comes_first = False
    dated: str | None = None
    headed: tuple[str, ...] = ()
    filled_in: str | None = None
    goes_on = False

    id = RowId(primary_key=True)
    station = RowId(null=True, index=True)
    deleted = peewee.BooleanField(default=False)
    changed = peewee.BigIntegerField(default=0, index=True)
    heads = peewee.TextField(null=True)
    withheld = _Names(null=True)

    class Meta:
        database = database
        legacy_table_names = False

    def __init__(self, *args, **answers):
        super().__init__(*args, **answers)
        for name in _several(type(self)):
            if self.__data__.get(name) is None:
                self.__data__[name] = ()
        if not self.withheld:
            self.__data__["withheld"] = ()

    @classmethod
    def questions(cls) -> dict[str, Question]:
        """Name → question, in the order declared."""
        fields = cls._meta.sorted_fields
        known = cls.__dict__.get("_known_questions")  # asked dozens of times a record: made anew only with new fields
        if known is None or known[0] is not fields:
            known = fields, {field.name: field for field in fields if isinstance(field, Question)}
            cls._known_questions = known
        return known[1]

    @classmethod
    def new(cls, **answers):
        """A fresh record with its suggestions filled in, not yet saved."""
        record = cls(id=uuid7(), **answers)
        for name, question in record.questions().items():
            if name not in answers and (first := question.suggestion(record)) is not None:
                setattr(record, name, first)
        return record

    @classmethod
    def alive(cls, *columns):
        """A select of what is not removed, and of what is restricted only what who is at work may read."""
        query = cls.select(*columns).where(cls.deleted == False)  # noqa: E712 (an SQL expression)
        readable = access.readable(current(), cls) if cls.restricted else None
        return query if readable is None else query.where(readable)

    @property
    def dirty(self) -> set[str]:
        return set(self._dirty)

    @property
    def is_new(self) -> bool:
        return self.heads is None

    def caption(self) -> str:
        """A short name for lists and titles."""
        return str(getattr(self, "name", "") or "")

    def linked(self, name):
        """The record a link points to, or None where there is none or it is not here yet."""
        value, target = getattr(self, name), self.target_of(name)
        return target.get_or_none(target.id == value) if value else None

    @classmethod
    def target_of(cls, name):
        """The class a Link or Links question points to."""
        return current().tables[cls.questions()[name].table]

    def problems(self, today=None) -> list[Problem]:
        """All that is wrong with the answers as they stand; warnings have `blocks` False."""
        today = today or current().today()
        found = []
        for name, question in self.questions().items():
            value = self.__data__.get(name)
            empty = question.is_empty(value)
            if (empty and not question.required) or not question.is_asked(self):
                continue
            if not empty:
                found += question.check(value, self, today)
            elif not question.derived and name not in self.withheld:
                found.append(question.problem(N_("This has to be answered.")))
        if not any(problem.blocks for problem in found):
            found += map(as_problem, self.conflicts())
        return found

    def conflicts(self):
        """Yield (question, sentence[, values]) or a Problem for answers that do not fit each other."""
        return iter(())

    @classmethod
    def together(cls, records, beside):
        """Yield like conflicts() what does not fit among records of this form that are saved in one go.

        `beside` is all that is saved with them, of whatever form.
        """
        return iter(())

    def derive(self):
        """Fill the questions that follow from others; called before each save."""

    def followers(self):
        """Records whose derived answers follow from this one; what changes in them is saved along with it."""
        return ()

    def save(self, *, why=None, batch=None, kind="edit"):
        """Check and write one commit. Raises InvalidRecord with what is to be mended, or a UserError of the store."""
        self._ready(kind)
        return _commit([self], kind, batch, why)

    def _ready(self, kind="edit"):
        if self.id is None:
            self.id = uuid7()
        if gate := current().gate:
            gate(self)
        for name, question in _asked_at_times(type(self)):
            if not question.is_empty(self.__data__.get(name)) and not question.is_asked(self):
                setattr(self, name, () if question.multiple else None)
        self.derive()
        blocking = [problem for problem in self.problems() if problem.blocks]
        blocking += self.steps_taken() if kind == "edit" else ()
        if blocking and not self.deleted:
            raise InvalidRecord(blocking, self.labels())

    def labels(self):
        return {name: question.label for name, question in self.questions().items()}

    def written(self, state):
        """Told by the journal that the row now stands so."""
        self.__data__.update(deleted=state.deleted, changed=state.changed, station=current().unit)
        self.__data__["heads"] = self.heads or "{}"
        self._dirty.clear()

    def remove(self, *, why=None, batch=None, kind="edit"):
        """Take the record out of all lists and counts; restore() brings it back."""
        self.deleted = True
        return self.save(why=why, batch=batch, kind=kind)

    def restore(self, *, why=None):
        self.deleted = False
        return self.save(why=why)

    def history(self, name):
        """The values a question had, newest first (replay.Version)."""
        return replay.history(current(), self, name)


def save_all(records, *, batch=None, kind="edit", why=None, tick=silent):
    """Save many records in one transaction, one commit each; nothing is saved when one may not be."""
    with current().writing():
        for record in records:
            record._ready(kind)
        _stand_together(records)
        return _commit(records, kind, batch, why, tick)


def _stand_together(records):
    """Raise InvalidRecord where records that are each right are not so side by side."""
    for form in {type(record) for record in records}:
        fresh = [record for record in records if type(record) is form and not record.deleted]
        if blocking := [problem for problem in map(as_problem, form.together(fresh, records)) if problem.blocks]:
            raise InvalidRecord(blocking, fresh[0].labels())


def _commit(records, kind, batch, why, tick=silent):
    """Write records, then those that follow from them: by commits of their own, which no undoing of a batch takes."""
    before = {one.id: one for record in records for one in record.followers()}
    with current().writing():
        written = journal.write(current(), records, kind=kind, batch=batch, why=why, tick=tick)
        followers = before | {one.id: one for record in records for one in record.followers()}
        if followers:
            for one in followers.values():
                one.derive()
            journal.write(current(), list(followers.values()))
    return written
