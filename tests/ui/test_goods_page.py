"""A signed list of goods is entered line by line; what all received is said once."""

import pytest

from models.services.activity import Activity
from models.services.hand_out import HandOut


@pytest.fixture
def page(desk, store):
    Activity.new(name="中秋慰问", kind="charity", day=store.today()).save()
    desk.window.go("hand_out")
    return desk.window.page


def test_what_all_received_reaches_every_line(page, person):
    page.begin_batch()
    page.grid.common["goods"].set_value("大米")
    page.grid.common["value"].set_value(5000)
    page.grid.rows.set_defaults(page.grid.shared.answers())
    page.grid.rows.answer(0, "person", person.id)
    page.grid.rows.answer(1, "name", "路过的人")
    page.grid.save_all()
    assert [(row.person, row.name, row.goods, row.value) for row in HandOut.alive().order_by(HandOut.name)] == [
        (person.id, None, "大米", 5000), (None, "路过的人", "大米", 5000),
    ]  # fmt: skip


def test_what_somebody_was_given_before_stands_beside_the_line(page, person, store):
    HandOut.new(person=person.id, goods="食用油", day=store.today()).save()
    page.begin_batch()
    page.grid.rows.answer(0, "person", person.id)
    page.grid.view.go_to(1, 0)
    page.grid.view.go_to(0, 0)
    assert "食用油" in page.grid.aside.heard.text()


def test_the_list_has_one_primary_button_and_the_grid_its_own(page):
    assert page.primary and page.secondary
    page.begin_batch()
    assert page.primary is None and page.secondary is None
    page._leave_batch()
    assert page.primary
