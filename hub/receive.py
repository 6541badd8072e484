"""Taking bundles in: verify, decrypt, read within bounds, check who may write what, apply; whole or not at all."""

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from exports.bundle import bundle
from exports.bundle import bundle_errors as wrong
from exports.bundle.bundle import Frame, Opened
from hub import entries
from models import carried, devices, exchange, journal
from models.carried import Intake
from models.errors import UserError
from models.exchange import Position
from models.files import said_in_words, silent, whole_file
from resources.language import Language

PARKED = "parked"
MOST_PARKED = 1 << 30
_WHOLE = 10_000


@dataclass(frozen=True)
class Verdict:
    """What became of one file: taken | known | parked | refused; `cause` says why where there is more to say."""

    file: str
    verdict: str
    cause: UserError | None = None
    new: int = 0
    known: int = 0
    sender: str = ""

    @property
    def code(self) -> str:
        return self.cause.code if self.cause else ""

    @property
    def reason(self) -> str:
        """The sentence in the program's first language; `say` gives it in another."""
        return self.say(Language())

    def say(self, language) -> str:
        return self.cause.say(language) if self.cause else ""

    def as_json(self, language) -> dict:
        """One element of what `take-in --json` writes (docs/commands.md)."""
        return {
            "file": self.file, "verdict": self.verdict, "code": self.code, "reason": self.say(language),
            "new": self.new, "known": self.known,
        }  # fmt: skip


def bundles_on(folder) -> list[Path]:
    """The bundles that lie in a folder or on a stick."""
    with said_in_words(folder):
        return sorted(path for path in Path(folder).iterdir() if path.suffix.lower() == ".tzb" and path.is_file())


def take_in(store, paths, tick=silent) -> list[Verdict]:
    """Take in files, one verdict each, in the order given. One bad file never stops the others.

    Each file is one transaction. They are read in the order in which they were written, so that parts follow
    each other. Cancelled leaves the files before it taken, the rest untouched.
    """
    paths = [Path(path) for path in paths]
    verdicts = {}
    ordered = sorted(set(paths), key=_written)
    for done, path in enumerate(ordered):
        share = 1 / len(ordered)
        verdicts[path] = _take_one(store, path, _within(tick, done * share, share))
    tick(_WHOLE, _WHOLE)
    return [verdicts[path] for path in paths]


def _within(tick, start, share):
    """A tick for one piece of the work, which begins at `start` and is `share` of the whole (both 0 to 1)."""
    return lambda done, total: tick(int(_WHOLE * (start + share * done / max(total, 1))), _WHOLE)


def _written(path):
    """A key that sorts files as they were written; nothing read here is believed."""
    try:
        header = bundle.examine(bundle.read_file(path)).header
        return (str(header.get("dev")), int(header.get("created")), int(header.get("start")), path.name)
    except (UserError, TypeError, ValueError):
        return ("", 0, 0, path.name)


def take_parked(store, tick=silent) -> list[Verdict]:
    """Read again what was kept unread, after a key file was trusted or the program updated."""
    folder = store.folder / PARKED
    return [
        replace(verdict, file=one.file)
        for one in carried.parked(store)
        if (path := folder / f"{one.digest}.tzb").exists()
        for verdict in take_in(store, [path], tick)
        if verdict.verdict != "parked"
    ]


def _take_one(store, path, tick):
    data, frame = b"", None
    try:
        data = bundle.read_file(path)
        frame = bundle.examine(data)
        verdict = _taken(store, path.name, data, frame, tick)
    except UserError as cause:
        verdict = Verdict(path.name, getattr(cause, "verdict", "refused"), cause)
    if verdict.verdict == "parked" and not _park(store, data):
        verdict = Verdict(path.name, "refused", wrong.NoRoomToPark())
    if verdict.verdict != "taken":
        with store.writing():
            _note(store, data, frame, verdict)
    if verdict.verdict != "parked":
        (store.folder / PARKED / f"{_digest(data)}.tzb").unlink(missing_ok=True)
    peer = frame and exchange.peer(store, frame.dev)
    return replace(verdict, sender=peer.name if peer else "")


def _taken(store, name, data, frame: Frame, tick):
    """Checks 6-21 of docs/bundle.md, and the bundle applied, with its note in the intake log."""
    if frame.dev == devices.own(store).id.hex():
        raise wrong.Own()
    peers = {peer.dev: peer for peer in exchange.peers(store)}
    bundle.check_sender(frame, {dev: peer.unit.hex for dev, peer in peers.items()}, store.unit.hex)
    before = carried.intake(store, _digest(data))
    if before and before.verdict in ("taken", "known"):
        return Verdict(name, "known", known=frame.header["commits"])
    opened = bundle.unseal(frame, [devices.own(store).age_identity])
    unit = peers[frame.dev].unit
    commits = entries.read(store, opened, peers, unit, lambda done, total: tick(done, 2 * total))
    with store, store.writing():
        note = _apply(store, frame.dev, unit, opened, commits, tick)
        verdict = Verdict(name, "taken", note, len(commits.new), commits.known)
        if commits.known and not commits.new:
            verdict = replace(verdict, verdict="known")
        _note(store, data, frame, verdict)
    return verdict


def _apply(store, dev, unit, opened: Opened, commits, tick):
    """Journal, tables, position, acknowledgements and receipts in one transaction; returns a note or None."""
    header = opened.header
    total = len(commits.new)
    journal.append_foreign(store, commits.new, unit, lambda done, _: tick(total + done, 2 * total))
    forked = any(exchange.has_other(store, one.head["inc"], one.head["seq"], one.id) for one in commits.new)
    at, note = _further(exchange.held(store, dev, header["inc"]), header, commits.ids, store.milliseconds())
    whole = note is None and header["part"][0] == header["part"][1]
    if whole and exchange.count_of(store, unit) == header["end"] and _counts_differ(store, unit, header["counts"]):
        at, note = Position(header["inc"], 0, bundle.ROLL_0, at.at), wrong.CountsDiffer()
    exchange.hold(store, dev, at)
    _believe_acks(store, unit, header)
    for receipt in opened.receipts:
        carried.keep_verdict(store, receipt["set"], receipt["part"], receipt["verdict"], receipt["code"])
    return wrong.Fork() if forked else note


def _further(held: Position | None, header, ids, now):
    """How far the stream is held after commits `ids` from `start` on, and a note on a gap or a fork (section 6)."""
    held = held or Position(header["inc"], 0, bundle.ROLL_0, now)
    if header["start"] > held.position:
        return replace(held, at=now), wrong.Gap()
    roll, rolls = header["roll"], [header["roll"]]
    for commit_id in ids:
        roll = bundle.roll_on(roll, commit_id)
        rolls.append(roll)
    if header["end"] < held.position:
        return replace(held, at=now), None
    if rolls[held.position - header["start"]] != held.roll:
        return replace(held, at=now), wrong.Fork()
    return Position(header["inc"], header["end"], roll, now), None


def _counts_differ(store, unit, counts):
    here = exchange.live_counts(store, unit)
    return any(here[table] != count for table, count in counts.items() if table in here)


def _believe_acks(store, unit, header):
    """Note how far our own stream is held there; where it says more than we have, we have gone back in time."""
    inc = store.meta("incarnation")
    if inc not in header["acks"]:
        return
    position, roll, counts = header["acks"][inc]
    own = exchange.ids_of(store, store.unit)
    here = bundle.ROLL_0
    for commit_id in own[:position]:
        here = bundle.roll_on(here, commit_id)
    if position > len(own) or here != roll:
        exchange.begin_incarnation(store)
    else:
        exchange.acknowledge(store, unit, Position(inc, position, roll, store.milliseconds()), counts)


def _digest(data):
    return hashlib.sha256(data).hexdigest()


def _note(store, data, frame, verdict: Verdict):
    """One line in the intake log; of the header only what its type allows, for it may be anybody's."""
    digest = _digest(data)
    before = carried.intake(store, digest)
    if verdict.verdict == "known" and before and before.verdict != "parked":
        return
    header = frame.header if frame else {}
    peer = exchange.peer(store, frame.dev) if frame else None
    part = header.get("part") if peer else None
    k, n = part if type(part) is list and len(part) == 2 and all(type(one) is int for one in part) else (None, None)
    bundle_id, no = (header.get(name) if peer else None for name in ("set", "no"))
    carried.keep_intake(
        store,
        Intake(
            digest, frame.dev if frame else None, peer.unit if peer else None,
            bundle_id if type(bundle_id) is str else None, k, n, no if type(no) is int else None,
            before.file if before else verdict.file, verdict.verdict, verdict.code, verdict.new, verdict.known,
            store.milliseconds(),
        ),
    )  # fmt: skip


def _park(store, data) -> bool:
    """Keep a file unread, as it came: encrypted and signed. False where too many wait already."""
    folder = store.folder / PARKED
    folder.mkdir(exist_ok=True)
    path = folder / f"{_digest(data)}.tzb"
    if not path.exists():
        if sum(file.stat().st_size for file in folder.iterdir()) + len(data) > MOST_PARKED:
            return False
        with whole_file(path) as file:
            file.write(data)
    return True
