"""What waits for the station lead: records brought by anybody into a state out of which a lead decides."""

from models.due import Due
from models.papers import day_of


def waiting_for_lead(store) -> list[Due]:
    """Records of this station that wait for an approval, the oldest first; `day` is that of the last change."""
    found = []
    for cls in store.tables.values():
        states = states_for_lead(cls.process) if cls.process else ()
        if states:
            question, name = cls.questions()[cls.process.question], day_of(cls)
            rows = cls.alive().where(cls.station == store.unit, question.in_(states)).order_by(cls.changed)
            found += [_due(store, row, name) for row in rows.limit(200)]
    return sorted(found, key=lambda due: due.day)


def _due(store, record, name):
    day = (getattr(record, name) if name else None) or store.today()
    return Due(record._meta.table_name, record.id, record.caption(), None, None, day)


def states_for_lead(process) -> list[str]:
    """States that are asked for by anybody and left by a step of the lead: approved, or returned whence they came."""
    ways = [(start, move.end) for move in process.moves if move.is_for("worker") for start in move.start]
    return [state for state in sorted({end for _start, end in ways}) if _is_decided_by_lead(process, state, ways)]


def _is_decided_by_lead(process, state, ways):
    out = process.moves_from(state)
    decisions = [move for move in out if not move.is_for("worker") and move.is_for("lead")]
    if not any(not move.why for move in decisions):
        return False
    back = {move.end for move in decisions}
    asked_from = {
        start for move in process.moves if move.end == state and move.is_for("worker") for start in move.start
    }
    return len(decisions) == len(out) or bool(back & asked_from)
