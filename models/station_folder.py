"""What a station's folder is from outside, before anything of it is opened."""

from pathlib import Path

from models.errors import UserError
from models.files import said_in_words
from resources.language import N_

FILE = "station.db"
SLOTS = "keyslots.json"


class NoStation(UserError):
    code = "D-104"
    sentence = N_("There is no station in “{folder}”.")


def is_plain(folder) -> bool:
    """Whether the folder holds an unencrypted (training) station."""
    path = Path(folder) / FILE
    if not path.exists():
        raise NoStation(folder=str(folder))
    with said_in_words(path), open(path, "rb") as file:
        return file.read(16) == b"SQLite format 3\0"
