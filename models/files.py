"""Files a person keeps: written whole or not at all."""

import errno
import os
from collections.abc import Callable
from contextlib import contextmanager, suppress
from pathlib import Path

from models.errors import UserError
from resources.language import N_

Tick = Callable[[int, int], None]
"""`tick(done, total)` reports progress and may raise `Cancelled`."""


def silent(done: int, total: int) -> None:
    """The tick of somebody who does not watch."""


class DiskFull(UserError):
    code = "U-101"
    sentence = N_("There is no space left on the disk. What you saved is safe. Free some space and try again.")


class ReadOnly(UserError):
    code = "U-102"
    sentence = N_("This place is write-protected. Choose another folder, or move the switch on the stick.")


class Pulled(UserError):
    code = "U-103"
    sentence = N_(
        "The disk or stick went away while writing. Your data are safe and no half file is left. "
        "Plug it in again and try once more."
    )


class NotFound(UserError):
    code = "U-104"
    sentence = N_("The file or folder “{name}” is not there.")


class Unreadable(UserError):
    code = "U-105"
    sentence = N_("The file “{name}” cannot be read.")


_BY_NUMBER = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EFBIG: DiskFull,
    errno.EROFS: ReadOnly,
    errno.EACCES: ReadOnly,
    errno.EPERM: ReadOnly,
    errno.EIO: Pulled,
    errno.ENODEV: Pulled,
    errno.ENXIO: Pulled,
}


@contextmanager
def said_in_words(name=""):
    """Turn an `OSError` inside the block into the `UserError` that tells a person what to do."""
    try:
        yield
    except FileNotFoundError as error:
        raise NotFound(name=str(name or error.filename or "")) from error
    except OSError as error:
        raise _BY_NUMBER.get(error.errno, Unreadable)(name=str(name or error.filename or "")) from error


@contextmanager
def whole_file(path):
    """A binary file that appears at `path` complete, synced to disk, or not at all.

    Raises DiskFull, ReadOnly, Pulled or NotFound; on any exception nothing is left and an older file stays.
    """
    path = Path(path)
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    with said_in_words(path):
        try:
            with open(beside, "wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            os.replace(beside, path)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
        sync_folder(path.parent)


def clear_unfinished(folder, suffix: str) -> None:
    """Remove what a killed program or a pulled stick left of files with this suffix, so that it does not pile up."""
    for left in Path(folder).glob(f".*{suffix}.*.tmp"):
        with suppress(OSError):  # a stick that cannot be written to will say so by itself
            left.unlink()


def sync_folder(folder) -> None:
    """Make a rename in `folder` durable (POSIX; Windows does it by itself)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
