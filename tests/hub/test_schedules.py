"""Whatever the order in which sticks are lost, doubled, late or carried, county and station end up the same.

And whatever old copies of a folder somebody puts back, nothing that still exists on one side is lost between them.
"""

import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exports.bundle import sending
from exports.bundle.bundle_errors import NoReceipt
from exports.bundle.key_file import trust, write_key
from hub import receipts
from hub.receive import take_in
from models import carried, exchange, proof, register, station
from tests.hub.conftest import make

STEPS = ["write", "change", "remove", "send", "send all", "carry", "receipt", "carry back"]
BACK = ["copy station", "copy county", "put back station", "put back county"]


def schedules(steps):
    return st.lists(st.tuples(st.sampled_from(steps), st.integers(0, 9)), min_size=4, max_size=25)


class Road:
    """A station, a county, and all sticks ever written between them; a step may use any of them again."""

    def __init__(self, folder):
        self.folder, self.up, self.down, self.copies = folder, [], [], {"station": [], "county": []}
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

    def _copy(self, name, store):
        store.checkpoint()
        self.copies[name].append(self.folder / f"copy {name} {len(self.copies[name])}")
        shutil.copytree(store.folder, self.copies[name][-1])

    def copy_station(self, _):
        self._copy("station", self.township)

    def copy_county(self, _):
        self._copy("county", self.county)

    def _put_back(self, name, store, which):
        """Somebody copies an old folder over the new one; the program is told nothing."""
        if not self.copies[name]:
            return store
        store.close()
        shutil.rmtree(store.folder)
        shutil.copytree(self.copies[name][which % len(self.copies[name])], store.folder)
        return station.open_station(store.folder, tables=register.BY_TABLE, clock=store.clock)

    def put_back_station(self, which):
        self.township = self._put_back("station", self.township, which)

    def put_back_county(self, which):
        self.county = self._put_back("county", self.county, which)

    def settle(self, journeys):
        """So many journeys there and back."""
        for _ in range(journeys):
            take_in(self.county, sending.send(self.township, self.folder))
            last = receipts.write_receipt(self.county, exchange.children(self.county)[0], self.folder)
            take_in(self.township, [last])

    def close(self):
        self.township.close()
        self.county.close()


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(schedules(STEPS))
def test_any_schedule_ends_in_the_same_records_and_drains(schedule):
    with tempfile.TemporaryDirectory() as folder:
        road = Road(Path(folder))
        try:
            for step, which in schedule:
                road.do(step, which)
            road.settle(3)
            assert sending.waiting(road.township).commits == 0
            sides = [
                [(p.id, p.village, p.deleted, p.changed) for p in road.people(store)]
                for store in (road.township, road.county)
            ]
            assert sides[0] == sides[1]
            with road.county:
                assert proof.check(road.county) == []
        finally:
            road.close()


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(schedules([*STEPS, *BACK]))
def test_old_copies_put_back_lose_nothing_that_still_exists(schedule):
    with tempfile.TemporaryDirectory() as folder:
        road = Road(Path(folder))
        try:
            for step, which in schedule:
                road.do(step, which)
            road.settle(4)
            assert sending.waiting(road.township).commits == 0
            unit = road.township.unit
            assert set(exchange.ids_of(road.township, unit)) <= set(exchange.ids_of(road.county, unit))
            for store in (road.township, road.county):
                with store:
                    assert [one for one in proof.check(store) if "missing" not in one] == []
        finally:
            road.close()
