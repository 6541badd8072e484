"""Today: groups with a page of lines each, and more where it is asked for."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from models.people.household import Household
from models.people.person import Person
from models.services.visit import Visit


@pytest.fixture
def many(store):
    """Fourteen households, each overdue."""
    for n in range(14):
        home = Household.new(head=f"龙{n}", village="河口村")
        home.save()
        one = Person.new(name=f"龙{n}", household=home.id, village="河口村")
        one.save()
        day = store.today() - timedelta(400 - n)
        Visit.new(
            household=home.id, day=day, visitors=(store.user,), seen=(one.id,), next_day=day + timedelta(30)
        ).save()


def test_a_long_group_shows_its_first_lines_and_the_rest_on_enter(desk, many, qtbot):
    desk.window.go("today")
    page = desk.window.page
    page.shown()
    names = [item.name for item in page.items.items]
    assert len([item for item in page.items.items if item.table == "household"]) == 12
    assert page.count >= 14 and any("还有 2 项" in name for name in names)
    row = next(place for place, name in enumerate(names) if "还有 2 项" in name)
    page.view.selectRow(row)
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert len([item for item in page.items.items if item.table == "household"]) == 14
    assert page.view.currentIndex().row() == row
