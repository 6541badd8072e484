"""Words on paper: text broken into lines as Chinese is set, drawn character by character in the right font.

Nothing here reads markup. What a person typed is only ever drawn, so `<b>`, `&` and `<img src=…>` print as they are.
"""

import re
from dataclasses import dataclass, replace

from reportlab.lib.colors import Color, black
from reportlab.platypus import Flowable

from exports.layout.fonts import face

NO_START = frozenset("，。、；：？！）》」』】〕〉”’…—～·•‧∙・,.;:?!)]}%％°℃々〇ー﹚﹜﹞")
"""Never at the beginning of a line (GB/T 15834-2011, 5.1.11)."""
NO_END = frozenset("（《「『【〔〈“‘([{¥￥$#№﹙﹛﹝□")
"""Never at the end of a line."""

_WORD = re.compile(r"□[^\s□]{1,8}|[0-9A-Za-z\u00c0-\u024f_@/\\.,:+\-=&#%~'^*|<>()\[\]{}\"!?;$]+|\s+|.", re.DOTALL)
_DOTS = "·•‧∙・"
_NAME = re.compile(rf"[^\W\d_]+(?:[{_DOTS}][^\W\d_]+)+")


@dataclass(frozen=True)
class Type:
    """How words are set: face, size and leading in points, alignment left|centre|right."""

    face: str = "serif"
    size: float = 10
    leading: float = 14
    align: str = "left"
    colour: Color = black

    def but(self, **changes) -> "Type":
        return replace(self, **changes)


def lines_of(text: str, kind: Type, width: float) -> list[str]:
    """`text` as lines no wider than `width` points; a name is cut behind its `·` where the parts fit."""
    lines: list[str] = []
    for paragraph in text.expandtabs(4).split("\n"):
        lines += _fill(_units(paragraph), face(kind.face), kind.size, width)
    return lines


def evenly(text: str, kind: Type, width: float) -> list[str]:
    """Like lines_of(), with lines as even as can be: for labels, whose last character should not stand alone."""
    lines = lines_of(text, kind, width)
    most, (name, sign, more) = len(lines), text.partition("（")
    if most == 2 and more and all(len(lines_of(part, kind, width)) == 1 for part in (name, sign + more)):
        return [name, sign + more]
    least = max((face(kind.face).width(word, kind.size) for word in _units(text)), default=0)
    while (
        most > 1
        and width - kind.size / 2 > max(least, kind.size * 2)
        and len(narrower := lines_of(text, kind, width - kind.size / 2)) <= most
    ):
        lines, width = narrower, width - kind.size / 2
    return lines


def _units(text):
    """The pieces that stay whole: a Latin word or number, one hanzi with the punctuation that belongs to it."""
    if _NAME.fullmatch(text):
        return re.findall(rf"[^{_DOTS}]+[{_DOTS}]*|[{_DOTS}]+", text)
    units: list[str] = []
    for token in _WORD.findall(text):
        glued = units and not token.isspace() and not units[-1].isspace()
        if glued and (token[0] in NO_START or units[-1][-1] in NO_END) and len(units[-1]) < 60:
            units[-1] += token
        else:
            units.append(token)
    return units


def _fill(units, drawn, size, width):
    lines, line, used = [], "", 0.0
    for unit in units:
        wide = drawn.width(unit, size)
        if used + wide > width and line:
            lines.append(line.rstrip(" "))
            line, used = "", 0.0
            if unit.isspace():
                continue
        if wide <= width:
            line, used = line + unit, used + wide
            continue
        *full, line = _cut(unit, drawn, size, width)
        lines += full
        used = drawn.width(line, size)
    return [*lines, line.rstrip(" ")]


def _cut(unit, drawn, size, width):
    """A unit wider than the line, cut behind a hyphen or slash where its pieces fit, else between characters."""
    pieces = re.findall(r"[^-/]+[-/]*|[-/]+", unit)
    if any(drawn.width(piece, size) > width for piece in pieces):
        pieces = unit
    parts, part, used = [], "", 0.0
    for piece in pieces:
        wide = drawn.width(piece, size)
        if used + wide > width and part:
            parts.append(part)
            part, used = "", 0.0
        part, used = part + piece, used + wide
    return [*parts, part]


class Prose(Flowable):
    """A paragraph, or several parted by line breaks, that may go on over pages."""

    def __init__(self, text, kind: Type = Type(), *, after=0, before=0, lines=None):
        super().__init__()
        self.text, self.kind = text, kind
        self.spaceAfter, self.spaceBefore = after, before
        self._lines = lines

    def wrap(self, width, height):
        self.width = width
        self.lines = lines_of(self.text, self.kind, width) if self._lines is None else self._lines
        self.height = len(self.lines) * self.kind.leading
        return width, self.height

    def split(self, width, height):
        self.wrap(width, height)
        fit = int((height + 0.01) // self.kind.leading)
        if fit >= len(self.lines):
            return [self]
        if fit < 1:
            return []
        if len(self.lines) - fit == 1 and fit > 2:
            fit -= 1  # no single line on the next page
        return [self._part(self.lines[:fit], 0), self._part(self.lines[fit:], self.spaceAfter)]

    def parts(self, most: int):
        """Paragraphs of at most `most` of its lines each, which set one below the other look like this one."""
        for start in range(0, len(self._lines), most):
            yield self._part(self._lines[start : start + most], 0)

    def _part(self, lines, after):
        return Prose(self.text, self.kind, lines=lines, after=after)

    def minWidth(self):
        return self.kind.size

    def draw(self):
        y = self.height - self.kind.leading + (self.kind.leading - self.kind.size) / 2 + self.kind.size * 0.14
        for line in self.lines:
            draw_line(self.canv, 0, y, line, self.kind, self.width)
            y -= self.kind.leading


def draw_line(canvas, x: float, y: float, line: str, kind: Type, width: float = 0) -> None:
    """One line with its base line at `y`, aligned within `width` from `x`."""
    pieces = list(face(kind.face).pieces(line))
    if kind.align != "left":
        spare = width - sum(wide for _font, _text, wide in pieces) * kind.size / 1000
        x += spare if kind.align == "right" else spare / 2
    text = canvas.beginText(x, y)
    text.setFillColor(kind.colour)
    for font, drawn, _wide in pieces:
        text.setFont(font, kind.size)
        text.textOut(drawn)
    canvas.drawText(text)
