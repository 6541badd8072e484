"""Pictures on a form: side by side within bounds, no more points than paper shows."""

import io

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable

from exports.layout.prose import Prose, Type

_GAP, _IN_ROW, _HIGH, _ALONE_HIGH, _DPI = 3 * mm, 3, 52 * mm, 105 * mm, 200


class PictureRow(Flowable):
    """Up to three pictures in a row, of one height: as large as the width and `high` allow."""

    def __init__(self, pictures, high):
        super().__init__()
        self.pictures, self.high = pictures, high

    def wrap(self, width, height):
        shapes = [picture.width / picture.height for picture in self.pictures]
        room = width - _GAP * (len(self.pictures) - 1)
        self.width, self.height = width, min(self.high, room / sum(shapes))
        self.sizes = [(shape * self.height, self.height) for shape in shapes]
        return width, self.height

    def minWidth(self):
        return 30 * mm

    def draw(self):
        x = 0.0
        for picture, (wide, high) in zip(self.pictures, self.sizes, strict=True):
            most = int(wide / 72 * _DPI) + 1, int(high / 72 * _DPI) + 1
            self.canv.drawImage(_reader(picture, most), x, self.height - high, wide, high)
            x += wide + _GAP


def picture_rows(pictures, kind: Type, room: float = 1.0) -> list[Flowable]:
    """Rows of pictures, given as (bytes, "") or (None, why there is none); one alone is shown large.

    `room` makes them smaller where that saves a page.
    """
    opened = [_opened(data) for data, _why in pictures if data]
    good = [picture for picture in opened if picture]
    high = (_ALONE_HIGH if len(good) == 1 else _HIGH) * room
    rows = [PictureRow(row, high) for row in _evenly(good)]
    return rows + [Prose(why, kind) for data, why in pictures if not data and why]


def _evenly(pictures):
    """As few rows as hold them, with as many pictures in each: four are two and two."""
    many = -(-len(pictures) // _IN_ROW)
    return [pictures[row * len(pictures) // many : (row + 1) * len(pictures) // many] for row in range(many)]


def _opened(data):
    """The picture; None where its bytes are none. Kept pictures were looked through when they came in."""
    from PIL import Image  # 0.1 s, and most forms have no pictures

    try:
        return Image.open(io.BytesIO(data))
    except (OSError, ValueError, Image.DecompressionBombError):
        return None


def _reader(picture, most):
    if picture.width > most[0]:
        picture = picture.convert("RGB")
        picture.thumbnail(most)
        small = io.BytesIO()
        picture.save(small, "JPEG", quality=85)
        return ImageReader(small)
    return ImageReader(picture)
