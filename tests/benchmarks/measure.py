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


def compare(work: str, ours, floor, target: str, times: int = 300, warm: int = 5) -> Row:
    """Medians of `ours(i)` and `floor(i)`, called by turns: what slows the machine down slows both."""
    found = ([], [])
    for i in range(warm + times):
        for call, spent in zip((ours, floor), found, strict=True):
            begin = time.perf_counter_ns()
            call(i)
            spent.append((time.perf_counter_ns() - begin) / 1e6)
    return Row(work, *(statistics.median(spent[warm:]) for spent in found), target)


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
