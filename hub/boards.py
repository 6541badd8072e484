"""The exchange at a glance: which station brought what and when, who waits for a receipt, which months are signed."""

from dataclasses import dataclass

from hub import receipts
from models import carried, exchange
from models.carried import Intake
from models.exchange import Peer


@dataclass(frozen=True)
class StationState:
    """One station: its last file, signed months held, and what asks for a telephone call.

    `last` is the latest file of any verdict, `note` the code of the last one taken (such as S-401: a gap).
    """

    peer: Peer
    name: str
    last: Intake | None
    note: str
    months: tuple[str, ...]
    computers: int
    receipt_waits: bool


def stations(store) -> list[StationState]:
    """All stations that are trusted here, in the order of their short numbers."""
    waiting = {peer.unit for peer in receipts.waiting(store)}
    found = [_state(store, peer, peer.unit in waiting) for peer in exchange.children(store)]
    return sorted(found, key=lambda state: (state.peer.short, state.name))


def _state(store, peer, waits):
    files = carried.intakes(store, peer.unit)
    taken = next((one for one in files if one.verdict == "taken"), None)
    computers = sum(one.unit == peer.unit for one in exchange.peers(store))
    with store:
        months = store.tables["month"]
        held = months.alive(months.month).where(months.station == peer.unit).order_by(months.month)
        signed = tuple(dict.fromkeys(one.month for one in held if one.month))
        record = store.tables["station"].get_or_none(store.tables["station"].id == peer.unit)
    name = (record and record.name) or peer.name
    return StationState(peer, name, files[0] if files else None, taken.code if taken else "", signed, computers, waits)


def days_since_receipt(store) -> int | None:
    """Days since the county last said what it holds, or since it was trusted; None where there is no county."""
    peer = exchange.parent(store)
    if peer is None:
        return None
    return (store.milliseconds() - max(exchange.last_word_of(store, peer.unit), peer.added)) // 86_400_000
