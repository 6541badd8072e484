"""What holds for every form: words, lists, links, bounds on what goes upward, round trips."""

from datetime import date, time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models import codes, journal, proof
from models.fields import (
    Answers,
    Choice,
    Choices,
    Count,
    Data,
    Day,
    Division,
    Duration,
    IdNumber,
    Line,
    Lines,
    Link,
    Links,
    Money,
    Name,
    Notes,
    PartialDay,
    Phone,
    Pictures,
    Text,
    Time,
    YesNo,
    unwanted_character,
)  # fmt: skip
from models.records import Record
from models.register import BY_TABLE, RECORDS
from models.row_id import uuid7
from resources.language import Language

QUESTIONS = [(record, name, question) for record in RECORDS for name, question in record.questions().items()]
EVERY_RECORD = pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
EVERY_QUESTION = pytest.mark.parametrize(
    ("record", "name", "question"), QUESTIONS, ids=[f"{record.__name__}.{name}" for record, name, _ in QUESTIONS]
)


def test_every_form_is_registered():
    assert set(Record.__subclasses__()) == set(RECORDS)
    assert len(BY_TABLE) == len(RECORDS)


@EVERY_RECORD
def test_a_form_has_names_and_a_searched_form_has_what_is_searched(record):
    assert record.title and record.plural and record.__doc__
    assert all(name in record.questions() for name in record.searched or ())


def test_no_two_forms_have_the_same_letters():
    letters = [record.letters for record in RECORDS]
    assert len(set(letters)) == len(letters)


@EVERY_RECORD
def test_no_question_takes_a_name_of_the_engine(record):
    """Such as `lacking` or `why`: it would hide a method of all records, or a word of the journal."""
    engine = set(dir(Record)) - set(Record._meta.fields) | {"age", "why"}
    assert not engine & set(record.questions())


@EVERY_RECORD
def test_parents_come_first(record):
    for question in record.questions().values():
        if isinstance(question, (Link, Links)):
            target = BY_TABLE[question.table]
            later = isinstance(question.target, str)  # named only: no class is there yet
            assert target is record or later == (RECORDS.index(target) > RECORDS.index(record))


@EVERY_QUESTION
def test_a_question_has_a_label_and_its_list_exists(record, name, question):
    assert question.label.strip()
    if isinstance(question, (Choice, Choices)):
        assert codes.choices(question.codes)
        if isinstance(question.suggest, str):
            assert codes.known(question.codes, question.suggest)


@EVERY_QUESTION
def test_identity_and_narrative_never_go_upward(record, name, question):
    """Settled 1; a station's own card is no personal data, and numbers and villages are counted by.

    Of what few may read, only what it is counted by goes up; its own tests say what.
    """
    if record.__name__ != "Station" and isinstance(question, (Name, Notes, IdNumber, Phone, PartialDay)):
        assert not question.upward
    if isinstance(question, (Day, Choice, Choices, Count, Duration, YesNo)) and not (
        question.sensitive or record.restricted
    ):
        assert question.upward


def test_what_goes_upward_of_a_person_is_what_was_settled():
    texts = {n for n, q in BY_TABLE["person"].questions().items() if q.upward and isinstance(q, Text)}
    assert texts == {"village", "match"}
    assert BY_TABLE["person"].birth_year.upward


_line = st.text(min_size=1, max_size=30).filter(lambda text: text.strip() and not unwanted_character(text))
_word = _line.filter(lambda text: "\n" not in text and "\t" not in text)
_uuid = st.uuids(version=4)
_VALUES = {
    Name: _word, Text: _line, Notes: _line, Count: st.integers(0, 60), Money: st.integers(0, 10**9),
    Day: st.dates(date(2000, 1, 1), date(2026, 9, 1)),
    PartialDay: st.sampled_from(["1953", "1953-05", "1953-05-06"]),
    Time: st.times().map(lambda t: time(t.hour, t.minute)), Duration: st.integers(0, 600),
    IdNumber: st.sampled_from(["510411198312164707", "无", "510411831216470"]),
    Phone: st.sampled_from(["13912345678", "0812-2345678"]), Division: st.sampled_from(["510411", "510411103"]),
    Data: st.just('{"1":2}'), Link: _uuid, Links: st.lists(_uuid, max_size=3).map(tuple),
    Answers: st.sampled_from([
        '{"answers":{"1":2},"scale":"phq2","version":"2026-1"}',
        '{"answers":{"q":7},"scale":"made_later","version":"2031-1"}',
    ]),
    Pictures: st.lists(st.binary(min_size=32, max_size=32).map(bytes.hex), max_size=3).map(tuple),
}  # fmt: skip


def _value_of(question):
    if isinstance(question, Lines):
        columns = {name: _value_of(column) for name, column in question.columns.items()}
        line = st.fixed_dictionaries({}, optional=columns).filter(bool).map(Line)
        return st.lists(line, max_size=3).map(lambda lines: tuple(map(question.line, lines))).filter(all)
    if isinstance(question, Choices):
        offered = [entry.code for entry in codes.choices(question.codes)]
        return st.lists(st.sampled_from(offered), unique=True, max_size=4).map(lambda found: tuple(sorted(found)))
    if isinstance(question, Choice):
        return st.sampled_from([entry.code for entry in codes.choices(question.codes)])
    return _VALUES[type(question)]


@EVERY_RECORD
@settings(max_examples=10, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_what_is_written_is_read_back(store, record, data):
    """Rules between answers are kept out of this: the row is written as a commit from elsewhere would be."""
    answers = {name: data.draw(_value_of(q), label=name) for name, q in record.questions().items()}
    written = record(id=uuid7(), **answers)
    journal.commit(store, [written])
    again = record.get_by_id(written.id)
    for name, question in record.questions().items():
        expected = answers[name]
        several = question.multiple and not isinstance(question, Lines)
        assert getattr(again, name) == (tuple(sorted(set(expected))) if several else expected)
        assert question.unpack(question.pack(expected)) == getattr(again, name)
        assert isinstance(question.show(expected, Language()), str)
    assert proof.check(store) == []
