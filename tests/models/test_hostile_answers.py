"""What people may type into any question of any form: kept to the letter, or refused with a sentence; never obeyed."""

import pytest

from models import journal, proof, search
from models.fields import Line, Lines, Link, Links, Name, Text
from models.register import RECORDS
from models.row_id import uuid7
from resources.language import Language
from tests.exports.hostile import HOSTILE, REFUSED, Filler

EVERY_FORM = pytest.mark.parametrize("form", RECORDS, ids=lambda form: form.__name__)


def words_of(form):
    """(question, column or None) of every place for words, those in small tables too."""
    for question in form.questions().values():
        if isinstance(question, Text):
            yield question, None
        elif isinstance(question, Lines):
            yield from ((question, column) for column in question.columns.values() if isinstance(column, Text))


def refused(form, question, column, text):
    """Whether a form says something against these words in a question, and would not be saved with them."""
    if column is None:
        return any(problem.blocks for problem in question.check(text, form(), None))
    found = question.check((Line({column.name: text}),), form(), None)
    return any(problem.blocks and problem.label == column.label for problem in found)


@EVERY_FORM
def test_what_cannot_be_seen_is_refused_in_every_question(store, form):
    for question, column in words_of(form):
        for sign in REFUSED:
            text = f"甲{sign}乙"[: (column or question).limit]
            assert refused(form, question, column, text), (question.name, column and column.name, sign)


@EVERY_FORM
def test_one_character_too_many_is_refused_in_every_question(store, form):
    for question, column in words_of(form):
        limit = (column or question).limit
        assert refused(form, question, column, "𠮷" * (limit + 1))
        if type(column or question) in (Text, Name):
            assert not refused(form, question, column, "𠮷" * limit), question.name


@EVERY_FORM
def test_hostile_words_are_kept_to_the_letter_and_found_again(store, form):
    for first in range(0, len(HOSTILE), 4):
        filler = Filler(first)
        answers = {name: filler.answer(q) for name, q in form.questions().items() if not isinstance(q, (Link, Links))}
        journal.commit(store, [record := form(id=uuid7(), **answers)])
        again = form.get_by_id(record.id)
        for name, question in form.questions().items():
            if name in answers and not question.multiple:
                assert getattr(again, name) == answers[name], name
            assert isinstance(question.show(getattr(again, name), Language()), str)
        search.find("'; DROP TABLE person; --")
    assert proof.check(store) == []
