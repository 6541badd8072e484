"""Whatever the order in which sticks are lost, doubled, late or carried, county and station end up the same."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exports import sending
from exports.bundle_errors import NoReceipt
from exports.key_file import trust, write_key
from hub import receipts
from hub.receive import take_in
from models import carried, exchange, journal
from tests.hub.conftest import make

STEP = st.sampled_from(["write", "change", "remove", "send", "send all", "carry", "receipt", "carry back"])
SCHEDULE = st.lists(st.tuples(STEP, st.integers(0, 9)), min_size=4, max_size=25)


class Road:
    """A station, a county, and all sticks ever written between them; a step may use any of them again."""

    def __init__(self, folder):
        self.folder, self.up, self.down = folder, [], []
        self.township = make(folder / "station", "云岭镇社工站")
        self.county = make(folder / "county", "示例县", "county")
        trust(self.township, write_key(self.county, folder / "county.tzkey"))
        trust(self.county, write_key(self.township, folder / "station.tzkey"))

    def do(self, step, which):
        getattr(self, step.replace(" ", "_"))(which)

    def people(self, store):
        with store:
            person = store.tables["person"]
            return list(person.select().order_by(person.id))

    def write(self, which):
        with self.township:
            self.township.tables["person"].new(name=f"王{which}", village="李家村").save()

    def change(self, which):
        if found := self.people(self.township):
            with self.township:
                found[which % len(found)].village = f"{which}村"
                found[which % len(found)].save()

    def remove(self, which):
        if found := self.people(self.township):
            with self.township:
                found[which % len(found)].remove()

    def send(self, _):
        self.up += sending.send(self.township, self.folder)

    def send_all(self, _):
        self.up += sending.send(self.township, self.folder, everything=True)

    def carry(self, which):
        if self.up:
            assert take_in(self.county, [self.up[which % len(self.up)]])[0].verdict in ("taken", "known")

    def receipt(self, _):
        try:
            self.down.append(receipts.write_receipt(self.county, exchange.children(self.county)[0], self.folder))
        except NoReceipt:
            assert not self.up or carried.intakes(self.county) == []

    def carry_back(self, which):
        if self.down:
            assert take_in(self.township, [self.down[which % len(self.down)]])[0].verdict in ("taken", "known")

    def close(self):
        self.township.close()
        self.county.close()


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(SCHEDULE)
def test_any_schedule_ends_in_the_same_records_and_drains(schedule):
    with tempfile.TemporaryDirectory() as folder:
        road = Road(Path(folder))
        try:
            for step, which in schedule:
                road.do(step, which)
            for _ in range(3):  # at most three journeys, whatever happened before
                take_in(road.county, sending.send(road.township, road.folder))
                last = receipts.write_receipt(road.county, exchange.children(road.county)[0], road.folder)
                take_in(road.township, [last])
            assert sending.waiting(road.township).commits == 0
            sides = [
                [(p.id, p.village, p.deleted, p.changed) for p in road.people(store)]
                for store in (road.township, road.county)
            ]
            assert sides[0] == sides[1]
            with road.county:
                assert journal.check(road.county) == []
        finally:
            road.close()
