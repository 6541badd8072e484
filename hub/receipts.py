"""Receipts: what was received from a station, said back to it in a bundle and on paper."""

from dataclasses import dataclass
from pathlib import Path

from exports.bundle import bundle_errors as wrong
from exports.bundle import sending
from exports.bundle.bundle import write_bundle
from exports.bundle.bundle_header import is_receipt
from exports.bundle.sending import slip_code
from models import carried, devices, exchange
from models.carried import Intake
from models.clock import from_milliseconds
from models.commits import canon
from models.exchange import Peer, Position

_MOST = 50


@dataclass(frozen=True)
class Slip:
    """What a printed receipt (回执) says: the files, latest first, and a code that stands for all that was received."""

    peer: Peer
    files: list[Intake]
    held: Position | None
    code: str

    @property
    def lines(self) -> list[tuple]:
        """A line a file, as it is printed: (received, file, verdict, new, known, code of the reason)."""
        return [(from_milliseconds(one.at), one.file, one.verdict, one.new, one.known, one.code) for one in self.files]


def waiting(store) -> list[Peer]:
    """Stations that brought something since their last receipt was written."""
    return [peer for peer in exchange.children(store) if any(one.at > peer.receipted for one in _said(store, peer))]


def slip(store, peer: Peer) -> Slip:
    """The contents of a printed receipt. Raises NoReceipt where nothing was received."""
    files = _said(store, peer)
    if not files:
        raise wrong.NoReceipt(name=peer.name)
    held = exchange.held_of(store, peer.unit)
    return Slip(peer, files, held[0] if held else None, slip_code(held[0]) if held else "")


def write_receipt(store, peer: Peer, folder) -> Path:
    """Write the receipt for a station into `folder` and return the file. Raises NoReceipt or what the stick says.

    It tells all that is held of the station, and the last fifty files: a lost receipt is made good by the next.
    """
    files = _said(store, peer)
    if not files:
        raise wrong.NoReceipt(name=peer.name)
    header = sending.label(store, peer)
    sealed = sending.seal_for(store, peer, header, [], [canon({"receipt": _line(one)}) for one in files])
    folder = Path(folder)
    sending.need_room(folder, len(sealed))
    name = sending.file_name(sending.own_name(store), peer.name, header, "回执")
    path = sending.free_name(folder, name)
    write_bundle(path, sealed, [devices.own(store).age_identity])
    with store.writing():
        sending.keep_sent(store, peer, header, path)
        exchange.mark_receipted(store, peer.unit, store.milliseconds())
    return path


def _said(store, peer):
    """Files of the station whose fate is settled and that can be named to it."""
    return [one for one in carried.intakes(store, peer.unit, _MOST) if is_receipt({"receipt": _line(one)})]


def _line(one: Intake):
    return {
        "at": one.at, "code": one.code, "known": one.known, "new": one.new, "no": one.no, "part": one.part,
        "set": one.bundle, "verdict": one.verdict,
    }  # fmt: skip
