"""The genogram (家庭结构图) of an assessment, from the lines of its family table, in the symbols in common use.

A square is a man, a circle a woman, a diamond not told; the person served has a double border, who has died is crossed,
who shares the home is grey. Inside stands the age. One slash through a couple's line: apart, two: divorced.
"""

from exports.layout.fonts import face
from exports.layout.shapes import (
    DASHED,
    DOTTED,
    Ring,
    Stroke,
    Words,
    beside,
    between,
    diamond,
    drawing,
    square,
    with_legend,
    zigzag,
)  # fmt: skip
from exports.papers.family_tree import HALF, Tree
from models import codes
from resources.language import N_

LEGEND = N_(
    "□ man  ○ woman  double border: the person served  crossed: has died  grey: lives together  ／ apart  "
    "／／ divorced  double line: close  zigzag: conflict  dots: distant  broken line: broken off"
)
_HOME = 0.86
_NAME = 6  # characters that stand beside a symbol without touching the next


def genogram(family, person, year: int, language, width: float, high: float = 330.0):
    """A reportlab Drawing of the family; None where no line names anybody. `year` is that of the assessment."""
    shapes = shapes_of(family, person, year, language)
    return drawing(with_legend(shapes, language.text(LEGEND)), width, high) if shapes else None


def shapes_of(family, person, year, language) -> list:
    """The shapes of the drawing, for paper and for glass."""
    if not family:
        return []
    tree = Tree(family, person)
    shapes = [*tree.lines()]
    for member in tree.members:
        shapes += _ties(member, tree.served) + _symbol(member, year, language)
    return shapes


# --- symbols ---


def _symbol(member, year, language):
    x, y = member.at
    line = member.line
    grey = _HOME if line.get("together") == "yes" else 1.0
    dash = DASHED if member.guessed else ()
    shapes = [_outline(member, HALF, grey=grey, dash=dash)]
    if member.served:
        shapes.append(_outline(member, HALF - 3, grey=grey))
    if line.get("alive") == "no":
        reach = HALF * (0.7 if member.sex != "1" else 1)
        shapes += [Stroke(((x - reach, y - d), (x + reach, y + d))) for d in (reach, -reach)]
    elif line.get("birth_year") and (age := year - int(line["birth_year"][:4])) >= 0:
        shapes.append(Words(x, y - 3, str(age), 8.0))
    return shapes + _captions(member, x, y, language)


def _outline(member, half, **look):
    x, y = member.at
    if member.sex == "1":
        return square(x, y, half, **look)
    return Ring(x, y, half, **look) if member.sex == "2" else diamond(x, y, half * 1.15, **look)


def _captions(member, x, y, language):
    """Name, relation and who cares, at the right above the middle: lines go from there to a partner, and hang below."""
    relation = codes.label("relation", member.relation, language) if member.relation and not member.served else ""
    carer = language.text(N_("main carer")) if member.line.get("carer") == "yes" else ""
    words = [word for word in (_short(member.line.get("name") or ""), _short(relation), carer) if word]
    left, top = x + HALF + 3, y + 4 + 9 * (len(words) - 1)
    return [Words(left + face("sans").width(word, 7.5) / 2, top - 9 * n, word) for n, word in enumerate(words)]


def _short(text):
    return text if len(text) <= _NAME else text[: _NAME - 1] + "…"


# --- ties to the person ---


def _ties(member, served):
    tie = member.line.get("tie")
    if member is served or tie in (None, "normal"):
        return []
    start, end = between(served.at, member.at, HALF + 4)
    if tie == "close":
        return [Stroke(beside(start, end, off), 0.7) for off in (-1.4, 1.4)]
    if tie == "conflict":
        return [Stroke(zigzag(start, end), 0.7)]
    if tie == "distant":
        return [Stroke((start, end), 0.8, DOTTED)]
    middle = tuple((a + b) / 2 for a, b in zip(start, end, strict=True))
    near, far = between(start, middle, 3)[1], between(middle, end, 3)[0]
    bars = [Stroke((beside(point, end, 5)[0], beside(point, end, -5)[0]), 0.9) for point in (near, far)]
    return [Stroke((start, near), 0.7), Stroke((far, end), 0.7), *bars]
