"""What every kind of answer is: a column that knows its label, its rules, its words and who may see it."""

import re

import peewee

from models.errors import Problem, Wrong
from resources.language import N_

_UNWANTED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0x3002: 0x2E}
_MARKS = dict.fromkeys((*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF))
_NARROW = _FULL_WIDTH | _MARKS
"""Without the marks that telephones put around a copied number."""


def unwanted_character(text: str) -> bool:
    """Whether `text` holds what is never stored: control characters but \\n \\t, bidi overrides, lone surrogates."""
    return _UNWANTED.search(text) is not None


def half_width(text: str) -> str:
    """Full-width digits and signs made narrow, outer blanks and unseen marks gone; for numbers and dates only."""
    return text.translate(_NARROW).strip()


class Question(peewee.Field):
    """One question of a form.

    label, heading, hint   words (marked with N_); a heading begins a section of the form
    required               today's rule, not a constraint of the column
    listed                 shown as a column of the list
    suggest                a first value, or a function of the record that gives one
    asked_if               a function of the record; the question is asked where it says True
    synonyms               other headings under which ledgers keep the answer
    sensitive              masked in lists and previews, its reading logged
    derived                filled in by the record itself; no form asks for it
    printed                whether forms on paper show it (derived ones only where said)
    upward                 whether the level above may see it (settled by kind where not said)
    of_work                whether it speaks of the work done, not of the person served, who is not handed it (§45)
    copied                 whether “as last time” fills it in (None: as is usual for its name, models/copying.py);
                           False: no template does either
    """

    field_type = "TEXT"
    goes_upward = True
    multiple = False

    def __init__(
        self,
        label,
        *,
        heading=None,
        hint=None,
        required=False,
        listed=False,
        suggest=None,
        asked_if=None,
        synonyms=(),
        sensitive=False,
        upward=None,
        unit=None,
        derived=False,
        printed=None,
        index=False,
        copied=None,
        of_work=False,
    ):
        super().__init__(null=True, index=index)
        self.label, self.heading, self.hint, self.unit = label, heading, hint, unit
        self.required, self.listed, self.derived = required, listed, derived
        self.printed = not derived if printed is None else printed
        self.suggest, self.asked_if, self.synonyms = suggest, asked_if, tuple(synonyms)
        self.sensitive, self.copied, self.of_work = sensitive, copied, of_work
        self.upward = (self.goes_upward and not sensitive) if upward is None else upward

    def suggestion(self, record):
        """The value a new form begins with."""
        return self.suggest(record) if callable(self.suggest) else self.suggest

    def is_asked(self, record) -> bool:
        return self.asked_if is None or bool(self.asked_if(record))

    def is_empty(self, value) -> bool:
        return value is None or value == "" or value == ()

    def read(self, text, today):
        """The value meant by typed `text`; None for nothing. Raises Wrong with a sentence."""
        return text or None

    def check(self, value, record, today):
        """Yield a Problem for each thing wrong with a value that is there."""
        return iter(())

    def show(self, value, language) -> str:
        return "" if value is None else str(value)

    def pack(self, value):
        """The value as the journal and bundles carry it."""
        return value

    def unpack(self, packed):
        """The inverse of pack(); raises Wrong when `packed` is not of this kind."""
        if packed is not None and type(packed) is not str:
            raise Wrong(N_("This is not a text."))
        return packed

    def stored(self, packed):
        """What the column keeps of a packed value that unpack() takes: as db_value(unpack(packed)), but sooner."""
        return packed

    def db_value(self, value):
        return self.pack(value)

    def python_value(self, value):
        return self.unpack(value)

    def problem(self, sentence, blocks=True, code="", repair=None, **values):
        return Problem(self.name, sentence, values, blocks, code, repair)
