"""A line of numbers over days, drawn small: a point for each day with its number above and the day below."""

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from exports.layout.document import GREY, SMALL, THIN
from exports.layout.prose import draw_line


class LineChart(Flowable):
    """`points` are (day, number) by day, drawn between `low` and `high`."""

    def __init__(self, points, low, high, width, height=36 * mm):
        super().__init__()
        self.points, self.low, self.high = points, low, max(high, low + 1)
        self.width, self.height = width, height

    def wrap(self, width, height):
        return self.width, self.height

    def draw(self):
        self.left, self.right, self.bottom, self.top = 12 * mm, self.width - 12 * mm, 7 * mm, self.height - 6 * mm
        self._bounds()
        places = [self._place(day, number) for day, number in self.points]
        self.canv.setLineWidth(1)
        for (x, y), (x2, y2) in zip(places, places[1:], strict=False):
            self.canv.line(x, y, x2, y2)
        last = None
        for (x, y), (day, number) in zip(places, self.points, strict=True):
            self.canv.circle(x, y, 1.8, fill=1)
            draw_line(self.canv, x - 30, y + 4, str(number), SMALL.but(align="centre"), 60)
            if last is None or x - last > 18 * mm:
                draw_line(self.canv, x - 30, 2 * mm, day.isoformat(), SMALL.but(align="centre"), 60)
                last = x

    def _bounds(self):
        self.canv.setStrokeColor(GREY)
        self.canv.setLineWidth(THIN)
        for number in (self.low, self.high):
            y = self._height(number)
            self.canv.line(self.left, y, self.right, y)
            draw_line(self.canv, 0, y - 3, str(number), SMALL.but(align="right"), self.left - 3)
        self.canv.setStrokeColorRGB(0, 0, 0)

    def _place(self, day, number):
        first, last = self.points[0][0], self.points[-1][0]
        share = (day - first).days / max((last - first).days, 1)
        return self.left + 8 * mm + (self.right - self.left - 16 * mm) * share, self._height(number)

    def _height(self, number):
        return self.bottom + (self.top - self.bottom) * (number - self.low) / (self.high - self.low)
