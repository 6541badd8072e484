"""What many writers wrote to one row, put together: pure, and the same whatever the order of arrival (sync.md 4.7).

Each field is a register of heads: the writes that no later write has replaced. The latest stamp is shown, the others
wait for review. A question with several values has a register for each element, where adding wins. A row is gone
only if the one who removed it had seen all that was in it: an edit beside a removal wins.
"""

from dataclasses import dataclass, field

MADE, DELETED, WHY = "", "deleted", "why"


@dataclass(frozen=True, slots=True)
class Write:
    """One op of one commit: `n` its number in the journal here, `commit` its id in hex."""

    n: int
    commit: str
    stamp: int
    field: str
    value: object
    bases: tuple[str, ...]

    @property
    def key(self) -> str:
        return register_of(self.field, self.value)


def register_of(field: str, value) -> str:
    """The register a write of `value` belongs to: its field, or one element of the field."""
    return f"{field}:{value[1]}" if is_element(value) else field


def is_element(value) -> bool:
    return type(value) is list and len(value) == 2 and value[0] in ("+", "-") and type(value[1]) is str


@dataclass
class RowState:
    """values: field → packed value shown; heads: register → numbers of the commits that stand, latest last."""

    values: dict = field(default_factory=dict)
    heads: dict[str, list[int]] = field(default_factory=dict)
    deleted: bool = False
    changed: int = 0


def fold(writes) -> RowState:
    """The state of one row after `writes`, in any order."""
    registers: dict[str, list[Write]] = {}
    state = RowState()
    for write in writes:
        state.changed = max(state.changed, write.stamp)
        if write.field != WHY:  # a reason belongs to its commit, not to the row
            registers.setdefault(write.key, []).append(write)
    for key, written in registers.items():
        _settle(state, key, _heads(written))
    removal = _heads(registers.get(DELETED, ()))
    state.deleted = bool(removal) and removal[-1].value is True and _had_seen_all(removal[-1], registers)
    return state


def _heads(written):
    replaced = {base for write in written for base in write.bases}
    standing = {write.commit: write for write in written if write.commit not in replaced}
    return sorted(standing.values(), key=lambda write: (write.stamp, write.commit))


def _settle(state, key, heads):
    if not heads or key in (MADE, DELETED):
        if heads:
            state.heads[key] = [write.n for write in heads]
        return
    if is_element(heads[-1].value):
        adds = [write for write in heads if write.value[0] == "+"]
        state.heads[key] = [write.n for write in adds or heads]
        if adds:
            state.values.setdefault(heads[-1].field, []).append(adds[0].value[1])
        return
    state.heads[key] = [write.n for write in heads]
    state.values[key] = heads[-1].value


def _had_seen_all(removal, registers):
    known = {removal.commit, *removal.bases}
    return all(head.commit in known for key, written in registers.items() if key != DELETED for head in _heads(written))
