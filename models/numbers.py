"""The numbers people see: GA-0417-2026-A0031 = kind, station, year, computer and counter. Labels only, never keys."""

from weakref import WeakKeyDictionary

from models.database import current
from models.station import Station

_given = WeakKeyDictionary()


def next_number(record, day) -> str:
    """The number after the highest that this computer gave so far to this kind in the year of `day`."""
    store = current()
    year = (day or store.today()).year
    stem = f"{record.letters}-{Station.mine().short or '0000'}-{year}-{store.meta('computer', 'A')}"
    counters = _given.setdefault(store, {})
    if stem not in counters:
        counters[stem] = _highest(type(record), stem)
    counters[stem] += 1
    return f"{stem}{counters[stem]:04}"


def _highest(kind, stem):
    """The highest counter in the table, removed records too: a number is never given twice."""
    given = kind.select(kind.number).where(kind.number >= stem, kind.number < stem + ":")
    counters = (number[len(stem) :] for (number,) in given.tuples())
    return max((int(counter) for counter in counters if counter.isdigit()), default=0)
