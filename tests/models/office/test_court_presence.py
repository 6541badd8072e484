"""Presence at hearings as appropriate adult."""

from datetime import date, time

import pytest

from models.errors import InvalidRecord
from models.office.court_presence import CourtPresence


def presence(store, **answers):
    return CourtPresence.new(**{"organ": "police", "day": date(2026, 9, 10), "worker": store.user} | answers)


def test_the_length_of_a_hearing_is_reckoned(store):
    heard = presence(store, start=time(9, 30), end=time(11, 5))
    heard.save()
    assert (heard.minutes, heard.role) == (95, "adult")


def test_a_hearing_does_not_end_before_it_begins(store):
    with pytest.raises(InvalidRecord):
        presence(store, start=time(11, 0), end=time(9, 0)).save()


def test_it_is_for_the_lead_and_its_worker_only_and_its_words_go_nowhere(store):
    assert CourtPresence.restricted == "worker"
    questions = CourtPresence.questions()
    assert not any(questions[name].upward for name in ("course", "objections", "follow", "number", "office"))
