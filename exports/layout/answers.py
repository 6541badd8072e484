"""What a form on paper says for each question: the answers of a record, or room and boxes on a blank form."""

from datetime import date

from exports.layout.masks import masked
from models import access, clock, codes, fields, pictures
from models.database import current
from models.errors import UserError
from models.register import BY_TABLE
from resources.language import N_, Language

_BOXES = 14  # a longer code list is written in by hand
_SPACE = "　"


def shown(question, value, language: Language, whole: bool = False) -> str:
    """An answer in words; names of other records need the store in force. `whole` prints numbers of people in full."""
    if question.is_empty(value):
        return ""
    if isinstance(question, (fields.Link, fields.Links)):
        return _names(question, value, language)
    if isinstance(question, (fields.IdNumber, fields.Phone)) and not whole:
        return masked(value)
    if isinstance(question, fields.Duration):
        return minutes(value, language)
    return value.isoformat() if isinstance(value, date) else question.show(value, language)


def with_unit(question, value, language: Language, whole: bool = False) -> str:
    """Like shown(), with 元 or the unit of the question behind a number that stands alone."""
    said = shown(question, value, language, whole)
    unit = unit_of(question, language)
    return f"{said} {unit}" if said and unit else said


def unit_of(question, language: Language) -> str:
    """The unit of a number; "" where the answer says it itself or has none."""
    if isinstance(question, fields.Money):
        return language.text(question.unit or N_("yuan"))
    return language.text(question.unit) if question.unit and isinstance(question, fields.Count) else ""


def minutes(value: int, language: Language) -> str:
    """A length of time: 45分钟, 1小时30分钟."""
    hours, rest = divmod(value, 60)
    if not hours:
        return language.text(N_("{n} min"), n=rest)
    return language.text(N_("{hours} h {n} min"), hours=hours, n=rest) if rest else language.text(N_("{n} h"), n=hours)


def caption(table: str, identity) -> str:
    """The short name of a record; "" where it is not here, or not for who is at work."""
    target = current().tables[table]
    found = target.get_or_none(target.id == identity)
    return found.caption() if found and access.may_read(current(), found) else ""


def _names(question, value, language):
    found = (caption(question.table, one) for one in (value if question.multiple else (value,)))
    return language.text(N_(", ")).join(name for name in found if name)


class Answers:
    """What a form prints for each question of a record.

    `whole` prints identity numbers and telephones in full; otherwise they are masked.
    """

    blank = False

    def __init__(self, record, language: Language, whole: bool = False):
        self.record, self.language, self.whole = record, language, whole

    @property
    def day(self) -> str:
        """The day on which it was written last."""
        return clock.from_milliseconds(self.record.changed).date().isoformat() if self.record.changed else ""

    def asks(self, question) -> bool:
        return question.is_asked(self.record)

    def at(self, path: str):
        """The answers of the record at the end of a path of links, such as `case.person`; of all where it is Links."""
        record, cls = self.record, type(self.record)
        for link in path.split("."):
            question = cls.questions()[link]
            cls = current().tables[question.table]
            if question.multiple:
                return Several(cls, self, getattr(record, link) or () if record else ())
            record = record and record.linked(link)
        if record is None or not access.may_read(current(), record):
            return Nothing(cls, self.language)
        return Answers(record, self.language, self.whole)

    def say(self, name: str) -> str:
        question = self.record.questions()[name]
        if name in self.record.withheld:
            return self.language.text(N_("not sent"))
        return with_unit(question, getattr(self.record, name), self.language, self.whole)

    def boxes(self, name: str) -> tuple[str, ...]:
        return ()

    def lines(self, name: str) -> tuple:
        return getattr(self.record, name) or ()

    def cell(self, column, value) -> str:
        """One answer in a line of a table."""
        return shown(column, value, self.language, self.whole)

    def pictures(self, name: str) -> list:
        """(bytes, "") or (None, why it cannot be shown) for each picture."""
        return [self._picture(number) for number in getattr(self.record, name) or ()]

    def _picture(self, number):
        try:
            return pictures.read(current(), number), ""
        except UserError as error:
            return None, error.say(self.language)


class Blank:
    """The empty form: boxes to tick where a question has few answers, otherwise room to write."""

    blank, day = True, ""

    def __init__(self, kind, language: Language):
        self.record, self.language = kind, language

    def asks(self, question) -> bool:
        """All but the state, which no pen settles: it goes from step to step."""
        process = self.record.process
        return process is None or question.name != process.question

    def at(self, path: str):
        """The blank form at the end of a path of links."""
        cls = self.record
        for link in path.split("."):
            cls = BY_TABLE[cls.questions()[link].table]
        return Blank(cls, self.language)

    def say(self, name: str) -> str:
        """What is printed where the answer is written: the signs of a date, a unit."""
        question = self.record.questions()[name]
        if isinstance(question, fields.Day):
            return self.language.text(N_("{gap}year{gap}month{gap}day"), gap=_SPACE * 3)
        if isinstance(question, fields.Time):
            return self.language.text(N_("{gap}o'clock{gap}min"), gap=_SPACE * 3)
        if isinstance(question, fields.Duration):
            return self.language.text(N_("{gap}h{gap}min"), gap=_SPACE * 3)
        unit = unit_of(question, self.language)
        return _SPACE * 6 + unit if unit else ""

    def boxes(self, name: str) -> tuple[str, ...]:
        """The answers to tick, in order; none where they are too many for a form."""
        question = self.record.questions()[name]
        if not isinstance(question, (fields.Choice, fields.Choices)):
            return ()
        offered = codes.choices(question.codes)
        most = _BOXES * 3 if question.multiple else _BOXES
        return tuple(f"□{one.label(self.language)}" for one in offered) if len(offered) <= most else ()

    def lines(self, name: str) -> tuple:
        return ({},) * self.record.questions()[name].room

    def cell(self, column, value) -> str:
        """Boxes where a column has two or three short answers, otherwise room."""
        if type(column) is not fields.YesNo and not isinstance(column, fields.Choice):
            return ""
        offered = codes.choices(column.codes)
        labels = [one.label(self.language) for one in offered if one.code != "unknown"]  # there is no room for it
        short = len(labels) <= 3 and sum(map(len, labels)) <= 6
        return " ".join(f"□{label}" for label in labels) if short else ""

    def pictures(self, name: str) -> list:
        return []


class Nothing(Blank):
    """Stands for a record that is not here: every answer is empty."""

    def say(self, name: str) -> str:
        return ""

    def boxes(self, name: str) -> tuple[str, ...]:
        return ()


class Several(Nothing):
    """The answers of several records, each behind its name where there are more than one."""

    def __init__(self, kind, answers, rows):
        super().__init__(kind, answers.language)
        found = (kind.get_or_none(kind.id == row) for row in rows)
        readable = (one for one in found if one and access.may_read(current(), one))
        self.each = [Answers(one, answers.language, answers.whole) for one in readable]

    def say(self, name: str) -> str:
        said = [(one.record.caption(), one.say(name)) for one in self.each]
        if len(said) < 2:
            return "".join(text for _caption, text in said)
        named = N_("{label}: {said}")
        return self.language.text(N_("; ")).join(
            self.language.text(named, label=caption, said=text) for caption, text in said if text
        )
