"""The pages of volunteers, hours, needs and services: what stands above their lists, and the steps of hours."""

from datetime import date, time

import pytest

from models.linking.link import ResourceLink
from models.linking.need import Need
from models.linking.resource import Resource
from models.volunteering.hours import VolunteerHours, confirm_all
from models.volunteering.volunteer import Volunteer
from ui.widgets.span_choice import spans


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


def test_the_file_says_what_a_volunteer_has_given(desk, hours):
    hours.move("confirm")
    desk.open_row("volunteer", hours.volunteer)
    assert desk.window.page.file.facts.text() == "已确认 2.0 小时（1 次）"


def test_all_pending_hours_are_confirmed_at_once_or_none(store, hours):
    other = VolunteerHours.new(volunteer=hours.volunteer, day=date(2026, 9, 4), start=time(9), end=time(10))
    other.save()
    assert confirm_all([hours, other]) == 2
    assert {one.state for one in VolunteerHours.alive()} == {"confirmed"}
    assert confirm_all(list(VolunteerHours.alive())) == 0


def test_the_file_of_a_resource_says_what_is_left(desk, store):
    rice = Resource.new(name="大米", kind="goods", provider="超市", quantity=10, unit="袋")
    rice.save()
    ResourceLink.new(resource=rice.id, who="上村", quantity=3).save()
    desk.open_row("resource", rice.id)
    assert desk.window.page.file.facts.text() == "剩余 7 袋"


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
