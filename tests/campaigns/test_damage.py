"""A damaged station file gives a sentence or a finding: never a traceback, never silence."""

import os
import random
import shutil

import pytest

from models import backups, keys, restoring
from models.engine import NotADatabase
from models.errors import UserError
from models.people.household import Household
from models.station_folder import FILE
from tests.campaigns.at_work import household
from tests.campaigns.stations import Place, make_pair, wrong

ROUNDS = 400 if os.environ.get("TAIZHANG_CAMPAIGN") == "full" else 12
SEED = int(os.environ.get("TAIZHANG_SEED") or random.randrange(10**6))

pytestmark = [pytest.mark.campaign, pytest.mark.timeout(3600 if ROUNDS > 12 else 120)]


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """An encrypted station with a page or two of everything and one back-up, closed."""
    place, _ = make_pair(tmp_path_factory.mktemp("damage"))
    with place.open() as store:
        for number in range(300):
            household(number).save()
        backups.back_up(store)
    store.close()
    return place


@pytest.fixture
def place(whole, tmp_path):
    folder = shutil.copytree(whole.folder, tmp_path / "station")
    return Place(folder, whole.code, tmp_path)


def findings(place) -> list[str]:
    """What a person is told on opening, working and checking."""
    try:
        store = place.open()
    except UserError as told:
        return [str(told)]
    try:
        with store:
            household(99).save()
            assert all(one.village for one in Household.select())
            return wrong(store)
    except UserError as told:
        return [str(told)]
    finally:
        store.db.close()
        store.close()


def test_flipped_bits_anywhere_are_noticed(place):
    chance, text = random.Random(SEED), (place.folder / FILE).read_bytes()
    for number in range(ROUNDS):
        at, bit = chance.randrange(len(text)), 1 << chance.randrange(8)
        (place.folder / FILE).write_bytes(text[:at] + bytes([text[at] ^ bit]) + text[at + 1 :])
        assert findings(place), (SEED, number, at, bit)


def test_a_file_cut_anywhere_is_noticed(place):
    chance, text = random.Random(SEED), (place.folder / FILE).read_bytes()
    for end in [0, 1, 16, 4096, len(text) - 4096, len(text) - 1, *chance.sample(range(len(text)), ROUNDS)]:
        (place.folder / FILE).write_bytes(text[:end])
        assert findings(place), (SEED, end)


def test_a_damaged_first_page_is_said_in_one_sentence(place):
    with open(place.folder / FILE, "r+b") as file:
        file.seek(100)
        file.write(b"\0" * 100)
    with pytest.raises(NotADatabase):
        place.open()


def test_after_damage_the_last_backup_brings_everything_back(place):
    (place.folder / FILE).write_bytes(b"\0" * 50_000)
    (place.folder / "keyslots.json").write_bytes(b"")
    (place.folder / "keyslots.1").write_bytes(b"")
    with pytest.raises(keys.DamagedKeys):
        place.open()
    path, header = backups.listed(place.folder)[0]
    restoring.restore(path, place.folder, recovery=place.code)
    with place.open() as store:
        assert wrong(store) == []
        assert store.db.execute_sql("SELECT count(*) FROM household").fetchone()[0] == header.counts["household"] == 300
    store.close()
