"""Registration is valid for three years and renewed in its last three months; hours of study are counted by level."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import InvalidRecord
from models.fields import Line
from models.team import census, learning
from models.team.certificate import Certificate, asks_for, is_registered, registrations_due, valid_until
from models.team.staff import Staff
from models.team.training import StaffTraining
from models.terms import months_later


def certificate(member, level="assistant", **answers):
    made = Certificate.new(staff=member.id, level=level, **({"obtained": date(2023, 3, 1)} | answers))
    made.save()
    return made


def training(people, hours, day=date(2026, 3, 1), **answers):
    made = StaffTraining.new(name="培训", day=day, hours=hours, people=tuple(one.id for one in people), **answers)
    made.save()
    return made


def test_a_registration_lasts_three_years_less_a_day():
    assert valid_until(date(2023, 5, 10)) == date(2026, 5, 9)
    assert valid_until(date(2024, 2, 29)) == date(2027, 2, 27)


@given(st.dates(date(2000, 1, 1), date(2050, 1, 1)), st.integers(-60, 60))
def test_months_go_forward_and_back(day, months):
    there = months_later(day, months)
    assert (there.year * 12 + there.month) - (day.year * 12 + day.month) == months
    assert there.day == day.day or there.day < day.day and (there.replace(day=28) <= there)


def test_the_end_of_the_registration_follows_from_its_day_and_from_renewals(worker):
    held = certificate(worker(), registered=date(2023, 5, 10), state="registered")
    assert held.until == date(2026, 5, 9)
    held.renewals = ({"day": date(2026, 4, 2), "until": date(2029, 5, 9)},)
    held.save()
    assert held.until == date(2029, 5, 9)
    assert is_registered(held, date(2029, 5, 9)) and not is_registered(held, date(2029, 5, 10))


def test_what_a_registration_asks_for(worker):
    new = Certificate(obtained=date(2026, 7, 1))
    assert (asks_for(new, date(2026, 9, 15)).what, asks_for(new, date(2026, 9, 15)).day) == (
        "register", date(2027, 7, 1),
    )  # fmt: skip
    held = Certificate(obtained=date(2023, 3, 1), registered=date(2023, 5, 10), until=date(2026, 5, 9))
    assert asks_for(held, date(2026, 2, 8)) is None
    assert asks_for(held, date(2026, 2, 9)).what == "renew"
    assert asks_for(held, date(2026, 5, 10)).what == "lapsed"


def test_a_late_first_registration_is_doubted(worker):
    held = Certificate.new(
        staff=worker().id, level="worker", obtained=date(2023, 3, 1), registered=date(2024, 3, 2), state="registered"
    )
    assert [problem.question for problem in held.problems() if not problem.blocks] == ["registered"]
    held.registered = date(2023, 2, 1)
    with pytest.raises(InvalidRecord):
        held.save()


def test_registrations_due_name_who_is_in_post(store, worker):
    certificate(worker("在岗"), registered=date(2023, 10, 1), state="registered")
    certificate(worker("离岗", left=date(2026, 1, 1)), registered=date(2023, 10, 1), state="registered")
    certificate(worker("尚早"), registered=date(2024, 10, 1), state="registered")
    assert [(due.caption, due.day) for due in registrations_due(store)] == [("在岗", date(2026, 9, 30))]


def test_an_assistant_has_72_hours_to_do_and_others_90():
    assert [learning.asked_hours(level) for level in (None, "none", "assistant", "worker", "senior")] == [
        0,
        0,
        72,
        90,
        90,
    ]


def test_the_ledger_counts_the_period_of_registration(store, worker):
    member = worker(level="assistant")
    certificate(member, registered=date(2024, 1, 10), state="registered")
    training([member], 30)
    training([member], 10, counts="no")
    training([member], 12, passed="no")
    training([member], 40, day=date(2023, 12, 1))
    training([worker("别人")], 99)
    ledger = learning.ledger(store, member)
    assert (ledger.start, ledger.end, ledger.asked) == (date(2024, 1, 10), date(2027, 1, 9), 72)
    assert (ledger.done, ledger.remaining) == (30, 42)
    assert ledger.is_short(date(2026, 9, 15)) and not ledger.is_short(date(2025, 1, 1))
    assert [due.row for due in learning.studies_due(store)] == [member.id]


def test_a_degree_is_worth_90_hours_once(store, worker):
    member = worker(level="worker")
    certificate(member, "worker", registered=date(2024, 1, 10), state="registered")
    training([member], 400, form="degree")
    training([member], 400, form="degree", day=date(2026, 5, 1))
    ledger = learning.ledger(store, member)
    assert [hours for _training, hours in ledger.entries] == [90, 0]
    assert ledger.remaining == 0


def test_the_120_hour_programme_is_added_up(store, worker):
    member = worker()
    training([member], 40, programme="hours120")
    training([member], 24, programme="hours120", day=date(2025, 3, 1))
    training([member], 24)
    assert learning.programme_hours(store, member) == 64
    assert learning.ledger(store, member) is None


def test_days_of_a_training_are_counted_with_both_ends(worker):
    made = training([worker()], 40, until=date(2026, 3, 5))
    assert made.days == 5


def test_the_register_of_the_staff_is_no_lower_than_the_certificates(store, worker):
    member = worker("甲", level=None)
    given = {"staff": member.id, "obtained": date(2024, 1, 1)}
    assistant, middle = Certificate.new(level="assistant", **given), Certificate.new(level="worker", **given)
    for certificate, level in ((middle, "worker"), (assistant, "worker")):
        certificate.save()
        assert Staff.get_by_id(member.id).level == level
    assert census.census(store).certified == 1
    senior = Certificate.new(level="senior", state="cancelled", **given)
    senior.save()
    assert Staff.get_by_id(member.id).level == "worker"


def test_the_window_of_registering_again_stands_on_the_certificate(store, worker):
    made = certificate(worker(), obtained=date(2020, 9, 1), registered=date(2021, 3, 1))
    assert (made.until, made.renewal_from) == (date(2024, 2, 29), date(2023, 11, 29))
    made.renewals = (Line(day=date(2024, 1, 10), until=date(2027, 2, 28)),)
    made.save()
    assert made.renewal_from == date(2026, 11, 28)
