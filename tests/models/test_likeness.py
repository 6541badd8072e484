"""Who was there and has not agreed to pictures."""

from datetime import date

import pytest

from models.people.consent import Consent
from models.people.person import Person
from models.services.activity import Activity, Attendance
from models.services.likeness import without_consent


@pytest.fixture
def activity(store):
    activity = Activity.new(name="重阳节", kind="festival", day=date(2026, 9, 10))
    activity.save()
    return activity


@pytest.fixture
def person(store, activity):
    person = Person.new(name="王𠮷明")
    person.save()
    Attendance.new(activity=activity.id, person=person.id).save()
    return person


def says(person, **answers):
    consent = Consent.new(person=person.id, **({"kind": "image", "day": date(2026, 9, 1)} | answers))
    consent.save()
    return consent


def test_who_never_agreed_is_named(activity, person):
    assert without_consent(activity) == ["王𠮷明"]


def test_who_agreed_to_pictures_is_not_named(activity, person):
    says(person)
    assert without_consent(activity) == []


@pytest.mark.parametrize(
    "answers",
    [
        {"kind": "general"}, {"state": "refused"}, {"until": date(2026, 9, 5)}, {"day": date(2026, 9, 11)},
        {"withdrawn": date(2026, 9, 12)},
    ],
)  # fmt: skip
def test_another_kind_a_refusal_or_what_is_not_in_force_is_no_consent(activity, person, answers):
    says(person, **answers)
    assert without_consent(activity) == ["王𠮷明"]


def test_the_latest_answer_counts(activity, person):
    says(person)
    says(person, day=date(2026, 9, 8), state="refused")
    assert without_consent(activity) == ["王𠮷明"]


def test_newcomers_by_name_are_named_and_those_absent_are_not(activity, person):
    says(person)
    Attendance.new(activity=activity.id, name="路过的人").save()
    Attendance.new(activity=activity.id, name="没来的人", state="absent").save()
    assert without_consent(activity) == ["路过的人"]
