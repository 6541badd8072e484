"""Medians of work repeated, and the bare databases that floors are measured on."""

import resource
import statistics
import sys
import time
from dataclasses import dataclass

DURABLE = ("PRAGMA journal_mode = wal", "PRAGMA synchronous = full", "PRAGMA temp_store = 2")


@dataclass(frozen=True)
class Row:
    """One line of the table; times in milliseconds, target in words."""

    work: str
    ours: float
    floor: float
    target: str

    @property
    def ratio(self) -> float:
        return self.ours / self.floor


def median_ms(work, times: int, warm: int = 5) -> float:
    """The median time of `work(i)` over so many calls."""
    return statistics.median(times_ms(work, times, warm))


def times_ms(work, times: int, warm: int = 5) -> list[float]:
    found = []
    for i in range(warm + times):
        begin = time.perf_counter_ns()
        work(i)
        found.append((time.perf_counter_ns() - begin) / 1e6)
    return found[warm:]


def peak_megabytes() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 2**10)


def bare_database(path):
    """The engine that stations use, without anything of ours: encrypted, and as durable."""
    import sqlcipher3

    connection = sqlcipher3.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{bytes(32).hex()}'\"")
    for pragma in DURABLE:
        connection.execute(pragma)
    return connection
