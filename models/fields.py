"""The kinds of answer: a peewee column that also knows its label, its rules, its words and who may see it.

Each kind reads what people type, checks a value, shows it, packs it for the journal (str, int, bool, list or None,
never a float) and unpacks it again. A rule that concerns one answer lives here; one that concerns two, in the record.
"""

import json
import re
import unicodedata
from datetime import date, time, timedelta
from uuid import UUID

import peewee

from models import codes, id_number
from models.errors import Problem, Wrong
from resources.language import N_

_BIDI = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0x3002: 0x2E}


def unwanted_character(text: str) -> bool:
    """Whether `text` holds what is never stored: control characters but \\n \\t, bidi overrides, lone surrogates."""
    return any(c in _BIDI or (unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t") for c in text)


def half_width(text: str) -> str:
    """Full-width digits and signs made narrow, outer blanks gone; for numbers and dates only, never for words."""
    return text.translate(_FULL_WIDTH).strip()


class Question(peewee.Field):
    """One question of a form.

    label, heading, hint   words (marked with N_); a heading begins a section of the form
    required               today's rule, not a constraint of the column
    listed                 shown as a column of the list
    suggest                a first value, or a function of the record that gives one
    asked_if               a function of the record; the question is asked where it says True
    synonyms               other headings under which ledgers keep the answer
    sensitive              masked in lists and previews, its reading logged
    upward                 whether the level above may see it (settled by kind where not said)
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
        index=False,
    ):
        super().__init__(null=True, index=index)
        self.label, self.heading, self.hint, self.unit = label, heading, hint, unit
        self.required, self.listed, self.derived = required, listed, derived
        self.suggest, self.asked_if, self.synonyms = suggest, asked_if, tuple(synonyms)
        self.sensitive = sensitive
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

    def db_value(self, value):
        return self.pack(value)

    def python_value(self, value):
        return self.unpack(value)

    def problem(self, sentence, blocks=True, code="", repair=None, **values):
        return Problem(self.name, sentence, values, blocks, code, repair)


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


class _Number(Question):
    field_type = "INTEGER"
    most = 2**53 - 1

    def unpack(self, packed):
        if packed is not None and (type(packed) is not int or abs(packed) > 2**53 - 1):
            raise Wrong(N_("This is not a whole number."))
        return packed


class Count(_Number):
    """A whole number, zero or more."""

    def __init__(self, label, *, most=1_000_000_000, **options):
        super().__init__(label, **options)
        self.most = most

    def read(self, text, today):
        digits = half_width(text).replace(",", "")
        if not digits:
            return None
        if not (digits.isascii() and digits.isdigit()) or len(digits) > 15:
            raise Wrong(N_("Type a whole number, such as 12."))
        return int(digits)

    def check(self, value, record, today):
        if not 0 <= value <= self.most:
            yield self.problem(N_("From 0 to {most}."), most=self.most)

    def show(self, value, language):
        return "" if value is None else language.number(value)


class Money(_Number):
    """An amount in fen (分), so that sums are exact; typed and shown in yuan with two decimals."""

    def read(self, text, today):
        typed = half_width(text).replace(",", "").lstrip("¥￥").removesuffix("元")
        if not typed:
            return None
        found = re.fullmatch(r"([0-9]{1,12})(?:\.([0-9]{1,2}))?", typed)
        if not found:
            raise Wrong(N_("Type an amount in yuan, such as 120 or 120.50."))
        return int(found[1]) * 100 + int((found[2] or "").ljust(2, "0"))

    def check(self, value, record, today):
        if value < 0:
            yield self.problem(N_("An amount is not less than zero."))

    def show(self, value, language):
        return "" if value is None else language.money(value)


_SPOKEN = {"今天": 0, "昨天": 1, "前天": 2, "today": 0, "yesterday": 1}
_DAY_SHAPES = (
    (re.compile(r"([0-9]{4})[-./年]([0-9]{1,2})[-./月]([0-9]{1,2})日?"), ("year", "month", "day")),
    (re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})"), ("year", "month", "day")),
    (re.compile(r"([0-9]{1,2})[-./月]([0-9]{1,2})日?"), ("month", "day")),
    (re.compile(r"([0-9]{2})([0-9]{2})"), ("month", "day")),
    (re.compile(r"([0-9]{1,2})日?"), ("day",)),
)


class Day(Question):
    """A whole date of an event. Typed `3.5` or `0305` (5 March of this year), `20260305`, `20`, `0`, `-1`, 昨天."""

    def __init__(self, label, *, may_be_future=False, **options):
        super().__init__(label, **options)
        self.may_be_future = may_be_future

    def read(self, text, today):
        typed = half_width(text)
        if not typed:
            return None
        if typed in _SPOKEN:
            return today - timedelta(_SPOKEN[typed])
        if re.fullmatch(r"0|-[0-9]{1,3}", typed):
            return today + timedelta(int(typed))
        for shape, parts in _DAY_SHAPES:
            if found := shape.fullmatch(typed):
                return _real_day(
                    {"year": today.year, "month": today.month} | dict(zip(parts, map(int, found.groups()), strict=True))
                )
        raise Wrong(N_("Type a date such as 3.5, 0305 or 20260305."))

    def check(self, value, record, today):
        if value.year < 1900:
            yield self.problem(N_("This date lies before 1900."))
        elif value > today and not self.may_be_future:
            yield self.problem(N_("This date is in the future."))
        elif value.year > today.year + 30:
            yield self.problem(N_("This date lies too far in the future."))

    def show(self, value, language):
        return "" if value is None else language.day(value)

    def pack(self, value):
        return value if value is None or isinstance(value, str) else value.isoformat()

    def unpack(self, packed):
        if packed is None:
            return None
        try:
            if type(packed) is str and len(packed) == 10:
                return date.fromisoformat(packed)
        except ValueError:
            pass
        raise Wrong(N_("This is not a date."))


def _real_day(parts):
    try:
        return date(**parts)
    except ValueError:
        raise Wrong(N_("This day is not in the calendar.")) from None


_PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_PARTIAL_TYPED = (
    re.compile(r"([0-9]{4})年?"),
    re.compile(r"([0-9]{4})[-./年]([0-9]{1,2})月?"),
    re.compile(r"([0-9]{4})([0-9]{2})"),
    re.compile(r"([0-9]{4})[-./年]([0-9]{1,2})[-./月]([0-9]{1,2})日?"),
    re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})"),
)


class PartialDay(Question):
    """A birth or an old fact known to the year, month or day: `1953`, `1953-05`, `1953-05-06`."""

    goes_upward = False

    def read(self, text, today):
        typed = half_width(text)
        if not typed:
            return None
        for shape in _PARTIAL_TYPED:
            if found := shape.fullmatch(typed):
                return self._from_parts(found.groups())
        raise Wrong(N_("Type a year, month or day such as 1953, 1953.5 or 19530506."))

    def _from_parts(self, parts):
        numbers = [int(part) for part in parts]
        _real_day(dict(zip(("year", "month", "day"), (numbers + [1, 1])[:3], strict=True)))
        return "-".join([f"{numbers[0]:04}"] + [f"{n:02}" for n in numbers[1:]])

    def check(self, value, record, today):
        if value > today.isoformat()[: len(value)]:
            yield self.problem(N_("This date is in the future."))
        elif value < "1880":
            yield self.problem(N_("This date lies too far back."))

    def unpack(self, packed):
        packed = super().unpack(packed)
        if packed is not None:
            found = _PARTIAL.fullmatch(packed)
            if not found:
                raise Wrong(N_("This is not a date."))
            self._from_parts([part for part in found.groups() if part])
        return packed

    def show(self, value, language):
        return value or ""


class Time(Question):
    """A time of day to the minute: `9`, `930`, `9:30`."""

    def read(self, text, today):
        typed = half_width(text).replace("点", ":").rstrip(":")
        if not typed:
            return None
        found = re.fullmatch(r"([0-9]{1,2})(?::?([0-9]{2}))?", typed)
        if not found or int(found[1]) > 23 or int(found[2] or 0) > 59:
            raise Wrong(N_("Type a time such as 9:30 or 1430."))
        return time(int(found[1]), int(found[2] or 0))

    def pack(self, value):
        return value if value is None or isinstance(value, str) else value.strftime("%H:%M")

    def unpack(self, packed):
        if packed is None:
            return None
        if type(packed) is str and re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", packed):
            return time(int(packed[:2]), int(packed[3:]))
        raise Wrong(N_("This is not a time."))

    def show(self, value, language):
        return "" if value is None else value.strftime("%H:%M")


class Duration(_Number):
    """Minutes; typed as minutes (`90`), hours and minutes (`1:30`) or hours (`1.5小时`)."""

    most = 60 * 24 * 31

    def read(self, text, today):
        typed = half_width(text)
        if not typed:
            return None
        if found := re.fullmatch(r"([0-9]{1,3}):([0-5][0-9])", typed):
            return int(found[1]) * 60 + int(found[2])
        if found := re.fullmatch(r"([0-9]{1,3})(?:\.([0-9]))?(?:小时|时|h)", typed):
            return int(found[1]) * 60 + int(found[2] or 0) * 6
        if found := re.fullmatch(r"([0-9]{1,5})(?:分钟|分|min)?", typed):
            return int(found[1])
        raise Wrong(N_("Type minutes such as 90, or 1:30."))

    def check(self, value, record, today):
        if not 0 <= value <= self.most:
            yield self.problem(N_("From 0 to {most}."), most=self.most)

    def show(self, value, language):
        return "" if value is None else f"{value // 60}:{value % 60:02}"


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


class _Several(Question):
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

    def db_value(self, value):
        packed = self.pack(value)
        return json.dumps(packed, separators=(",", ":"), ensure_ascii=False) if packed else None

    def python_value(self, value):
        return self.unpack(json.loads(value)) if value else ()


class Choices(_Several):
    """Any number of codes of a list."""

    def __init__(self, label, codes_name, **options):
        super().__init__(label, **options)
        self.codes = codes_name

    def read(self, text, today):
        parts = [part for part in re.split(r"[、,，;；/\s]+", half_width(text)) if part]
        found = [codes.find(self.codes, part) for part in parts]
        if None in found:
            raise Wrong(N_("“{text}” is not in the list."), text=parts[found.index(None)])
        return tuple(sorted(set(found)))

    def check(self, value, record, today):
        for code in value:
            if not codes.known(self.codes, code):
                yield self.problem(N_("“{text}” is not in the list."), text=code)

    def show(self, value, language):
        return language.text(N_(", ")).join(codes.label(self.codes, code, language) for code in value or ())


class _Pointing:
    """What points to other records: `target` is a class, or its name where it is declared later."""

    @property
    def table(self) -> str:
        """The table pointed to."""
        if not isinstance(self.target, str):
            return self.target._meta.table_name
        return re.sub(r"(?<=[a-z])([A-Z])", r"_\1", self.target).lower()


class Link(_Pointing, Question):
    """Another record, by its id. The other need not be here yet: stations' rows arrive in any order."""

    field_type = "BLOB"

    def __init__(self, target, label, **options):
        super().__init__(label, **options)
        self.target = target

    def pack(self, value):
        return None if value is None else value.hex

    def unpack(self, packed):
        return None if packed is None else _uuid(packed)

    def db_value(self, value):
        return None if value is None else getattr(value, "id", value).bytes

    def python_value(self, value):
        return None if value is None else UUID(bytes=bytes(value))


class Links(_Pointing, _Several):
    """Any number of other records, by their ids."""

    def __init__(self, target, label, **options):
        super().__init__(label, **options)
        self.target = target

    def pack_one(self, one):
        return one.hex

    def unpack_one(self, packed):
        return _uuid(packed)


def _uuid(packed):
    if type(packed) is str and re.fullmatch(r"[0-9a-f]{32}", packed):
        return UUID(packed)
    raise Wrong(N_("This is not the number of a record."))


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


KINDS = (
    Text,
    Name,
    Notes,
    Count,
    Money,
    Day,
    PartialDay,
    Time,
    Duration,
    YesNo,
    Choice,
    Choices,
    Link,
    Links,
    IdNumber,
    Phone,
    Division,
    Data,
)
