"""Foreign pictures in: upright, at most 1600 pixels, pixels only, by a bounded process."""

import os

from exports.intake import bounded, picture_worker
from models.errors import UserError
from models.files import said_in_words, silent
from resources.language import N_


class NotAPicture(UserError):
    code = "L-121"
    sentence = N_(
        "“{name}” is not a picture that can be read here. Save it as JPEG or PNG and add that file. "
        "Nothing was changed."
    )


class PictureTooLarge(UserError):
    code = "L-122"
    sentence = N_("“{name}” is too large for a picture: at most 40 MB and 100 million pixels. Nothing was changed.")


class DamagedImage(UserError):
    code = "L-123"
    sentence = N_(
        "The picture “{name}” is damaged and cannot be read. Copy it again from the telephone or camera. "
        "Nothing was changed."
    )


_BY_CODE = {refusal.code: refusal for refusal in (NotAPicture, PictureTooLarge, DamagedImage)}


def picture_of_file(path, tick=silent) -> bytes:
    """The JPEG that is kept of a picture file. Raises NotAPicture, PictureTooLarge, DamagedImage, U-1xx."""
    name = os.path.basename(path)
    with said_in_words(name), open(path, "rb") as file:
        if os.fstat(file.fileno()).st_size > picture_worker.FILE:
            raise PictureTooLarge(name=name)
        return _redrawn(file, name, tick)


def picture_of_bytes(data: bytes, name="", tick=silent) -> bytes:
    """The same of a picture pasted or dropped."""
    if len(data) > picture_worker.FILE:
        raise PictureTooLarge(name=name)
    return _redrawn(data, name, tick)


def _redrawn(file, name, tick):
    try:
        said, ended = bounded.ask(picture_worker, "read-picture", file, tick)
    except bounded.OutOfTime:
        raise PictureTooLarge(name=name) from None
    if said[:1] == b"J" and len(said) <= picture_worker.OUTPUT:
        return said[1:]
    if said[:1] == b"R" and said[1:].decode("ascii", "replace") in _BY_CODE:
        raise _BY_CODE[said[1:].decode()](name=name)
    raise (DamagedImage if ended > 0 else PictureTooLarge)(name=name)
