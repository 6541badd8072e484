import errno
import os

import pytest

from models.errors import Cancelled, UserError
from models.files import DiskFull, NotFound, Pulled, ReadOnly, Unreadable, clear_unfinished, said_in_words, whole_file


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_whole_file_appears_when_it_is_complete(tmp_path):
    with whole_file(tmp_path / "a.tzb") as file:
        file.write(b"half")
        assert "a.tzb" not in names(tmp_path)
        file.write(b" and half")
    assert names(tmp_path) == ["a.tzb"]
    assert (tmp_path / "a.tzb").read_bytes() == b"half and half"


@pytest.mark.parametrize("error", [Cancelled(), ValueError(), KeyboardInterrupt(), OSError(errno.ENOSPC, "full")])
def test_whatever_happens_while_writing_the_older_file_stays_and_nothing_else(tmp_path, error):
    (tmp_path / "a.tzb").write_bytes(b"older")
    with pytest.raises((type(error), UserError)):
        with whole_file(tmp_path / "a.tzb") as file:
            file.write(b"half")
            raise error
    assert names(tmp_path) == ["a.tzb"]
    assert (tmp_path / "a.tzb").read_bytes() == b"older"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EFBIG, DiskFull),
        (errno.EROFS, ReadOnly),
        (errno.EACCES, ReadOnly),
        (errno.EIO, Pulled),
        (errno.ENOENT, NotFound),
        (errno.EISDIR, Unreadable),
    ],
)
def test_what_the_system_says_becomes_a_sentence(number, said):
    with pytest.raises(said) as told:
        with said_in_words("月报.pdf"):
            raise OSError(number, os.strerror(number))
    assert told.value.values == {"name": "月报.pdf"}


def test_a_folder_that_is_gone_is_said(tmp_path):
    with pytest.raises(NotFound):
        with whole_file(tmp_path / "gone" / "a.tzb"):
            pass


def test_what_killed_programs_left_is_cleared_and_nothing_else(tmp_path):
    for name in (".a.tzb.123.tmp", ".b.tzb.9.tmp", ".c.pdf.9.tmp", "a.tzb", "my.tzb.tmp", ".hidden"):
        (tmp_path / name).write_bytes(b"")
    clear_unfinished(tmp_path, ".tzb")
    assert names(tmp_path) == sorted([".c.pdf.9.tmp", "a.tzb", "my.tzb.tmp", ".hidden"])
