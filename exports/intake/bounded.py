"""A foreign file read by a process of its own, which holds no key and no database and ends at its bounds."""

import contextlib
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

_LOOK_UP = 0.1  # seconds between two looks at whether the person pressed Cancel
_GRACE = 10  # seconds in which a worker that has answered must end


class OutOfTime(Exception):
    """The worker took longer than it may; it has been ended."""


def ask(worker, word, file, tick) -> tuple[bytes, int]:
    """What the module `worker` (with SECONDS and OUTPUT) says about `file` (open, or bytes), and how its process ended.

    Bytes go through a pipe: nothing of them is written to a disk on the way. `word` is what a frozen program answers
    to in place of an interpreter. Raises OutOfTime and what `tick` raises.
    """
    process = subprocess.Popen(
        _command(worker, word),
        stdin=subprocess.PIPE if isinstance(file, bytes) else file,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        close_fds=True,
    )
    heard = []
    listener = threading.Thread(target=lambda: heard.append(process.stdout.read(worker.OUTPUT + 1)), daemon=True)
    listener.start()
    if isinstance(file, bytes):
        threading.Thread(target=_pour, args=(process.stdin, file), daemon=True).start()
    try:
        _wait(listener, worker.SECONDS, tick)
        ended = process.wait(_GRACE)
    except subprocess.TimeoutExpired:
        raise OutOfTime() from None
    finally:
        with contextlib.suppress(OSError):
            process.kill()
        process.wait()
        listener.join()
        process.stdout.close()
    return (heard[0] if heard else b""), ended


def _pour(pipe, data):
    with contextlib.suppress(OSError), pipe:  # a worker that has seen enough closes its end
        pipe.write(data)


def _wait(listener, seconds, tick):
    until = time.monotonic() + seconds
    while listener.is_alive():
        listener.join(_LOOK_UP)
        tick(0, 1)
        if time.monotonic() > until:
            raise OutOfTime()


def _command(worker, word):
    if getattr(sys, "frozen", False):  # a frozen program has no interpreter beside it; main.py answers to this word
        return [sys.executable, word]
    return [sys.executable, "-I", str(Path(worker.__file__))]


def _environment():
    """No secret of ours is in it."""
    wanted = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "LD_LIBRARY_PATH")
    return {name: os.environ[name] for name in wanted if name in os.environ}
