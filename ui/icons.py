"""Lucide icons in the colours of the theme: QtSvg would draw `currentColor` black."""

import tempfile
from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPixmap

from resources import FOLDER
from ui.theme import colour, font, px


@cache
def _source(name: str) -> str:
    text = (FOLDER / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return text.replace('stroke-width="2"', 'stroke-width="1.75"')


def _tinted(name: str, token: str) -> bytes:
    return _source(name).replace("currentColor", colour(token)).encode()


def pixmap(name: str, token: str = "text2", size: int = 18, ratio: float = 2.0) -> QPixmap:
    """An icon of `size` design pixels, sharp on dense screens."""
    from PySide6.QtSvg import QSvgRenderer  # the first window shows no icon

    side = round(px(size) * ratio)
    image = QPixmap(side, side)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(_tinted(name, token))).render(painter, QRectF(0, 0, side, side))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def icon(name: str, token: str = "text2", size: int = 18) -> QIcon:
    made = QIcon(pixmap(name, token, size))
    made.addPixmap(pixmap(name, "disabled", size), QIcon.Mode.Disabled)
    return made


@cache
def _folder() -> tempfile.TemporaryDirectory:
    return tempfile.TemporaryDirectory(prefix="taizhang-icons-")


def path(name: str, token: str) -> str:
    """A tinted icon as a file, for the style sheet; the folder goes with the program."""
    file = Path(_folder().name) / f"{name}-{colour(token)[1:]}.svg"
    if not file.exists():
        file.write_bytes(_tinted(name, token))
    return file.as_posix()


def emblem(side) -> QPixmap:
    """The mark of the program: 台 on a blue ground."""
    return _emblem(px(side) * 2, colour("primary"), colour("on_primary"))


@cache
def _emblem(pixels, ground, ink):
    image = QPixmap(pixels, pixels)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(image.rect(), pixels // 6, pixels // 6)
    letter = font(weight=QFont.Weight.Bold)
    letter.setPixelSize(pixels * 3 // 5)
    painter.setFont(letter)
    painter.setPen(QColor(ink))
    painter.drawText(image.rect(), Qt.AlignmentFlag.AlignCenter, "台")
    painter.end()
    image.setDevicePixelRatio(2)
    return image
