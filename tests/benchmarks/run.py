"""Prints what the program costs beside what the same work costs without it: `make bench`.

Times on shared machines drift, so every row is a ratio to a floor measured in the same run (docs/decisions.md).
Each part runs in a process of its own, so that its peak memory is its own.

    python -m tests.benchmarks.run [PART...]
"""

import multiprocessing
import sys

from tests.benchmarks.measure import Row, peak_megabytes

PARTS = ("search", "as_typed", "save", "month", "start")


def main(parts):
    print(f"{'work':46}{'ours ms':>10}{'floor ms':>10}{'ratio':>8}{'target':>8}{'peak MB':>9}")
    for part in parts or PARTS:
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            rows, peak = pool.apply(_measured, (part,))
        for row in rows:
            print(f"{row.work:46}{row.ours:>10.3f}{row.floor:>10.3f}{row.ratio:>8.2f}{row.target:>8}{peak:>9.0f}")
            sys.stdout.flush()


def _measured(part) -> tuple[list[Row], float]:
    module = __import__(f"tests.benchmarks.{part}", fromlist=["rows"])
    return list(module.rows()), peak_megabytes()


if __name__ == "__main__":
    main(sys.argv[1:])
