"""What drawings are made of: strokes, outlines, circles, words, in points, y upwards; for paper or for the screen."""

import math
from dataclasses import dataclass, replace

from exports.layout.fonts import face

SOLID, DASHED, DOTTED = (), (4.0, 3.0), (1.2, 2.4)


@dataclass(frozen=True)
class Stroke:
    """A line through points."""

    points: tuple[tuple[float, float], ...]
    width: float = 0.9
    dash: tuple[float, ...] = SOLID


@dataclass(frozen=True)
class Shape:
    """A closed outline, filled with a grey from 0 (black) to 1 (white)."""

    points: tuple[tuple[float, float], ...]
    width: float = 0.9
    grey: float = 1.0
    dash: tuple[float, ...] = SOLID


@dataclass(frozen=True)
class Ring:
    """A circle."""

    x: float
    y: float
    radius: float
    width: float = 0.9
    grey: float = 1.0
    dash: tuple[float, ...] = SOLID


@dataclass(frozen=True)
class Words:
    """One line of text; x is its middle, y the foot of its letters."""

    x: float
    y: float
    text: str
    size: float = 7.5
    face: str = "sans"


def square(x, y, half, **look) -> Shape:
    return Shape(((x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)), **look)


def diamond(x, y, half, **look) -> Shape:
    return Shape(((x - half, y), (x, y - half), (x + half, y), (x, y + half)), **look)


def between(start, end, away=0.0):
    """The two points `away` from the ends of the line from start to end."""
    length = math.dist(start, end) or 1.0
    dx, dy = (end[0] - start[0]) / length, (end[1] - start[1]) / length
    return (start[0] + dx * away, start[1] + dy * away), (end[0] - dx * away, end[1] - dy * away)


def beside(start, end, off):
    """The same line moved sideways."""
    length = math.dist(start, end) or 1.0
    dx, dy = -(end[1] - start[1]) / length * off, (end[0] - start[0]) / length * off
    return (start[0] + dx, start[1] + dy), (end[0] + dx, end[1] + dy)


def zigzag(start, end, step=4.0, high=2.6):
    """The points of a line with teeth."""
    length = math.dist(start, end)
    count = max(int(length / step), 2)
    points = [start]
    for n in range(1, count):
        middle = tuple(a + (b - a) * n / count for a, b in zip(start, end, strict=True))
        points.append(
            beside(middle, (middle[0] + end[0] - start[0], middle[1] + end[1] - start[1]), high * (-1) ** n)[0]
        )
    return (*points, end)


def arrow(tip, tail, size=5.0):
    """A filled head at `tip` of a line that comes from `tail`."""
    _, foot = between(tail, tip, size)
    left, right = beside(foot, tip, size / 2.4)[0], beside(foot, tip, -size / 2.4)[0]
    return Shape((tip, left, right), 0.3, 0.0)


def with_legend(shapes, text: str) -> list:
    """The shapes with a line of explanation below."""
    left, foot, right, _ = extent(shapes)
    return [*shapes, Words((left + right) / 2, foot - 18, text, 6.8)]


def extent(shapes) -> tuple[float, float, float, float]:
    """(left, foot, right, top) of everything drawn."""
    xs, ys = [], []
    for shape in shapes:
        if isinstance(shape, Words):
            half = face(shape.face).width(shape.text, shape.size) / 2
            xs += [shape.x - half, shape.x + half]
            ys += [shape.y - shape.size * 0.25, shape.y + shape.size]
        elif isinstance(shape, Ring):
            xs += [shape.x - shape.radius, shape.x + shape.radius]
            ys += [shape.y - shape.radius, shape.y + shape.radius]
        else:
            xs += [x for x, _ in shape.points]
            ys += [y for _, y in shape.points]
    return min(xs), min(ys), max(xs), max(ys)


def moved(shapes, dx, dy):
    """The same shapes elsewhere."""
    return [_moved(shape, dx, dy) for shape in shapes]


def _moved(shape, dx, dy):
    if isinstance(shape, (Words, Ring)):
        return replace(shape, x=shape.x + dx, y=shape.y + dy)
    return replace(shape, points=tuple((x + dx, y + dy) for x, y in shape.points))


def drawing(shapes, width: float, high: float):
    """A reportlab Drawing in a frame, no wider and no higher than allowed, its content in the middle."""
    from reportlab.graphics.shapes import Drawing, Group, Rect  # only on paper: a window draws the shapes itself

    left, foot, right, top = extent(shapes)
    margin = 6.0
    scale = min(1.0, width / (right - left + 2 * margin), high / (top - foot + 2 * margin))
    tall = (top - foot + 2 * margin) * scale
    group = Group(*[part for shape in shapes for part in _parts(shape)])
    spare = (width - (right - left) * scale) / 2
    group.transform = (scale, 0, 0, scale, spare - left * scale, margin * scale - foot * scale)
    found = Drawing(width, tall)
    found.add(Rect(0, 0, width, tall, fillColor=None, strokeWidth=0.5))
    found.add(group)
    return found


def _parts(shape):
    from reportlab.graphics import shapes as paper  # only on paper, as above
    from reportlab.lib.colors import Color, black

    look = {"strokeColor": black, "strokeWidth": getattr(shape, "width", 0)}
    if dash := getattr(shape, "dash", ()):
        look["strokeDashArray"] = list(dash)
    if isinstance(shape, Words):
        yield from _letters(shape, paper)
    elif isinstance(shape, Ring):
        yield paper.Circle(shape.x, shape.y, shape.radius, fillColor=Color(*[shape.grey] * 3), **look)
    elif isinstance(shape, Shape):
        yield paper.Polygon([n for point in shape.points for n in point], fillColor=Color(*[shape.grey] * 3), **look)
    else:
        yield paper.PolyLine([n for point in shape.points for n in point], **look)


def _letters(words, paper):
    letters = face(words.face)
    x = words.x - letters.width(words.text, words.size) / 2
    for font, text, width in letters.pieces(words.text):
        yield paper.String(x, words.y, text, fontName=font, fontSize=words.size)
        x += width * words.size / 1000
