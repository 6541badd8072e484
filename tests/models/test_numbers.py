"""Numbers for people: in order, never twice, never changed."""

from datetime import date

from models.casework.case import Case
from models.records import save_all
from models.row_id import uuid7


def a_case(day=date(2026, 3, 1)):
    return Case.new(person=uuid7(), source="02", worker=uuid7(), opened=day)


def test_the_first_save_gives_the_number_and_later_ones_keep_it(store):
    case = a_case()
    case.save()
    case.risk = "3"
    case.save()
    assert case.number == "GA-0417-2026-A0001"


def test_numbers_follow_each_other_within_the_year_of_the_event(store):
    for day, number in [(2026, "2026-A0001"), (2025, "2025-A0001"), (2026, "2026-A0002")]:
        case = a_case(date(day, 3, 1))
        case.save()
        assert case.number == f"GA-0417-{number}"


def test_many_saved_at_once_have_numbers_of_their_own(store):
    cases = [a_case() for _ in range(20)]
    save_all(cases)
    assert len({case.number for case in cases}) == 20


def test_the_number_of_a_removed_case_is_not_given_again(store):
    case = a_case()
    case.save()
    case.remove()
    another = a_case()
    another.save()
    assert another.number == "GA-0417-2026-A0002"


def test_a_second_computer_of_the_station_counts_by_its_own_letter(store):
    a_case().save()
    store.set_meta("computer", "B")
    case = a_case()
    case.save()
    assert case.number == "GA-0417-2026-B0001"


def test_after_9999_comes_10000(store):
    case = a_case()
    case.number = "GA-0417-2026-A9999"
    case.save()
    for expected in ("A10000", "A10001"):
        case = a_case()
        case.save()
        assert case.number == f"GA-0417-2026-{expected}"
