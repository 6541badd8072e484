"""The ecomap (生态图) of an assessment: the person in the middle, around them who and what they are tied to.

Three lines are a strong tie, one an ordinary one, dots a weak one, teeth a tense one; arrows say who supports whom.
"""

import math

from exports.layout.fonts import face
from exports.layout.shapes import DOTTED, Ring, Stroke, Words, arrow, beside, between, drawing, with_legend, zigzag
from resources.language import N_

LEGEND = N_("three lines: strong  one line: ordinary  dots: weak  zigzag: tense  arrow: towards whom the support goes")
_MIDDLE, _AROUND, _LETTERS = 30.0, 27.0, 5


def ecomap(surroundings, person, language, width: float, high: float = 300.0):
    """A reportlab Drawing; None where nothing around the person is named."""
    shapes = shapes_of(surroundings, person)
    return drawing(with_legend(shapes, language.text(LEGEND)), width, high) if shapes else None


def shapes_of(surroundings, person) -> list:
    """The shapes of the drawing, for paper and for glass."""
    named = [line for line in surroundings if line.get("what")]
    if not named:
        return []
    shapes = [*_circle((0.0, 0.0), _MIDDLE, person.name if person else "", bold=True)]
    for place, line in enumerate(named):
        at = _place(place, len(named))
        shapes += [*_circle(at, _AROUND, line["what"]), *_tie(at, line)]
    return shapes


def _place(number, count):
    """Around the middle, on an oval that grows with the number of circles, beginning at the top."""
    angle = math.pi / 2 - 2 * math.pi * number / count
    far = max(105.0, count * (_AROUND * 2 + 12) / (2 * math.pi))
    return far * 1.35 * math.cos(angle), far * math.sin(angle)


def _circle(at, radius, text, bold=False):
    x, y = at
    rows = _rows(text)
    yield Ring(x, y, radius, 1.2 if bold else 0.9)
    for n, row in enumerate(rows):
        yield Words(x, y + 4.8 * (len(rows) - 1) - 9.6 * n - 2.8, row, 8.0, "bold" if bold else "sans")


def _rows(text):
    """Up to three rows that fit into a circle."""
    rows, row = [], ""
    for character in text.strip():
        if face("sans").width(row + character, 8) > _LETTERS * 8.2:
            rows.append(row)
            row = ""
        row += character
    rows.append(row)
    return rows if len(rows) <= 3 else [*rows[:2], rows[2][:-1] + "…"]


def _tie(at, line):
    length = math.hypot(*at)
    start = at[0] * _MIDDLE / length, at[1] * _MIDDLE / length
    end = between((0.0, 0.0), at, _AROUND)[1]
    start, end = between(start, end, 2)
    strength, direction = line.get("strength"), line.get("direction")
    if strength == "strong":
        yield from (Stroke(beside(start, end, off), 0.9) for off in (-2.2, 0.0, 2.2))
    elif strength == "tense":
        yield Stroke(zigzag(start, end), 0.9)
    else:
        yield Stroke((start, end), 0.9, DOTTED if strength == "weak" else ())
    if direction in ("both", "in"):
        yield arrow(start, end, 7)
    if direction in ("both", "out"):
        yield arrow(end, start, 7)
