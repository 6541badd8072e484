"""Pauses after wrong passwords. They slow down somebody at this computer; against a copy of the file stands Argon2id.

Never for good: on the day the report is due nobody may lock a colleague out for longer than a quarter of an hour.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec

from models import clock as clocks
from models.errors import UserError
from models.files import whole_file
from resources.language import N_

FREE_TRIES = 5
FIRST_PAUSE = 30
LONGEST_PAUSE = 15 * 60
_MOST_BYTES = 64 * 1024


class LockedOut(UserError):
    code = "K-102"
    sentence = N_("Too many wrong passwords. Try again in {seconds} seconds, or use the recovery code.")


class Failures(msgspec.Struct, frozen=True):
    """Wrong passwords since the last right one, and when the last was tried (milliseconds)."""

    count: int = 0
    last: int = 0

    @property
    def when(self) -> datetime | None:
        return clocks.from_milliseconds(self.last) if self.count else None

    @property
    def pause(self) -> int:
        """Seconds to wait after the last."""
        doublings = self.count - FREE_TRIES
        return 0 if doublings < 0 else min(FIRST_PAUSE * 2 ** min(doublings, 10), LONGEST_PAUSE)


@dataclass
class Lockout:
    """The counters, in a small file beside the key file."""

    path: Path
    clock: clocks.datetime

    def refuse_early(self, user: str) -> None:
        """Raise LockedOut while the pause lasts. A clock that was set back starts the pause anew, no more."""
        failures = self._read().get(user, Failures())
        waited = (clocks.milliseconds(self.clock()) - failures.last) // 1000
        if waited < 0:
            self._write(self._read() | {user: Failures(failures.count, clocks.milliseconds(self.clock()))})
            waited = 0
        if waited < failures.pause:
            raise LockedOut(seconds=failures.pause - waited)

    def failed(self, user: str) -> None:
        known = self._read()
        count = known.get(user, Failures()).count + 1
        self._write(known | {user: Failures(count, clocks.milliseconds(self.clock()))})

    def succeeded(self, user: str) -> Failures:
        """Forget the failures of `user`; returns what they were."""
        known = self._read()
        if user not in known:
            return Failures()
        failures = known.pop(user)
        self._write(known)
        return failures

    def _read(self) -> dict[str, Failures]:
        try:
            with open(self.path, "rb") as file:
                return msgspec.json.decode(file.read(_MOST_BYTES), type=dict[str, Failures])
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            return {}

    def _write(self, counters):
        try:
            with whole_file(self.path) as file:
                file.write(msgspec.json.encode(counters))
        except UserError:
            return  # a full or write-protected disk must not keep anybody from his records
