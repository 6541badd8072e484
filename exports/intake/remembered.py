"""Which heading answers which question, as people of this station settled it; kept on this computer, never sent."""

import json

_NAME = "ledger columns"
_MOST = 500


def remembered(store) -> dict[str, str]:
    """Heading → question ("" for a column not taken in), to be handed to `plan`."""
    return json.loads(store.meta(_NAME, "{}"))


def remember(store, changes: dict[str, str]) -> None:
    """Keep what a person changed in a mapping; the latest word counts, the oldest beyond 500 are forgotten."""
    known = remembered(store)
    for heading, question in changes.items():
        known.pop(heading, None)
        known[heading] = question
    kept = dict(list(known.items())[-_MOST:])
    with store.db.atomic():
        store.set_meta(_NAME, json.dumps(kept, ensure_ascii=False))
