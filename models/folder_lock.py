"""One program at a time in a station folder: the window and a command never write at once."""

import os

from models.errors import UserError
from models.files import said_in_words
from resources.language import N_


class InUse(UserError):
    code = "D-103"
    sentence = N_("This station is open in another window of the program. Close it there first.")


class FolderLock:
    """An operating-system lock on a small file; it ends with the process, whatever happens to it."""

    def __init__(self, path):
        with said_in_words(path):
            self._file = open(path, "a+b")  # noqa: SIM115 (held as long as the station is open)
        try:
            _take(self._file)
        except OSError:
            self._file.close()
            raise InUse() from None

    def release(self):
        self._file.close()


def _take(file):
    if os.name == "nt":
        import msvcrt  # exists on Windows only

        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl  # exists elsewhere only

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
