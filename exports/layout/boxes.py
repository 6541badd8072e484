"""Boxes to tick: an answer stays whole, and where there are several rows they stand below each other."""

from math import ceil

from reportlab.platypus import Flowable

from exports.layout.fonts import face
from exports.layout.prose import Type, draw_line, lines_of

_COLUMNS, _GAP = (2, 3, 4, 5, 6, 8, 12), 8


class Boxes(Flowable):
    """Answers to tick in as few rows as the width allows."""

    def __init__(self, answers, kind: Type):
        super().__init__()
        self.answers, self.kind = list(answers), kind

    def wrap(self, width, height):
        self.width, self.placed = width, self._in_one_row(width) or self._tidiest(width)
        self.height = (self.placed[-1][1] + 1) * self.kind.leading
        return width, self.height

    def _wide(self, text):
        return face(self.kind.face).width(text, self.kind.size)

    def _in_one_row(self, width):
        x, placed = 0.0, []
        for answer in self.answers:
            placed.append((x, 0, answer))
            x += self._wide(answer) + _GAP * 1.5
        return placed if x - _GAP * 1.5 <= width else None

    def _tidiest(self, width):
        """In the fewest rows; of ways with as many, the one with the fewest columns, where most stand in line."""
        ways = (self._in_columns(width, columns) for columns in _COLUMNS)
        return min(ways, key=lambda placed: placed[-1][1])

    def _in_columns(self, width, columns):
        """Each answer takes as many columns as it needs; one wider than the row goes on below."""
        column, row, at, placed = width / columns, 0, 0, []
        for answer in self.answers:
            need = min(columns, ceil((self._wide(answer) + _GAP) / column))
            last = self._wide(answer) <= width - at * column
            if at and at + need > columns and not (last and at + need - 1 <= columns):
                row, at = row + 1, 0
            for number, line in enumerate(lines_of(answer, self.kind, width - at * column)):
                row += 1 if number else 0
                placed.append((at * column, row, line))
            at += need
        return placed

    def minWidth(self):
        return max(map(self._wide, self.answers))

    def draw(self):
        top = self.height - self.kind.leading + (self.kind.leading - self.kind.size) / 2 + self.kind.size * 0.14
        for x, row, line in self.placed:
            draw_line(self.canv, x, top - row * self.kind.leading, line, self.kind)


def in_one_row(answers, kind: Type, width: float) -> bool:
    return sum(face(kind.face).width(one, kind.size) + _GAP * 1.5 for one in answers) - _GAP * 1.5 <= width
