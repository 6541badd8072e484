"""The totals of one person on one scale over time, drawn as a line with its ranges behind."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from models.scales import scoring
from ui.theme import colour, font, px
from ui.words import _

_CHANGES = {"better": "ok", "worse": "warn", "same": "text2"}


class ScaleChart(QWidget):
    """`show_points` takes (day, total) pairs by day and whose they are; the words below say how it changed."""

    def __init__(self):
        super().__init__()
        self.points, self.scale, self.whose = [], None, scoring.NOBODY
        self.setMinimumHeight(px(150))

    def sizeHint(self):
        return QSize(px(420), px(170))

    def show_points(self, points, scale, whose=scoring.NOBODY):
        self.points, self.scale, self.whose = points, scale, whose
        self.setAccessibleName(self.words())
        self.update()

    def words(self) -> str:
        """The change from the first to the last, for the eye and for screen readers."""
        if len(self.points) < 2:
            return ""
        (first, before), (last, after) = self.points[0], self.points[-1]
        change = {"better": _("better"), "worse": _("worse"), "same": _("the same")}[self.change]
        return _(
            "{first}: {before} → {last}: {after} ({delta}, {change})", first=first.isoformat(), before=before,
            last=last.isoformat(), after=after, delta=f"{after - before:+d}", change=change,
        )  # fmt: skip

    @property
    def change(self) -> str:
        return scoring.change(self.scale, self.points[0][1], self.points[-1][1])

    def paintEvent(self, event):
        if len(self.points) < 2:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(px(40), px(16), self.width() - px(80), self.height() - px(66))
        self._paint_bands(painter, room)
        places = [self._place(room, day, total) for day, total in self.points]
        painter.setPen(QPen(QColor(colour("primary")), 2))
        painter.drawPolyline(places)
        for place, (day, total) in zip(places, self.points, strict=True):
            self._paint_point(painter, place, day, total, room)
        painter.setFont(font(13.5))
        painter.setPen(QColor(colour(_CHANGES[self.change])))
        painter.drawText(
            QRectF(0, self.height() - px(24), self.width(), px(24)), Qt.AlignmentFlag.AlignLeft, self.words()
        )

    def _place(self, room, day, total):
        first, last = self.points[0][0], self.points[-1][0]
        days = max((last - first).days, 1)
        return QPointF(room.left() + room.width() * (day - first).days / days, self._height(room, total))

    def _height(self, room, total):
        low, high = self.scale.low, max(self.scale.high, self.scale.low + 1)
        return room.bottom() - room.height() * (total - low) / (high - low)

    def _paint_bands(self, painter, room):
        """A thin line where each range begins, and the ends of the scale at the left."""
        painter.setFont(font(12.5))
        begins = {band.low for band in scoring.bands_for(self.scale, self.whose)}
        for total in sorted({self.scale.low, self.scale.high, *begins}):
            y = self._height(room, total)
            painter.setPen(QPen(QColor(colour("line")), 1))
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
            painter.setPen(QColor(colour("text3")))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(0, y - px(8), room.left() - px(8), px(16)), right, str(total))

    def _paint_point(self, painter, place, day, total, room):
        painter.setBrush(QColor(colour("primary")))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(place, px(4), px(4))
        painter.setPen(QColor(colour("text")))
        centre = Qt.AlignmentFlag.AlignCenter
        painter.drawText(QRectF(place.x() - px(20), place.y() - px(22), px(40), px(18)), centre, str(total))
        painter.setPen(QColor(colour("text3")))
        painter.drawText(QRectF(place.x() - px(50), room.bottom() + px(4), px(100), px(18)), centre, day.isoformat())
