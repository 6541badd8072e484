"""A county and stations with fixed keys, as the golden bundles know them, and pairs that trust each other."""

from datetime import datetime
from uuid import UUID

import pytest

from exports.bundle.bundle import device_of
from exports.bundle.key_file import trust, write_key
from models import devices, exchange, register, station
from models.clock import SHANGHAI
from models.exchange import Peer
from tests.exports.forge import COUNTY, OTHER, STATION

NOON = datetime(2026, 10, 2, 12, 0, tzinfo=SHANGHAI)


def make(folder, name, level="station", clock=lambda: NOON, short="0417"):
    """An unencrypted station or county with one lead."""
    users = [station.NewUser("韦敏", "", "lead")]
    store, _ = station.set_up(
        folder, tables=register.BY_TABLE, name=name, level=level, short=short, users=users, training=True, clock=clock
    )
    return store


def make_golden_county(folder):
    """The county to which the golden bundles are addressed; it trusts STATION and OTHER."""
    store = make(folder, "示例县", "county")
    store.keep("device sign", COUNTY.seed)
    store.keep("device age", COUNTY.age_identity.encode())
    store.set_meta("unit", COUNTY.unit)
    store.close()
    store = station.open_station(folder, tables=register.BY_TABLE, clock=lambda: NOON)
    devices.remember(store, COUNTY.public, store.unit)
    for party, name in ((STATION, "云岭镇社工站"), (OTHER, "大湾乡社工站")):
        _trust(store, party, name)
    return store


@pytest.fixture
def golden_county(tmp_path):
    store = make_golden_county(tmp_path / "golden")
    yield store
    store.close()


def _trust(store, party, name):
    unit = UUID(party.unit)
    sign, age = party.public.hex(), party.age
    exchange.keep_peer(store, Peer(device_of(party.public), unit, "station", name, "0417", "", sign, age, None, 1))
    devices.remember(store, party.public, unit)


@pytest.fixture
def pair(tmp_path):
    """(station, county) that have exchanged key files."""
    township, county = make(tmp_path / "station", "云岭镇社工站"), make(tmp_path / "county", "示例县", "county")
    trust(township, write_key(county, tmp_path / "county.tzkey"))
    trust(county, write_key(township, tmp_path / "station.tzkey"))
    (tmp_path / "stick").mkdir()
    yield township, county
    township.close()
    county.close()
