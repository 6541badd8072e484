"""Pictures on a form: side by side within bounds, no more points than paper shows."""

import io

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable

from exports.layout.prose import Prose, Type

_GAP, _IN_ROW, _HIGH, _ALONE_HIGH, _DPI = 3 * mm, 3, 52 * mm, 105 * mm, 200


class PictureRow(Flowable):
    """Up to three pictures in a row, each as large as its share of the width and `high` allow."""

    def __init__(self, pictures, high):
        super().__init__()
        self.pictures, self.high = pictures, high

    def wrap(self, width, height):
        room = (width - _GAP * (len(self.pictures) - 1)) / len(self.pictures)
        self.sizes = [self._within(picture.size, room) for picture in self.pictures]
        self.width, self.height = width, max(high for _wide, high in self.sizes)
        return width, self.height

    def _within(self, size, room):
        scale = min(room / size[0], self.high / size[1])
        return size[0] * scale, size[1] * scale

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
    rows = [PictureRow(good[at : at + _IN_ROW], high) for at in range(0, len(good), _IN_ROW)]
    return rows + [Prose(why, kind) for data, why in pictures if not data and why]


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
