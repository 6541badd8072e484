"""Answers in words: lines, names, notes, and numbers that are names (papers, telephones, divisions)."""

import re

from models import id_number
from models.fields.question import Question, half_width, unwanted_character
from resources.language import N_


class Text(Question):
    """One line of words, stored as typed: no normalisation, at most `limit` code points."""

    goes_upward = False

    def __init__(self, label, *, limit=200, **options):
        super().__init__(label, **options)
        self.limit = limit

    def read(self, text, today):
        return text if text.strip() else None

    def check(self, value, record, today):
        if len(value) > self.limit:
            yield self.problem(N_("At most {limit} characters; this has {count}."), limit=self.limit, count=len(value))
        if unwanted_character(value):
            yield self.problem(N_("There is a character in it that cannot be seen. Type the text again."))


class Name(Text):
    """A person's name: up to 50 code points, `·` and rare characters as typed (姓名登记: 25 hanzi and more)."""

    def __init__(self, label, *, limit=50, **options):
        super().__init__(label, limit=limit, **options)

    def check(self, value, record, today):
        yield from super().check(value, record, today)
        if "\n" in value or "\t" in value:
            yield self.problem(N_("A name stands on one line."))


class Notes(Text):
    """Several lines, at most 20,000 code points."""

    def __init__(self, label, *, limit=20_000, **options):
        super().__init__(label, limit=limit, **options)


class IdNumber(Text):
    """An identity number of any kind met in ledgers, or 无. What is odd is a warning, never a wall."""

    def __init__(self, label, **options):
        super().__init__(label, limit=30, sensitive=True, **options)

    def read(self, text, today):
        return id_number.tidy(text) or None

    def check(self, value, record, today):
        yield from super().check(value, record, today)
        for doubt in id_number.problems(value, today):
            yield self.problem(doubt.sentence, blocks=False, code=doubt.code, **doubt.values)

    def show(self, value, language):
        return value or ""


_PHONE = re.compile(
    r"1[3-9][0-9]{9}|(0[0-9]{2,3}-?)?[2-9][0-9]{6,7}(-[0-9]{1,6})?|1[02][0-9]{3,5}|[48]00-?[0-9]{3}-?[0-9]{4}"
)


class Phone(Text):
    """A Chinese mobile or fixed number; another shape is a warning."""

    def __init__(self, label, **options):
        super().__init__(label, limit=30, sensitive=True, **options)

    def read(self, text, today):
        return re.sub(r"[\s()]", "", half_width(text)).replace("－", "-").replace("—", "-") or None

    def check(self, value, record, today):
        yield from super().check(value, record, today)
        if not _PHONE.fullmatch(value):
            yield self.problem(N_("This does not look like a telephone number."), blocks=False)


class Division(Text):
    """A county, township or village by its statistical division code: 6, 9 or 12 digits (GB/T 2260, GB/T 10114)."""

    goes_upward = True

    def __init__(self, label, **options):
        super().__init__(label, limit=12, **options)

    def read(self, text, today):
        return half_width(text) or None

    def check(self, value, record, today):
        if not re.fullmatch(r"[0-9]{6}([0-9]{3}([0-9]{3})?)?", value):
            yield self.problem(N_("A division code has 6, 9 or 12 digits."))


class Data(Question):
    """Structured facts written by the program (such as a month's figures): canonical JSON text, never typed."""

    def check(self, value, record, today):
        if len(value) > 128 * 1024:
            yield self.problem(N_("This is too long to be kept."))
