"""One station for the examples that Hypothesis makes."""

from datetime import datetime

import pytest

from models import register, station
from models.clock import SHANGHAI


@pytest.fixture(scope="module")
def store_of_module(tmp_path_factory):
    now = datetime(2026, 9, 15, 12, tzinfo=SHANGHAI)
    store, _ = station.set_up(
        tmp_path_factory.mktemp("partners") / "station", tables=register.BY_TABLE, name="站",
        users=[station.NewUser("韦敏", "")], training=True, clock=lambda: now,
    )  # fmt: skip
    with store:
        yield store
    store.close()
