"""Answers chosen from a code list, one or several."""

import json

import msgspec
import peewee

from models import codes
from models.errors import Wrong
from models.fields.question import Question, half_width
from resources.language import N_

_written = msgspec.json.Encoder().encode


class Choice(Question):
    """One code of a code list; codes are stored, labels shown."""

    def __init__(self, label, codes_name, **options):
        super().__init__(label, **options)
        self.codes = codes_name

    def read(self, text, today):
        typed = half_width(text)
        if not typed:
            return None
        code = codes.find(self.codes, typed)
        if code is None:
            raise Wrong(N_("“{text}” is not in the list."), text=typed)
        return code

    def check(self, value, record, today):
        if not codes.known(self.codes, value):
            yield self.problem(N_("“{text}” is not in the list."), text=value)

    def show(self, value, language):
        return "" if value is None else codes.label(self.codes, value, language)


class YesNo(Choice):
    """`yes`, `no`, or `unknown` (不详): an open question is never a No."""

    def __init__(self, label, **options):
        super().__init__(label, "yes_no", **options)


class Several(Question):
    """Several values, each an op of its own in the journal; stored sorted, without doubles."""

    multiple = True

    def pack(self, value):
        return None if value is None else sorted({self.pack_one(one) for one in value})

    def unpack(self, packed):
        if packed is None:
            return ()
        if type(packed) is not list:
            raise Wrong(N_("This is not a list."))
        return tuple(self.unpack_one(one) for one in packed)

    def pack_one(self, one):
        return one

    def unpack_one(self, packed):
        if type(packed) is not str or not 0 < len(packed) <= 64:
            raise Wrong(N_("This is not in the list."))
        return packed

    def contains(self, words):
        """The condition that the stored list holds `words`; a value in quotes is meant whole."""
        return peewee.fn.INSTR(self, words) > 0

    def stored(self, packed):
        return self.db_value(self.unpack(packed))

    def db_value(self, value):
        packed = self.pack(value)
        return _written(packed).decode() if packed else None

    def python_value(self, value):
        return self.unpack(json.loads(value)) if value else ()


class Choices(Several):
    """Any number of codes of a list."""

    def __init__(self, label, codes_name, **options):
        super().__init__(label, **options)
        self.codes = codes_name

    def read(self, text, today):
        found = codes.several(self.codes, half_width(text))
        if unknown := [word for word, code in found if code is None]:
            raise Wrong(N_("“{text}” is not in the list."), text=unknown[0])
        return tuple(sorted({code for _word, code in found}))

    def check(self, value, record, today):
        for code in value:
            if not codes.known(self.codes, code):
                yield self.problem(N_("“{text}” is not in the list."), text=code)

    def show(self, value, language):
        return language.text(N_(", ")).join(codes.label(self.codes, code, language) for code in value or ())
