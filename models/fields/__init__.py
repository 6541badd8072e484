"""The kinds of answer: a peewee column that also knows its label, its rules, its words and who may see it.

Each kind reads what people type, checks a value, shows it, packs it for the journal (str, int, bool, list or None,
never a float) and unpacks it again. A rule that concerns one answer lives here; one that concerns two, in the record.
"""

from models.errors import Wrong
from models.fields.answers import Answers
from models.fields.choices import Choice, Choices, YesNo
from models.fields.days import Day, PartialDay, Time
from models.fields.lines import Line, Lines
from models.fields.links import Link, Links
from models.fields.numbers import Count, Duration, Money
from models.fields.pictures import Pictures
from models.fields.question import Question, half_width, unwanted_character
from models.fields.texts import Data, Division, IdNumber, Name, Notes, Phone, Text

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
    Lines,
    Pictures,
    Answers,
    Data,
)

__all__ = [kind.__name__ for kind in KINDS] + [
    "KINDS", "Line", "Question", "Wrong", "half_width", "unwanted_character",
]  # fmt: skip
