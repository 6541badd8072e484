"""How wide the columns of a table have to be for the kinds of answer in them, and what is left spread over words."""

from exports.layout.fonts import face
from models import codes, fields

PAD = 5.2
_NEEDED = {
    fields.Day: 54, fields.PartialDay: 54, fields.Time: 31, fields.Count: 30, fields.Money: 57, fields.Duration: 42,
    fields.YesNo: 30, fields.IdNumber: 98, fields.Phone: 66, fields.Name: 58, fields.Link: 50, fields.Links: 66,
    fields.Text: 62, fields.Notes: 96, fields.Choices: 80, fields.Division: 62,
}  # fmt: skip
_GROWS = {
    fields.Notes: 6, fields.Choices: 3, fields.Links: 2, fields.Name: 2, fields.Link: 1,
    fields.Choice: 1,
}  # fmt: skip
_CENTRED = (fields.Day, fields.PartialDay, fields.Time, fields.Choice)
_RIGHT = (fields.Count, fields.Money, fields.Duration)


def needed(column, language) -> float:
    """The least width in points, for letters of 9 points."""
    said = _NEEDED.get(type(column), 62)
    if type(column) is fields.Choice:
        said = 9 * min(6, max(map(len, _labels(column, language)), default=3))
    if isinstance(column, fields.YesNo) and not language.name.startswith("zh"):
        said = max(said, _longest_word(" ".join(_labels(column, language)), "serif"))
    return max(said, _head(language.text(column.label), language)) + PAD


def _labels(column, language):
    return [one.label(language) for one in codes.choices(column.codes)]


def _longest_word(text, kind):
    return max((face(kind).width(word, 9) for word in text.split()), default=0) + 2  # where letters shrink


def _head(label, language):
    """Of a head in letters of 9 points: four characters of Chinese and what is in brackets, else its longest word."""
    if language.name.startswith("zh"):
        name, sign, more = label.partition("（")
        return max(9 * min(4, len(name)), face("medium").width(sign + more, 9))
    return _longest_word(label, "medium")


def spread(columns, language, width: float, number: float):
    """(widths, scale of the letters): a column for the number, then the columns, across `width`."""
    least = [number, *(needed(column, language) for column in columns)]
    spare = width - sum(least)
    if spare < 0:
        return [one * width / sum(least) for one in least], max(0.72, min(1, width / sum(least)))
    grows = [0.0, *map(_grows, columns)]
    if not sum(grows):
        return [width], 1.0
    return [one + spare * grow / sum(grows) for one, grow in zip(least, grows, strict=True)], 1.0


def _grows(column):
    """How much of the spare width a column takes: words the more, the longer they may be."""
    if type(column) is fields.Text:
        return min(12, max(0.5, column.limit / 60))
    return _GROWS.get(type(column), 0.3)


def set_in(column, kind):
    """The Type of a column: numbers stand at the right, short answers in the middle."""
    if isinstance(column, _RIGHT):
        return kind.but(face="sans", align="right")
    return kind.but(align="centre") if isinstance(column, _CENTRED) else kind
