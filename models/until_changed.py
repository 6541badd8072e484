"""What is reckoned from all records, and asked for at every turn of a page: reckoned anew once a record has changed."""

from functools import wraps
from weakref import WeakKeyDictionary


def until_changed(reckon):
    """Keep the list that `reckon(store, *values)` gives until the journal grows or the day changes.

    What is reckoned within a transaction is not kept: another entry may take the place of one that was taken back.
    """
    known = WeakKeyDictionary()

    @wraps(reckon)
    def of(store, *values):
        if store.db.in_transaction():
            return reckon(store, *values)
        last = store.db.execute_sql("SELECT max(n) FROM journal").fetchone()[0]
        state = last, store.today()
        kept_state, kept = known.get(store, (None, None))
        if kept_state != state:
            known[store] = state, (kept := {})
        if values not in kept:
            kept[values] = reckon(store, *values)
        return list(kept[values])

    return of
