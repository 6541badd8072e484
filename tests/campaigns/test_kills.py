"""kill -9 at random moments: nothing acknowledged is lost, nothing is half done, `check` holds.

A kill does not show what a power cut does: the system's cache survives. TAIZHANG_CAMPAIGN=full runs 275 kills.
"""

import os
import random
from collections import Counter

import pytest

from hub import receive
from models import backups, restoring
from tests.campaigns.at_work import BATCH, household
from tests.campaigns.stations import broken_bundles, let_work, lost, make_pair, unfinished, wrong

FULL = os.environ.get("TAIZHANG_CAMPAIGN") == "full"
SEED = int(os.environ.get("TAIZHANG_SEED") or random.randrange(10**6))
KILLS = {"save": 75, "save_batch": 25, "send": 100, "back_up": 25, "restore": 25, "take_in": 25}
if not FULL:
    KILLS = dict.fromkeys(KILLS, 2)

pytestmark = [pytest.mark.campaign, pytest.mark.timeout(3600 if FULL else 120)]


@pytest.fixture
def pair(tmp_path):
    return make_pair(tmp_path)


def rounds(place, activity, longest=0.25):
    """Let a child work and kill it, again and again; the station, opened again, and what had been acknowledged."""
    chance, totals = random.Random(f"{SEED} {activity}"), Counter()
    for number in range(KILLS[activity]):
        from_the_start = number % 5 == 4
        seconds = chance.uniform(0, 0.6 if from_the_start else longest)
        work = let_work(place, activity, kill_after=seconds, from_the_start=from_the_start)
        assert not work.all("refused"), (SEED, number)
        with place.open() as store:
            assert lost(store, work) == [], (SEED, number)
            assert wrong(store) == [], (SEED, number)
            yield store, work
            totals.update(kills=1, deeds=len(work.deeds), commits=len(work.commits), at_opening=not work.deeds)
        store.close()
    totals["unfinished files left"] = len(unfinished(place.folder.parent))
    print(f"\nkill -9, {activity}, seed {SEED}: {dict(totals)}")


def test_killed_while_saving_no_acknowledged_record_or_draft_is_lost(pair):
    for _ in rounds(pair[0], "save"):
        pass


def test_killed_while_importing_each_batch_is_whole_or_absent(pair):
    for store, work in rounds(pair[0], "save_batch"):
        sizes = {}
        for (head,) in store.db.execute_sql("SELECT head FROM journal"):
            batch = bytes(head).split(b'"batch":')[1][:34]
            sizes[batch] = sizes.get(batch, 0) + 1
        sizes = {batch[1:-1].decode(): size for batch, size in sizes.items() if batch[:1] == b'"'}
        assert set(sizes.values()) <= {BATCH}
        assert set(work.all("batch")) <= set(sizes)


def test_killed_while_writing_bundles_each_file_on_the_stick_is_whole(pair):
    township, county = pair
    for store, work in rounds(township, "send", longest=0.4):
        names = {path.name for path in township.stick.glob("*.tzb")}
        assert {name for written in work.all("bundles") for name in written} <= names
        assert broken_bundles(store, township.stick) == []
        with county.open() as hub:
            verdicts = receive.take_in(hub, receive.bundles_on(township.stick))
            assert {one.verdict for one in verdicts} <= {"taken", "known"}
        hub.close()
        for path in township.stick.glob("*.tzb"):
            path.unlink()
    with county.open() as hub:
        assert wrong(hub) == []
    hub.close()


def test_killed_while_backing_up_each_backup_restores(pair, tmp_path):
    place = pair[0]
    for store, work in rounds(place, "back_up", longest=0.5):
        there = backups.listed(place.folder)
        assert len(there) == len(list((place.folder / "back-ups").glob("*.tzbak")))
        for path, _ in there[:2]:
            restoring.verify(path, store.ring)
        assert set(work.all("backup")[-1:]) <= {path.name for path, _ in there}
    if backups.listed(place.folder):
        restoring.restore(backups.listed(place.folder)[0][0], tmp_path / "new", recovery=place.code)


def test_killed_while_restoring_the_station_opens_and_the_old_files_are_aside(pair):
    place = pair[0]
    with place.open() as store:
        households = {household(number).save()[0] for number in range(20)}
        backups.back_up(store)
    store.close()
    for store, _ in rounds(place, "restore", longest=0.5):
        there = {bytes(row[0]) for row in store.db.execute_sql("SELECT id FROM journal")}
        assert households <= there
        assert not any(path.name.startswith(".unfinished") for path in place.folder.glob("set-aside-*/*"))


def test_killed_while_the_county_takes_in_nothing_is_half_taken(pair):
    township, county = pair
    with township.open() as store:
        let_send(store, township)
    store.close()
    for hub, work in rounds(county, "take_in"):
        for deed in work.deeds[1:]:
            assert deed["verdict"] in ("taken", "known")
        for path in township.stick.glob("*.tzb"):
            path.unlink()
        assert {one.verdict for one in receive.take_in(hub, receive.bundles_on(township.stick))} <= {"taken", "known"}
        with township.open() as store:
            let_send(store, township)
        store.close()


def let_send(store, place):
    from exports.bundle import sending
    from models.people.household import Household
    from models.records import save_all

    save_all([Household.new(head=f"韦{number}", village="弄拉村") for number in range(30)])
    sending.send(store, place.stick, everything=True)
