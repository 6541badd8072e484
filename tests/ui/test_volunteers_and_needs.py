"""The pages of volunteers, hours, needs and services: what stands above their lists, and the steps of hours."""

from datetime import date, time

import pytest

from models.linking.need import Need
from models.volunteering.hours import VolunteerHours
from models.volunteering.volunteer import Volunteer
from ui.span_choice import spans


@pytest.fixture
def hours(store):
    volunteer = Volunteer.new(name="何桂香")
    volunteer.save()
    hours = VolunteerHours.new(volunteer=volunteer.id, day=date(2026, 9, 3), start=time(9), end=time(11))
    hours.save()
    return hours


def test_hours_are_confirmed_from_their_list(desk, hours):
    desk.window.go("volunteer_hours")
    desk.window.page.confirm(hours)
    again = VolunteerHours.get_by_id(hours.id)
    assert (again.state, again.confirmed_on) == ("confirmed", date(2026, 9, 15))


def test_the_grid_says_who_records_and_where_the_hours_come_from(desk, store):
    desk.window.go("volunteer_hours")
    desk.window.page.begin_batch()
    common = desk.window.page.grid.common
    assert (common["recorder"].value(), common["source"].value()) == ("云岭镇社工站", "signin")


def test_the_links_stand_above_the_list_only(desk, store):
    for name in ("volunteers", "volunteer_hours", "need", "service_item"):
        desk.window.go(name)
        page = desk.window.page
        assert page.bar.isVisible()
        page.new()
        assert not page.bar.isVisible()


def test_the_file_of_a_volunteer_collects_the_hours(desk, hours):
    desk.open_row("volunteer_hours", hours.id)
    desk.open_row("volunteer", hours.volunteer)
    assert desk.window.page.in_file


def test_a_need_is_opened_in_its_file(desk, store):
    need = Need.new(group="elder", kind="elder_health", what="助听器", who="龙秀英")
    need.save()
    desk.open_row("need", need.id)
    assert desk.window.page.in_file


def test_the_spans_end_today_and_lie_whole_before_it():
    today = date(2026, 3, 5)
    assert [(first, last) for _words, first, last in spans(today)] == [
        (date(2026, 3, 1), today), (date(2026, 2, 1), date(2026, 2, 28)), (date(2026, 1, 1), today),
        (date(2025, 1, 1), date(2025, 12, 31)),
    ]  # fmt: skip
