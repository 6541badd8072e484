"""Writing bundles: what goes to which recipient, under which label, to which file."""

import secrets
import shutil
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from exports.bundle import bundle
from exports.bundle import bundle_errors as wrong
from exports.bundle.bundle_header import FORMAT, MOST_COMMITS
from models import carried, clock, commits, continuity, devices, exchange
from models.carried import SentFile
from models.check_code import short_code
from models.commits import canon
from models.database import SCHEMA
from models.exchange import Peer, Position
from models.files import clear_unfinished, said_in_words, silent
from models.merge import DELETED, MADE

SLIP = b"taizhang/slip/1\0"
_BATCH = 500
_MOST_BODY = 48 << 20


@dataclass(frozen=True)
class Waiting:
    """What has not been acknowledged yet, as it would go out now."""

    peer: Peer
    commits: int
    last_sent: int | None
    last_acknowledged: int | None


def waiting(store) -> Waiting:
    """How much would be sent to the level above. Raises NoParent."""
    peer = _parent(store)
    stream = exchange.ids_of(store, store.unit, _start(store, peer))
    sent = [one for one in carried.sent_files(store) if one.unit == peer.unit]
    ack = exchange.acknowledged(store, peer.unit, store.meta("incarnation"))
    return Waiting(peer, len(stream), sent[0].at if sent else None, ack.at if ack else None)


def state_of(store, sent: SentFile) -> str:
    """written | taken | refused | acknowledged: how far a file we wrote is known to have come."""
    ack = exchange.acknowledged(store, sent.unit, sent.inc)
    if ack and ack.position >= sent.past and ack.at >= sent.at:
        return "acknowledged"
    return {"known": "taken"}.get(sent.verdict, sent.verdict) or "written"


def sent_bundles(store) -> list[tuple[SentFile, str]]:
    """The files written here with their state, the latest first."""
    return [(one, state_of(store, one)) for one in carried.sent_files(store)]


def send(store, folder, tick=silent, *, everything=False) -> list[Path]:
    """Write what the level above has not acknowledged into `folder`; returns the files (one, unless it is very much).

    Nothing is left in the folder on any error or on Cancel. Raises NoParent, StickFull, StickDiffers, DiskFull,
    ReadOnly, Pulled, NotFound.
    """
    peer = _parent(store)
    start = 0 if everything else _start(store, peer)
    ids = exchange.ids_of(store, store.unit)
    parts = _parts(store, start, len(ids), tick)
    labels = _labels(store, peer, start, ids, [len(part) for part in parts])
    sealed = [seal_for(store, peer, label, part) for label, part in zip(labels, parts, strict=True)]
    return _put(store, peer, Path(folder), labels, sealed)


def _parent(store):
    peer = exchange.parent(store)
    if peer is None:
        raise wrong.NoParent()
    return peer


def _start(store, peer):
    ack = exchange.acknowledged(store, peer.unit, store.meta("incarnation"))
    return ack.position if ack else 0


def shown_upward(tables):
    """The rule by which an op is opened for the level above: what its question declares, and that a row is there."""
    questions = {name: table.questions() for name, table in tables.items()}

    def shows(op):
        question = questions.get(op[0], {}).get(op[2])
        return op[2] in (MADE, DELETED) or (question is not None and question.upward)

    return shows


def _parts(store, start, end, tick):
    """Lines of commits from `start` to `end`, cut where a part is full."""
    shows = shown_upward(store.tables)
    parts, size = [[]], 0
    for position in range(start, end, _BATCH):
        tick(position - start, end - start)
        for stored in exchange.stored_commits(store, store.unit, position, _BATCH):
            line = canon(commits.to_wire(commits.unpacked(*stored), shows))
            if len(parts[-1]) == MOST_COMMITS or size + len(line) > _MOST_BODY:
                parts.append([])
                size = 0
            parts[-1].append(line)
            size += len(line) + 1
    tick(end - start, end - start)
    return parts


def label(store, peer: Peer) -> dict:
    """The header of one bundle to `peer` that carries no commits; `seal` adds what follows from the contents."""
    ids = exchange.ids_of(store, store.unit)
    acks = {
        held.inc: [held.position, held.roll, exchange.live_counts(store, peer.unit)]
        for held in exchange.held_of(store, peer.unit)
    }
    return {
        "acks": acks,
        "counts": {},
        "created": store.milliseconds(),
        "crit": [],
        "end": 0,
        "fmt": FORMAT,
        "from": store.unit.hex,
        "heads": {"access": None, "work": ids[-1].hex() if ids else None},
        "inc": store.meta("incarnation"),
        "min_reader": 1,
        "no": carried.next_number(store),
        "part": [1, 1],
        "roll": bundle.ROLL_0,
        "schema": SCHEMA,
        "set": secrets.token_hex(16),
        "start": 0,
        "to": peer.unit.hex,
    }


def _labels(store, peer, start, ids, sizes):
    """One header for each part: its positions, and the rolling hash where it begins."""
    common = label(store, peer) | {"counts": exchange.live_counts(store, store.unit)}
    roll, at = bundle.ROLL_0, 0
    made = []
    for k, size in enumerate(sizes, 1):
        for commit_id in ids[at:start]:
            roll = bundle.roll_on(roll, commit_id)
        made.append(common | {"part": [k, len(sizes)], "start": start, "end": start + size, "roll": roll})
        at, start = start, start + size
    return made


def seal_for(store, peer: Peer, header: dict, lines: list[bytes], receipts=()) -> bytes:
    """Seal for the recipient and for ourselves, so that the stick is one more back-up."""
    own = devices.own(store)
    return bundle.seal(header, lines, list(receipts), [peer.age, own.age_recipient], own.private_key)


def _put(store, peer, folder, labels, sealed):
    need_room(folder, sum(map(len, sealed)))
    written = []
    try:
        for header, data in zip(labels, sealed, strict=True):
            path = free_name(folder, file_name(peer.name, own_name(store), header))
            bundle.write_bundle(path, data, [devices.own(store).age_identity])
            written.append(path)
    except BaseException:
        for path in written:
            path.unlink(missing_ok=True)
        raise
    with store.writing():
        for header, path in zip(labels, written, strict=True):
            keep_sent(store, peer, header, path)
    continuity.remember(store)
    return written


def keep_sent(store, peer: Peer, header: dict, path: Path) -> None:
    """Remember a file that was written."""
    k, n = header["part"]
    carried.keep_sent(
        store,
        SentFile(
            header["set"], k, n, header["no"], UUID(header["to"]), header["inc"], header["start"], header["end"],
            path.stat().st_size, path.name, header["created"],
        ),
    )  # fmt: skip


def need_room(folder: Path, size: int) -> None:
    """Raise StickFull unless a fifth more than `size` is free, unfinished bundles of earlier times not counted."""
    clear_unfinished(folder, ".tzb")
    with said_in_words(folder.name):
        free = shutil.disk_usage(folder).free
    if free < size * 1.2:
        raise wrong.StickFull(need=-(-size * 12 // 10 >> 20) or 1, free=free >> 20)


def own_name(store) -> str:
    with store:
        return store.tables["station"].mine().name


def file_name(upper: str, lower: str, header: dict, first: str = "") -> str:
    """A name for people, such as 示例县-云岭镇-20260930-3.tzb; no personal data."""
    day = clock.from_milliseconds(header["created"]).strftime("%Y%m%d")
    k, n = header["part"]
    parts = [first, _plain(upper), _plain(lower), day, str(header["no"]), f"{k}of{n}" if n > 1 else ""]
    return "-".join(part for part in parts if part) + ".tzb"


def _plain(name):
    return "".join(c if c.isalnum() else "_" for c in name)[:20] or "_"


def free_name(folder: Path, name: str) -> Path:
    """The path for `name`, numbered where a file of that name lies there already: an older bundle is never replaced."""
    path, number = folder / name, 2
    while path.exists():
        path = (folder / name).with_stem(f"{name.removesuffix('.tzb')}_{number}")
        number += 1
    return path


def slip_code(held: Position) -> str:
    """Eight characters for one position of one stream: the station's own must be equal."""
    stated = f"{held.inc}{held.position:016x}{held.roll}"
    return short_code(SLIP + stated.encode())


def expected_slip_code(store, sent: SentFile) -> str:
    """The code the printed receipt must show when all up to the end of this file was received."""
    roll = bundle.ROLL_0
    for commit_id in exchange.ids_of(store, store.unit)[: sent.past]:
        roll = bundle.roll_on(roll, commit_id)
    return slip_code(Position(sent.inc, sent.past, roll, 0))
