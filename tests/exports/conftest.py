"""Stations and counties that exchange bundles, and a station to print from."""

from datetime import datetime

import pytest

from models import register, station
from models.clock import SHANGHAI
from tests.hub.conftest import pair  # noqa: F401 (a fixture)
from tests.models.conftest import noon, store  # noqa: F401 (fixtures)


@pytest.fixture(scope="module")
def shared_store(tmp_path_factory):
    """A training station in force for all tests of a module, which write nothing into it."""
    shared, _ = station.set_up(
        tmp_path_factory.mktemp("shared") / "station", tables=register.BY_TABLE, name="云岭镇社工站", short="0417",
        users=[station.NewUser("韦敏", "", "lead")], training=True,
        clock=lambda: datetime(2026, 9, 15, 12, 0, tzinfo=SHANGHAI),
    )  # fmt: skip
    with shared:
        yield shared
    shared.close()
