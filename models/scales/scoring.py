"""How a filled scale is scored: pure functions of a scale and its answers.

Answers are {item code: key}; a key is the digit typed, `DECLINED` for who would not say, and missing where nothing was
answered. Whole numbers only: a total completed for missing items is rounded, halves upwards.
"""

from dataclasses import dataclass, field
from math import isqrt

from models.scales.scale import Band, Critical, Scale, Whose

DECLINED = -1
NOBODY = Whose()


@dataclass(frozen=True)
class Score:
    """The outcome. `total` is None where too much is missing; `completed` where missing items were made good."""

    total: int | None
    answered: int
    asked: int
    completed: bool = False
    parts: dict = field(default_factory=dict)
    band: Band | None = None
    critical: tuple[Critical, ...] = ()

    @property
    def alerts(self) -> tuple[str, ...]:
        """What asks for action at once, by the codes of scale_alert, each once."""
        return tuple(sorted({one.alert for one in self.critical}))


def score(scale: Scale, answers: dict[str, int], whose: Whose = NOBODY, weights=()) -> Score:
    """The score of what somebody filled in; `weights` of the goals for goal attainment scaling."""
    answers = known(scale, answers)
    asked = [item for item in scale.items if item.scored and (item.sex is None or whose.sex in (None, item.sex))]
    worths = _worths(scale, asked, answers)
    found = _critical(scale, answers)
    if scale.total == "gas":
        total, completed = (
            t_value([(worths[item.code], _weight(weights, n)) for n, item in enumerate(asked) if item.code in worths]),
            False,
        )
    else:
        total, completed = _total(scale, asked, worths)
    band = _forced(found) or band_of(scale, total, whose)
    parts = {code: _part(scale, asked, worths, code) for code, _words in scale.parts}
    return Score(total, len(worths), len(asked), completed, parts, band, found)


def known(scale: Scale, answers: dict) -> dict[str, int]:
    """The answers that this version of the scale has, without the declined ones."""
    items = {item.code: item for item in scale.items}
    return {code: key for code, key in answers.items() if code in items and items[code].option(key)}


def _worths(scale, asked, answers):
    worths = {item.code: item.worth(answers[item.code]) for item in asked if item.code in answers}
    for item, key, then in scale.skip:
        if answers.get(item) == key:
            worths |= {code: 0 for code in then if code not in worths}
    return worths


def _total(scale, asked, worths):
    """(total, whether it was completed): the mean of what was answered stands for at most `missing` percent."""
    missing = len(asked) - len(worths)
    if not worths or 100 * missing > scale.missing * len(asked):
        return None, False
    if scale.total == "max":
        return max(worths.values()), missing > 0
    return _rounded(sum(worths.values()) * len(asked), len(worths)), missing > 0


def _part(scale, asked, worths, code):
    items = [item for item in asked if item.part == code]
    return _total(scale, items, {item.code: worths[item.code] for item in items if item.code in worths})[0]


def _rounded(over, under):
    return (2 * over + under) // (2 * under)


def _weight(weights, place):
    return weights[place] if place < len(weights) and weights[place] else 1


def t_value(goals) -> int | None:
    """The T value of (level from -2 to +2, weight) pairs (Kiresuk & Sherman, correlation 0.3), whole; None of none.

    T = 50 + 10 Σwx / √(0.7 Σw² + 0.3 (Σw)²)
    """
    goals = list(goals)
    if not goals:
        return None
    over = sum(level * weight for level, weight in goals)
    squares = 7 * sum(weight * weight for _level, weight in goals) + 3 * sum(weight for _level, weight in goals) ** 2
    # 10·over/√(squares/10), rounded without a float: the root of its square times four, halved and rounded.
    size = (isqrt(4 * 1000 * over * over // squares) + 1) // 2
    return 50 + (size if over >= 0 else -size)


def _critical(scale, answers):
    found = []
    for one in scale.critical:
        key = answers.get(one.item)
        if key is None:
            continue
        if key == one.key or (one.least is not None and scale.item(one.item).worth(key) >= one.least):
            found.append(one)
    return tuple(found)


def unanswered_critical(scale: Scale, answers: dict) -> tuple[str, ...]:
    """The codes of critical items without an answer, declined ones among them; each once, in the order of the sheet."""
    critical, given = {one.item for one in scale.critical}, known(scale, answers)
    return tuple(item.code for item in scale.items if item.code in critical and item.code not in given)


def _forced(found):
    """The band that a critical answer alone decides."""
    code = next((one.band for one in found if one.band), None)
    return Band(0, 0, code) if code else None


def bands_for(scale: Scale, whose: Whose = NOBODY) -> list[Band]:
    """The bands by which this person's total is read: those of the closest condition that fits, such as a woman's."""
    fitting = [band for band in scale.bands if band.is_for(whose)]
    closest = max((band.narrow for band in fitting), default=0)
    return [band for band in fitting if band.narrow == closest]


def band_of(scale: Scale, total: int | None, whose: Whose = NOBODY) -> Band | None:
    """The band of a total; None where there is no total, or none for what is known of the person."""
    bands = bands_for(scale, whose) if total is not None else ()
    return next((band for band in bands if band.low <= total <= band.high), None)


def change(scale: Scale, before: int, after: int) -> str:
    """ "better", "same" or "worse" by the direction of the scale."""
    if before == after:
        return "same"
    return "better" if (after > before) == (scale.better == "higher") else "worse"
