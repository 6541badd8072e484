"""A table of thousands of lines on paper: drawn line by line, parted between any two, its heads on every page.

reportlab's own table reckons all that is left anew for each page; this one reckons each line once.
"""

from reportlab.lib.colors import black
from reportlab.platypus import Flowable

from exports.layout.document import BAND, HEAD, THICK, THIN
from exports.layout.prose import draw_line, lines_of

_HIGH, _WIDE = 2.4, 2.6
_MOST = 5


class LongTable(Flowable):
    """`lines` are (cells of text lines, band, height) as add() makes them; `kinds` a Type for each column."""

    def __init__(self, heads, lines, widths, kinds, head_kind=HEAD):
        super().__init__()
        self.heads, self.lines, self.widths, self.kinds, self.head_kind = heads, lines, widths, kinds, head_kind

    @classmethod
    def of(cls, heads, widths, kinds, size: float):
        """An empty table with these heads; lines are added by add()."""
        kind = HEAD.but(size=size, leading=size * 4 / 3)
        cut = [lines_of(head, kind, width - 2 * _WIDE) for head, width in zip(heads, widths, strict=True)]
        return cls(cut, [], widths, kinds, kind)

    def add(self, texts, band=False):
        """One line; what is longer than five rows of its column is shortened."""
        cells = []
        for text, kind, width in zip(texts, self.kinds, self.widths, strict=True):
            found = lines_of(text, kind, width - 2 * _WIDE)
            cells.append(found if len(found) <= _MOST else [*found[: _MOST - 1], found[_MOST - 1][:-1] + "…"])
        self.lines.append((cells, band, self._tall(cells, self.kinds[0])))

    @staticmethod
    def _tall(cells, kind):
        return max(map(len, cells)) * kind.leading + 2 * _HIGH

    def wrap(self, width, height):
        self.head_height = self._tall(self.heads, self.head_kind)
        self.width, self.height = sum(self.widths), self.head_height + sum(height for *_line, height in self.lines)
        return self.width, self.height

    def split(self, width, height):
        self.wrap(width, height)
        used, fit = self.head_height, 0
        while fit < len(self.lines) and used + self.lines[fit][2] <= height:
            used += self.lines[fit][2]
            fit += 1
        if len(self.lines) - fit == 1 and self.lines[fit][1] and fit > 1:
            fit -= 1  # the sum does not stand on a page alone
        return [self._part(self.lines[:fit]), self._part(self.lines[fit:])] if fit else []

    def _part(self, lines):
        return LongTable(self.heads, lines, self.widths, self.kinds, self.head_kind)

    def draw(self):
        top = self._row(self.height, self.heads, [self.head_kind] * len(self.heads), self.head_height, True)
        for cells, band, height in self.lines:
            self._line(0, top, self.width, top)
            top = self._row(top, cells, self.kinds, height, band)
        x = 0.0
        for width in self.widths[:-1]:
            x += width
            self._line(x, 0, x, self.height)
        self.canv.setLineWidth(THICK)
        self.canv.rect(0, 0, self.width, self.height)

    def _line(self, *ends):
        self.canv.setStrokeColor(black)
        self.canv.setLineWidth(THIN)
        self.canv.line(*ends)

    def _row(self, top, cells, kinds, height, band):
        if band:
            self.canv.setFillColor(BAND)
            self.canv.rect(0, top - height, self.width, height, stroke=0, fill=1)
        x = 0.0
        for lines, kind, width in zip(cells, kinds, self.widths, strict=True):
            y = top - (height - len(lines) * kind.leading) / 2 - kind.leading / 2 - kind.size * 0.36
            for line in lines:
                draw_line(self.canv, x + _WIDE, y, line, kind, width - 2 * _WIDE)
                y -= kind.leading
            x += width
        return top - height
