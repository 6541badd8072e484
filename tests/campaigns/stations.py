"""A township and its county that trust each other, and a child process at work in one of them."""

import json
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from exports.bundle import bundle
from exports.bundle.key_file import trust, write_key
from models import devices, proof, read_log, register, station
from models.keys import FLOOR

ROOT = Path(__file__).parents[2]
UNFINISHED = (".*.tmp", ".unfinished-*")


@dataclass
class Place:
    """The folder of an encrypted station, closed, with its recovery code; `stick` is shared with its county."""

    folder: Path
    code: str
    stick: Path

    def open(self):
        return station.open_station(self.folder, tables=register.BY_TABLE, recovery=self.code)


def make_pair(folder) -> tuple[Place, Place]:
    """(township, county), both encrypted."""
    stick = folder / "stick"
    stick.mkdir(parents=True)
    places, stores = [], []
    for level, name in (("station", "云岭镇社工站"), ("county", "示例县")):
        users = [station.NewUser("韦敏", "moss on the ninth step", "lead")]
        store, code = station.set_up(
            folder / level, tables=register.BY_TABLE, name=name, level=level, users=users, cost=FLOOR
        )
        places.append(Place(folder / level, code, stick))
        stores.append(store)
    for one, other in (stores, stores[::-1]):
        trust(one, write_key(other, folder / f"{other.folder.name}.tzkey"))
    for store in stores:
        store.close()
    return tuple(places)


@dataclass
class Work:
    """What a child said it had done before it ended."""

    deeds: list[dict] = field(default_factory=list)

    def all(self, name):
        return [deed[name] for deed in self.deeds if name in deed]

    @property
    def commits(self):
        return [identity for identities in self.all("commits") for identity in identities]


def let_work(place, activity, *, kill_after=None, from_the_start=False, limit=None, timeout=60) -> Work:
    """Run a child; kill -9 it `kill_after` seconds after it is ready (or after it was started). None: let it end."""
    said = place.folder.with_name(f"{activity}.said")
    command = [sys.executable, "-m", "tests.campaigns.at_work", activity, str(place.folder), str(place.stick)]
    with open(said, "w+b") as out:
        child = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=out, preexec_fn=limit)
        child.stdin.write(place.code.encode() + b"\n")
        child.stdin.close()
        if kill_after is None:
            assert child.wait(timeout) == 0
        else:
            _kill(child, said, kill_after, from_the_start)
        out.seek(0)
        *lines, _ = out.read().split(b"\n")
    return Work([json.loads(line) for line in lines])


def _kill(child, said, seconds, from_the_start):
    while not from_the_start and not said.stat().st_size and not _ends_within(child, 0.01):
        pass
    if not _ends_within(child, seconds):
        child.kill()
        assert child.wait() == -9


def _ends_within(child, seconds):
    try:
        child.wait(seconds)
        return True
    except subprocess.TimeoutExpired:
        return False


def unfinished(folder) -> list[Path]:
    """What a killed program could not clear away; nobody takes it for a file."""
    return [path for pattern in UNFINISHED for path in Path(folder).rglob(pattern)]


def lost(store, work) -> list[str]:
    """Acknowledged commits and drafts that are not there."""
    there = {bytes(row[0]).hex() for row in store.db.execute_sql("SELECT id FROM journal")}
    drafts = {bytes(row[0]).hex(): json.loads(row[1]) for row in store.db.execute_sql("SELECT record, data FROM draft")}
    missing = [identity for identity in work.commits if identity not in there]
    return missing + [row for row, text in work.all("draft") if drafts.get(row) != {"found": text}]


def wrong(store) -> list[str]:
    """What `check` finds."""
    return proof.check(store) + read_log.check(store)


def broken_bundles(store, folder) -> list[str]:
    """Finished bundles that the sender's own key does not open, whole."""
    own, found = devices.own(store), []
    for path in Path(folder).glob("*.tzb"):
        try:
            bundle.unseal(bundle.examine(path.read_bytes()), [own.age_identity])
        except bundle.wrong.BundleError as error:
            found.append(f"{path.name} {error}")
    return found
