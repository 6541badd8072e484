"""A small real station for the tests of records and journal."""

from datetime import datetime

import pytest

from models import register, station
from models.clock import SHANGHAI


@pytest.fixture
def noon():
    """The moment at which the tests' station lives."""
    return datetime(2026, 9, 15, 12, 0, tzinfo=SHANGHAI)


@pytest.fixture
def store(tmp_path, noon):
    """A training station in force, with one lead."""
    store, _ = station.set_up(
        tmp_path / "station",
        tables=register.BY_TABLE,
        name="云岭镇社工站",
        short="0417",
        users=[station.NewUser("韦敏", "", "lead")],
        training=True,
        clock=lambda: noon,
    )
    with store:
        yield store
    store.close()
